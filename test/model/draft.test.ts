import {expect} from '@open-wc/testing';
import type {FieldValue} from '../../src/model/definition.js';
import {
  fromRaw,
  initialValue,
  isFixed,
  storedSecrets,
  toRaw,
  visibleVariables,
  type ValueSources,
} from '../../src/model/draft.js';
import type {Variable} from '../../src/model/method-kind.js';
import {bestTimeOf} from '../support/best-time.js';
import {customWith, methodOf} from '../support/model.js';

const existing = (
  values: Readonly<Record<string, unknown>> = {},
  stored: readonly string[] = [],
  methodId = 'only',
) => ({methodId, values, stored});

function initial(
  variable: Omit<Variable, 'key' | 'type'> & {type?: string},
  sources: ValueSources,
) {
  const method = methodOf(customWith({key: 'a', ...variable}));
  return initialValue(method.variables[0]!, method, sources);
}

describe('initialValue', () => {
  const everywhere = {
    presets: {a: 'preset'},
    existing: existing({a: 'stored'}),
    values: {a: 'suggested'},
  };
  const other = existing({a: 'stored'}, [], 'another');

  const table: readonly [string, object, ValueSources, FieldValue | undefined][] = [
    ['nothing when there is nothing', {}, {}, undefined],
    ['the default of the definition', {default: 'own'}, {}, 'own'],
    [
      'what is fixed before anything else',
      {configurable: false, default: 'own'},
      everywhere,
      'own',
    ],
    ['a preset where what is fixed has no value', {configurable: false}, everywhere, 'preset'],
    ['a preset before what is stored', {default: 'own'}, everywhere, 'preset'],
    [
      'what is stored before what the host suggests',
      {default: 'own'},
      {...everywhere, presets: {}},
      'stored',
    ],
    [
      'what the host suggests before the default',
      {default: 'own'},
      {values: {a: 'suggested'}},
      'suggested',
    ],
    [
      'what the host suggests when nothing is stored',
      {},
      {values: {a: 'x'}, existing: existing()},
      'x',
    ],
    ['no default when a connection is edited', {default: 'own'}, {existing: existing()}, undefined],
    [
      'what is fixed also when a connection is edited',
      {configurable: false, default: 'own'},
      {existing: existing()},
      'own',
    ],
    ['the default when the method was switched', {default: 'own'}, {existing: other}, 'own'],
    ['nothing stored for another method', {}, {existing: other}, undefined],
    ['no stored secret', {secret: true}, {existing: existing({a: 'stored'})}, undefined],
    ['a suggested secret', {secret: true}, {values: {a: 'suggested'}}, 'suggested'],
    [
      'nothing for a secret that is stored, whatever is suggested',
      {secret: true},
      {values: {a: 'suggested'}, existing: existing({}, ['a'])},
      undefined,
    ],
    [
      'a preset also for a secret that is stored',
      {secret: true},
      {presets: {a: 'preset'}, existing: existing({}, ['a'])},
      'preset',
    ],
    [
      'no pairs of which one is none',
      {type: 'keyvalue'},
      {values: {a: [['n', 'v'], ['n']]}},
      undefined,
    ],
    ['an empty text that is stored', {default: 'own'}, {existing: existing({a: ''})}, ''],
    ['a preset that is empty', {default: 'own'}, {presets: {a: ''}}, ''],
    ['a preset of zero', {type: 'number', default: 1}, {presets: {a: 0}}, 0],
    ['a preset of false', {type: 'boolean', default: true}, {presets: {a: false}}, false],
    [
      'nothing that is no value',
      {default: 'own'},
      {presets: {a: {}}, values: {a: null}, existing: undefined},
      'own',
    ],
  ];
  for (const [name, variable, sources, value] of table) {
    it(`is ${name}`, () => {
      expect(initial(variable, sources)).to.equal(value);
    });
  }

  it('is what is stored of a connector variable, for another method as well', () => {
    const definition = {...customWith({use: 'a'}), variables: [{key: 'a', default: 'own'}]};
    const method = methodOf(definition);
    expect(initialValue(method.variables[0]!, method, {existing: other})).to.equal('stored');
  });

  const choices = {type: 'multiselect', options: [{value: 'x'}, {value: 'y'}]};
  const pairs = [['n', 'v']] as const;
  const lists: readonly [string, object, ValueSources, FieldValue | undefined][] = [
    ['the default of several choices', {...choices, default: ['x']}, {}, ['x']],
    ['no default of several choices that is no list', {...choices, default: 'x'}, {}, undefined],
    ['no default of a text that is a list', {default: ['x']}, {}, undefined],
    ['no default of pairs', {type: 'keyvalue', default: ['x']}, {}, undefined],
    ['the choices that the host suggests', choices, {values: {a: ['y', 'x']}}, ['y', 'x']],
    ['the choices that are stored', choices, {existing: existing({a: ['y']})}, ['y']],
    ['the choices that the host decides', choices, {presets: {a: ['y']}}, ['y']],
    ['no choices that are not texts', choices, {values: {a: ['x', 1]}}, undefined],
    ['no choices that are one text', choices, {values: {a: 'x'}}, undefined],
    ['the pairs that the host suggests', {type: 'keyvalue'}, {values: {a: pairs}}, pairs],
    ['the pairs that are stored', {type: 'keyvalue'}, {existing: existing({a: pairs})}, pairs],
    ['no pairs of one', {type: 'keyvalue'}, {values: {a: [['n']]}}, undefined],
    ['no pairs of three', {type: 'keyvalue'}, {values: {a: [['n', 'v', 'w']]}}, undefined],
    ['no pairs of other things', {type: 'keyvalue'}, {values: {a: [['n', 1]]}}, undefined],
    ['no pairs that are an object', {type: 'keyvalue'}, {values: {a: {n: 'v'}}}, undefined],
    [
      'no stored secret pairs',
      {type: 'keyvalue', secret: true},
      {existing: existing({a: pairs})},
      undefined,
    ],
    ['the text of a file', {type: 'file'}, {values: {a: 'x\r\n'}}, 'x\r\n'],
    ['no list for a file', {type: 'file'}, {values: {a: ['x']}}, undefined],
  ];
  for (const [name, variable, sources, value] of lists) {
    it(`is ${name}`, () => {
      expect(initial(variable, sources)).to.deep.equal(value);
    });
  }

  it('takes nothing that an object inherits', () => {
    const method = methodOf(customWith({key: 'toString'}));
    const sources = {presets: {}, values: {}, existing: existing()};
    expect(initialValue(method.variables[0]!, method, sources)).to.equal(undefined);
    expect(isFixed(method.variables[0]!, sources)).to.be.false;
  });
});

describe('isFixed', () => {
  const variable: Variable = {key: 'a', type: 'text'};
  const table: readonly [string, Variable, ValueSources, boolean][] = [
    ['free when nobody decides', variable, {values: {a: 'x'}}, false],
    ['fixed by the definition', {...variable, configurable: false}, {}, true],
    ['free when it may be configured', {...variable, configurable: true}, {}, false],
    ['fixed by a preset', variable, {presets: {a: ''}}, true],
    ['free when a preset is about another', variable, {presets: {b: 'x'}}, false],
    // Else the field could neither be filled in nor left.
    ['free when a preset is no value', variable, {presets: {a: null}}, false],
    ['free when a preset is undefined', variable, {presets: {a: undefined}}, false],
  ];
  for (const [name, subject, sources, fixed] of table) {
    it(`finds a variable ${name}`, () => {
      expect(isFixed(subject, sources)).to.equal(fixed);
    });
  }
});

describe('storedSecrets', () => {
  const method = methodOf(
    customWith({key: 'a', secret: true}, {key: 'b', secret: true}, {key: 'c'}),
  );

  it('are the secrets of the method that the host has, in the order of the method', () => {
    const stored = storedSecrets(method, existing({}, ['c', 'b', 'a', 'd']));
    expect([...stored]).to.deep.equal(['a', 'b']);
    expect([...storedSecrets(method, existing({}, ['b']))]).to.deep.equal(['b']);
  });

  it('are not those that the definition decides', () => {
    const method = methodOf(
      customWith(
        {key: 'a', secret: true, configurable: false, default: 'x'},
        {key: 'b', secret: true, configurable: false},
      ),
    );
    expect([...storedSecrets(method, existing({}, ['a', 'b']))]).to.deep.equal(['b']);
  });

  it('are none for another method, and none when nothing exists', () => {
    expect(storedSecrets(method, existing({}, ['a'], 'another'))).to.be.empty;
    expect(storedSecrets(method, undefined)).to.be.empty;
  });
});

describe('toRaw and fromRaw', () => {
  const text: Variable = {key: 'a', type: 'text'};
  const number: Variable = {key: 'a', type: 'number'};
  const boolean: Variable = {key: 'a', type: 'boolean'};

  const shown: readonly [Variable, FieldValue | undefined, string | boolean][] = [
    [text, undefined, ''],
    [text, 'a', 'a'],
    [text, 5, '5'],
    [number, 0, '0'],
    [number, 1e21, '1e+21'],
    [number, undefined, ''],
    [boolean, true, true],
    [boolean, false, false],
    [boolean, undefined, false],
    [boolean, 'true', false],
    [text, 'a\r\nb\rc\nd', 'abcd'],
    [{...text, type: 'multiline'}, 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    [{...text, type: 'select', options: [{value: 'x'}]}, 'x', 'x'],
    [{...text, type: 'select', options: [{value: 'x'}]}, 'gone\r\n', 'gone\r\n'],
  ];
  for (const [variable, value, raw] of shown) {
    it(`shows ${JSON.stringify(value)} of a ${variable.type} as ${JSON.stringify(raw)}`, () => {
      expect(toRaw(variable, value)).to.equal(raw);
    });
  }

  it('shows lists as they are, and none as an empty one', () => {
    const choices: Variable = {key: 'a', type: 'multiselect'};
    const pairs: Variable = {key: 'a', type: 'keyvalue'};
    expect(toRaw(choices, ['y', 'x'])).to.deep.equal(['y', 'x']);
    expect(toRaw(pairs, [['n', 'v']])).to.deep.equal([['n', 'v']]);
    expect([toRaw(choices, undefined), toRaw(pairs, undefined)]).to.deep.equal([[], []]);
  });

  it('shows and reads the text of a file as it is', () => {
    const file: Variable = {key: 'a', type: 'file'};
    const text = '\ufeff one\r\ntwo\r';
    expect(toRaw(file, text)).to.equal(text);
    expect(fromRaw(file, text)).to.equal(text);
  });

  it('reads pairs without the rows that are blank', () => {
    const rows = [
      ['', ''],
      ['n', ''],
      ['', 'v'],
      [' ', ''],
    ] as const;
    expect(fromRaw({key: 'a', type: 'keyvalue'}, rows)).to.deep.equal(rows.slice(1));
  });

  it('reads choices as they are', () => {
    expect(fromRaw({key: 'a', type: 'multiselect'}, ['', 'x'])).to.deep.equal(['', 'x']);
  });

  const read: readonly [Variable, string | boolean, FieldValue][] = [
    [text, ' 5 ', ' 5 '],
    [boolean, true, true],
    [number, '5', 5],
    [number, ' -1.5e3 ', -1500],
    [number, '+.5', 0.5],
    [number, '5.', 5],
    [number, '1e+21', 1e21],
    [number, '', ''],
    [number, '.', '.'],
    [number, '1,5', '1,5'],
    [number, '1 000', '1 000'],
    [number, '0x10', '0x10'],
    [number, 'Infinity', 'Infinity'],
    [number, '5 apples', '5 apples'],
    [number, '1e999', '1e999'],
    [number, '-1e999', '-1e999'],
    [number, '٣', '٣'],
  ];
  for (const [variable, raw, value] of read) {
    it(`reads ${JSON.stringify(raw)} in a ${variable.type} as ${JSON.stringify(value)}`, () => {
      expect(fromRaw(variable, raw)).to.equal(value);
    });
  }
});

describe('visibleVariables', () => {
  const visible = (variables: readonly object[], values: Readonly<Record<string, FieldValue>>) =>
    visibleVariables(methodOf(customWith(...variables)), (key) => values[key]).map(({key}) => key);
  const when = (condition: object) => [{key: 'a'}, {key: 'b', visibleWhen: condition}];

  it('are all of them, in their order, when nothing depends on anything', () => {
    expect(visible([{key: 'b'}, {key: 'a'}], {})).to.deep.equal(['b', 'a']);
  });

  const conditions: readonly [object, Readonly<Record<string, FieldValue>>, boolean][] = [
    [{key: 'a', equals: 'x'}, {a: 'x'}, true],
    [{key: 'a', equals: 'x'}, {a: 'y'}, false],
    [{key: 'a', equals: 'x'}, {}, false],
    [{key: 'a', equals: 1}, {a: 1}, true],
    [{key: 'a', equals: 1}, {a: '1'}, false],
    [{key: 'a', equals: false}, {a: false}, true],
    [{key: 'a', equals: ''}, {a: ''}, true],
    [{key: 'a', equals: ''}, {a: ' '}, true],
    [{key: 'a', equals: ''}, {}, true],
    [{key: 'a', in: ['']}, {}, true],
    [{key: 'a', equals: ' '}, {a: ' '}, false],
    [{key: 'a', equals: ''}, {a: 0}, false],
    [{key: 'a', in: ['x', 'y']}, {a: 'y'}, true],
    [{key: 'a', in: ['x', 'y']}, {a: 'z'}, false],
    [{key: 'a', in: []}, {a: 'x'}, false],
    [{key: 'a', equals: 'x', in: ['y']}, {a: 'x'}, true],
    [{key: 'a', equals: 'x', in: ['y']}, {a: 'y'}, true],
    [{key: 'a'}, {a: 'x'}, false],
    [{key: 'a'}, {}, false],
  ];
  for (const [condition, values, shown] of conditions) {
    const verb = shown ? 'include' : 'leave out';
    it(`${verb} one on ${JSON.stringify(condition)} given ${JSON.stringify(values)}`, () => {
      expect(visible(when(condition), values)).to.deep.equal(shown ? ['a', 'b'] : ['a']);
    });
  }

  it('take a boolean without a value for false', () => {
    const variables = [
      {key: 'a', type: 'boolean'},
      {key: 'b', visibleWhen: {key: 'a', equals: false}},
    ];
    expect(visible(variables, {})).to.deep.equal(['a', 'b']);
    expect(visible(variables, {a: true})).to.deep.equal(['a']);
  });

  it('ask whether a value is among several choices', () => {
    const variables = [
      {key: 'a', type: 'multiselect', options: [{value: 'x'}, {value: 'y'}]},
      {key: 'b', visibleWhen: {key: 'a', equals: 'x'}},
      {key: 'c', visibleWhen: {key: 'a', in: ['y', 'z']}},
      {key: 'd', visibleWhen: {key: 'a', equals: ''}},
    ];
    expect(visible(variables, {a: ['x']})).to.deep.equal(['a', 'b']);
    expect(visible(variables, {a: ['y', 'x']})).to.deep.equal(['a', 'b', 'c']);
    expect(visible(variables, {a: []})).to.deep.equal(['a', 'd']);
    expect(visible(variables, {})).to.deep.equal(['a', 'd']);
  });

  const chain = [
    {key: 'c', visibleWhen: {key: 'b', equals: 'x'}},
    {key: 'b', visibleWhen: {key: 'a', equals: 'x'}},
    {key: 'a'},
  ];

  it('follow a chain, whatever its order', () => {
    expect(visible(chain, {a: 'x', b: 'x'})).to.deep.equal(['c', 'b', 'a']);
    expect(visible(chain, {a: 'x', b: 'y'})).to.deep.equal(['b', 'a']);
  });

  it('leave out what depends on a hidden one, whatever that one holds', () => {
    expect(visible(chain, {a: 'y', b: 'x'})).to.deep.equal(['a']);
  });

  it('leave out a circle and what depends on it', () => {
    const variables = [
      {key: 'self', visibleWhen: {key: 'self', equals: 'x'}},
      {key: 'a', visibleWhen: {key: 'b', equals: 'x'}},
      {key: 'b', visibleWhen: {key: 'a', equals: 'x'}},
      {key: 'c', visibleWhen: {key: 'b', equals: 'x'}},
      {key: 'd'},
    ];
    const values = {self: 'x', a: 'x', b: 'x', c: 'x'};
    expect(visible(variables, values)).to.deep.equal(['d']);
    expect(visible([...variables].reverse(), values)).to.deep.equal(['d']);
  });

  it('are found quickly in a chain as long as the limit', () => {
    const variables = Array.from({length: 1000}, (_, index) => ({
      key: `v${index}`,
      ...(index > 0 && {visibleWhen: {key: `v${index - 1}`, equals: 'x'}}),
    }));
    const method = methodOf(customWith(...variables));
    const time = bestTimeOf(() => {
      expect(visibleVariables(method, () => 'x')).to.have.lengthOf(1000);
    });
    expect(time).to.be.below(50);
  });
});
