import {checkValue} from './check-value.js';
import {DiagnosticList} from './diagnostic.js';
import type {Limits} from './limits.js';
import type {MethodRegistry} from './method-registry.js';
import {compilePattern} from './pattern.js';
import {readConnector, remember, type ParseResult} from './read-connector.js';

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
  for (const [index, method] of read.connector.methods.entries()) {
    if (method.status === 'unavailable') continue;
    for (const variable of method.variables) {
      const place = diagnostics.at('methods', index, 'variables', variable.key);
      const verdict = variable.pattern && compilePattern(variable.pattern.regex);
      if (verdict?.ok === false) place.warn(verdict.code);
      const issue =
        variable.default === undefined ? undefined : checkValue(variable, variable.default);
      if (issue) place.warn('definition_invalid', {expected: issue.code});
    }
  }
  const result = remember({connector: read.connector, diagnostics: diagnostics.entries});
  judged.add(result);
  return result;
}
