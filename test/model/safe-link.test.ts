import {expect} from '@open-wc/testing';
import {isSafeLink} from '../../src/model/safe-link.js';

const safe = [
  'https://example.com',
  'HTTPS://EXAMPLE.com/a?b=c#d',
  'https://example.com:8443/%0A',
  'https://bücher.example/ä',
  'https://[::1]/',
  `https://example.com/${'a'.repeat(2048 - 'https://example.com/'.length)}`,
];

const unsafe = [
  '',
  'example.com',
  '/docs',
  '//example.com/docs',
  'http://example.com',
  'ftp://example.com',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://example.com',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg/>',
  'blob:https://example.com/1',
  'vbscript:x',
  'https:example.com',
  'https:/example.com',
  'https://',
  'https://user@example.com',
  'https://user:password@example.com',
  'https://:password@example.com',
  'https://example.com\\@evil.example',
  'https://exa\tmple.com',
  'https://example.com/\n',
  'https://example.com/\0',
  'https://example.com/\u0085',
  ' https://example.com',
  'https://example.com ',
  'https://example.com/a b',
  'https://exa mple.com',
  'https://example.com:99999',
  'https://[::1',
  'xhttps://example.com',
  `https://example.com/${'a'.repeat(3000)}`,
];

describe('isSafeLink', () => {
  for (const address of safe) {
    it(`allows ${JSON.stringify(address.slice(0, 50))}`, () => {
      expect(isSafeLink(address)).to.be.true;
    });
  }

  for (const address of unsafe) {
    it(`refuses ${JSON.stringify(address.slice(0, 50))}`, () => {
      expect(isSafeLink(address)).to.be.false;
    });
  }
});
