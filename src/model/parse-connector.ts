import {checkValue} from './check-value.js';
import {DiagnosticList} from './diagnostic.js';
import {DEFAULT_LIMITS, type Limits} from './limits.js';
import type {MethodRegistry} from './method-registry.js';
import {compilePattern} from './pattern.js';
import {readConnector, remember, type ParseResult} from './read-connector.js';
import {placeOf} from './read-variables.js';

/** Results that say everything, patterns and defaults included. */
const judged = new WeakSet<ParseResult>();

/**
 * Reads a definition and judges the rules in it as well: patterns that are not run, because they are
 * no regular expressions or could take for ever, and defaults that break the rules of their own
 * variable. Such findings are warnings, so judging never changes what can be used.
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
  const available = read.connector.methods.filter((method) => method.status === 'available');
  for (const variable of available.flatMap(({variables}) => variables)) {
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
  if (patterns.size > maximum) {
    diagnostics.warn('definition_limit_exceeded', {limit: 'patterns', maximum});
  }
  const result = remember({connector: read.connector, diagnostics: diagnostics.entries});
  judged.add(result);
  return result;
}
