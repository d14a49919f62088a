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
  const kept: string[] = [];
  const stored = storedSecrets(method, sources.existing);
  for (const variable of method.variables) {
    const raw = isFixed(variable, sources) ? undefined : read(variable);
    const value =
      raw === undefined ? initialValue(variable, method, sources) : fromRaw(variable, raw);
    if (stored.has(variable.key) && (value === undefined || value === '')) kept.push(variable.key);
    else if (value !== undefined) values[variable.key] = value;
  }
  return {
    connectorId: connector.id,
    methodId: method.id,
    type: method.type,
    values: visibleValues(method, values),
    ...(sources.existing && {kept, cleared: []}),
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
