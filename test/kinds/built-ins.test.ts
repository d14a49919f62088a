import {expect} from '@open-wc/testing';
import {builtIns, defineConnector, parseConnector, validateCredential} from '../../src/core.js';
import {en} from '../../src/messages/en.js';
import {connectorWith} from '../support/model.js';

describe('the built-in kinds', () => {
  const pin = {type: 'pin', bind: () => ({variables: [{key: 'pin'}]})};
  const definition = connectorWith({id: 'a', type: 'pin'});
  const credential = {connectorId: 'acme', methodId: 'a', type: 'pin', values: {pin: '1'}};

  it('are what is understood when no registry is given', () => {
    const {connector} = parseConnector(definition);
    expect(connector?.methods[0]?.status).to.equal('unavailable');
    expect(validateCredential(definition, credential)).to.have.property('ok', false);
  });

  it('are joined by others in a registry that is given', () => {
    const registry = builtIns.with(pin);
    const {connector} = parseConnector(definition, {registry});
    expect(connector?.methods[0]?.status).to.equal('available');
    expect(validateCredential(definition, credential, {registry})).to.have.property('ok', true);
  });

  /** Settings by type that together bring every variable of the type. */
  const settings: Readonly<Record<string, readonly object[]>> = {
    'api-key': [{parameterName: 'X-Api-Key'}],
    'oauth2-client-credentials': ['basic', 'private-key-jwt'].map((clientAuthentication) => ({
      clientAuthentication,
      tokenUrl: 'https://acme.example.com/token',
    })),
    'oauth2-authorization-code': [{authorizationUrl: 'https://acme.example.com/authorize'}],
    oauth1: [{}, {signatureMethod: 'RSA-SHA1'}],
  };

  for (const kind of builtIns.kinds) {
    it(`have English words for ${kind.type} and all of its variables`, () => {
      const words = en.kinds[kind.type];
      expect(words?.['name']).to.be.a('string');
      const bindings = (settings[kind.type] ?? [{}]).map((more) =>
        kind.bind({id: 'a', type: kind.type, ...more}),
      );
      const codes = bindings.flatMap(({diagnostics = []}) => diagnostics.map(({code}) => code));
      expect(codes).to.deep.equal([]);
      const keys = bindings.flatMap(({variables = []}) => variables.map(({key}) => key));
      expect(Object.keys(words!)).to.have.members(['name', ...new Set(keys)]);
    });
  }
});

describe('defineConnector', () => {
  it('returns the definition as it is', () => {
    const definition = {id: 'acme', name: 'Acme', methods: []};
    expect(defineConnector(definition)).to.equal(definition);
  });
});
