import type {VariableDefinition} from './definition.js';
import {useSchema, variableSchema} from './definition-schema.js';
import type {DiagnosticList} from './diagnostic.js';
import {isJsonObject, isReservedName, type JsonValue} from './json.js';
import type {Limits} from './limits.js';
import type {MethodBinding, Variable} from './method-kind.js';
import {read} from './read.js';
import {isSafeLink} from './safe-link.js';

type Writable<T> = {-readonly [name in keyof T]: T[name]};

const places = new WeakMap<Variable, string>();

/** Where a variable of a method stands in the definition, as a JSON Pointer (RFC 6901). */
export const placeOf = (variable: Variable): string => places.get(variable) ?? '';

/** Merges what the kind brings, what the method asks for and what it takes from the connector. */
export function readVariables(
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

/** Reads a variable by itself, or as a change of one that comes with the kind. */
export function readVariable(
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
  if (hasOptions(variable) && !variable.options?.length) {
    place.at('options').error('definition_invalid', {expected: 'options'});
  }
  withinLimit(variable.options ?? [], 'options', limits, place.at('options'));
  return variable;
}

const hasOptions = ({type}: VariableDefinition) => type === 'select' || type === 'multiselect';

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

/** What is PEM has line breaks, which a single-line input would drop. */
const settle = <V extends VariableDefinition>(variable: V): V & Variable => {
  const {type = 'text', format} = variable;
  return {...variable, type: type === 'text' && format === 'pem' ? 'multiline' : type};
};

/** Names within one scope: none reserved, no two that could be taken for one another. */
export class NameSet {
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

/** Drops the links that a page must not follow, with a warning. */
export function dropUnsafeLinks<N extends string>(
  holder: {[name in N]?: string},
  names: readonly N[],
  place: DiagnosticList,
): void {
  for (const name of names) {
    const address = holder[name];
    if (address === undefined || isSafeLink(address)) continue;
    place.at(name).warn('definition_unsafe_url');
    Reflect.deleteProperty(holder, name);
  }
}

/** What of a list a limit lets through. */
export function withinLimit<T>(
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
