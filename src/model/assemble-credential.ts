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
import type {AvailableMethod, Connector, Variable} from './method-kind.js';

/**
 * Puts a credential together, still to be validated, from what the inputs hold.
 *
 * @param read - What the input of a variable holds; `undefined` when there is none.
 */
export function assembleCredential(
  connector: Connector,
  method: AvailableMethod,
  read: (variable: Variable) => RawValue | undefined,
  sources: ValueSources,
): unknown {
  const values: Record<string, FieldValue> = {};
  const stored = storedSecrets(method, sources.existing);
  for (const variable of method.variables) {
    const raw = isFixed(variable, sources) ? undefined : read(variable);
    const value =
      raw === undefined ? initialValue(variable, method, sources) : fromRaw(variable, raw);
    if (value !== undefined && !(value === '' && stored.has(variable.key))) {
      values[variable.key] = value;
    }
  }
  const visible = visibleValues(method, values);
  return {
    connectorId: connector.id,
    methodId: method.id,
    type: method.type,
    values: visible,
    // One that is hidden was not replaced, whatever was typed before.
    ...(sources.existing && {
      kept: [...stored].filter((key) => !Object.hasOwn(visible, key)),
      cleared: [],
    }),
  };
}

/** The values whose variables are asked for, given the others. */
function visibleValues(
  method: AvailableMethod,
  values: Readonly<Record<string, FieldValue>>,
): Record<string, FieldValue> {
  const visible = visibleVariables(method, (key) => values[key]);
  return Object.fromEntries(
    visible.flatMap(({key}) => {
      const value = own(values, key) as FieldValue | undefined;
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
