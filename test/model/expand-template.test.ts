import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {validateCredential} from '../../src/core.js';
import {expandTemplate, expandUrlTemplate} from '../../src/model/expand-template.js';
import {connectorWith} from '../support/model.js';

const refusal = (key: string) => ({
  ok: false,
  code: 'template_value_invalid',
  key,
  params: {},
});

/** What somebody might enter in place of a shop name to have a secret sent to another host. */
const hostile: readonly (readonly [name: string, value: string])[] = [
  ['another host and a slash', 'evil.com/'],
  ['another host and a fragment', 'evil.com#'],
  ['another host and a query', 'evil.com?'],
  ['another host and a backslash', 'evil.com\\'],
  ['another host', 'evil.com'],
  ['another host and a dot', 'evil.com.'],
  ['a slash', '/'],
  ['two slashes', '//evil.com/'],
  ['a whole address', 'https://evil.com/'],
  ['a user', 'a@'],
  ['a user and another host', 'a@evil.com#'],
  ['a user, a password and another host', 'a:b@evil.com/'],
  ['a port', 'evil:8000/'],
  ['a host with a port', '127.0.0.1:8000/'],
  ['an IPv4 address', '127.0.0.1'],
  ['an IPv6 address', '[::1]'],
  ['a colon', ':'],
  ['a dot', '.'],
  ['two dots', '..'],
  ['a dot in front', '.evil'],
  ['a dot behind', 'evil.'],
  ['two labels', 'a.b'],
  ['an encoded dot', 'evil%2ecom'],
  ['an encoded slash', 'evil%2f'],
  ['an encoded hash', '%23'],
  ['a percent sign', '%'],
  ['a full-width dot', 'evil．com'],
  ['an ideographic dot', 'evil。com'],
  ['full-width letters', 'ｅｖｉｌ'],
  ['full-width digits', '１２３'],
  ['a full-width slash', 'evil.com／'],
  ['a letter that looks like another', 'еvil'],
  ['an umlaut', 'bücher'],
  ['an internationalised label', 'xn--bcher-kva'],
  ['an internationalised label in capitals', 'XN--BCHER-KVA'],
  ['a space', ' '],
  ['a space in front', ' evil'],
  ['a space behind', 'evil '],
  ['a tab', 'ev\til'],
  ['a line break', 'evil\n'],
  ['a carriage return', 'evil\r'],
  ['a NUL', 'evil\0'],
  ['a soft hyphen', 'ev\u00adil'],
  ['a zero-width space', 'ev\u200bil'],
  ['a text that turns', '\u202eevil'],
  ['an emoji', '🔑'],
  ['a lone high surrogate', '\ud83d'],
  ['a lone low surrogate', 'a\udd11'],
  ['a letter that becomes two', 'ß'],
  ['the Kelvin sign', '\u212a'],
  ['what a replacement inserts', '$&'],
  ['what a replacement inserts from before', '$`'],
  ['a placeholder', '{{x}}'],
  ['the placeholder itself', '{{label}}'],
  ['a brace', '}'],
  ['a hyphen', '-'],
  ['a hyphen in front', '-evil'],
  ['a hyphen behind', 'evil-'],
  ['an underscore', 'a_b'],
  ['64 characters', 'a'.repeat(64)],
  ['10,000 characters', 'a'.repeat(10_000)],
  ['a wildcard', '*'],
  ['a quote', "'"],
  ['a list', 'a,b'],
];

const innocent = ['a', '7', 'acme', 'Acme', 'my-store', '1234567-sb1', 'a--b', 'a'.repeat(63)];

describe('a value for a label of a host', () => {
  const template = 'https://{{label}}.example.com/oauth/{{tenant}}?x={{x}}';
  const expanded = (label: unknown) =>
    expandUrlTemplate(template, {label, tenant: 'evil', x: 'evil'});

  it('is tried in at least 33 hostile ways', () => {
    expect(new Set(hostile.map(([, value]) => value)).size).to.be.at.least(33);
  });

  for (const [name, value] of hostile) {
    it(`is refused when it is ${name}`, () => {
      expect(expanded(value)).to.deep.equal(refusal('label'));
    });
  }

  for (const value of innocent) {
    it(`is taken when it is ${value.slice(0, 20)}`, () => {
      expect(expanded(value)).to.deep.equal({
        ok: true,
        text: `https://${value}.example.com/oauth/evil?x=evil`,
      });
    });
  }

  for (const [name, value] of Object.entries({
    'a number': -1,
    'a large number': 1e21,
    'a list': ['evil'],
    'an object': {toString: () => 'evil'},
  })) {
    it(`is refused when it is ${name}`, () => {
      expect(expanded(value)).to.deep.equal(refusal('label'));
    });
  }

  it('is judged with the credential, at its field', () => {
    const definition = connectorWith({
      id: 'a',
      type: 'oauth2-client-credentials',
      clientAuthentication: 'none',
      tokenUrl: 'https://{{store}}.example.com/token',
      variables: [{key: 'store', required: true}],
    });
    const verdict = (store: string) =>
      validateCredential(definition, {
        connectorId: 'acme',
        methodId: 'a',
        type: 'oauth2-client-credentials',
        values: {clientId: 'c', store},
      });
    expect(verdict('acme')).to.have.property('ok', true);
    for (const [, value] of hostile.filter(([, value]) => value.trim() !== '')) {
      expect(verdict(value), value).to.deep.equal({
        ok: false,
        issues: [{code: 'template_value_invalid', key: 'store', path: '/values/store', params: {}}],
      });
    }
  });
});

describe('a value for a segment of a path', () => {
  const expanded = (segment: string) =>
    expandUrlTemplate('https://a.example.com/x/{{segment}}/y', {segment});

  for (const value of ['.', '..', '%2e', '%2E%2e', '.%2e', '%2E.', '\ud83d', 'a\udd11']) {
    it(`is refused when it is ${JSON.stringify(value)}`, () => {
      expect(expanded(value)).to.deep.equal(refusal('segment'));
    });
  }

  const written: readonly (readonly [value: string, text: string])[] = [
    ['a', 'a'],
    ['a/b', 'a%2Fb'],
    ['../..', '..%2F..'],
    ['...', '...'],
    ['a?b', 'a%3Fb'],
    ['a#b', 'a%23b'],
    ['a\\b', 'a%5Cb'],
    ['a b', 'a%20b'],
    ['%2f', '%252f'],
    ['a@b:c', 'a%40b%3Ac'],
    ['$&', '%24%26'],
    ['{{segment}}', '%7B%7Bsegment%7D%7D'],
    ['ä😀', '%C3%A4%F0%9F%98%80'],
    ['a\nb\tc\0', 'a%0Ab%09c%00'],
  ];
  for (const [value, text] of written) {
    it(`is written ${text} when it is ${JSON.stringify(value)}`, () => {
      expect(expanded(value)).to.deep.equal({ok: true, text: `https://a.example.com/x/${text}/y`});
    });
  }
});

describe('a value of a query', () => {
  const expanded = (value: string) =>
    expandUrlTemplate('https://a.example.com/?a={{value}}&b=1', {value});

  for (const value of ['a&b=2', 'a#b', 'a=b', '..', 'ä 😀', '+', '%26', '$&', '{{value}}', '\n']) {
    it(`is what the other side reads when it is ${JSON.stringify(value)}`, () => {
      const expansion = expanded(value);
      expect(expansion.ok).to.be.true;
      if (!expansion.ok) return;
      expect([...new URL(expansion.text).searchParams]).to.deep.equal([
        ['a', value],
        ['b', '1'],
      ]);
    });
  }

  it('is refused when it has a lone surrogate', () => {
    expect(expanded('a\ud83d')).to.deep.equal(refusal('value'));
  });
});

describe('a value for an origin', () => {
  const expanded = (url: string) => expandUrlTemplate('{{url}}/api/token', {url});

  const taken: readonly (readonly [value: string, origin: string])[] = [
    ['https://shop.example.com', 'https://shop.example.com'],
    ['https://Shop.Example.com', 'https://shop.example.com'],
    ['https://shop.example.com:8443', 'https://shop.example.com:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
  ];
  for (const [value, origin] of taken) {
    it(`is taken when it is ${value}`, () => {
      expect(expanded(value)).to.deep.equal({ok: true, text: `${origin}/api/token`});
    });
  }

  for (const value of [
    'http://shop.example.com',
    'https://shop.example.com/',
    'https://shop.example.com/path',
    'https://shop.example.com?a=1',
    'https://shop.example.com#',
    'https://a@shop.example.com',
    'https://a:b@shop.example.com',
    'https://shop.example.com\\',
    'https://shop.example.com ',
    'https://shop.example.com\n',
    'https://shop.example.com:99999',
    'https://shop.example.com:',
    'https:shop.example.com',
    'https:/shop.example.com',
    'https:///shop.example.com',
    'https://{{x}}.example.com',
    '{{url}}',
    'https://bücher.example',
    'https://127.1.evil．com',
    'https://0x7f.0.0.1',
    'http://127.0.0.1.evil.com',
    'http://localhost.evil.com',
    'http://evil-localhost',
    'javascript://shop.example.com',
    'data:text/html,x',
    'shop.example.com',
    '//shop.example.com',
    'https://',
    '\ud83d',
  ]) {
    it(`is refused when it is ${JSON.stringify(value)}`, () => {
      expect(expanded(value)).to.deep.equal(refusal('url'));
    });
  }
});

describe('placeholders', () => {
  const values = {a: '{{b}}', b: 'B', 'x.y': 'dotted', n: 5, yes: true, $: '$&$1$`'};
  const written: readonly (readonly [template: string, text: string])[] = [
    ['', ''],
    ['plain', 'plain'],
    ['{{b}}', 'B'],
    ['{{b}}{{b}}', 'BB'],
    ['a{{b}}c', 'aBc'],
    // A value is never read as a template.
    ['{{a}}', '{{b}}'],
    ['{{a}}{{b}}', '{{b}}B'],
    ['{{{b}}}', '{B}'],
    ['{b}', '{b}'],
    ['{{b', '{{b'],
    ['{{x.y}}', 'dotted'],
    ['{{n}} {{yes}}', '5 true'],
    ['{{$}}', '$&$1$`'],
  ];
  for (const [template, text] of written) {
    it(`make ${JSON.stringify(text)} of ${JSON.stringify(template)}`, () => {
      expect(expandTemplate(template, values)).to.deep.equal({ok: true, text});
    });
  }

  for (const key of ['c', 'toString', '__proto__', 'constructor', 'empty']) {
    it(`say that ${key} has no value`, () => {
      expect(expandTemplate(`x{{${key}}}`, {...values, empty: ''})).to.deep.equal({
        ok: false,
        code: 'template_variable_missing',
        key,
        params: {},
      });
    });
  }

  for (const [template, address] of [
    ['https://{{b}}.example.com', 'https://B.example.com'],
    ['https://{{b}}.example.com?n={{n}}', 'https://B.example.com?n=5'],
    ['https://{{b}}.example.com:443/{{b}}', 'https://B.example.com:443/B'],
    ['http://{{b}}.localhost:80', 'http://B.localhost:80'],
    ['https://{{b}}.example.com:4433/?n=:443', 'https://B.example.com:4433/?n=:443'],
  ] as const) {
    it(`are put in ${template}`, () => {
      expect(expandUrlTemplate(template, values)).to.deep.equal({ok: true, text: address});
    });
  }

  it('are not put in an address that breaks the rules', () => {
    expect(expandUrlTemplate('https://{{b}}/', values)).to.deep.equal(refusal(''));
  });

  it('do not make another address of a host that is a number', () => {
    expect(expandUrlTemplate('https://{{x}}.0.0.1/', {x: '0x7f'})).to.deep.equal(refusal(''));
  });
});

describe('20,000 random values', function () {
  this.timeout(30_000);

  const template = 'https://{{label}}.shop.example.com:8443/v1/{{segment}}/x?a={{value}}&b=1';
  const fixed = new URL('https://shop.example.com:8443/v1/s/x?a=v&b=1');
  const segments = (url: URL) => url.pathname.split('/').length;
  const any = fc.oneof(
    fc.constantFrom(...hostile.map(([, value]) => value), ...innocent),
    fc.string({unit: 'binary', maxLength: 12}),
    fc.string({
      unit: fc.constantFrom(...Array.from('a-.:/?#@\\%2eE{}$& \t\n\0ａ。é'), '\ud83d', '\udd11'),
      maxLength: 8,
    }),
    fc.string({unit: fc.constantFrom(...Array.from('abz019-')), maxLength: 66}),
    fc.webUrl(),
    fc.ipV4(),
    fc.domain(),
  );

  it('never change the scheme, the end of the host, the port or the number of segments', () => {
    let taken = 0;
    // The message of a failure tells the seed that repeats it.
    fc.assert(
      fc.property(any, any, any, (label, segment, value) => {
        const expansion = expandUrlTemplate(template, {label, segment, value});
        if (!expansion.ok) return;
        taken += 1;
        const url = new URL(expansion.text);
        expect(url.protocol).to.equal(fixed.protocol);
        expect(url.hostname).to.equal(`${label.toLowerCase()}.shop.example.com`);
        expect(url.port).to.equal(fixed.port);
        expect([url.username, url.password, url.hash]).to.deep.equal(['', '', '']);
        expect(segments(url)).to.equal(segments(fixed));
        expect(decodeURIComponent(url.pathname.split('/')[2]!)).to.equal(segment);
        expect([...url.searchParams]).to.deep.equal([
          ['a', value],
          ['b', '1'],
        ]);
      }),
      {numRuns: 20_000},
    );
    expect(taken).to.be.above(500);
  });

  it('never give an origin more than an origin', () => {
    let taken = 0;
    const origin = fc.oneof(
      any,
      fc
        .tuple(fc.constantFrom('https://', 'http://', 'HTTPS://', 'https:'), any)
        .map((parts) => parts.join('')),
      fc.domain().map((domain) => `https://${domain}`),
    );
    fc.assert(
      fc.property(origin, (url) => {
        const expansion = expandUrlTemplate('{{url}}/api', {url});
        if (!expansion.ok) return;
        taken += 1;
        const address = new URL(expansion.text);
        expect(expansion.text).to.equal(`${url.toLowerCase()}/api`);
        expect(address.pathname + address.search + address.hash).to.equal('/api');
        expect(address.username + address.password).to.equal('');
        expect(
          address.protocol === 'https:' ||
            /^(127\.0\.0\.1|\[::1\]|.*localhost)$/.test(address.hostname),
        ).to.be.true;
      }),
      {numRuns: 20_000},
    );
    expect(taken).to.be.above(500);
  });
});
