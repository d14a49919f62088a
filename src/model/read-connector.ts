import type {MethodDefinition, VariableDefinition} from './definition.js';
import {connectorSchema, methodSchema, useSchema, variableSchema} from './definition-schema.js';
import {DiagnosticList, type Diagnostic} from './diagnostic.js';
import {copyJson, deepFreeze, isJsonObject, isReservedName, type JsonValue} from './json.js';
import {DEFAULT_LIMITS, type Limits} from './limits.js';
import type {Connector, Method, MethodBinding, Variable} from './method-kind.js';
import type {MethodRegistry} from './method-registry.js';
import {read} from './read.js';
import {isSafeLink} from './safe-link.js';
import {placeholderKeys} from './url-template.js';

/** What became of a definition. */
export interface ParseResult {
  /** The connector. `undefined` only when nothing of the definition can be used. */
  readonly connector: Connector | undefined;
  /** What its author should mend. */
  readonly diagnostics: readonly Diagnostic[];
}

type Writable<T> = {-readonly [name in keyof T]: T[name]};

/** Results by themselves and by their connectors: parsing again is free. */
const results = new WeakMap<object, ParseResult>();

const places = new WeakMap<Variable, string>();

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

/** Where a variable of a method stands in the definition, as a JSON Pointer (RFC 6901). */
export const placeOf = (variable: Variable): string => places.get(variable) ?? '';

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
      const {editor, check, request, signature, settings, addresses} = binding;
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
        ...(addresses && {addresses}),
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

/** An address may only name variables of the method; a whole origin only one that is checked as such. */
function checkAddresses(
  addresses: Readonly<Record<string, string>>,
  variables: readonly Variable[],
  place: DiagnosticList,
): void {
  for (const [setting, address] of Object.entries(addresses)) {
    for (const key of placeholderKeys(address)) {
      const variable = variables.find((candidate) => candidate.key === key);
      if (!variable) place.at(setting).error('definition_unknown_variable', {name: key});
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

/** Merges what the kind brings, what the method asks for and what it takes from the connector. */
function readVariables(
  entries: readonly JsonValue[],
  binding: MethodBinding,
  shared: ReadonlyMap<string, VariableDefinition>,
  limits: Limits,
  place: DiagnosticList,
): readonly Variable[] {
  const locked = new Map((binding.variables ?? []).map((variable) => [variable.key, variable]));
  const variables = new Map<string, Variable>();
  const names = new NameSet();
  const listPlace = place.at('variables');
  for (const [index, value] of withinLimit(entries, 'variables', limits, listPlace).entries()) {
    const entryPlace = listPlace.at(index);
    const variable =
      isJsonObject(value) && 'use' in value
        ? useVariable(value, locked, shared, names, entryPlace)
        : readOwnVariable(value, locked, names, limits, entryPlace);
    if (!variable) continue;
    variables.set(variable.key, variable);
    places.set(variable, entryPlace.base);
  }
  const unlisted = [...locked.values()].filter(({key}) => !variables.has(key));
  for (const {key} of unlisted) names.add(key, listPlace);
  const all = [
    ...unlisted.map((variable) => settle({...variable, locked: true})),
    ...variables.values(),
  ];
  const keys = new Set(all.map(({key}) => key));
  for (const {key, visibleWhen} of all) {
    if (visibleWhen && !keys.has(visibleWhen.key)) {
      listPlace.error('definition_unknown_variable', {name: visibleWhen.key, usedBy: key});
    }
  }
  return all;
}

function useVariable(
  value: JsonValue,
  lockedVariables: ReadonlyMap<string, VariableDefinition>,
  shared: ReadonlyMap<string, VariableDefinition>,
  names: NameSet,
  place: DiagnosticList,
): Variable | undefined {
  const use = read(useSchema, value, place);
  if (!use) return undefined;
  const {use: key, ...overrides} = use;
  const variable = shared.get(key);
  if (!variable) {
    place.at('use').error('definition_unknown_variable', {name: key});
    return undefined;
  }
  if (!names.add(key, place.at('use'))) return undefined;
  const merged = {...variable, ...overrides, shared: key};
  const locked = lockedVariables.get(key);
  return settle(locked ? {...override(locked, merged, place), locked: true} : merged);
}

function readOwnVariable(
  value: JsonValue,
  lockedVariables: ReadonlyMap<string, VariableDefinition>,
  names: NameSet,
  limits: Limits,
  place: DiagnosticList,
): Variable | undefined {
  const key = isJsonObject(value) ? value['key'] : undefined;
  const locked = typeof key === 'string' ? lockedVariables.get(key) : undefined;
  const variable = readVariable(value, names, limits, place, locked);
  return variable && settle(locked ? {...variable, locked: true} : variable);
}

function readVariable(
  value: JsonValue,
  names: NameSet,
  limits: Limits,
  place: DiagnosticList,
  locked?: VariableDefinition,
): VariableDefinition | undefined {
  const own = read(variableSchema, value, place);
  if (!own || !names.add(own.key, place.at('key'))) return undefined;
  const variable = locked ? override(locked, own, place) : {...own};
  dropUnsafeLinks(variable, ['docs'], place);
  if (variable.type === 'select' && !variable.options?.length) {
    place.at('options').error('definition_invalid', {expected: 'options'});
  }
  withinLimit(variable.options ?? [], 'options', limits, place.at('options'));
  return variable;
}

/** Anything of a locked variable may change but its existence, its type and whether it is secret. */
function override(
  locked: VariableDefinition,
  own: VariableDefinition,
  place: DiagnosticList,
): Writable<VariableDefinition> {
  const {type, secret, ...changes} = own;
  if (type !== undefined && type !== (locked.type ?? 'text')) {
    place.at('type').warn('definition_locked_property', {name: 'type'});
  }
  if (secret !== undefined && secret !== (locked.secret ?? false)) {
    place.at('secret').warn('definition_locked_property', {name: 'secret'});
  }
  return {...locked, ...changes};
}

const settle = <V extends VariableDefinition>(variable: V): V & Variable => ({
  ...variable,
  type: variable.type ?? 'text',
});

/** Names within one scope: none reserved, no two that could be taken for one another. */
class NameSet {
  readonly #names = new Set<string>();

  /** Adds a name, or says why it cannot be. */
  add(name: string, place: DiagnosticList): boolean {
    const comparable = name.normalize('NFC').toLowerCase();
    if (isReservedName(name)) {
      place.error('definition_reserved_name', {name});
    } else if (this.#names.has(comparable)) {
      place.error('definition_duplicate_name', {name});
    } else {
      this.#names.add(comparable);
      return true;
    }
    return false;
  }
}

function dropUnsafeLinks<N extends string>(
  holder: {[name in N]?: string},
  names: readonly N[],
  place: DiagnosticList,
): void {
  for (const name of names) {
    const address = holder[name];
    if (address === undefined || isSafeLink(address)) continue;
    place.at(name).warn('definition_unsafe_url');
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
    delete holder[name];
  }
}

function withinLimit<T>(
  list: readonly T[],
  limit: 'methods' | 'variables' | 'options',
  limits: Limits,
  place: DiagnosticList,
): readonly T[] {
  const maximum = limits[limit];
  if (list.length <= maximum) return list;
  place.error('definition_limit_exceeded', {limit, maximum});
  return list.slice(0, maximum);
}
