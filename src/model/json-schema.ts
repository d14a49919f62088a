/** What a JSON value can be, in the words of JSON Schema. */
export type TypeName = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';

/**
 * The part of JSON Schema (draft 2020-12) in which definitions are described. The same objects are
 * what definitions are read by, what their types are inferred from, and what editors get as
 * `connector.schema.json`.
 */
export interface JsonSchema {
  readonly type?: TypeName | readonly TypeName[];
  readonly enum?: readonly (string | number)[];
  /** A regular expression, run with the `u` flag and not anchored. */
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly items?: JsonSchema;
  readonly properties?: {readonly [name: string]: JsonSchema};
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  /** What other properties are like. `false`: they are left out with a warning. */
  readonly additionalProperties?: boolean | JsonSchema;
  /** What is read where there is nothing. */
  readonly default?: JsonConstant;
}

type JsonConstant =
  string | number | boolean | readonly JsonConstant[] | {readonly [name: string]: JsonConstant};

/** The schemas of an object's properties by name. */
export type Properties = {readonly [name: string]: JsonSchema};

/** The schema of an object that has these properties and no others. */
export interface ObjectSchema<
  P extends Properties = Properties,
  R extends readonly string[] = readonly string[],
> extends JsonSchema {
  readonly type: 'object';
  readonly properties: P;
  readonly required: R;
  readonly additionalProperties: false;
}

/** Makes the schema of an object from its properties and the names of those that it must have. */
export const objectSchema = <
  const P extends Properties,
  const R extends readonly (keyof P & string)[] = readonly [],
>(
  properties: P,
  required?: R,
) =>
  ({
    type: 'object',
    properties,
    required: required ?? [],
    additionalProperties: false,
  }) as unknown as ObjectSchema<P, R>;

/** What is read by a schema. */
export type ReadBy<S> = Value<S, 'read'>;

/** What can be written where a schema reads: whatever has a default can be left out. */
export type WrittenFor<S> = Value<S, 'written'>;

type Side = 'read' | 'written';

type Value<S, D extends Side> = S extends {readonly enum: readonly (infer E)[]}
  ? E
  : S extends {readonly type: readonly (infer T)[]}
    ? OfType<T, S, D>
    : S extends {readonly type: infer T}
      ? OfType<T, S, D>
      : unknown;

type OfType<T, S, D extends Side> = T extends 'string'
  ? string
  : T extends 'number' | 'integer'
    ? number
    : T extends 'boolean'
      ? boolean
      : T extends 'array'
        ? readonly (S extends {readonly items: infer I} ? Value<I, D> : unknown)[]
        : S extends {readonly properties: infer P}
          ? ObjectOf<P, Always<S, P, D>, D>
          : S extends {readonly additionalProperties: infer A}
            ? {readonly [name: string]: Value<A, D>}
            : object;

type ObjectOf<P, A, D extends Side> = Flat<
  {readonly [name in keyof P as name extends A ? name : never]: Value<P[name], D>} & {
    readonly [name in keyof P as name extends A ? never : name]?: Value<P[name], D>;
  }
>;

/** An intersection, written out as one object. */
type Flat<T> = {[name in keyof T]: T[name]};

/** The names of the properties that are there, whatever was left out. */
type Always<S, P, D extends Side> =
  | (S extends {readonly required: readonly (infer R)[]} ? R : never)
  | (D extends 'read'
      ? {[name in keyof P]: P[name] extends {readonly default: unknown} ? name : never}[keyof P]
      : never);
