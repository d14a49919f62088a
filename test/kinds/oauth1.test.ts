import {expect} from '@open-wc/testing';
import {oauth1} from '../../src/core.js';
import {grantedKeys} from '../support/grants.js';
import {connectorWith, methodOf, parsed} from '../support/model.js';
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

const authorizationUrl = 'https://acme.example.com/authorize';
const {consumerSecret} = keys;

methodKindSuite(oauth1, {
  settings: {authorizationUrl},
  keys: ['consumerKey', 'consumerSecret', 'realm'],
  secrets: ['consumerSecret'],
  authorization: grantedKeys,
  accepts: [{consumerKey, consumerSecret}],
  rejects: [[{consumerKey, consumerSecret, token}, {token: 'field_unexpected'}]],
});

methodKindSuite(oauth1, {
  settings: {authorizationUrl, consumerKey: 'keyslot'},
  keys: ['realm'],
  secrets: [],
  authorization: grantedKeys,
  accepts: [{}],
  rejects: [[{consumerKey}, {consumerKey: 'field_unexpected'}]],
});

describe('an oauth1 method', () => {
  it('cannot be signed in an unknown way', () => {
    const input = connectorWith({id: 'a', type: 'oauth1', signatureMethod: 'HMAC-MD5'});
    expect(parsed(input).found).to.deep.equal([
      'error definition_invalid /methods/0/signatureMethod',
    ]);
  });

  it('refuses an address that is not https', () => {
    const input = connectorWith({id: 'a', type: 'oauth1', authorizationUrl: 'http://a.example/x'});
    expect(parsed(input).found).to.deep.equal([
      'error definition_unsafe_url /methods/0/authorizationUrl',
    ]);
  });

  it('has a window when it says where the user authorises', () => {
    const method = {id: 'a', type: 'oauth1'};
    expect(methodOf(connectorWith(method)).authorization).to.equal(undefined);
    expect(methodOf(connectorWith({...method, authorizationUrl})).authorization).to.deep.equal({
      protocol: 'oauth1',
      authorizationUrl,
    });
  });
});
