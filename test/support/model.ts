import {builtIns, parseConnector, type AvailableMethod} from '../../src/core.js';
import {DiagnosticList, type Diagnostic} from '../../src/model/diagnostic.js';
import type {MethodRegistry} from '../../src/model/method-registry.js';
import type {ParseResult} from '../../src/model/read-connector.js';

/** A definition of a connector with these methods. */
export const connectorWith = (...methods: readonly unknown[]) => ({
  id: 'acme',
  name: 'Acme',
  methods,
});

/** A definition of a connector with one method that asks for nothing but these variables. */
export const customWith = (...variables: readonly unknown[]) =>
  connectorWith({id: 'only', type: 'custom', variables});

/** Each diagnostic as `severity code path`, in the order in which they were found. */
export const summaryOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({severity, code, path}) => `${severity} ${code} ${path}`);

/** What became of a definition, with its diagnostics as lines. */
export function parsed(input: unknown, registry: MethodRegistry = builtIns) {
  const {connector, diagnostics} = parseConnector(input, {registry});
  return {connector, found: summaryOf(diagnostics)};
}

/** A method of a definition. A test that expects it to be available fails here when it is not. */
export function methodOf(
  input: unknown,
  index = 0,
  registry: MethodRegistry = builtIns,
): AvailableMethod {
  const result: ParseResult = parseConnector(input, {registry});
  const method = result.connector?.methods[index];
  if (method?.status !== 'available') {
    throw new Error(`No such method: ${JSON.stringify(result.diagnostics)}`);
  }
  return method;
}

/** Runs something that collects diagnostics, and tells what it returned and found. */
export function diagnosed<T>(action: (diagnostics: DiagnosticList) => T) {
  const diagnostics = new DiagnosticList();
  const result = action(diagnostics);
  return {result, found: summaryOf(diagnostics.entries)};
}
