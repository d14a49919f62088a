import * as fc from 'fast-check';

/** Names from a small pool, so that definitions refer to, repeat and collide with one another. */
const key = fc.constantFrom('a', 'b', 'c', 'd', 'token', 'username', 'password', 'A', 'toString');

const text = fc.oneof(
  fc.string({maxLength: 8}),
  fc.constantFrom('x', 'y', '', ' ', 'https://a.example', 'a@b', '{}', 'my-store', '1'),
);

const localized = fc.oneof(text, fc.dictionary(fc.constantFrom('en', 'de', 'de-AT'), text));

const number = fc.oneof(fc.integer({min: -5, max: 5}), fc.double({noNaN: true}));

const scalar = fc.oneof(text, number.filter(Number.isFinite), fc.boolean());

const pairs = fc.array(fc.tuple(text, text), {maxLength: 2});

/** What a variable of any type may hold. */
const value = fc.oneof({weight: 4, arbitrary: scalar}, fc.array(text, {maxLength: 3}), {
  weight: 1,
  arbitrary: pairs,
});

const regex = fc.constantFrom('[a-z]*', '.{0,9}', 'x|y', '[0-9]+', '(a+)+b', '[', '(?=x)x', '[^]*');

const partial = <T>(model: {[name in keyof T]: fc.Arbitrary<T[name]>}, ...required: (keyof T)[]) =>
  fc.record(model, {requiredKeys: required});

const overrides = {
  label: localized,
  help: localized,
  required: fc.boolean(),
  advanced: fc.boolean(),
  configurable: fc.boolean(),
  alias: text,
  default: scalar,
};

const visibleWhen = partial({key, equals: scalar, in: fc.array(scalar, {maxLength: 3})}, 'key');

const variable = partial(
  {
    key,
    type: fc.constantFrom(
      'text',
      'multiline',
      'url',
      'email',
      'number',
      'boolean',
      'select',
      'multiselect',
      'file',
      'keyvalue',
    ),
    ...overrides,
    // Rarely, as most of them make it impossible that anything is valid.
    default: fc.oneof(
      {weight: 5, arbitrary: fc.constant(undefined)},
      {weight: 2, arbitrary: scalar},
      fc.array(text, {maxLength: 2}),
    ),
    encoding: fc.constantFrom('text', 'base64'),
    secret: fc.boolean(),
    docs: fc.constantFrom('https://a.example', 'http://a.example', 'javascript:1'),
    options: fc.array(partial({value: text, label: localized, group: localized}, 'value'), {
      minLength: 1,
      maxLength: 3,
    }),
    pattern: fc.option(partial({regex, message: localized}, 'regex'), {nil: undefined, freq: 2}),
    format: fc.option(fc.constantFrom('email', 'url', 'json', 'dns-label', 'pem'), {
      nil: undefined,
      freq: 2,
    }),
    minLength: fc.integer({min: 0, max: 3}),
    maxLength: fc.integer({min: 3, max: 12}),
    min: fc.integer({min: -5, max: 0}),
    max: fc.integer({min: 0, max: 5}),
    visibleWhen: fc.option(visibleWhen, {nil: undefined, freq: 2}),
    autofill: fc.constantFrom('machine', 'login'),
  },
  'key',
);

const method = partial(
  {
    id: fc.constantFrom('one', 'two', 'three', 'ONE'),
    type: fc.constantFrom('custom', 'custom', 'basic', 'token', 'saml'),
    name: localized,
    description: localized,
    recommended: fc.boolean(),
    variables: fc.uniqueArray(
      fc.oneof({weight: 5, arbitrary: variable}, partial({use: key, ...overrides}, 'use')),
      {maxLength: 5, selector: (entry) => ('key' in entry ? entry.key : entry.use)},
    ),
  },
  'id',
  'type',
);

/** Definitions of the right shape, most of which can be used. */
export const definitions = partial(
  {
    version: fc.constant(1),
    id: fc.constant('acme'),
    name: localized,
    docs: fc.constantFrom('https://a.example', 'data:,'),
    variables: fc.uniqueArray(variable, {maxLength: 4, selector: (entry) => entry.key}),
    methods: fc.uniqueArray(method, {minLength: 1, maxLength: 4, selector: ({id}) => id}),
  },
  'id',
  'name',
  'methods',
);

/** Anything at all: what JSON cannot hold, and what an attacker might write. */
export const garbage = fc.anything({
  key: fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'id', 'type', 'methods', 'variables', 'values'),
  ),
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Definitions in which one part is something else. */
export const damaged = fc
  .tuple(definitions, fc.array(fc.nat(), {minLength: 1, maxLength: 6}), garbage)
  .map(([definition, path, part]) => {
    const copy: unknown = structuredClone(definition);
    let holder = copy as Record<string, unknown>;
    let name = '';
    for (const step of path) {
      const names = Object.keys(holder);
      name = names[step % names.length] ?? '';
      const inner = holder[name];
      if (typeof inner !== 'object' || inner === null || step === path.at(-1)) break;
      holder = inner as Record<string, unknown>;
    }
    holder[name] = part;
    return copy;
  });

/** What people, hosts and stores hold: values of any variable, right or wrong. */
export const fieldValues = fc.dictionary(key, value, {maxKeys: 8});

export const keys = fc.uniqueArray(key);
