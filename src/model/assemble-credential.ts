import {isEmpty} from './is-empty.js';
import type {FieldValue} from './definition.js';
import {
  fromRaw,
  initialValue,
  isFixed,
  own,
  storedSecrets,
  visibleVariables,
  type RawValue,
  type ValueSources,
} from './draft.js';
import type {AvailableMethod, Connector, FieldValues, Variable} from './method-kind.js';

/** What may become a credential. */
export interface AssembledCredential {
  readonly connectorId: string;
  readonly methodId: string;
  readonly type: string;
  readonly values: FieldValues;
  readonly kept?: readonly string[];
  readonly cleared?: readonly string[];
}

/**
 * Puts a credential together, still to be validated, from what the inputs hold.
 *
 * @param read - What the input of a variable holds; `undefined` when there is none.
 * @param cleared - The keys of stored secrets that the user wants removed.
 */
export function assembleCredential(
  connector: Connector,
  method: AvailableMethod,
  read: (variable: Variable) => RawValue | undefined,
  sources: ValueSources,
  cleared: ReadonlySet<string> = new Set(),
): AssembledCredential {
  const values: Record<string, FieldValue> = {};
  const stored = storedSecrets(method, sources.existing);
  for (const variable of method.variables) {
    const raw = isFixed(variable, sources) ? undefined : read(variable);
    const value =
      raw === undefined ? initialValue(variable, method, sources) : fromRaw(variable, raw);
    if (value !== undefined && !isEmpty(variable, value)) values[variable.key] = value;
  }
  const visible = visibleValues(method, values);
  // One that is hidden was not replaced, whatever was typed before.
  const untouched = [...stored].filter((key) => !Object.hasOwn(visible, key));
  return {
    connectorId: connector.id,
    methodId: method.id,
    type: method.type,
    values: visible,
    ...(sources.existing && {
      kept: untouched.filter((key) => !cleared.has(key)),
      cleared: untouched.filter((key) => cleared.has(key)),
    }),
  };
}

/** The values whose variables are asked for, given the others. */
function visibleValues(
  method: AvailableMethod,
  values: Readonly<Record<string, FieldValue>>,
): Record<string, FieldValue> {
  const valueOf = (key: string) => own(values, key) as FieldValue | undefined;
  const visible = visibleVariables(method, valueOf);
  return Object.fromEntries(
    visible.flatMap(({key}) => {
      const value = valueOf(key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
