import {expect} from '@open-wc/testing';
import {oauth2ClientCredentials} from '../../src/core.js';
import {connectorWith, methodOf, parsed} from '../support/model.js';
import {methodKindSuite} from '../suites/method-kind.suite.js';

const tokenUrl = 'https://acme.example.com/token';
const client = {clientId: 'client', clientSecret: 'secret'};
const pem = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n';

for (const settings of [
  {tokenUrl},
  {tokenUrl, clientAuthentication: 'basic'},
  {tokenUrl, clientAuthentication: 'post'},
]) {
  methodKindSuite(oauth2ClientCredentials, {
    settings,
    keys: ['clientId', 'clientSecret', 'scope'],
    secrets: ['clientSecret'],
    accepts: [client, {...client, scope: 'read write'}, {clientId: 'a:b', clientSecret: ' ä😀'}],
    rejects: [
      [{}, {clientId: 'field_required', clientSecret: 'field_required'}],
      [{...client, clientSecret: true}, {clientSecret: 'field_type'}],
      [{...client, privateKey: pem}, {privateKey: 'field_unexpected'}],
    ],
  });
}

methodKindSuite(oauth2ClientCredentials, {
  settings: {tokenUrl, clientAuthentication: 'private-key-jwt'},
  keys: ['clientId', 'privateKey', 'scope'],
  secrets: ['privateKey'],
  accepts: [{clientId: 'client', privateKey: pem}],
  rejects: [
    [{clientId: 'client'}, {privateKey: 'field_required'}],
    [{clientId: 'client', privateKey: 'MIIE'}, {privateKey: 'field_format'}],
    [{...client, privateKey: pem}, {clientSecret: 'field_unexpected'}],
  ],
});

methodKindSuite(oauth2ClientCredentials, {
  settings: {tokenUrl, clientAuthentication: 'none'},
  keys: ['clientId', 'scope'],
  secrets: [],
  accepts: [{clientId: 'client'}],
  rejects: [[client, {clientSecret: 'field_unexpected'}]],
});

describe('the settings of oauth2-client-credentials', () => {
  const wrong: readonly (readonly [name: string, settings: object, found: string])[] = [
    ['no token endpoint', {tokenUrl: undefined}, 'definition_invalid /methods/0/tokenUrl'],
    [
      'a token endpoint without TLS',
      {tokenUrl: 'http://acme.example.com/token'},
      'definition_unsafe_url /methods/0/tokenUrl',
    ],
    [
      'a token endpoint that names an unknown variable',
      {tokenUrl: 'https://{{store}}.example.com/token'},
      'definition_unknown_variable /methods/0/tokenUrl',
    ],
    [
      'another client authentication',
      {clientAuthentication: 'tls'},
      'definition_invalid /methods/0/clientAuthentication',
    ],
    [
      'another algorithm',
      {clientAuthentication: 'private-key-jwt', assertion: {algorithm: 'none'}},
      'definition_invalid /methods/0/assertion/algorithm',
    ],
    [
      'a claim that is no text',
      {clientAuthentication: 'private-key-jwt', assertion: {claims: {scope: ['a']}}},
      'definition_invalid /methods/0/assertion/claims/scope',
    ],
  ];
  for (const algorithm of ['RS256', 'PS256', 'ES256']) {
    it(`may have the algorithm ${algorithm}`, () => {
      const settings = {tokenUrl, clientAuthentication: 'private-key-jwt', assertion: {algorithm}};
      const method = {id: 'a', type: 'oauth2-client-credentials', ...settings};
      expect(parsed(connectorWith(method)).found).to.deep.equal([]);
    });
  }

  it('may have a proof that names variables, all of which there have to be', () => {
    const method = {
      id: 'a',
      type: 'oauth2-client-credentials',
      tokenUrl,
      clientAuthentication: 'private-key-jwt',
      assertion: {keyId: '{{certificate}}', claims: {scope: '{{scope}}'}},
    };
    expect(parsed(connectorWith(method)).found).to.deep.equal([
      'warning definition_unknown_variable /methods/0/assertion/keyId',
    ]);
  });

  it('leave the scope for those who look for it', () => {
    const {variables} = methodOf(
      connectorWith({id: 'a', type: 'oauth2-client-credentials', tokenUrl}),
    );
    const advanced = variables.filter(({advanced}) => advanced).map(({key}) => key);
    expect(advanced).to.deep.equal(['scope']);
  });

  for (const [name, settings, found] of wrong) {
    it(`cannot be ${name}`, () => {
      const method = {id: 'a', type: 'oauth2-client-credentials', tokenUrl, ...settings};
      const result = parsed(connectorWith(method));
      expect(result.found).to.deep.equal([`error ${found}`]);
      expect(result.connector?.methods[0]?.status).to.equal('unavailable');
    });
  }
});
