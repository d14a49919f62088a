import {expect} from '@open-wc/testing';
import {oauth2AuthorizationCode, parseConnector} from '../../src/core.js';
import {granted} from '../support/grants.js';
import {connectorWith, methodOf, parsed} from '../support/model.js';
import {methodKindSuite} from '../suites/method-kind.suite.js';

const definition = {
  id: 'a',
  type: 'oauth2-authorization-code',
  authorizationUrl: 'https://acme.example.com/authorize',
};
const authorizationUrl = definition.authorizationUrl;

methodKindSuite(oauth2AuthorizationCode, {
  settings: {authorizationUrl},
  keys: ['clientId', 'clientSecret'],
  secrets: ['clientSecret'],
  authorization: granted,
  accepts: [{clientId: 'c', clientSecret: 's'}],
  rejects: [
    [{clientId: 'c'}, {clientSecret: 'field_required'}],
    [{clientId: 'c', clientSecret: 's', token: 't'}, {token: 'field_unexpected'}],
  ],
});

methodKindSuite(oauth2AuthorizationCode, {
  settings: {authorizationUrl, clientId: 'keyslot'},
  keys: [],
  secrets: [],
  authorization: granted,
  accepts: [{}],
  rejects: [[{clientId: 'c'}, {clientId: 'field_unexpected'}]],
});

const foundIn = (settings: object) => parsed(connectorWith({...definition, ...settings})).found;

describe('an oauth2-authorization-code method', () => {
  it('says where the user authorises, and that its protocol is OAuth 2', () => {
    expect(methodOf(connectorWith(definition)).authorization).to.deep.include({
      protocol: 'oauth2',
      authorizationUrl: definition.authorizationUrl,
    });
  });

  it('reads its settings, with what holds when they are absent', () => {
    expect(oauth2AuthorizationCode.bind(definition).settings).to.deep.equal({
      authorizationUrl: definition.authorizationUrl,
      scopes: [],
      scopeSeparator: ' ',
      pkce: true,
      authorizationParams: {},
    });
  });

  it('takes all of its settings', () => {
    const settings = {
      tokenUrl: 'https://acme.example.com/token',
      issuer: 'https://acme.example.com',
      scopes: [
        {value: 'read', label: {en: 'Read'}, description: 'All of it', required: true},
        {value: 'write', default: false},
      ],
      scopeSeparator: ',',
      clientId: 'keyslot',
      pkce: false,
      authorizationParams: {prompt: 'consent', audience: 'api'},
    };
    expect(foundIn(settings)).to.deep.equal([]);
    expect(oauth2AuthorizationCode.bind({...definition, ...settings}).settings).to.deep.equal({
      authorizationUrl: definition.authorizationUrl,
      ...settings,
    });
  });

  const wrong: readonly (readonly [name: string, settings: object, path: string])[] = [
    ['no address', {authorizationUrl: undefined}, 'authorizationUrl'],
    ['a scope without a value', {scopes: [{label: 'Read'}]}, 'scopes/0/value'],
    ['a separator that is no text', {scopeSeparator: 1}, 'scopeSeparator'],
    ['scopes that are no list', {scopes: {value: 'read'}}, 'scopes'],
    ['a proof key that is no yes or no', {pkce: 'S256'}, 'pkce'],
    ['a parameter that is no text', {authorizationParams: {a: 1}}, 'authorizationParams/a'],
  ];
  for (const [name, settings, path] of wrong) {
    it(`refuses ${name}`, () => {
      expect(foundIn(settings)).to.deep.equal([`error definition_invalid /methods/0/${path}`]);
    });
  }

  const reserved = (path: string) => `error definition_reserved_param /methods/0/${path}`;
  const misused: readonly (readonly [name: string, settings: object, found: readonly string[]])[] =
    [
      [
        'in its parameters',
        {authorizationParams: {state: 'x', prompt: 'consent', nonce: 'x'}},
        [reserved('authorizationParams'), reserved('authorizationParams')],
      ],
      [
        'in its address',
        {authorizationUrl: `${authorizationUrl}?audience=api&scope=all`},
        [reserved('authorizationUrl')],
      ],
      ['in a value of its address', {authorizationUrl: `${authorizationUrl}?a=b?state=c`}, []],
      ['in the path of its address', {authorizationUrl: `${authorizationUrl}/state=1&scope`}, []],
    ];
  for (const [name, settings, found] of misused) {
    it(`says what only the flow itself may set, ${name}`, () => {
      expect(foundIn(settings)).to.deep.equal(found);
    });
  }

  it('names the parameter that only the flow itself may set', () => {
    const input = connectorWith({...definition, authorizationParams: {client_id: 'x'}});
    const [diagnostic] = parseConnector(input).diagnostics;
    expect(diagnostic?.params).to.deep.equal({name: 'client_id'});
  });

  it('sends the token that the host got', () => {
    expect(methodOf(connectorWith(definition)).requestDefaults).to.deep.equal({
      headers: {Authorization: 'Bearer {{accessToken}}'},
    });
  });

  for (const setting of ['authorizationUrl', 'tokenUrl']) {
    it(`refuses an address of ${setting} that is not https`, () => {
      expect(foundIn({[setting]: 'http://acme.example.com/x'})).to.include(
        `error definition_unsafe_url /methods/0/${setting}`,
      );
    });
  }
});
