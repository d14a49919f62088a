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

  for (const kind of builtIns.kinds) {
    it(`have English words for ${kind.type} and all of its variables`, () => {
      const words = en.kinds[kind.type];
      expect(words?.['name']).to.be.a('string');
      const {connector} = parseConnector(connectorWith({id: 'a', type: kind.type}));
      const method = connector?.methods[0];
      const keys = method?.status === 'available' ? method.variables.map(({key}) => key) : [];
      expect(Object.keys(words!)).to.have.members(['name', ...keys]);
    });
  }
});

describe('defineConnector', () => {
  it('returns the definition as it is', () => {
    const definition = {id: 'acme', name: 'Acme', methods: []};
    expect(defineConnector(definition)).to.equal(definition);
  });
});
