import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {parseConnector, validateCredential, type Method, type Variable} from '../../src/core.js';
import {assembleCredential} from '../../src/model/assemble-credential.js';
import type {RawValue, ValueSources} from '../../src/model/draft.js';
import {isJsonObject} from '../../src/model/json.js';
import {validateCredentialFor} from '../../src/model/validate-credential.js';
import {damaged, definitions, fieldValues, garbage, keys} from '../support/arbitrary.js';

const seed = 20_260_101;
const SLOW_MS = 1000;

/** Runs a property, and tells how many of its runs were to the point. */
function share<T>(arbitrary: fc.Arbitrary<T>, runs: number, holds: (input: T) => boolean): number {
  let relevant = 0;
  fc.assert(
    fc.property(arbitrary, (input) => {
      const started = performance.now();
      if (holds(input)) relevant += 1;
      expect(performance.now() - started, 'milliseconds').to.be.below(SLOW_MS);
    }),
    {seed, numRuns: runs},
  );
  return relevant / runs;
}

/** What a user can do something about. Everything else would be a dead end for the form. */
const MENDABLE = [
  'field_required',
  'field_type',
  'field_number',
  'field_too_small',
  'field_too_large',
  'field_too_short',
  'field_too_long',
  'field_option',
  'field_format',
  'field_pattern',
  'field_pair_name',
  'field_colon',
];

describe(`for any input (seed ${seed})`, function () {
  this.timeout(30_000);

  it('parsing yields a connector or an error, and never throws', () => {
    const relevant = share(fc.oneof(definitions, damaged, garbage), 1000, (input) => {
      const result = parseConnector(input);
      const errors = result.diagnostics.filter(({severity}) => severity === 'error');
      if (!result.connector) expect(errors).not.to.be.empty;
      for (const {code, path} of result.diagnostics) {
        expect(code).to.match(/^definition_[a-z_]+$/);
        expect(path).to.match(/^(?:\/(?:[^~]|~[01])*)?$/su);
      }
      for (const method of result.connector?.methods ?? []) {
        if (method.status === 'unavailable') expect(errors).to.include(method.reason);
      }
      expect(parseConnector(result)).to.equal(result);
      // Whatever was let through is JSON.
      if (result.connector) JSON.stringify(result.connector);
      return result.connector !== undefined;
    });
    expect(relevant).to.be.within(0.3, 0.9);
  });

  it('a definition of the right shape can be used', () => {
    const relevant = share(definitions, 500, (input) => {
      const {connector} = parseConnector(input);
      expect(connector).to.exist;
      return connector!.methods.some(({status}) => status === 'available');
    });
    expect(relevant).to.be.above(0.5);
  });

  it('a parsed definition parses again to the same', () => {
    share(definitions, 300, (input) => {
      const first = parseConnector(input);
      const again = parseConnector(JSON.parse(JSON.stringify(input)));
      expect(JSON.stringify(again)).to.equal(JSON.stringify(first));
      return true;
    });
  });

  it('validating never throws and refuses what is no credential', () => {
    const credentials = fc.oneof(
      garbage,
      fc.record({
        connectorId: fc.constantFrom('acme', 'other'),
        methodId: fc.constantFrom('one', 'two', 'three'),
        type: fc.constantFrom('custom', 'basic', 'token'),
        values: fc.oneof(fieldValues, garbage),
      }),
    );
    share(fc.tuple(fc.oneof(definitions, damaged), credentials), 1000, ([definition, input]) => {
      const validation = validateCredential(definition, input);
      if (validation.ok) expect(input).to.have.property('connectorId', 'acme');
      else expect(validation.issues).not.to.be.empty;
      return true;
    });
  });

  const attempts = fc.record({
    definition: definitions,
    chosen: fc.nat(),
    typed: fc.array(fc.nat(), {maxLength: 10, size: '+1'}),
    values: fieldValues,
    presets: fc.oneof({weight: 3, arbitrary: fc.constant({})}, fieldValues),
    existing: fc.option(fc.record({values: fieldValues, stored: keys, other: fc.boolean()}), {
      nil: undefined,
    }),
  });

  /** What somebody might enter who reads what the form says, or somebody who does not. */
  const entry = (
    {type, options, format, encoding}: Variable,
    choice: number,
  ): RawValue | undefined => {
    const texts = ['', 'x', 'y', 'my-store', '1', 'abcdefg', ' '];
    if (type === 'boolean') return [true, false, undefined][choice % 3];
    if (type === 'number') return ['1', '-1', '0', '', 'x'][choice % 5];
    const pairs: readonly RawValue[] = [[], [['n', 'v']], [['', '']], [['', 'v']]];
    const option = options?.[choice % options.length]?.value;
    if (options && type === 'select') return option;
    if (type === 'multiselect') return option === undefined || choice % 3 === 0 ? [] : [option];
    if (type === 'keyvalue') return pairs[choice % 4];
    if (type === 'file' && encoding === 'base64') return ['QUI=', '', 'x'][choice % 3];
    const fitting = {email: 'a@b', url: 'https://a', json: '{}'};
    const known = type === 'email' || type === 'url' ? type : (format ?? '');
    const fits = (fitting as Record<string, string>)[known];
    return choice % 4 > 0 && fits ? fits : texts[choice % texts.length];
  };

  /** Fills in the form of one of the methods, and validates what it assembles. */
  function attempt({
    definition,
    chosen,
    typed,
    values,
    presets,
    existing,
  }: AttemptOf<typeof attempts>) {
    const {connector} = parseConnector(definition);
    const methods = connector!.methods.filter(isAvailable);
    const method = methods[chosen % methods.length];
    if (!method) return undefined;
    const sources: ValueSources = {
      values,
      presets,
      existing: existing && {...existing, methodId: existing.other ? 'another' : method.id},
    };
    const read = (variable: Variable) => {
      const choice = typed[method.variables.indexOf(variable)];
      return choice === undefined ? undefined : entry(variable, choice);
    };
    const input = assembleCredential(connector!, method, read, sources);
    const again = (input: unknown) => validateCredentialFor(connector, input, sources.existing);
    return {method, sources, input, again, validation: again(input)};
  }

  it('what a form assembles is valid, or says what its user can mend', () => {
    const relevant = share(attempts, 2000, (given) => {
      const attempted = attempt(given);
      if (!attempted || attempted.validation.ok) return attempted !== undefined;
      for (const {code, key} of attempted.validation.issues) {
        expect(MENDABLE).to.include(code);
        expect(attempted.method.variables.map((variable) => variable.key)).to.include(key);
      }
      return false;
    });
    expect(relevant).to.be.above(0.1);
  });

  it('a credential that went through JSON is valid again, and the same', () => {
    const relevant = share(attempts, 2000, (given) => {
      const attempted = attempt(given);
      if (!attempted?.validation.ok) return false;
      const {credential} = attempted.validation;
      const text = JSON.stringify(credential);
      const again = attempted.again(JSON.parse(text));
      expect(again).to.have.property('ok', true);
      if (again.ok) expect(JSON.stringify(again.credential)).to.equal(text);
      return Object.keys(credential.values).length > 0;
    });
    expect(relevant).to.be.above(0.1);
  });

  it('a credential holds each value under the key of a variable, in their order', () => {
    const relevant = share(attempts, 1000, (given) => {
      const attempted = attempt(given);
      if (!attempted?.validation.ok) return false;
      const {credential} = attempted.validation;
      const order = attempted.method.variables.map(({key}) => key);
      const held = Object.keys(credential.values);
      expect(held).to.deep.equal(order.filter((key) => held.includes(key)));
      const {kept = [], cleared = []} = 'kept' in credential ? credential : {};
      const fates = [...kept, ...cleared, ...held];
      expect(new Set(fates).size).to.equal(fates.length);
      return held.length > 1;
    });
    expect(relevant).to.be.above(0.05);
  });

  it('a value that is taken away or added does not go unnoticed', () => {
    share(attempts, 500, (given) => {
      const attempted = attempt(given);
      if (!attempted?.validation.ok || !isJsonObject(attempted.input)) return false;
      const values = attempted.input.values as object;
      const more = attempted.again({...attempted.input, values: {...values, surplus: 'x'}});
      expect(more).to.have.property('ok', false);
      return true;
    });
  });
});

type AttemptOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

const isAvailable = (method: Method) => method.status === 'available';
