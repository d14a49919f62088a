import {expect} from '@open-wc/testing';
import {KeyslotAuthorizationError, resumeAuthorization} from '../../src/oauth.js';
import {channelName} from '../../src/oauth/message.js';
import {storeRecord} from '../../src/oauth/redirect-record.js';
import type {ExpectedResponse} from '../../src/oauth/response.js';
import {FakePorts, windowMethod} from '../support/authorization-ports.js';

const state = 'S'.repeat(43);
const redirectUri = 'https://app.example.com/callback';
const expected: ExpectedResponse = {
  protocol: 'oauth2',
  state,
  redirectUri,
  scopes: ['read'],
  codeVerifier: 'verifier',
};

/** Ports of a page that the user came back to. */
function returned(answer: object, agreed: Partial<ExpectedResponse> = {}): FakePorts {
  const ports = new FakePorts();
  const request = {connectorId: 'acme', method: windowMethod(), values: {shop: 'my-shop'}};
  const key = channelName(state);
  storeRecord(key, request, {...expected, ...agreed}, ports);
  const record = JSON.parse(ports.storage().getItem(key) ?? '') as object;
  ports.storage().setItem(key, JSON.stringify({...record, ...answer}));
  return ports;
}

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

  it('is not disturbed by an error that nobody asked for', async () => {
    const errors: unknown[] = [];
    const onRejection = (event: PromiseRejectionEvent) => errors.push(event.reason);
    window.addEventListener('unhandledrejection', onRejection);
    await resumeAuthorization('acme', undefined, returned({params: {error: 'access_denied'}}));
    await new Promise((resolve) => setTimeout(resolve, 50));
    window.removeEventListener('unhandledrejection', onRejection);
    expect(errors).to.deep.equal([]);
  });
});
