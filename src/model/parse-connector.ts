import {checkValue} from './check-value.js';
import {DiagnosticList} from './diagnostic.js';
import {DEFAULT_LIMITS, type Limits} from './limits.js';
import type {AvailableMethod} from './method-kind.js';
import type {MethodRegistry} from './method-registry.js';
import {compilePattern} from './pattern.js';
import {readConnector, remember, type ParseResult} from './read-connector.js';
import {placeOf} from './read-variables.js';
import {placeholderKeys} from './url-template.js';

/** Results that say everything, patterns and defaults included. */
const judged = new WeakSet<ParseResult>();

/**
 * Reads a definition and judges the rules in it as well: patterns that are not run, because they are
 * no regular expressions or could take for ever, defaults that break the rules of their own
 * variable, and placeholders that nothing stands behind. Such findings are warnings, so judging
 * never changes what can be used.
 */
export function parseConnectorWith(
  registry: MethodRegistry,
  input: unknown,
  limits?: Partial<Limits>,
): ParseResult {
  const read = readConnector(registry, input, limits);
  if (judged.has(read) || !read.connector) return read;
  const diagnostics = new DiagnosticList('', [...read.diagnostics]);
  const patterns = new Set<string>();
  const maximum = limits?.patterns ?? DEFAULT_LIMITS.patterns;
  for (const [index, method] of read.connector.methods.entries()) {
    if (method.status !== 'available') continue;
    for (const variable of method.variables) {
      const place = new DiagnosticList(placeOf(variable), diagnostics.entries);
      const {pattern, default: value} = variable;
      if (pattern && !patterns.has(pattern.regex)) {
        patterns.add(pattern.regex);
        const verdict = patterns.size > maximum ? undefined : compilePattern(pattern.regex);
        if (verdict?.ok === false) place.at('pattern', 'regex').warn(verdict.code);
      }
      const issue = value === undefined ? undefined : checkValue(variable, value);
      if (issue) place.at('default').warn('definition_invalid', {expected: issue.code});
    }
    judgeTemplates(method, diagnostics.at('methods', index));
  }
  if (patterns.size > maximum) {
    diagnostics.warn('definition_limit_exceeded', {limit: 'patterns', maximum});
  }
  const result = remember({connector: read.connector, diagnostics: diagnostics.entries});
  judged.add(result);
  return result;
}

/** Finds the placeholders of a method that stand for nothing, wherever its texts may have some. */
function judgeTemplates(method: AvailableMethod, place: DiagnosticList): void {
  const {request, tokenRequest, requestDefaults, templates = []} = method;
  const settings = method.settings as Readonly<Record<string, unknown>> | undefined;
  const keys = new Set(method.variables.map(({key}) => key));
  const judge = (part: unknown, ...path: readonly string[]) => {
    for (const [text, at] of textsIn(part, place.at(...path))) {
      for (const name of new Set(placeholderKeys(text))) {
        if (!keys.has(name)) at.warn('definition_unknown_variable', {name});
      }
    }
  };
  for (const name of templates) judge(settings?.[name], name);
  judge(tokenRequest, 'tokenRequest');
  // Where the type itself sends the token that the host got, the definition may as well.
  const ofKind = textsIn(requestDefaults, place).flatMap(([text]) => placeholderKeys(text));
  if (ofKind.includes('accessToken')) keys.add('accessToken');
  judge(request, 'request');
}

/** The texts in a part of a definition, each with its place. */
function textsIn(part: unknown, place: DiagnosticList): (readonly [string, DiagnosticList])[] {
  if (typeof part === 'string') return [[part, place]];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) => textsIn(inner, place.at(name)));
}
