import * as fc from 'fast-check';
import type {VariableDefinition} from '../../src/core.js';

/** Patterns with a text that fits. */
export const PATTERNS: Readonly<Record<string, string>> = {
  '[a-z]*': 'abc',
  '.{1,9}': 'x',
  'x|y|abc': 'abc',
  '[0-9]{2,}': '01',
  '\\p{L}+': 'é',
  'a[^]*b': 'a\nb',
  // These are not run: one could take for ever, one is none.
  '(a+)+b': 'anything',
  '[': 'anything',
};

/** Well-known shapes with a text that fits. */
export const FORMATS: Readonly<Record<NonNullable<VariableDefinition['format']>, string>> = {
  email: 'a@b',
  url: 'https://a.example',
  origin: 'https://a.example',
  hostname: 'a.example',
  'dns-label': 'my-store',
  uuid: '123e4567-e89b-12d3-a456-426614174000',
  pem: '-----BEGIN X-----\nabc\n-----END X-----',
  json: '{}',
};

const namesOf = <T extends object>(record: T) =>
  fc.constantFrom(...(Object.keys(record) as (keyof T)[]));

/** Present once in so many times. */
export const seldom = <T>(every: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({weight: every - 1, arbitrary: fc.constant(undefined)}, {weight: 1, arbitrary});

/** Without what is absent: a definition is JSON. */
export const present = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as {
    [name in keyof T]?: Exclude<T[name], undefined>;
  };

const DEFAULTS = ['', ' ', 'x', 'abc', 'my-store', 'a\nb', 'a\r\nb', 0, 5, 1e21, true] as const;

const overrides = {
  required: seldom(2, fc.boolean()),
  advanced: seldom(5, fc.constant(true)),
  configurable: seldom(8, fc.constant(false)),
  default: seldom(4, fc.constantFrom(...DEFAULTS)),
};

const pattern = namesOf(PATTERNS).map((regex) => ({regex}));

const texts = {
  ...overrides,
  secret: seldom(4, fc.boolean()),
  pattern: seldom(4, pattern),
  format: seldom(8, namesOf(FORMATS)),
  minLength: seldom(4, fc.integer({min: 0, max: 4})),
  maxLength: seldom(4, fc.integer({min: 3, max: 40})),
  prefix: seldom(6, fc.constant('https://')),
  suffix: seldom(6, fc.constant('.example.com')),
};

const options = fc.uniqueArray(fc.constantFrom('', 'x', 'y', 'abc', '5', ' '), {
  minLength: 1,
  maxLength: 3,
});

const numbers = fc
  .record({
    ...overrides,
    type: fc.constant('number' as const),
    secret: seldom(8, fc.boolean()),
    min: seldom(3, fc.constantFrom(-5, 0, 0.5)),
    max: seldom(3, fc.constantFrom(0, 5, 1e21)),
    // Rules for texts, which say nothing about a number.
    pattern: seldom(4, pattern),
    minLength: seldom(4, fc.constant(4)),
  })
  .map(present);

/** What a variable is but its key. */
export const shapes: fc.Arbitrary<Omit<VariableDefinition, 'key'>> = fc.oneof(
  ...([undefined, 'text', 'multiline', 'url', 'email'] as const).map((type) =>
    fc.record({type: fc.constant(type), ...texts}).map(present),
  ),
  {weight: 2, arbitrary: numbers},
  fc.record({...overrides, type: fc.constant('boolean' as const)}).map(present),
  fc
    .record({
      ...overrides,
      type: fc.constant('select' as const),
      options: options.map((values) => values.map((value) => ({value}))),
      pattern: seldom(8, pattern),
      maxLength: seldom(8, fc.constant(3)),
    })
    .map(present),
);

/** What a method changes of a variable that comes with its type, or with the connector. */
export const changes = fc.record(overrides).map(present);
