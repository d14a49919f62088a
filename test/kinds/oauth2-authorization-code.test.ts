import {expect} from '@open-wc/testing';
import {oauth2AuthorizationCode} from '../../src/core.js';
import {connectorWith, parsed} from '../support/model.js';

const definition = {
  id: 'a',
  type: 'oauth2-authorization-code',
  authorizationUrl: 'https://acme.example.com/authorize',
};
const foundIn = (settings: object) => parsed(connectorWith({...definition, ...settings})).found;
const unsupported = 'error definition_unsupported_flow /methods/0/type';

describe('the kind oauth2-authorization-code', () => {
  it('cannot be changed', () => {
    expect(oauth2AuthorizationCode).to.be.frozen;
  });

  it('is out of use, and says that a window is what it lacks', () => {
    const {connector, found} = parsed(connectorWith(definition));
    expect(found).to.deep.equal([unsupported]);
    expect(connector?.methods[0]).to.include({status: 'unavailable'});
  });

  it('asks for the client where the definition names none', () => {
    const {variables} = oauth2AuthorizationCode.bind(definition);
    expect(variables).to.deep.equal([
      {key: 'clientId', required: true},
      {key: 'clientSecret', required: true, secret: true},
    ]);
  });

  it('asks for nothing where the definition names the client', () => {
    const {variables} = oauth2AuthorizationCode.bind({...definition, clientId: 'keyslot'});
    expect(variables).to.deep.equal([]);
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
    expect(foundIn(settings)).to.deep.equal([unsupported]);
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
