import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import * as z from 'zod';
import {parseConnector} from '../../src/core.js';
import {connectors} from '../differential/connectors.js';
import {seldom} from '../differential/variables.js';
import {damaged, definitions, garbage} from '../support/arbitrary.js';
import {LONGEST, repeat, search} from './search.js';

/** What takes longer would never end, however busy the machine is. */
const SLOW_MS = 5000;

const schema = (await (
  await fetch('/connector.schema.json')
).json()) as z.core.JSONSchema.JSONSchema;
const validator = z.fromJSONSchema(schema);

/** What an attacker does to a part of a definition: repeats it, or puts it far inside. */
const attack = fc.oneof(
  fc.record({
    part: fc.constantFrom('methods', 'variables'),
    times: fc.integer({min: 2, max: 1500}),
  }),
  fc.record({part: fc.constantFrom('name', 'methods'), depth: fc.integer({min: 1, max: 5000})}),
);

const anyDefinition = fc.oneof(
  fc.record({definition: definitions}),
  fc.record({definition: connectors}),
  fc.record({definition: damaged}),
  fc.record({definition: garbage}),
  // Rarely, as it takes a while.
  fc.record({definition: definitions, attack: seldom(10, attack)}),
);

interface Given {
  readonly definition: unknown;
  readonly attack?:
    {readonly part: string; readonly times?: number; readonly depth?: number} | undefined;
}

/** A definition, attacked. */
function inputOf({definition, attack}: Given): unknown {
  if (!attack) return definition;
  const {part, times, depth = 0} = attack;
  const held = (definition as Record<string, unknown>)[part];
  if (times) {
    const [first] = (held ?? []) as readonly unknown[];
    return {...(definition as object), [part]: Array.from({length: times}, () => first)};
  }
  let nested = held;
  for (let level = 0; level < depth; level += 1) nested = level % 2 ? [nested] : {[part]: nested};
  return {...(definition as object), [part]: nested};
}

/** Whether nothing of a value can be changed. */
function isFrozen(value: unknown): boolean {
  if (typeof value === 'function' || typeof value !== 'object' || value === null) return true;
  return (
    Object.isFrozen(value) &&
    Reflect.ownKeys(value).every((name) => isFrozen(Reflect.get(value, name)))
  );
}

/** What can be known of a definition alone, rather than of how its parts fit together. */
const isOfStructure = ({code, path, params}: {code: string; path: string; params: object}) =>
  code === 'definition_unknown_property' ||
  (code === 'definition_invalid' &&
    !path.endsWith('/default') &&
    !('expected' in params && ['json', 'options', 'origin'].includes(String(params.expected))));

describe(`any definition (${repeat})`, function () {
  this.timeout(LONGEST);

  it('is read without an exception or a wait, once, to something that nobody can change', async () => {
    const usable = await search(anyDefinition, (given) => {
      const input = inputOf(given);
      const started = performance.now();
      const result = parseConnector(input);
      expect(performance.now() - started, 'milliseconds').to.be.below(SLOW_MS);
      const {connector, diagnostics} = result;
      expect(isFrozen(result), 'frozen').to.be.true;
      expect(parseConnector(result) === result, 'the result is read for free').to.be.true;
      if (!connector) {
        expect(diagnostics.some(({severity}) => severity === 'error')).to.be.true;
        return false;
      }
      expect(parseConnector(connector) === result, 'the connector is read for free').to.be.true;
      // What was let through is JSON.
      JSON.stringify(connector);
      return true;
    });
    expect(usable, 'share of those that can be shown').to.be.within(0.4, 0.9);
  });

  it('that is JSON is read to the same again, and as its schema says', async () => {
    const written = fc.oneof(definitions, connectors, damaged.filter(isJson));
    const accepted = await search(written, (input) => {
      const copy: unknown = JSON.parse(JSON.stringify(input));
      const {diagnostics} = parseConnector(copy);
      const again = parseConnector(JSON.parse(JSON.stringify(copy)));
      expect(JSON.stringify(again.diagnostics)).to.equal(JSON.stringify(diagnostics));
      const isAccepted = validator.safeParse(copy).success;
      if (!isAccepted)
        expect(diagnostics.length, 'found in what the schema refuses').to.be.above(0);
      else
        expect(
          diagnostics.filter(isOfStructure).length,
          'found in what the schema accepts',
        ).to.equal(0);
      return isAccepted;
    });
    expect(accepted, 'share of those that the schema accepts').to.be.within(0.2, 0.9);
  });
});

/** Whether a value is one that JSON can hold. */
function isJson(value: unknown): boolean {
  try {
    return (JSON.stringify(value) as string | undefined) !== undefined;
  } catch {
    return false;
  }
}
