import {expect} from '@open-wc/testing';
import {partOfAddress} from '../../src/model/address-part.js';
import type {Variable} from '../../src/model/method-kind.js';
import {restorePem} from '../../src/model/pem-text.js';
import {joinLines, tidyText, type StrayReason} from '../../src/model/tidy-text.js';

const variable = (more: Partial<Variable> = {}): Variable => ({
  key: 'value',
  type: 'text',
  ...more,
});
const tidy = (text: string, more: Partial<Variable> = {}, accepts = () => true) =>
  tidyText(variable(more), text, accepts);

const BODY = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
const pem = (lines: readonly string[], label = 'PRIVATE KEY') =>
  [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n');

type Case = readonly [
  text: string,
  tidied: string,
  reasons: readonly StrayReason[],
  more?: Partial<Variable>,
];

describe('a text that was copied with more than the value', () => {
  const secret = {secret: true};
  const cases: readonly Case[] = [
    [' a b ', 'a b', ['space']],
    ['a\ufeff', 'a', ['invisible']],
    ['a\u00adb', 'ab', ['invisible']],
    ['\u2066a\u2069', 'a', ['invisible']],
    ["'ab'", 'ab', ['quotes']],
    ['`ab`', 'ab', ['quotes']],
    ['„ab“', 'ab', ['quotes']],
    ['«a»', 'a', ['quotes']],
    ['‘a’', 'a', ['quotes']],
    ['bearer a', 'a', ['scheme'], secret],
    ['Token a', 'a', ['scheme'], secret],
    ['Authorization: Bearer a', 'a', ['scheme'], secret],
    ['authorization:bearer  ab', 'ab', ['scheme'], secret],
    ['export  A_B=a,c', 'a,c', ['assignment']],
    ['"key" : a', 'a', ['assignment']],
    ['A_B=a, ', 'a', ['space', 'assignment']],
    ['API_KEY=a', 'a', ['assignment']],
    ['KEY = a=b', 'a=b', ['assignment']],
    ['my.key: a', 'a', ['assignment']],
    ['export my_key=a;', 'a', ['assignment']],
    ['"key": "a",', 'a', ['assignment', 'quotes']],
    ['KEY="a" ', 'a', ['space', 'assignment', 'quotes']],
    [
      `KEY="${pem([BODY]).replaceAll('\n', '\\n')}"`,
      pem([BODY]),
      ['assignment', 'pem', 'quotes'],
      {type: 'multiline'},
    ],
    [' a\n', 'a', ['space'], {type: 'multiline'}],
  ];
  for (const [text, tidied, reasons, more] of cases) {
    it(`is ${JSON.stringify(text)}`, () => {
      expect(tidy(text, more)).to.deep.equal({text: tidied, reasons});
    });
  }
});

describe('a text that may be the value itself', () => {
  const cases: readonly (readonly [text: string, more?: Partial<Variable>])[] = [
    [''],
    ['   '],
    ['a b'],
    ['"a" "b"'],
    ['"a'],
    ['a"'],
    ['“a'],
    ['key=a'],
    ['Key=a'],
    ['API_KEY='],
    ['c2VjcmV0='],
    ['ABCD=='],
    ['KEY:a'],
    ['Bearer a'],
    ['Bearer a b', {secret: true}],
    ['a Bearer b', {secret: true}],
    ['a "b": c'],
    ['1 A_B=c'],
    ['aA=b'],
    [' a ', {type: 'multiline', format: 'pem'}],
    [' -----BEGIN a', {type: 'multiline'}],
    ['Basic YTpi', {secret: true}],
    ['https://a.example'],
    ['a\\nb', {type: 'multiline'}],
    [`${pem([BODY])}\n`, {type: 'multiline'}],
    [' {"a": 1} ', {type: 'multiline', format: 'json'}],
    ['"a"', {format: 'json'}],
  ];
  for (const [text, more] of cases) {
    it(`is ${JSON.stringify(text)} for ${JSON.stringify(more ?? {})}`, () => {
      expect(tidy(text, more)).to.equal(undefined);
    });
  }

  it('is one that alone meets the rules', () => {
    const isWhole = (_: Variable, text: string) => text.startsWith('Bearer ');
    expect(tidyText(variable({secret: true}), 'Bearer a', isWhole)).to.equal(undefined);
    expect(tidyText(variable({secret: true}), 'Bearer a', () => false)?.text).to.equal('a');
  });
});

describe('a text of several lines', () => {
  it('is joined for an input of one line', () => {
    expect(joinLines('a\r\n  b\n\nc\n')).to.deep.equal({text: 'abc', reasons: ['lineBreaks']});
  });

  it('is none where it has only one', () => {
    expect(joinLines('a b\n')).to.equal(undefined);
  });
});

describe('a long text', () => {
  // A search that tries again from every character would take longer than a test may.
  const spaces = ' '.repeat(200_000);
  it('is read once for each line', () => {
    expect(joinLines(`a${spaces}b`)).to.equal(undefined);
    expect(joinLines(`a${spaces}\n${spaces}b`)?.text).to.equal('ab');
  });

  for (const [what, text] of [
    ['names of names', '_='.repeat(100_000)],
    ['spaces', `bearer${spaces}a b`],
    ['quotes', '"'.repeat(200_000)],
    ['ends of lines', `a_b=${`,${' '.repeat(50)}`.repeat(4_000)}a`],
  ] as const) {
    it(`is tidied in a few turns: ${what}`, () => {
      const {text: tidied = text} = tidy(text) ?? {};
      expect(tidied.length).to.be.greaterThan(text.length / 2);
    });
  }
});

describe('a PEM without its line breaks', () => {
  const whole = pem([BODY, BODY, 'AB=='], 'EC PRIVATE KEY');
  for (const [what, text] of [
    ['gone', whole.replaceAll('\n', '')],
    ['spaces', whole.replaceAll('\n', ' ')],
    ['written as \\n', whole.replaceAll('\n', '\\n')],
    ['written as \\r\\n', whole.replaceAll('\n', '\\r\\n')],
  ] as const) {
    it(`gets them back: ${what}`, () => {
      expect(restorePem(text)).to.equal(whole);
    });
  }

  it('keeps the lines of its headers', () => {
    const encrypted = pem(['Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES-128-CBC,0A1B', '', BODY]);
    expect(restorePem(encrypted.replaceAll('\n', '\\n'))).to.equal(encrypted);
  });

  it('is restored block by block', () => {
    const chain = `${pem([BODY], 'CERTIFICATE')}\n${pem(['AB=='], 'CERTIFICATE')}`;
    const flat = `${pem([BODY], 'CERTIFICATE').replaceAll('\n', ' ')}\n${pem(['AB=='], 'CERTIFICATE')}`;
    expect(restorePem(flat)).to.equal(chain);
  });

  for (const [what, text] of [
    ['it has them', whole],
    ['it has them as Windows writes them', whole.replaceAll('\n', '\r\n')],
    ['it is no PEM', 'a\\nb'],
    ['its end is missing', `-----BEGIN PRIVATE KEY----- ${BODY}`],
    ['its end is another one', `-----BEGIN A-----${BODY}-----END B-----`],
    [
      'its headers cannot be told apart',
      `-----BEGIN A----- Proc-Type: 4,ENCRYPTED ${BODY} -----END A-----`,
    ],
  ] as const) {
    it(`is left alone where ${what}`, () => {
      expect(restorePem(text)).to.equal(undefined);
    });
  }
});

describe('the part of an address', () => {
  const shop = {suffix: '.shop.example'};
  const cases: readonly (readonly [Partial<Variable>, string, string | undefined])[] = [
    [shop, 'https://acme.shop.example', 'acme'],
    [shop, 'HTTP://ACME.shop.example:8443/admin?x#y', 'acme'],
    [shop, 'acme.shop.example', 'acme'],
    [shop, 'acme.shop.example/admin', 'acme'],
    [shop, 'acme.shop.example:8443', 'acme'],
    [shop, 'acme.shop.example:x', undefined],
    [shop, 'acme.shop.example?x', 'acme'],
    [shop, '/acme.shop.example', undefined],
    [shop, 'see https://acme.shop.example', undefined],
    [shop, 'acme.shop.example and more', undefined],
    [{suffix: '-x.example'}, 'https://acme-x.example', undefined],
    [{prefix: 'https://', suffix: '/api'}, 'acme.example', undefined],
    [{format: 'uuid'}, 'https://acme.example', undefined],
    [{prefix: 'my', suffix: 'a.b'}, 'https://acmea.b', undefined],
    [{prefix: 'https'}, 'https://acme.example', undefined],
    [shop, 'a.b.shop.example', 'a.b'],
    [shop, 'https://ada:pw@acme.shop.example', 'acme'],
    [shop, 'acme', undefined],
    [shop, 'acme.other.example', undefined],
    [shop, 'https://acme.other.example', undefined],
    [shop, 'https://shop.example', undefined],
    [shop, 'https://acme.shop.example /', undefined],
    [{suffix: '.shop.example/api'}, 'https://acme.shop.example/api/v1', 'acme'],
    [{suffix: '/api', prefix: 'https://'}, 'https://acme.example', 'acme.example'],
    [{format: 'dns-label'}, 'https://acme.shop.example', 'acme'],
    [{format: 'dns-label'}, 'https://shop.example', undefined],
    [{format: 'dns-label'}, 'https://a', undefined],
    [{format: 'hostname'}, 'acme/x', undefined],
    [{format: 'hostname'}, 'one two', undefined],
    [{format: 'hostname'}, 'https://acme.example:8443/x', 'acme.example'],
    [{format: 'hostname'}, 'acme.example/x', 'acme.example'],
    [{format: 'hostname'}, 'acme.example', undefined],
    [{format: 'origin'}, 'https://acme.example:8443/x', 'https://acme.example:8443'],
    [{format: 'origin'}, 'https://acme.example', undefined],
    [{prefix: 'https://'}, 'https://acme.example/a/', 'acme.example/a'],
    [{prefix: 'https://'}, 'http://acme.example', undefined],
    [{}, 'https://acme.example', undefined],
    [{format: 'hostname'}, 'javascript:alert(1)', undefined],
    [{format: 'hostname'}, 'https://', undefined],
  ];
  for (const [place, text, part] of cases) {
    it(`${JSON.stringify(place)} of ${text} is ${part ?? 'not known'}`, () => {
      expect(partOfAddress(variable(place), text)).to.equal(part);
    });
  }
});
