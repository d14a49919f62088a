import {expect} from '@open-wc/testing';
import {KeyslotAuthorizationError, resumeAuthorization} from '../../src/oauth.js';
import {FakePorts} from '../support/authorization-ports.js';
import {expected, returned} from '../support/returned.js';

const {state, redirectUri} = expected;

async function failureOf(ports: FakePorts): Promise<KeyslotAuthorizationError> {
  try {
    const resumed = await resumeAuthorization('acme', undefined, ports);
    await resumed?.result;
  } catch (error) {
    if (error instanceof KeyslotAuthorizationError) return error;
  }
  throw new Error('It did not fail.');
}

describe('a page that the user comes back to', () => {
  it('gets what was granted', async () => {
    const ports = returned({params: {code: 'c', state}});
    const resumed = await resumeAuthorization('acme', undefined, ports);
    expect(resumed).to.include({methodId: 'window'});
    expect(resumed?.values).to.deep.equal({shop: 'my-shop'});
    expect(await resumed?.result).to.deep.equal({
      state,
      redirectUri,
      scopes: ['read'],
      code: 'c',
      codeVerifier: 'verifier',
    });
  });

  it('gets it once, reloaded or gone back to', async () => {
    const ports = returned({params: {code: 'c', state}});
    expect(await resumeAuthorization('acme', undefined, ports)).to.exist;
    expect(await resumeAuthorization('acme', undefined, ports)).to.be.undefined;
    expect(ports.storage()).to.have.property('length', 0);
  });

  it('gets nothing when nothing was begun, or it was not answered', async () => {
    expect(await resumeAuthorization('acme', undefined, new FakePorts())).to.be.undefined;
    expect(await resumeAuthorization('acme', 'another', returned({params: {}}))).to.be.undefined;
    expect(await resumeAuthorization('acme', undefined, returned({}))).to.be.undefined;
    const ports = new FakePorts();
    ports.tabStorage = undefined;
    expect(await resumeAuthorization('acme', undefined, ports)).to.be.undefined;
  });

  it('learns that the user refused', async () => {
    const params = {error: 'access_denied', error_description: 'Not today', state};
    expect(await failureOf(returned({params}))).to.deep.include({
      code: 'access_denied',
      provider: {error: 'access_denied', description: 'Not today'},
    });
  });

  for (const [name, answer, code, agreed] of [
    ['of another state', {params: {code: 'c', state: 'T'.repeat(43)}}, 'response_malformed'],
    ['of another issuer', {params: {code: 'c', state, iss: 'y'}}, 'issuer_mismatch', {issuer: 'x'}],
    ['with tokens', {params: {state}, fault: 'unsupported'}, 'response_unsupported'],
    ['with a parameter twice', {params: {code: 'c'}, fault: 'malformed'}, 'response_malformed'],
    ['with an unknown parameter', {params: {code: 'c', scope: 'x'}}, 'redirect_state_invalid'],
    ['that is a text', {params: 'code=c'}, 'redirect_state_invalid'],
    ['that is null', {params: null}, 'redirect_state_invalid'],
    ['with another fault', {params: {code: 'c'}, fault: 'x'}, 'redirect_state_invalid'],
    ['to a record that was changed', {params: {code: 5}}, 'redirect_state_invalid'],
    ['to a record of another type', {params: {code: 'c'}, type: 'x'}, 'redirect_state_invalid'],
    ['to a record that is too old', {params: {code: 'c'}, createdAt: 0}, 'redirect_state_invalid'],
    [
      'to a record of another attempt',
      {params: {code: 'c'}, expected: {...expected, state: 'T'.repeat(43)}},
      'redirect_state_invalid',
    ],
  ] as const) {
    it(`has no use for an answer ${name}`, async () => {
      const error = await failureOf(returned(answer, agreed));
      expect(error.code).to.equal(code);
      expect(error.phase).to.equal('response');
    });
  }
});
