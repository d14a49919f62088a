import {expect} from '@open-wc/testing';
import {checkValue, doubtValue} from '../../src/model/check-value.js';
import {isEmpty} from '../../src/model/is-empty.js';
import type {Variable} from '../../src/model/method-kind.js';
import {PATTERN_INPUT_LIMIT} from '../../src/model/pattern.js';

const variable = (properties: Partial<Variable> = {}): Variable => ({
  key: 'field',
  type: 'text',
  ...properties,
});

/** A variable, the values it accepts, and those it refuses with the code of the issue. */
interface Row {
  readonly given: Partial<Variable>;
  readonly accepts: readonly unknown[];
  readonly rejects: readonly (readonly [value: unknown, code: string, params?: object])[];
}

const show = (value: unknown) =>
  typeof value === 'number' || value === undefined
    ? String(value)
    : JSON.stringify(value).slice(0, 20);

const wrongText = [5, true, ['a'], {a: 1}, null].map(
  (value) => [value, 'field_type', {expected: 'string'}] as const,
);
const nothing = [undefined, '', '  ', '\n\t', '\u00a0'];

const rows: readonly Row[] = [
  {given: {}, accepts: ['a', ' a ', '0', ...nothing], rejects: wrongText},
  {given: {type: 'multiline'}, accepts: ['a\nb', ...nothing], rejects: wrongText},
  {
    given: {required: true},
    accepts: ['a', ' a'],
    rejects: nothing.map((value) => [value, 'field_required', {}]),
  },
  {
    given: {required: true, secret: true},
    accepts: ['a', ' ', '\t'],
    rejects: [
      [undefined, 'field_required'],
      ['', 'field_required'],
    ],
  },
  {
    given: {type: 'url'},
    accepts: ['https://a', undefined],
    rejects: [...wrongText, ['a', 'field_format', {format: 'url'}]],
  },
  {
    given: {type: 'email'},
    accepts: ['a@b', ''],
    rejects: [...wrongText, ['a', 'field_format', {format: 'email'}]],
  },
  {
    given: {type: 'url', format: 'origin'},
    accepts: ['https://a'],
    rejects: [
      ['https://a/b', 'field_format', {format: 'origin'}],
      ['a', 'field_format', {format: 'origin'}],
    ],
  },
  {
    // A format does not take the place of the one that comes with the type.
    given: {type: 'email', format: 'json'},
    accepts: ['"a@b"'],
    rejects: [
      ['a@b', 'field_format', {format: 'json'}],
      ['1', 'field_format', {format: 'email'}],
    ],
  },
  {
    given: {format: 'dns-label'},
    accepts: ['my-store', ''],
    rejects: [...wrongText, ['my store', 'field_format', {format: 'dns-label'}]],
  },
  {
    given: {type: 'number'},
    accepts: [0, -1.5, 1e300, '', undefined],
    rejects: ['1', '1e999', NaN, Infinity, -Infinity, true, [1], null].map((value) => [
      value,
      'field_number',
      {},
    ]),
  },
  {
    given: {type: 'number', min: -1, max: 1},
    accepts: [-1, 0, 1],
    rejects: [
      [-1.01, 'field_too_small', {min: -1}],
      [1.01, 'field_too_large', {max: 1}],
    ],
  },
  {
    given: {type: 'number', min: 0, max: 0},
    accepts: [0],
    rejects: [
      [-1, 'field_too_small', {min: 0}],
      [1, 'field_too_large', {max: 0}],
    ],
  },
  {given: {type: 'number', required: true}, accepts: [0], rejects: [['', 'field_required', {}]]},
  {
    given: {type: 'boolean'},
    accepts: [true, false, undefined],
    rejects: ['true', '', ' ', 1, [], null].map((value) => [
      value,
      'field_type',
      {expected: 'boolean'},
    ]),
  },
  {given: {type: 'boolean', required: true}, accepts: [true, false], rejects: []},
  {
    given: {type: 'select', options: [{value: 'a'}, {value: 'b', label: 'B'}]},
    accepts: ['a', 'b', ''],
    rejects: [
      ...wrongText,
      ['B', 'field_option', {}],
      ['A', 'field_option'],
      ['a ', 'field_option'],
    ],
  },
  {given: {type: 'select'}, accepts: [''], rejects: [['a', 'field_option']]},
  {
    given: {type: 'select', required: true, options: [{value: 'a'}]},
    accepts: ['a'],
    rejects: [['', 'field_required']],
  },
  {
    given: {type: 'multiselect', options: [{value: 'a'}, {value: 'b'}, {value: ''}]},
    accepts: [undefined, [], ['a'], ['b', 'a'], ['']],
    rejects: [
      ...['a', '', 5, true, null, {0: 'a'}, ['a', 5], [['a']]].map(
        (value) => [value, 'field_type', {expected: 'list'}] as const,
      ),
      [['c'], 'field_option', {}],
      [['a', 'c'], 'field_option'],
      [['A'], 'field_option'],
      [['a', 'a'], 'field_option'],
    ],
  },
  {given: {type: 'multiselect'}, accepts: [[]], rejects: [[['a'], 'field_option']]},
  {
    given: {type: 'multiselect', required: true, options: [{value: 'a'}]},
    accepts: [['a']],
    rejects: [
      [[], 'field_required', {}],
      [undefined, 'field_required'],
    ],
  },
  {
    given: {type: 'keyvalue'},
    accepts: [
      undefined,
      [],
      [['a', 'x']],
      [['a', '']],
      [
        ['a', 'x'],
        ['a', 'x'],
      ],
      [[' a', ' ']],
    ],
    rejects: [
      ...['a', 5, null, {a: 'x'}, ['a', 'x'], [['a']], [['a', 'x', 'y']], [['a', 5]], [{}]].map(
        (value) => [value, 'field_type', {expected: 'pairs'}] as const,
      ),
      [[['', 'x']], 'field_pair_name', {}],
      [[['', '']], 'field_pair_name'],
      [
        [
          ['a', 'x'],
          [' ', 'y'],
        ],
        'field_pair_name',
      ],
    ],
  },
  {
    given: {type: 'keyvalue', required: true},
    accepts: [[['a', '']]],
    rejects: [
      [[], 'field_required'],
      [undefined, 'field_required'],
    ],
  },
  {given: {type: 'file'}, accepts: ['a\r\n', '\ufeffa', ...nothing], rejects: wrongText},
  {
    given: {type: 'file', encoding: 'base64', required: true},
    accepts: ['QUJD', 'QUI=', 'QQ==', '+/+/'],
    rejects: [
      ...['Q', 'QUI', 'QUI=QUJD', 'QU J', 'QUJD\n', '-_-_', '===='].map(
        (value) => [value, 'field_format', {format: 'base64'}] as const,
      ),
      ['', 'field_required'],
    ],
  },
  {
    given: {type: 'file', format: 'json', maxLength: 4},
    accepts: ['{}', ' {} '],
    rejects: [
      ['{', 'field_format', {format: 'json'}],
      ['{   }', 'field_too_long', {maxLength: 4}],
    ],
  },
  {
    given: {minLength: 2, maxLength: 3},
    accepts: ['ab', 'abc', '😀', ''],
    rejects: [
      ['a', 'field_too_short', {minLength: 2}],
      ['abcd', 'field_too_long', {maxLength: 3}],
    ],
  },
  {given: {maxLength: 0}, accepts: [''], rejects: [['a', 'field_too_long', {maxLength: 0}]]},
  {
    given: {pattern: {regex: '[0-9]+|x'}},
    accepts: ['12', 'x', ''],
    rejects: [...wrongText, ['1x', 'field_pattern', {}], ['12\n', 'field_pattern']],
  },
  {
    given: {pattern: {regex: '[^]*'}},
    accepts: ['a'.repeat(PATTERN_INPUT_LIMIT)],
    rejects: [
      ['a'.repeat(PATTERN_INPUT_LIMIT + 1), 'field_too_long', {maxLength: PATTERN_INPUT_LIMIT}],
    ],
  },
  // A pattern that is not run has nothing against a value, nor does the limit that comes with it.
  {
    given: {pattern: {regex: '['}},
    accepts: ['a', 'a'.repeat(PATTERN_INPUT_LIMIT + 1)],
    rejects: wrongText,
  },
  {given: {pattern: {regex: '(a+)+b'}}, accepts: ['a', `${'a'.repeat(1000)}c`], rejects: []},
];

describe('checkValue', () => {
  for (const {given, accepts, rejects} of rows) {
    const subject = variable(given);
    const name = JSON.stringify(given);
    for (const value of accepts) {
      it(`accepts ${show(value)} for ${name}`, () => {
        expect(checkValue(subject, value)).to.equal(undefined);
      });
    }

    for (const [value, code, params] of rejects) {
      it(`finds ${code} in ${show(value)} for ${name}`, () => {
        const issue = checkValue(subject, value)!;
        expect(issue).to.include({code, key: 'field'});
        if (params) expect(issue.params).to.deep.equal(params);
      });
    }
  }

  it('finds the length before the form', () => {
    const subject = variable({maxLength: 2, format: 'uuid', pattern: {regex: 'x'}});
    expect(checkValue(subject, 'abc')?.code).to.equal('field_too_long');
    expect(checkValue(subject, 'ab')?.code).to.equal('field_format');
  });

  it('judges a value by the pattern of its own variable', () => {
    const first = variable({pattern: {regex: 'a'}});
    const second = variable({pattern: {regex: 'b'}});
    for (const _again of [1, 2]) {
      expect(checkValue(first, 'a')).to.equal(undefined);
      expect(checkValue(second, 'b')).to.equal(undefined);
      expect(checkValue(second, 'a')?.code).to.equal('field_pattern');
    }
  });

  it('never tells the value', () => {
    const subject = variable({secret: true, minLength: 20, pattern: {regex: 'x'}});
    expect(JSON.stringify(checkValue(subject, 'hunter2'))).not.to.include('hunter2');
  });
});

describe('isEmpty', () => {
  it('takes blanks for nothing, except in a secret', () => {
    expect(isEmpty(variable(), ' \n')).to.be.true;
    expect(isEmpty(variable({secret: true}), ' \n')).to.be.false;
    expect(isEmpty(variable({secret: true}), '')).to.be.true;
    expect(isEmpty(variable(), undefined)).to.be.true;
  });

  it('takes a list without entries for nothing, and anything else than a list for something', () => {
    for (const type of ['multiselect', 'keyvalue'] as const) {
      const subject = variable({type});
      expect([undefined, []].map((value) => isEmpty(subject, value))).to.deep.equal([true, true]);
      for (const value of [[''], [['', '']], '', null, 0, {}]) {
        expect(isEmpty(subject, value), JSON.stringify(value)).to.be.false;
      }
    }
  });

  it('takes neither false nor zero for nothing', () => {
    expect(isEmpty(variable({type: 'boolean'}), false)).to.be.false;
    expect(isEmpty(variable({type: 'number'}), 0)).to.be.false;
  });
});

describe('doubtValue', () => {
  const pattern = {regex: '[a-z]+', severity: 'warning'} as const;
  const doubted = {code: 'field_pattern', params: {}, key: 'field'};

  const doubts: readonly (readonly [
    name: string,
    Partial<Variable>,
    unknown,
    object | undefined,
  ])[] = [
    ['what does not fit a pattern that only warns', {pattern}, 'A', doubted],
    ['not what fits it', {pattern}, 'a', undefined],
    ['not what was left empty', {pattern}, ' ', undefined],
    ['not what is wrong anyway', {pattern, maxLength: 1}, 'AB', undefined],
    ['nothing but texts', {pattern, type: 'boolean'}, true, undefined],
    ['nothing by a pattern that refuses', {pattern: {regex: '[a-z]+'}}, 'A', undefined],
    ['nothing without a pattern', {}, 'A', undefined],
    ['nothing by a pattern that is not run', {pattern: {...pattern, regex: '['}}, 'A', undefined],
    [
      'a text as long as a pattern may be tried on',
      {pattern},
      'A'.repeat(PATTERN_INPUT_LIMIT),
      doubted,
    ],
    ['no longer text', {pattern}, 'A'.repeat(PATTERN_INPUT_LIMIT + 1), undefined],
  ];
  for (const [name, given, value, issue] of doubts) {
    it(`doubts ${name}`, () => {
      expect(doubtValue(variable(given), value)).to.deep.equal(issue);
      // It never refuses.
      if (issue) expect(checkValue(variable(given), value)).to.equal(undefined);
    });
  }
});

describe('a file as large as any', () => {
  it('is judged', () => {
    const file = variable({type: 'file', encoding: 'base64'});
    const large = 'A'.repeat(16_000_000);
    expect(checkValue(file, large)).to.equal(undefined);
    expect(checkValue(file, `${large}!`)).to.include({code: 'field_format'});
  });
});
