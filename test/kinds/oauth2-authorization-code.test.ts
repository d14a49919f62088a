import {expect} from '@open-wc/testing';
import {oauth2AuthorizationCode} from '../../src/core.js';
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
    ['a parameter that is no text', {authorizationParams: {a: 1}}, 'authorizationParams/a'],
  ];
  for (const [name, settings, path] of wrong) {
    it(`refuses ${name}`, () => {
      expect(foundIn(settings)).to.deep.equal([`error definition_invalid /methods/0/${path}`]);
    });
  }

  for (const setting of ['authorizationUrl', 'tokenUrl']) {
    it(`refuses an address of ${setting} that is not https`, () => {
      expect(foundIn({[setting]: 'http://acme.example.com/x'})).to.include(
        `error definition_unsafe_url /methods/0/${setting}`,
      );
    });
  }
});
