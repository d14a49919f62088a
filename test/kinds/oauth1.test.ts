import {expect} from '@open-wc/testing';
import {oauth1} from '../../src/core.js';
import {connectorWith, parsed} from '../support/model.js';
import {methodKindSuite} from '../suites/method-kind.suite.js';

const keys = {consumerKey: 'ck', consumerSecret: 'cs', token: 't', tokenSecret: 'ts'};
const pem = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n';

for (const signatureMethod of [undefined, 'HMAC-SHA1', 'HMAC-SHA256', 'PLAINTEXT']) {
  methodKindSuite(oauth1, {
    ...(signatureMethod && {settings: {signatureMethod}}),
    keys: ['consumerKey', 'consumerSecret', 'token', 'tokenSecret', 'realm'],
    secrets: ['consumerSecret', 'token', 'tokenSecret'],
    accepts: [keys, {...keys, realm: '1234567_SB1'}, {...keys, consumerSecret: 'a&b %=ä😀'}],
    rejects: [
      [
        {realm: 'x'},
        {
          consumerKey: 'field_required',
          consumerSecret: 'field_required',
          token: 'field_required',
          tokenSecret: 'field_required',
        },
      ],
      [{...keys, token: 5}, {token: 'field_type'}],
      [{...keys, privateKey: pem}, {privateKey: 'field_unexpected'}],
    ],
  });
}

const {consumerKey, token, tokenSecret} = keys;
const rsa = {consumerKey, privateKey: pem, token};

methodKindSuite(oauth1, {
  settings: {signatureMethod: 'RSA-SHA1'},
  keys: ['consumerKey', 'privateKey', 'token', 'realm'],
  secrets: ['privateKey', 'token'],
  accepts: [rsa],
  rejects: [
    [{...rsa, privateKey: 'MIIE'}, {privateKey: 'field_format'}],
    [{...rsa, consumerSecret: 'cs'}, {consumerSecret: 'field_unexpected'}],
    [{...rsa, tokenSecret}, {tokenSecret: 'field_unexpected'}],
  ],
});

describe('an oauth1 method', () => {
  it('cannot be signed in an unknown way', () => {
    const input = connectorWith({id: 'a', type: 'oauth1', signatureMethod: 'HMAC-MD5'});
    expect(parsed(input).found).to.deep.equal([
      'error definition_invalid /methods/0/signatureMethod',
    ]);
  });

  it('whose tokens come from a window is out of use, and asks for no tokens', () => {
    const definition = {
      id: 'a',
      type: 'oauth1',
      authorizationUrl: 'https://acme.example.com/authorize',
    };
    expect(parsed(connectorWith(definition)).found).to.deep.equal([
      'error definition_unsupported_flow /methods/0/type',
    ]);
    expect(oauth1.bind(definition).variables?.map(({key}) => key)).to.deep.equal([
      'consumerKey',
      'consumerSecret',
      'realm',
    ]);
  });
});
