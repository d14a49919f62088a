import {expect} from '@open-wc/testing';
import {parseConnector, redactCredential} from '../../src/core.js';
import {findMethod, REDACTED} from '../../src/model/credential.js';
import {connectorWith} from '../support/model.js';

const {connector} = parseConnector(
  connectorWith(
    {
      id: 'a',
      type: 'token',
      variables: [{key: 'store'}, {key: 'port', type: 'number'}, {key: 'pin', secret: true}],
    },
    {id: 'broken', type: 'saml'},
  ),
);

const credential = {
  connectorId: 'acme',
  methodId: 'a',
  type: 'token',
  values: {store: 'x', port: 1, pin: '1234', token: 'hunter2'},
};

describe('redactCredential', () => {
  it('shows what is not secret', () => {
    expect(redactCredential(credential, connector)).to.deep.equal({
      ...credential,
      values: {store: 'x', port: 1, pin: REDACTED, token: REDACTED},
    });
  });

  it('shows no value without the connector, as nobody can tell which are secrets', () => {
    expect(redactCredential(credential)).to.deep.equal({
      ...credential,
      values: {store: REDACTED, port: REDACTED, pin: REDACTED, token: REDACTED},
    });
  });

  it('shows no value of a method that is unknown or cannot be used', () => {
    for (const methodId of ['broken', 'other', '']) {
      const {values} = redactCredential({...credential, methodId}, connector);
      expect(new Set(Object.values(values))).to.deep.equal(new Set([REDACTED]));
    }
  });

  it('shows no value that the method does not ask for', () => {
    const values = {region: 'eu', toString: 'x'};
    expect(redactCredential({...credential, values}, connector).values).to.deep.equal({
      region: REDACTED,
      toString: REDACTED,
    });
  });

  it('shows which secrets were kept and cleared', () => {
    const change = {...credential, values: {}, kept: ['token'], cleared: ['pin']};
    expect(redactCredential(change, connector)).to.deep.equal(change);
  });

  it('leaves the credential as it was', () => {
    const before = structuredClone(credential);
    redactCredential(credential, connector);
    expect(credential).to.deep.equal(before);
  });
});

describe('findMethod', () => {
  it('finds a method that can be used, by its id', () => {
    expect(findMethod(connector, 'a')).to.equal(connector?.methods[0]);
  });

  it('finds nothing else', () => {
    expect(findMethod(connector, 'broken')).to.equal(undefined);
    expect(findMethod(connector, 'A')).to.equal(undefined);
    expect(findMethod(connector, undefined)).to.equal(undefined);
    expect(findMethod(undefined, 'a')).to.equal(undefined);
  });
});
