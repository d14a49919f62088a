import type {Parameters} from './diagnostic.js';
import {hasFormat} from './format.js';
import {isEmpty} from './is-empty.js';
import type {Issue, Variable} from './method-kind.js';
import {compilePattern, PATTERN_INPUT_LIMIT} from './pattern.js';

/** What is wrong with one value, by the rules of its variable alone. */
export function checkValue(variable: Variable, value: unknown): Issue | undefined {
  const finding = isEmpty(variable, value)
    ? variable.required && found('field_required')
    : checkGiven(variable, value);
  return finding ? {...finding, key: variable.key} : undefined;
}

/**
 * What may be wrong with a value that passes, so that a person should look again: a pattern that
 * only warns. Never a reason to refuse a credential.
 */
export function doubtValue(variable: Variable, value: unknown): Issue | undefined {
  const {key, pattern} = variable;
  if (pattern?.severity !== 'warning' || typeof value !== 'string') return undefined;
  if (isEmpty(variable, value) || checkValue(variable, value)) return undefined;
  return value.length <= PATTERN_INPUT_LIMIT && expressionOf(variable)?.test(value) === false
    ? {code: 'field_pattern', params: {}, key}
    : undefined;
}

type Finding = Omit<Issue, 'key'>;

const found = (code: string, params: Parameters = {}): Finding => ({code, params});

function checkGiven(variable: Variable, value: unknown): Finding | undefined {
  switch (variable.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : found('field_type', {expected: 'boolean'});
    case 'number':
      return checkNumber(variable, value);
    case 'multiselect':
      return isListOf(value, (entry) => typeof entry === 'string')
        ? checkChoices(variable, value)
        : found('field_type', {expected: 'list'});
    case 'keyvalue':
      return isListOf(value, isPair) ? checkPairs(value) : found('field_type', {expected: 'pairs'});
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

function isListOf<T>(
  value: unknown,
  isEntry: (entry: unknown) => entry is T,
): value is readonly T[] {
  return Array.isArray(value) && value.every(isEntry);
}

const isPair = (entry: unknown): entry is readonly [string, string] =>
  isListOf(entry, (part) => typeof part === 'string') && entry.length === 2;

function checkChoices({options = []}: Variable, values: readonly string[]): Finding | undefined {
  const known = new Set(options.map(({value}) => value));
  const isFine =
    new Set(values).size === values.length && values.every((value) => known.has(value));
  return isFine ? undefined : found('field_option');
}

function checkPairs(pairs: readonly (readonly [string, string])[]): Finding | undefined {
  return pairs.some(([name]) => name.trim() === '') ? found('field_pair_name') : undefined;
}

function checkText(variable: Variable, value: string): Finding | undefined {
  const {type, minLength, maxLength, options, pattern, encoding} = variable;
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
  if (type === 'file' && encoding === 'base64' && !isBase64(value)) {
    return found('field_format', {format: 'base64'});
  }
  const expression = pattern?.severity === 'warning' ? undefined : expressionOf(variable);
  if (expression) {
    if (value.length > PATTERN_INPUT_LIMIT) {
      return found('field_too_long', {maxLength: PATTERN_INPUT_LIMIT});
    }
    if (!expression.test(value)) return found('field_pattern');
  }
  return undefined;
}

/** RFC 4648 §4. Not four by four: an expression that counts overflows the stack on some megabytes. */
const isBase64 = (text: string) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

const expressions = new WeakMap<Variable, RegExp | undefined>();

/** Nothing for a pattern that is not run; the definition's diagnostics say so. */
function expressionOf(variable: Variable): RegExp | undefined {
  if (variable.pattern && !expressions.has(variable)) {
    const verdict = compilePattern(variable.pattern.regex);
    expressions.set(variable, verdict.ok ? verdict.expression : undefined);
  }
  return expressions.get(variable);
}
