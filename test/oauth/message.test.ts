import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {channelName, isParameters, readResult} from '../../src/oauth/message.js';
import {resultOf} from '../support/authorization-ports.js';

const state = 'S'.repeat(43);
const other = 'T'.repeat(43);
const params = {code: 'the-code', state};
const valid = resultOf(state);

describe('the channel of an attempt', () => {
  it('is named by its state, and by the version of what is said on it', () => {
    expect(channelName(state)).to.equal(`keyslot/oauth/1:${state}`);
  });
});

describe('a message', () => {
  it('with the answer of this attempt is read', () => {
    expect(readResult(valid, state)).to.deep.equal(valid);
    for (const fault of ['malformed', 'unsupported'] as const) {
      const faulty = resultOf(state, {state}, fault);
      expect(readResult(faulty, state)).to.deep.equal(faulty);
    }
  });

  it('is read without what does not belong to it', () => {
    expect(readResult({...valid, t: 'result', extra: 1, verifier: 'v'}, state)).to.deep.equal(
      valid,
    );
  });

  it('is a copy, so that whoever sent it has no more say', () => {
    const mutable = {...params};
    const message = readResult({...valid, params: mutable}, state);
    mutable.code = 'another';
    expect(message?.params).to.deep.equal(params);
  });

  it('may have every parameter that the callback page passes on', () => {
    for (const name of [
      'code',
      'state',
      'iss',
      'error',
      'error_description',
      'error_uri',
      'oauth_token',
      'oauth_verifier',
      'denied',
    ]) {
      const message = resultOf(state, {[name]: 'x'.repeat(4096)});
      expect(readResult(message, state), name).to.deep.equal(message);
    }
  });

  const cyclic: Record<string, unknown> = {...valid};
  cyclic['params'] = cyclic;
  const withoutParams = {ns: valid.ns, v: valid.v, t: valid.t, state};

  const ignored: readonly (readonly [name: string, data: unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['a number', 1],
    ['not a number', NaN],
    ['a big integer', 10n],
    ['true', true],
    ['a text', 'keyslot/oauth'],
    ['a text of JSON', JSON.stringify(valid)],
    ['a huge text', 'x'.repeat(5_000_000)],
    ['an empty object', {}],
    ['an empty list', []],
    ['a list of it', [valid]],
    ['a list that looks like it', Object.assign([], valid)],
    ['a map', new Map(Object.entries(valid))],
    ['a date', new Date()],
    ['an error', new Error('x')],
    ['bytes', new Uint8Array(10)],
    ['no namespace', {...valid, ns: undefined}],
    ['another namespace', {...valid, ns: 'other/oauth'}],
    ['the namespace in a list', {...valid, ns: ['keyslot/oauth']}],
    ['no version', {...valid, v: undefined}],
    ['another version', {...valid, v: 2}],
    ['the version as a text', {...valid, v: '1'}],
    ['no type', {...valid, t: undefined}],
    ['an unknown type', {...valid, t: 'results'}],
    ['a verdict', {...valid, t: 'ack'}],
    ['a refusal', {...valid, t: 'nack'}],
    ['a cancellation', {...valid, t: 'cancel'}],
    ['no state', {...valid, state: undefined}],
    ['an empty state', {...valid, state: ''}],
    ['another state', {...valid, state: other}],
    ['the state in another case', {...valid, state: state.toLowerCase()}],
    ['the state and a space', {...valid, state: `${state} `}],
    ['the state in a list', {...valid, state: [state]}],
    ['an object for a state', {...valid, state: {state}}],
    ['no parameters', withoutParams],
    ['null for parameters', {...valid, params: null}],
    ['a text for parameters', {...valid, params: 'code=x'}],
    ['a list for parameters', {...valid, params: [['code', 'x']]}],
    ['a number for a parameter', {...valid, params: {code: 5}}],
    ['a list for a parameter', {...valid, params: {code: ['x']}}],
    ['an object for a parameter', {...valid, params: {code: {toString: 'x'}}}],
    ['nothing for a parameter', {...valid, params: {code: undefined}}],
    ['an unknown parameter', {...valid, params: {...params, access_token: 'x'}}],
    ['a parameter in capitals', {...valid, params: {Code: 'x'}}],
    ['a parameter that is too long', {...valid, params: {code: 'x'.repeat(4097)}}],
    ['a huge parameter', {...valid, params: {error_description: 'x'.repeat(5_000_000)}}],
    ['itself for parameters', cyclic],
    ['an unknown fault', {...valid, fault: 'other'}],
    ['an empty fault', {...valid, fault: ''}],
    ['null for a fault', {...valid, fault: null}],
    ['true for a fault', {...valid, fault: true}],
    ['a prototype', JSON.parse(`{"__proto__": ${JSON.stringify(valid)}}`)],
    [
      'the prototype of parameters',
      {...withoutParams, params: JSON.parse('{"__proto__":{"code":"x"}}')},
    ],
    ['the constructor as a parameter', {...valid, params: {constructor: 'x'}}],
    ['a method of objects as a parameter', {...valid, params: {toString: 'x'}}],
  ];

  for (const [name, data] of ignored) {
    it(`that is, or has, ${name} is none`, () => {
      expect(readResult(data, state)).to.be.undefined;
      // What arrives has been cloned.
      expect(readResult(structuredClone(data), state)).to.be.undefined;
    });
  }

  it('with getters is what they gave when it was sent', () => {
    let asked = 0;
    const sent = {
      ...valid,
      params: {
        get code() {
          asked += 1;
          return `code ${asked}`;
        },
      },
    };
    const message = readResult(structuredClone(sent), state);
    expect(message?.params).to.deep.equal({code: 'code 1'});
  });

  it('never reaches a prototype', () => {
    const message = readResult(
      structuredClone({...valid, params: JSON.parse('{"__proto__":"x","code":"y"}')}),
      state,
    );
    expect(message).to.be.undefined;
    expect(Object.prototype).not.to.have.property('code');
  });

  it('is ignored in whatever way it is wrong', () => {
    const value = fc.oneof(
      fc.anything({withBigInt: true, withDate: true, withMap: true, withSet: true}),
      fc.constantFrom(...ignored.map(([, data]) => data)),
    );
    const almost = fc
      .record({
        ns: fc.oneof(fc.constant('keyslot/oauth'), value),
        v: fc.oneof(fc.constant(1), value),
        t: fc.oneof(fc.constantFrom('result', 'ack', 'nack', 'cancel', '__proto__'), value),
        state: fc.oneof(fc.constantFrom(state, other), value),
        params: fc.oneof(
          fc.dictionary(
            fc.constantFrom('code', 'state', 'error', '__proto__', 'constructor'),
            fc.oneof(fc.string(), value),
          ),
          value,
        ),
        fault: fc.oneof(fc.constantFrom(undefined, 'malformed'), value),
      })
      .map((data): unknown => data);
    let read = 0;
    const property = fc.property(fc.oneof(almost, value), (data) => {
      const message = readResult(data, state);
      if (!message) return;
      read += 1;
      // Exactly what was checked.
      expect(message.ns).to.equal('keyslot/oauth');
      expect(message.state).to.equal(state);
      expect(Object.values(message.params).every((text) => typeof text === 'string')).to.be.true;
      expect(Object.getPrototypeOf(message.params)).to.equal(Object.prototype);
    });
    fc.assert(property, {numRuns: 10_000});
    expect(read).to.be.below(5000);
  }).timeout(20_000);
});

describe('parameters', () => {
  it('are texts by known names', () => {
    expect(isParameters({})).to.be.true;
    expect(isParameters(Object.create(null))).to.be.true;
    expect(isParameters({code: 'c', error_description: ''})).to.be.true;
    expect(isParameters(undefined)).to.be.false;
    expect(isParameters({scope: 'read'})).to.be.false;
  });
});
