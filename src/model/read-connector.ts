import type {MethodDefinition, VariableDefinition} from './definition.js';
import {connectorSchema, methodSchema} from './definition-schema.js';
import {DiagnosticList, type Diagnostic} from './diagnostic.js';
import {copyJson, deepFreeze, isJsonObject, type JsonValue} from './json.js';
import {DEFAULT_LIMITS, type Limits} from './limits.js';
import type {Connector, Method, MethodBinding, Variable} from './method-kind.js';
import type {MethodRegistry} from './method-registry.js';
import {read} from './read.js';
import {
  dropUnsafeLinks,
  NameSet,
  readVariable,
  readVariables,
  withinLimit,
} from './read-variables.js';
import {placeholderKeys} from './url-template.js';

/** What became of a definition. */
export interface ParseResult {
  /** The connector. `undefined` only when nothing of the definition can be used. */
  readonly connector: Connector | undefined;
  /** What its author should mend. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Results by themselves and by their connectors: parsing again is free. */
const results = new WeakMap<object, ParseResult>();

/**
 * Reads the structure of a definition with the kinds of a registry: all that is needed to show it.
 * Never throws: a method that cannot be used stays in the list with the reason. What was read before
 * is returned as it is.
 */
export function readConnector(
  registry: MethodRegistry,
  input: unknown,
  limits: Partial<Limits> = {},
): ParseResult {
  const known = typeof input === 'object' && input !== null ? results.get(input) : undefined;
  if (known) return known;
  const diagnostics = new DiagnosticList();
  const connector = readRoot(registry, input, {...DEFAULT_LIMITS, ...limits}, diagnostics);
  return remember({connector, diagnostics: diagnostics.entries});
}

/** Freezes a result, so that reading it, or its connector, again gives it back. */
export function remember(result: ParseResult): ParseResult {
  deepFreeze(result);
  results.set(result, result);
  if (result.connector) results.set(result.connector, result);
  return result;
}

function readRoot(
  registry: MethodRegistry,
  input: unknown,
  limits: Limits,
  diagnostics: DiagnosticList,
): Connector | undefined {
  const copied = copyJson(input, limits, diagnostics);
  if (copied === undefined) return undefined;
  const root = read(connectorSchema, copied, diagnostics);
  if (!root) return undefined;
  dropUnsafeLinks(root, ['logo', 'docs'], diagnostics);

  const shared = new Map<string, VariableDefinition>();
  const sharedNames = new NameSet();
  const variablesPlace = diagnostics.at('variables');
  const variables = withinLimit(root.variables ?? [], 'variables', limits, variablesPlace);
  for (const [index, value] of variables.entries()) {
    const place = variablesPlace.at(index);
    const variable = readVariable(value as JsonValue, sharedNames, limits, place);
    if (variable && !place.firstError()) shared.set(variable.key, variable);
  }

  const methodIds = new NameSet();
  const methodsPlace = diagnostics.at('methods');
  const methods = withinLimit(root.methods, 'methods', limits, methodsPlace).map((value, index) =>
    readMethod(registry, value as JsonValue, shared, methodIds, limits, methodsPlace.at(index)),
  );

  const {id, name, logo, docs} = root;
  return {id, name, ...(logo && {logo}), ...(docs && {docs}), methods};
}

function readMethod(
  registry: MethodRegistry,
  value: JsonValue,
  shared: ReadonlyMap<string, VariableDefinition>,
  methodIds: NameSet,
  limits: Limits,
  place: DiagnosticList,
): Method {
  const definition = isJsonObject(value) ? value : {};
  const base = read(methodSchema, definition, place);
  const {id, type} = definition;
  let method: Method = {
    id: typeof id === 'string' ? id : '',
    type: typeof type === 'string' ? type : '',
    recommended: false,
    deprecated: false,
    status: 'available',
    variables: [],
  };
  if (base) {
    const {variables: entries = [], ...rest} = base;
    methodIds.add(base.id, place.at('id'));
    dropUnsafeLinks(rest, ['icon', 'docs'], place);
    method = {...method, ...rest};
    try {
      const binding = bind(registry, definition as MethodDefinition, place);
      const {editor, check, request, signature, settings, authorization} = binding;
      const {addresses, templates} = binding;
      const variables = readVariables(entries as JsonValue[], binding, shared, limits, place);
      if (addresses) checkAddresses(addresses, variables, place);
      method = {
        ...method,
        variables,
        ...(editor && {editor}),
        ...(check && {check}),
        ...(request && {requestDefaults: request}),
        ...(signature && {signature}),
        ...(settings && {settings}),
        ...(authorization && {authorization}),
        ...(addresses && {addresses}),
        ...(templates && {templates}),
      };
    } catch {
      // A third party's kind: what it threw may hold anything, so it is not repeated.
      place.error('definition_invalid', {expected: method.type});
    }
  }
  // The copy may have found something as well: whatever is wrong inside, the method is out of use.
  const reason = place.firstError();
  return reason ? {...method, status: 'unavailable', reason} : method;
}

/**
 * An address may only name variables of the method that are not secret, as it is shown and kept in
 * histories and logs; and for a whole origin only one that is checked as such.
 */
function checkAddresses(
  addresses: Readonly<Record<string, string>>,
  variables: readonly Variable[],
  place: DiagnosticList,
): void {
  for (const [setting, address] of Object.entries(addresses)) {
    for (const key of placeholderKeys(address)) {
      const variable = variables.find((candidate) => candidate.key === key);
      if (!variable) place.at(setting).error('definition_unknown_variable', {name: key});
      else if (variable.secret) place.at(setting).error('definition_unsafe_url', {name: key});
      else if (address.startsWith(`{{${key}}}`) && variable.format !== 'origin') {
        place.at(setting).error('definition_invalid', {expected: 'origin', name: key});
      }
    }
  }
}

function bind(
  registry: MethodRegistry,
  definition: MethodDefinition,
  place: DiagnosticList,
): MethodBinding {
  const kind = registry.get(definition.type);
  if (!kind) {
    place.at('type').error('definition_unknown_type', {type: definition.type});
    return {};
  }
  const binding = kind.bind(definition);
  for (const {code, severity, path, params} of binding.diagnostics ?? []) {
    place.entries.push({code, severity, path: place.base + path, params});
  }
  return binding;
}
