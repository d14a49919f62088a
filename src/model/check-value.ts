import type {Parameters} from './diagnostic.js';
import {hasFormat} from './format.js';
import type {Issue, Variable} from './method-kind.js';
import {compilePattern, PATTERN_INPUT_LIMIT} from './pattern.js';

/** Whether nothing was given. Blanks alone count as nothing, but in a secret they are a value. */
export function isEmpty({type, secret}: Variable, value: unknown): boolean {
  if (typeof value !== 'string') return value === undefined;
  return type !== 'boolean' && (secret ? value : value.trim()) === '';
}

/** What is wrong with one value, by the rules of its variable alone. */
export function checkValue(variable: Variable, value: unknown): Issue | undefined {
  const finding = isEmpty(variable, value)
    ? variable.required && found('field_required')
    : checkGiven(variable, value);
  return finding ? {...finding, key: variable.key} : undefined;
}

type Finding = Omit<Issue, 'key'>;

const found = (code: string, params: Parameters = {}): Finding => ({code, params});

function checkGiven(variable: Variable, value: unknown): Finding | undefined {
  switch (variable.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : found('field_type', {expected: 'boolean'});
    case 'number':
      return checkNumber(variable, value);
    default:
      return typeof value === 'string'
        ? checkText(variable, value)
        : found('field_type', {expected: 'string'});
  }
}

function checkNumber({min, max}: Variable, value: unknown): Finding | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return found('field_number');
  if (min !== undefined && value < min) return found('field_too_small', {min});
  if (max !== undefined && value > max) return found('field_too_large', {max});
  return undefined;
}

function checkText(variable: Variable, value: string): Finding | undefined {
  const {type, minLength, maxLength, options, pattern} = variable;
  if (minLength !== undefined && value.length < minLength) {
    return found('field_too_short', {minLength});
  }
  if (maxLength !== undefined && value.length > maxLength)
    return found('field_too_long', {maxLength});
  if (type === 'select' && !options?.some((option) => option.value === value)) {
    return found('field_option');
  }
  const typeFormat = type === 'url' || type === 'email' ? type : undefined;
  const format = [variable.format, typeFormat].find((each) => each && !hasFormat(each, value));
  if (format) return found('field_format', {format});
  const expression = pattern && expressionOf(variable, pattern.regex);
  if (expression) {
    if (value.length > PATTERN_INPUT_LIMIT) {
      return found('field_too_long', {maxLength: PATTERN_INPUT_LIMIT});
    }
    if (!expression.test(value)) return found('field_pattern');
  }
  return undefined;
}

const expressions = new WeakMap<Variable, RegExp>();

/** Nothing for a pattern that is not run; the definition's diagnostics say so. */
function expressionOf(variable: Variable, regex: string): RegExp | undefined {
  let expression = expressions.get(variable);
  if (!expression) {
    const verdict = compilePattern(regex);
    if (!verdict.ok) return undefined;
    expression = verdict.expression;
    expressions.set(variable, expression);
  }
  return expression;
}
