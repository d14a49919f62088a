import {expect} from '@open-wc/testing';
import type {VariableFormat} from '../../src/model/definition.js';
import {hasFormat} from '../../src/model/format.js';

const body = 'MIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8AgEAAkEA';
const block = (label: string, inside = body) =>
  `-----BEGIN ${label}-----\n${inside}\n-----END ${label}-----`;

const table: Readonly<Record<VariableFormat, {accepts: string[]; rejects: string[]}>> = {
  email: {
    accepts: ['a@b', 'first.last+tag@sub.example.com', 'ö@bücher.example'],
    rejects: ['', 'a', '@b', 'a@', 'a b@c', 'a@b@c', 'a@b\n', ' a@b'],
  },
  url: {
    accepts: ['https://example.com', 'http://localhost:8080/a?b=c#d', 'HTTPS://example.com/ä'],
    rejects: [
      '',
      'example.com',
      '//example.com',
      'ftp://a.b',
      'javascript:alert(1)',
      'https://',
    ].concat(['https:// a', 'https://a b', 'https://a:99999', ' https://a', 'https://a\n']),
  },
  origin: {
    accepts: ['https://example.com', 'http://localhost:8080', 'https://[::1]:1'],
    rejects: ['', 'example.com', 'https://example.com/', 'https://example.com/path']
      .concat(['https://example.com?a', 'https://example.com#a', 'https://user@example.com'])
      .concat(['https://example.com\\', 'https://', 'https://a:x', 'xhttps://a']),
  },
  hostname: {
    accepts: [
      'localhost',
      'example.com',
      'A-1.Example.COM',
      '1.2.3.4',
      'xn--bcher-kva.example',
    ].concat([`${'a.'.repeat(126)}a`, 'a'.repeat(63)]),
    rejects: [
      '',
      '.',
      'a.',
      '.a',
      'a..b',
      '-a',
      'a-',
      'a_b',
      'https://a',
      'a/b',
      'a:1',
      'a b',
    ].concat(['bücher.example', 'a'.repeat(64), `${'a.'.repeat(127)}a`]),
  },
  'dns-label': {
    accepts: ['a', 'my-store', 'A1', '0', 'a'.repeat(63)],
    rejects: ['', '-a', 'a-', 'a.b', 'a_b', 'a b', 'ä', 'a'.repeat(64)],
  },
  uuid: {
    accepts: [
      '123e4567-e89b-12d3-a456-426614174000',
      '00000000-0000-0000-0000-000000000000',
    ].concat(['123E4567-E89B-12D3-A456-426614174000']),
    rejects: ['', '123e4567e89b12d3a456426614174000', '123e4567-e89b-12d3-a456-42661417400']
      .concat(['123e4567-e89b-12d3-a456-4266141740000', '{123e4567-e89b-12d3-a456-426614174000}'])
      .concat(['g23e4567-e89b-12d3-a456-426614174000']),
  },
  pem: {
    accepts: [
      block('PRIVATE KEY'),
      block('CERTIFICATE').replaceAll('\n', '\r\n'),
      `\n${block('EC PRIVATE KEY')}\n\n`,
      // RFC 1421 §4.6: headers, with a hyphen in their name.
      block('RSA PRIVATE KEY', `Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n${body}`),
    ],
    rejects: [
      '',
      body,
      block('PRIVATE KEY').slice(0, -1),
      block('PRIVATE KEY').replaceAll('\n', ' '),
      block('PRIVATE KEY').replace('END PRIVATE', 'END PUBLIC'),
      `${block('CERTIFICATE')}\n${block('CERTIFICATE')}`,
      `x${block('PRIVATE KEY')}`,
      '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----',
    ],
  },
  json: {
    accepts: ['{}', ' [1, "a"] ', 'null', '"a"', '1'],
    rejects: ['', '{', "{'a': 1}", '{"a": 1,}', 'undefined', '{} {}'],
  },
};

describe('hasFormat', () => {
  for (const [format, {accepts, rejects}] of Object.entries(table)) {
    for (const text of accepts) {
      it(`finds that ${JSON.stringify(text.slice(0, 60))} is ${format}`, () => {
        expect(hasFormat(format as VariableFormat, text)).to.be.true;
      });
    }

    for (const text of rejects) {
      it(`finds that ${JSON.stringify(text.slice(0, 60))} is not ${format}`, () => {
        expect(hasFormat(format as VariableFormat, text)).to.be.false;
      });
    }
  }

  it('takes no longer for a text made to be slow', () => {
    const started = performance.now();
    for (const text of [
      `-----BEGIN A-----\n${'-----END B-----\n'.repeat(10_000)}`,
      'a-'.repeat(50_000),
      `https://${'a'.repeat(100_000)} `,
      '@'.repeat(100_000),
      `${'\n'.repeat(20_000)}x`,
    ]) {
      for (const format of Object.keys(table)) hasFormat(format as VariableFormat, text);
    }
    expect(performance.now() - started).to.be.below(1000);
  });

  it('judges what is as large as any file', () => {
    const large = 'A'.repeat(16_000_000);
    expect(hasFormat('pem', block('CERTIFICATE', large))).to.be.true;
    for (const format of Object.keys(table)) {
      expect(hasFormat(format as VariableFormat, `${large}!`), format).to.be.false;
    }
  });
});
