import {expect} from '@open-wc/testing';
import type {JsonValue} from '../../src/model/json.js';
import {objectSchema} from '../../src/model/json-schema.js';
import {read} from '../../src/model/read.js';
import {diagnosed} from '../support/model.js';

const schema = objectSchema(
  {
    name: {type: 'string'},
    kind: {enum: ['a', 'b']},
    short: {type: 'string', maxLength: 2},
    word: {type: 'string', pattern: '^\\p{L}+$'},
    count: {type: 'integer', minimum: 0},
    either: {type: ['string', 'boolean']},
    texts: {
      type: 'object',
      propertyNames: {pattern: '^[a-z]+$'},
      additionalProperties: {type: 'string'},
    },
    inner: objectSchema(
      {
        list: {
          type: 'array',
          items: objectSchema({n: {type: 'number'}, unit: {type: 'string', default: 'px'}}, ['n']),
        },
      },
      ['list'],
    ),
  },
  ['name'],
);

const readIt = (value: JsonValue) => {
  const outcome = diagnosed((diagnostics) => {
    const result = read(schema, value, diagnostics.at('base'));
    return {result, params: diagnostics.entries.map(({params}) => params)};
  });
  return {...outcome.result, found: outcome.found};
};

describe('read', () => {
  it('returns what fits as it is', () => {
    const value = {
      name: 'x',
      kind: 'b',
      short: 'é',
      word: 'Größe',
      count: 0,
      either: false,
      texts: {en: 'a', de: ''},
      inner: {list: [{n: 1.5, unit: 'em'}]},
    };
    expect(readIt(value)).to.deep.equal({result: value, params: [], found: []});
    expect(readIt(value).result).not.to.equal(value);
  });

  it('fills in what is left out and has a default', () => {
    const {result} = readIt({name: 'x', inner: {list: [{n: 1}]}});
    expect(result).to.deep.equal({name: 'x', inner: {list: [{n: 1, unit: 'px'}]}});
  });

  it('takes a default apart as if it had been written', () => {
    const outer = objectSchema({
      inner: {...objectSchema({n: {type: 'number', default: 1}}), default: {}},
    });
    const once = diagnosed((place) => read(outer, {}, place)).result;
    expect(once).to.deep.equal({inner: {n: 1}});
    expect(diagnosed((place) => read(outer, {}, place)).result?.inner).not.to.equal(once?.inner);
  });

  it('leaves out what an open object does not describe, and says nothing', () => {
    const open = {type: 'object', properties: {a: {type: 'string'}}} as const;
    const {result, found} = diagnosed((place) => read(open, {a: 'x', b: 1}, place));
    expect(result).to.deep.equal({a: 'x'});
    expect(found).to.deep.equal([]);
  });

  it('has no name that reaches into the machinery of objects', () => {
    const value = JSON.parse(
      '{"name": "x", "texts": {"en": "a"}, "__proto__": {"polluted": 1}}',
    ) as JsonValue;
    const {result, found} = readIt(value);
    expect(result).to.deep.equal({name: 'x', texts: {en: 'a'}});
    expect(result).not.to.have.property('polluted');
    expect(found).to.deep.equal(['warning definition_unknown_property /base/__proto__']);
    expect(readIt({name: 'x', toString: 1, hasOwnProperty: 2}).found).to.have.length(2);
  });

  it('leaves unknown properties out with a warning, also further in', () => {
    const {result, params, found} = readIt({
      name: 'x',
      nmae: 'y',
      inner: {list: [{n: 1}, {n: 2, m: 3}], more: {}},
    });
    expect(result).to.deep.equal({
      name: 'x',
      inner: {
        list: [
          {n: 1, unit: 'px'},
          {n: 2, unit: 'px'},
        ],
      },
    });
    expect(found).to.have.members([
      'warning definition_unknown_property /base/nmae',
      'warning definition_unknown_property /base/inner/list/1/m',
      'warning definition_unknown_property /base/inner/more',
    ]);
    expect(params).to.deep.include({name: 'nmae'});
  });

  it('takes nothing else for such a name', () => {
    const {found} = readIt({name: 'x', 'max-note': 1, $schemas: 'x'});
    expect(found).to.deep.equal([
      'warning definition_unknown_property /base/max-note',
      'warning definition_unknown_property /base/$schemas',
    ]);
  });

  it('leaves out x-… and $schema and says nothing', () => {
    const {result, found} = readIt({
      name: 'x',
      'x-note': 1,
      $schema: 'https://example.com/schema',
      inner: {list: [{n: 1, 'x-note': 2}]},
    });
    expect(result).to.deep.equal({name: 'x', inner: {list: [{n: 1, unit: 'px'}]}});
    expect(found).to.deep.equal([]);
  });

  const wrong: readonly [JsonValue, string, string][] = [
    ['text', '/base', 'object'],
    [null, '/base', 'object'],
    [[], '/base', 'object'],
    [{}, '/base/name', 'string'],
    [{name: 5}, '/base/name', 'string'],
    [{name: 'x', kind: 'c'}, '/base/kind', 'a | b'],
    [{name: 'x', kind: null}, '/base/kind', 'a | b'],
    [{name: 'x', short: 'abc'}, '/base/short', 'maxLength'],
    [{name: 'x', word: 'a b'}, '/base/word', 'pattern'],
    [{name: 'x', count: 1.5}, '/base/count', 'integer'],
    [{name: 'x', count: -1}, '/base/count', 'minimum'],
    [{name: 'x', either: 1}, '/base/either', 'string | boolean'],
    [{name: 'x', texts: []}, '/base/texts', 'object'],
    [{name: 'x', texts: {en: 1}}, '/base/texts/en', 'string'],
    [{name: 'x', texts: {EN: 'a'}}, '/base/texts/EN', 'pattern'],
    [{name: 'x', inner: {}}, '/base/inner/list', 'array'],
    [{name: 'x', inner: {list: null}}, '/base/inner/list', 'array'],
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
