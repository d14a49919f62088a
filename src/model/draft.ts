import type {FieldValue, VisibilityDefinition} from './definition.js';
import type {ExistingCredential} from './credential.js';
import {isEmpty} from './is-empty.js';
import type {AvailableMethod, Variable} from './method-kind.js';

/** What an input holds: its text, whether it is ticked, what is chosen, or rows of names and values. */
export type RawValue =
  string | boolean | readonly string[] | readonly (readonly [name: string, value: string])[];

/** Where values come from beside the user. */
export interface ValueSources {
  /** Values that the host suggests, by key. The user can change them. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  /** Values that the host decides, by key. The user cannot change them. */
  readonly presets?: Readonly<Record<string, unknown>> | undefined;
  /** What is stored already, when a connection is edited. */
  readonly existing?: ExistingCredential | undefined;
}

/** Whether the user has no say in a variable. */
export const isFixed = (variable: Variable, {presets}: ValueSources): boolean =>
  variable.configurable === false || fieldValue(variable, own(presets, variable.key)) !== undefined;

/** What the definition decides. Nothing, when the user or the host does. */
export const fixedValue = (variable: Variable): FieldValue | undefined =>
  variable.configurable === false ? defaultValue(variable) : undefined;

/** Whether what is stored was made by this method, as it is now. */
export const isStoredFor = ({id, type}: AvailableMethod, existing: ExistingCredential): boolean =>
  existing.methodId === id && (existing.type ?? type) === type;

/** Whether a secret is stored that can be kept: one of the same method that is not fixed. */
export const isStored = (
  variable: Variable,
  method: AvailableMethod,
  existing: ExistingCredential | undefined,
): boolean =>
  variable.secret === true &&
  existing !== undefined &&
  isStoredFor(method, existing) &&
  fixedValue(variable) === undefined &&
  existing.stored.includes(variable.key);

/** The stored secrets that a method can keep, by key. */
export const storedSecrets = (
  method: AvailableMethod,
  existing: ExistingCredential | undefined,
): ReadonlySet<string> =>
  new Set(
    method.variables.filter((variable) => isStored(variable, method, existing)).map(({key}) => key),
  );

/**
 * What a field holds before anything is typed. Precedence: fixed, stored, suggested by the host,
 * the definition's default. Editing applies no default, as its absence was a choice too.
 */
export function initialValue(
  variable: Variable,
  method: AvailableMethod,
  sources: ValueSources,
): FieldValue | undefined {
  const {key} = variable;
  const valueOf = (values: Readonly<Record<string, unknown>> | undefined) =>
    fieldValue(variable, own(values, key));
  const preset = fixedValue(variable) ?? valueOf(sources.presets);
  if (preset !== undefined) return preset;
  const {existing} = sources;
  // A secret that is stored stays, whatever is suggested; nobody here knows it.
  if (isStored(variable, method, existing)) return undefined;
  const edited = existing !== undefined && isStoredFor(method, existing);
  // A connector variable means the same in another method.
  const isOpen = existing && !variable.secret && (edited || variable.shared !== undefined);
  const stored = isOpen ? valueOf(existing.values) : undefined;
  return stored ?? valueOf(sources.values) ?? (edited ? undefined : defaultValue(variable));
}

/** What an input shows for a value, and gives back when it is read. */
export function toRaw(variable: Variable, value: FieldValue | undefined): RawValue {
  const {type} = variable;
  if (isList(variable)) return (value ?? []) as RawValue;
  if (type === 'boolean') return value === true;
  const text = value === undefined ? '' : String(value);
  if (type === 'select' || type === 'file') return text;
  // A textarea gives line breaks back as LF, a line has none (HTML §4.10.11, §4.10.5.1.2).
  return text.replace(/\r\n?|\n/g, type === 'multiline' ? '\n' : '');
}

/** What an input's content stands for. A text that is no number stays a text, to be refused. */
export function fromRaw(variable: Variable, raw: RawValue): FieldValue {
  if (variable.type === 'keyvalue' && Array.isArray(raw)) {
    return (raw as readonly (readonly [string, string])[]).filter((row) => row.join('') !== '');
  }
  if (variable.type !== 'number' || typeof raw !== 'string') return raw;
  // Each digit can be read in one way only: others would take time that grows by the square.
  if (!/^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(raw)) return raw;
  const number = Number(raw);
  // JSON holds neither an infinite number nor a negative zero.
  return Number.isFinite(number) ? number + 0 : raw;
}

/** The variables that are asked for, given the values of the others. */
export function visibleVariables(
  method: AvailableMethod,
  valueOf: (key: string) => FieldValue | undefined,
): readonly Variable[] {
  const byKey = new Map(method.variables.map((variable) => [variable.key, variable]));
  const verdicts = new Map<string, boolean>();
  const isVisible = ({key, visibleWhen}: Variable): boolean => {
    if (!visibleWhen) return true;
    let verdict = verdicts.get(key);
    if (verdict === undefined) {
      // A circle of conditions can never come true.
      verdicts.set(key, false);
      verdict = holds(visibleWhen);
      verdicts.set(key, verdict);
    }
    return verdict;
  };
  const holds = ({key, equals, in: several = []}: VisibilityDefinition): boolean => {
    const other = byKey.get(key);
    if (!other || !isVisible(other)) return false;
    const value = valueOf(key);
    // What is left empty is not in the credential, which has to show the same as its form.
    const nothing = other.type === 'boolean' ? false : '';
    const given: readonly unknown[] = Array.isArray(value) ? value : [value];
    const values = isEmpty(other, value) ? [nothing] : given;
    return [equals, ...several].some((wanted) => values.includes(wanted));
  };
  return method.variables.filter(isVisible);
}

export function own(values: Readonly<Record<string, unknown>> | undefined, key: string): unknown {
  return values && Object.hasOwn(values, key) ? values[key] : undefined;
}

const isList = ({type}: Variable) => type === 'multiselect' || type === 'keyvalue';

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

const isPair = (value: unknown) => isTexts(value) && value.length === 2;

const isFittingList = ({type}: Variable, value: unknown): value is FieldValue =>
  type === 'multiselect' ? isTexts(value) : Array.isArray(value) && value.every(isPair);

const defaultValue = (variable: Variable) => fieldValue(variable, variable.default);

/** A value from elsewhere, unless the field could not show it. */
function fieldValue(variable: Variable, value: unknown): FieldValue | undefined {
  if (isList(variable)) return isFittingList(variable, value) ? value : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}
