import {expect} from '@open-wc/testing';
import type {FieldValues} from '../../src/core.js';
import {
  signatureBaseString,
  signOAuth1,
  type SignedRequest,
} from '../../src/request/oauth1-signature.js';
import {rsaKeys, toBytes} from '../support/keys.js';

const consumer = {consumerKey: 'dpf43f3p2l4k3l03', consumerSecret: 'kd94hf93k423kf44'};

/** The three requests of RFC 5849, section 1.2. Parameters of the protocol are signed like a form. */
const examples: readonly {
  readonly name: string;
  readonly values: FieldValues;
  readonly request: SignedRequest;
  readonly nonce: string;
  readonly timestamp: number;
  readonly signature: string;
}[] = [
  {
    name: 'for temporary credentials',
    values: consumer,
    request: {
      method: 'POST',
      url: 'https://photos.example.net/initiate',
      form: {oauth_callback: 'http://printer.example.com/ready'},
    },
    nonce: 'wIjqoS',
    timestamp: 137131200,
    signature: '74KNZJeDHnMBp0EMJ9ZHt/XKycU=',
  },
  {
    name: 'for a token',
    values: {...consumer, token: 'hh5s93j4hdidpola', tokenSecret: 'hdhd0244k9j7ao03'},
    request: {
      method: 'POST',
      url: 'https://photos.example.net/token',
      form: [['oauth_verifier', 'hfdp7dh39dks9884']],
    },
    nonce: 'walatlh',
    timestamp: 137131201,
    signature: 'gKgrFCywp7rO0OXSjdot/IHF7IU=',
  },
  {
    name: 'for a photo',
    values: {...consumer, token: 'nnch734d00sl2jdk', tokenSecret: 'pfkkdhi9sl3r4s00'},
    request: {
      method: 'GET',
      url: 'http://photos.example.net/photos?file=vacation.jpg&size=original',
    },
    nonce: 'chapoH',
    timestamp: 137131202,
    signature: 'MdpQcU8iPSUjWoN/UDMsK2sui9I=',
  },
];

const signatureIn = (header: string) =>
  decodeURIComponent(/oauth_signature="([^"]*)"/.exec(header)?.[1] ?? '');

/** The parameters in a header that are signed. */
const protocolIn = (header: string) =>
  [...header.matchAll(/(oauth_\w+)="([^"]*)"/g)]
    .map(([, name = '', value = '']) => [name, decodeURIComponent(value)] as const)
    .filter(([name]) => name !== 'oauth_signature');

describe('a signature by RFC 5849', () => {
  for (const {name, values, request, nonce, timestamp, signature} of examples) {
    it(`of the request ${name} in section 1.2 is as it is there`, async () => {
      const header = await signOAuth1(values, 'HMAC-SHA1', request, {nonce, timestamp});
      expect(signatureIn(header)).to.equal(signature);
    });
  }

  it('is about the base string of section 3.4.1.1', () => {
    const request: SignedRequest = {
      method: 'POST',
      url: 'http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b',
      form: [
        ['c2', ''],
        ['a3', '2 q'],
      ],
    };
    const baseString = signatureBaseString(request, [
      ['oauth_consumer_key', '9djdj82h48djs9d2'],
      ['oauth_token', 'kkk9d7dh3k39sjv7'],
      ['oauth_signature_method', 'HMAC-SHA1'],
      ['oauth_timestamp', '137131201'],
      ['oauth_nonce', '7d8f3e4a'],
    ]);
    expect(baseString).to.equal(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%2525' +
        '3D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26' +
        'oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
  });

  const addresses: readonly (readonly [name: string, url: string, base: string])[] = [
    ['the default port of http', 'http://EXAMPLE.com:80/r%20v/X?a=1', 'http://example.com/r%20v/X'],
    ['the default port of https', 'https://www.example.net:443/?q=1', 'https://www.example.net/'],
    ['another port', 'https://www.example.net:8080/?q=1', 'https://www.example.net:8080/'],
    ['no path', 'https://www.example.net', 'https://www.example.net/'],
    ['a fragment', 'https://www.example.net/a#b', 'https://www.example.net/a'],
  ];
  for (const [name, url, base] of addresses) {
    it(`is about the address of section 3.4.1.2 when it has ${name}`, () => {
      const [, address = ''] = signatureBaseString({method: 'get', url}, []).split('&');
      expect(decodeURIComponent(address)).to.equal(base);
    });
  }

  const sorted: readonly (readonly [name: string, query: string, parameters: string])[] = [
    ['repeated names, by value', 'a=2&a=10&a=1', 'a=1&a=10&a=2'],
    ['encoded names, by their encoding', 'z=1&%C3%A4=1&%7E=1&A=1', '%C3%A4=1&A=1&z=1&~=1'],
    ['a plus, which is a space', 'a=b+c&d=%2B', 'a=b%20c&d=%2B'],
    ['reserved characters', "a=!*'()", 'a=%21%2A%27%28%29'],
    ['a name without a value', 'b&a', 'a=&b='],
  ];
  for (const [name, query, parameters] of sorted) {
    it(`sorts ${name}`, () => {
      const url = `https://example.com/?${query}`;
      const [, , written = ''] = signatureBaseString({method: 'GET', url}, []).split('&');
      expect(decodeURIComponent(written)).to.equal(parameters);
    });
  }

  it('of HMAC-SHA256 is the keyed hash of the base string', async () => {
    const {request, nonce, timestamp, values} = examples[2]!;
    const header = await signOAuth1(values, 'HMAC-SHA256', request, {nonce, timestamp});
    const base = signatureBaseString(request, protocolIn(header));
    const secrets = toBytes(`${String(values['consumerSecret'])}&${String(values['tokenSecret'])}`);
    const algorithm = {name: 'HMAC', hash: 'SHA-256'};
    const key = await crypto.subtle.importKey('raw', secrets, algorithm, false, ['verify']);
    const signature = Uint8Array.from(atob(signatureIn(header)), (byte) => byte.charCodeAt(0));
    expect(await crypto.subtle.verify('HMAC', key, signature, toBytes(base))).to.be.true;
  });

  it('of RSA-SHA1 can be verified with the public key', async () => {
    const {publicKey, pem} = await rsaKeys('RSASSA-PKCS1-v1_5', 'SHA-1');
    const {values, request, nonce, timestamp} = examples[2]!;
    const header = await signOAuth1({...values, privateKey: pem}, 'RSA-SHA1', request, {
      nonce,
      timestamp,
    });
    const signature = Uint8Array.from(atob(signatureIn(header)), (byte) => byte.charCodeAt(0));
    const signed = toBytes(signatureBaseString(request, protocolIn(header)));
    expect(await crypto.subtle.verify('RSASSA-PKCS1-v1_5', publicKey, signature, signed)).to.be
      .true;
    signed[0]! ^= 1;
    expect(await crypto.subtle.verify('RSASSA-PKCS1-v1_5', publicKey, signature, signed)).to.be
      .false;
  });
});
