import * as z from 'zod/mini';
import type {DiagnosticList} from './diagnostic.js';
import {isJsonObject, type JsonValue} from './json.js';

/**
 * Reads a value by a schema. Unknown properties are left out with a warning, those that begin with
 * `x-`, and `$schema`, without one; anything else that does not fit is an error.
 */
export function read<T>(
  schema: z.ZodMiniType<T>,
  value: JsonValue,
  diagnostics: DiagnosticList,
): T | undefined {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  let unknownOnly = true;
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const name of issue.keys) {
        if (!/^(?:x-|\$schema$)/.test(name)) {
          diagnostics.at(...issue.path, name).warn('definition_unknown_property', {name});
        }
        remove(value, [...issue.path, name]);
      }
    } else {
      unknownOnly = false;
      diagnostics.at(...issue.path).error('definition_invalid', {expected: expectation(issue)});
    }
  }
  return unknownOnly ? read(schema, value, diagnostics) : undefined;
}

function remove(value: JsonValue, path: readonly PropertyKey[]): void {
  const name = String(path.at(-1));
  let holder: unknown = value;
  for (const segment of path.slice(0, -1)) {
    holder = (holder as Record<PropertyKey, unknown>)[segment];
  }
  if (isJsonObject(holder)) Reflect.deleteProperty(holder, name);
}

/** A word for what a schema wanted. Messages of the library are never used: a host can change them. */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.join(' | ');
    default:
      return issue.code;
  }
}
