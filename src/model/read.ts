import type {DiagnosticList} from './diagnostic.js';
import {isJsonObject, type JsonObject, type JsonValue} from './json.js';
import type {JsonSchema, ReadBy, TypeName} from './json-schema.js';

/**
 * Reads a value by a schema. Properties that the schema does not describe are left out: with a
 * warning where `additionalProperties` is `false`, unless they begin with `x-` or are `$schema`.
 * Anything else that does not fit is an error.
 *
 * @returns A copy with the defaults filled in, or `undefined` after an error.
 */
export function read<S extends JsonSchema>(
  schema: S,
  value: JsonValue,
  diagnostics: DiagnosticList,
): ReadBy<S> | undefined {
  // Where the walk is: paths are written out only for what is wrong.
  const path: PropertyKey[] = [];
  const here = () => diagnostics.at(...path);

  const visitAt = (segment: PropertyKey, schema: JsonSchema, value: JsonValue | undefined) => {
    path.push(segment);
    const result = visit(schema, value);
    path.pop();
    return result;
  };

  const visit = (schema: JsonSchema, value: JsonValue | undefined): JsonValue | undefined => {
    const unfit = misfit(schema, value);
    if (unfit) {
      here().error('definition_invalid', {expected: unfit});
      return undefined;
    }
    if (Array.isArray(value)) return visitList(schema, value);
    return isJsonObject(value) ? visitObject(schema, value) : value;
  };

  const visitList = ({items}: JsonSchema, list: JsonValue[]) => {
    if (!items) return list;
    const parts = list.map((part, index) => visitAt(index, items, part));
    return parts.includes(undefined) ? undefined : (parts as JsonValue[]);
  };

  const visitObject = (schema: JsonSchema, object: JsonObject) => {
    const {properties = {}, required = [], propertyNames, additionalProperties} = schema;
    const parts: [string, JsonValue | undefined][] = [];
    const add = (name: string, schema: JsonSchema, part: JsonValue | undefined) =>
      parts.push([name, visitAt(name, schema, part)]);

    for (const [name, part] of Object.entries(object)) {
      const described = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      if (typeof described === 'object') {
        if (propertyNames) add(name, propertyNames, name);
        add(name, described, part);
      } else if (described === false && !/^(?:x-|\$schema$)/.test(name)) {
        here().at(name).warn('definition_unknown_property', {name});
      }
    }
    for (const [name, schema] of Object.entries(properties)) {
      if (Object.hasOwn(object, name)) continue;
      if (schema.default !== undefined || required.includes(name))
        add(name, schema, schema.default as JsonValue);
    }
    if (parts.some(([, part]) => part === undefined)) return undefined;
    return Object.fromEntries(parts) as JsonObject;
  };

  return visit(schema, value) as ReadBy<S> | undefined;
}

/** What a value should have been, where it is something else. */
function misfit(schema: JsonSchema, value: JsonValue | undefined): string | undefined {
  const {type = [], enum: choices, pattern, maxLength = Infinity, minimum = -Infinity} = schema;
  if (choices) return choices.includes(value as string) ? undefined : choices.join(' | ');
  const types = [type].flat();
  if (types.length && !types.some((name) => isOfType(name, value))) return types.join(' | ');
  if (typeof value === 'number' && value < minimum) return 'minimum';
  if (typeof value !== 'string') return undefined;
  if (value.length > maxLength) return 'maxLength';
  return !pattern || new RegExp(pattern, 'u').test(value) ? undefined : 'pattern';
}

function isOfType(type: TypeName, value: JsonValue | undefined): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
    default:
      return typeof value === type;
  }
}
