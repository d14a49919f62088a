import type {FieldValue} from '../model/definition.js';
import type {JsonObject, JsonValue} from '../model/json.js';
import type {Variable} from '../model/method-kind.js';

/** Texts that nobody thinks of. */
const ODD_TEXTS = [
  '',
  ' ',
  '\0',
  '\ud800',
  '😀',
  '__proto__',
  'constructor',
  '{{',
  '{{x}}',
  'https://',
  '%',
  '\r\n',
  'x'.repeat(10_000),
];

/** What a definition may hold where nobody would write it. */
const ODD_VALUES: readonly JsonValue[] = [
  ...ODD_TEXTS,
  null,
  true,
  false,
  0,
  -1,
  1e308,
  [],
  {},
  [null],
  [[]],
  [{}],
  {toString: null, length: -1},
];

/**
 * Settings from anywhere: each of some names with each odd value, each left out, and values put
 * together at random, which are the same at each run.
 */
export function* garbageSettings(samples: readonly JsonObject[]): Generator<JsonObject> {
  const names = [...new Set(samples.flatMap((sample) => Object.keys(sample)))];
  for (const sample of [{}, ...samples]) {
    yield sample;
    for (const name of names) {
      yield Object.fromEntries(Object.entries(sample).filter(([other]) => other !== name));
      for (const value of ODD_VALUES) yield {...sample, [name]: value};
    }
  }
  const random = randomFrom(1);
  for (let count = 0; count < 200; count++) {
    const entries = [...names, 'other'].map((name) => [name, randomValue(random, 3)]);
    yield Object.fromEntries(entries) as JsonObject;
  }
}

/** Values that a variable may have although hardly anybody enters them. */
export function oddValuesOf({type, options = []}: Variable): readonly FieldValue[] {
  switch (type) {
    case 'boolean':
      return [true, false];
    case 'number':
      return [0, -1, 0.1, 1e308, -1e308];
    case 'multiselect':
      return [[], options.map(({value}) => value)];
    case 'keyvalue':
      return [[], ODD_TEXTS.map((text) => [text, text] as const)];
    case 'select':
      return [...ODD_TEXTS, ...options.map(({value}) => value)];
    default:
      return ODD_TEXTS;
  }
}

type Random = () => number;

/** Park and Miller's generator: from 0 to 1, both left out. */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function randomValue(random: Random, depth: number): JsonValue {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  if (depth === 0 || random() < 0.5) return pick(ODD_VALUES);
  const parts = Array.from({length: Math.floor(random() * 4)}, () =>
    randomValue(random, depth - 1),
  );
  return random() < 0.5
    ? parts
    : Object.fromEntries(parts.map((part) => [pick(['a', 'value', 'type', 'name']), part]));
}
