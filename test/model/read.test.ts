import {expect} from '@open-wc/testing';
import * as z from 'zod/mini';
import type {JsonValue} from '../../src/model/json.js';
import {read} from '../../src/model/read.js';
import {diagnosed} from '../support/model.js';

const schema = z.strictObject({
  name: z.string(),
  kind: z.optional(z.literal(['a', 'b'])),
  short: z.optional(z.string().check(z.refine((text) => text.length < 3))),
  inner: z.optional(z.strictObject({list: z.array(z.strictObject({n: z.number()}))})),
});

const readIt = (value: JsonValue) => {
  const outcome = diagnosed((diagnostics) => {
    const result = read(schema, value, diagnostics.at('base'));
    return {result, params: diagnostics.entries.map(({params}) => params)};
  });
  return {...outcome.result, found: outcome.found};
};

describe('read', () => {
  it('returns what fits as it is', () => {
    const value = {name: 'x', inner: {list: [{n: 1}]}};
    expect(readIt(value)).to.deep.equal({result: value, params: [], found: []});
  });

  it('leaves unknown properties out with a warning, also further in', () => {
    const {result, params, found} = readIt({
      name: 'x',
      nmae: 'y',
      inner: {list: [{n: 1}, {n: 2, m: 3}], more: {}},
    });
    expect(result).to.deep.equal({name: 'x', inner: {list: [{n: 1}, {n: 2}]}});
    expect(found).to.have.members([
      'warning definition_unknown_property /base/nmae',
      'warning definition_unknown_property /base/inner/list/1/m',
      'warning definition_unknown_property /base/inner/more',
    ]);
    expect(params).to.deep.include({name: 'nmae'});
  });

  it('leaves out x-… and $schema and says nothing', () => {
    const {result, found} = readIt({
      name: 'x',
      'x-note': 1,
      $schema: 'https://example.com/schema',
      inner: {list: [{n: 1, 'x-note': 2}]},
    });
    expect(result).to.deep.equal({name: 'x', inner: {list: [{n: 1}]}});
    expect(found).to.deep.equal([]);
  });

  const wrong: readonly [JsonValue, string, string][] = [
    ['text', '/base', 'object'],
    [null, '/base', 'object'],
    [[], '/base', 'object'],
    [{}, '/base/name', 'string'],
    [{name: 5}, '/base/name', 'string'],
    [{name: 'x', kind: 'c'}, '/base/kind', 'a | b'],
    [{name: 'x', short: 'abc'}, '/base/short', 'custom'],
    [{name: 'x', inner: {list: [{n: 1}, {n: '2'}]}}, '/base/inner/list/1/n', 'number'],
  ];
  for (const [value, path, expected] of wrong) {
    it(`refuses ${JSON.stringify(value)}: ${path} should be ${expected}`, () => {
      const {result, params, found} = readIt(value);
      expect(result).to.equal(undefined);
      expect(found).to.deep.equal([`error definition_invalid ${path}`]);
      expect(params).to.deep.equal([{expected}]);
    });
  }

  it('tells everything at once', () => {
    const {result, found} = readIt({name: 1, kind: 'c', extra: true});
    expect(result).to.equal(undefined);
    expect(found).to.have.members([
      'error definition_invalid /base/name',
      'error definition_invalid /base/kind',
      'warning definition_unknown_property /base/extra',
    ]);
  });
});
