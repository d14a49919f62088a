import {expect} from '@open-wc/testing';
import type {AuthorizationPlan} from '../../src/model/authorization.js';
import {KeyslotAuthorizationError} from '../../src/oauth/authorization-error.js';
import type {
  OAuthOptions,
  PrepareContext,
  PreparedAuthorization,
} from '../../src/oauth/oauth-options.js';
import {prepareAuthorization, type Prepared} from '../../src/oauth/prepare-authorization.js';
import {FakePorts, windowMethod} from '../support/authorization-ports.js';
import {rejected} from '../support/deferred.js';

const redirectUri = 'https://app.example.com/callback';
const authorizationUrl = 'https://provider.example.com/authorize';
const state = 'S'.repeat(43);

interface Given {
  readonly plan?: Partial<AuthorizationPlan>;
  readonly scopes?: readonly string[];
  readonly oauth?: Partial<OAuthOptions>;
  readonly ports?: FakePorts;
  readonly signal?: AbortSignal;
}

const prepare = ({plan, scopes, oauth, ports, signal}: Given = {}): Promise<Prepared> =>
  prepareAuthorization(
    {
      connectorId: 'acme',
      method: windowMethod(plan),
      values: {shop: 'my-shop', clientSecret: 'canary-secret'},
      scopes,
      oauth: {redirectUri, ...oauth},
    },
    ports ?? new FakePorts(),
    signal ?? new AbortController().signal,
  );

/** What is made of what a backend returned. */
const preparedBy = (answer: unknown, given: Given = {}): Promise<Prepared> =>
  prepare({
    ...given,
    oauth: {prepare: () => Promise.resolve(answer as PreparedAuthorization), ...given.oauth},
  });

async function errorOf(prepared: Promise<unknown>): Promise<KeyslotAuthorizationError> {
  try {
    await prepared;
  } catch (error) {
    if (error instanceof KeyslotAuthorizationError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}
const codeOf = async (prepared: Promise<unknown>) => (await errorOf(prepared)).code;

describe('an attempt that the page prepares', () => {
  it('has an address, and what the answer must agree with', async () => {
    const {url, expected} = await prepare();
    const {searchParams} = url;
    expect(searchParams.get('state')).to.equal(expected.state);
    expect(searchParams.get('redirect_uri')).to.equal(redirectUri);
    expect(expected.codeVerifier).to.match(/^[\w-]{43}$/);
    expect(expected.codeVerifier).not.to.equal(expected.state);
    expect(expected).to.deep.include({protocol: 'oauth2', redirectUri, scopes: []});
  });

  it('sends the challenge of the verifier, never the verifier', async () => {
    const ports = new FakePorts();
    const {url, expected} = await prepare({ports});
    const hash = await ports.sha256(expected.codeVerifier ?? '');
    const challenge = btoa(String.fromCharCode(...hash)).replaceAll('=', '');
    expect(url.searchParams.get('code_challenge')).to.equal(challenge);
    expect(url.href).not.to.include(expected.codeVerifier);
  });

  it('has no verifier where the method wants none', async () => {
    const {url, expected} = await prepare({plan: {pkce: false}});
    expect(expected.codeVerifier).to.be.undefined;
    expect(url.searchParams.has('code_challenge')).to.be.false;
  });

  it('has another state and verifier each time', async () => {
    const ports = new FakePorts();
    const attempts = [await prepare({ports}), await prepare({ports}), await prepare({ports})];
    const secrets = attempts.flatMap(({expected}) => [expected.state, expected.codeVerifier]);
    expect(new Set(secrets).size).to.equal(6);
  });

  it('asks for required scopes, and for the others as they were chosen', async () => {
    const plan = {
      scopes: [
        {value: 'always', required: true},
        {value: 'usually', default: true},
        {value: 'rarely'},
      ],
    };
    for (const [scopes, asked] of [
      [undefined, ['always', 'usually']],
      [[], ['always']],
      [['rarely'], ['always', 'rarely']],
      [['unknown'], ['always']],
    ] as const) {
      const {url, expected} = await prepare({plan, ...(scopes && {scopes})});
      expect(expected.scopes).to.deep.equal(asked);
      expect(url.searchParams.get('scope')).to.equal(asked.join(' '));
    }
  });

  it('expects the issuer of the method', async () => {
    const {expected} = await prepare({plan: {issuer: 'https://as.example.com'}});
    expect(expected.issuer).to.equal('https://as.example.com');
  });

  it('holds nothing of what was entered that has no place in the address', async () => {
    const {url, expected} = await prepare();
    expect(url.href + JSON.stringify(expected)).not.to.match(/my-shop|canary-secret/);
  });

  it('is only sent where it may go', async () => {
    const plan = {authorizationUrl: 'http://localhost:3000/authorize'};
    expect(await codeOf(prepare({plan}))).to.equal('authorize_url_forbidden');
    expect((await prepare({plan, oauth: {allowLoopback: true}})).url.host).to.equal(
      'localhost:3000',
    );
    const oauth = {allowedAuthorizationOrigins: ['https://other.example.com']};
    expect(await codeOf(prepare({oauth}))).to.equal('authorize_url_forbidden');
  });

  it('needs a method that has its users authorise', async () => {
    const {authorization: _, ...method} = windowMethod();
    const preparation = {connectorId: 'acme', method, values: {}, oauth: {redirectUri}};
    const {signal} = new AbortController();
    const prepared = prepareAuthorization(preparation, new FakePorts(), signal);
    expect(await codeOf(prepared)).to.equal('authorization_unavailable');
  });
});

describe('an attempt that the backend prepares', () => {
  it('is told all that it may need', async () => {
    let context: PrepareContext | undefined;
    let options: {signal: AbortSignal} | undefined;
    const {signal} = new AbortController();
    const {url, expected} = await prepare({
      signal,
      plan: {scopes: [{value: 'read', required: true}]},
      oauth: {
        prepare: (...given) => {
          [context, options] = given;
          const query = new URLSearchParams({state: given[0].state});
          return Promise.resolve({authorizationUrl: `${authorizationUrl}?${query}`});
        },
      },
    });
    expect(context).to.deep.equal({
      connectorId: 'acme',
      methodId: 'window',
      values: {shop: 'my-shop', clientSecret: 'canary-secret'},
      scopes: ['read'],
      redirectUri,
      state: expected.state,
    });
    expect(options?.signal).to.equal(signal);
    expect(expected.state).to.match(/^[\w-]{43}$/);
    expect(expected).to.deep.include({redirectUri, scopes: ['read']});
    expect(expected.codeVerifier).to.be.undefined;
    expect(url.href).to.equal(`${authorizationUrl}?state=${expected.state}`);
  });

  it('has the state that is in its address, or beside it', async () => {
    const inUrl = await preparedBy({authorizationUrl: `${authorizationUrl}?state=${state}`});
    expect(inUrl.expected.state).to.equal(state);
    const beside = await preparedBy({authorizationUrl: `${authorizationUrl}?request_uri=u`, state});
    expect(beside.expected.state).to.equal(state);
    const both = await preparedBy({authorizationUrl: `${authorizationUrl}?state=${state}`, state});
    expect(both.expected.state).to.equal(state);
  });

  for (const [name, answer, code] of [
    ['no state', {authorizationUrl}, 'state_missing'],
    ['an empty state', {authorizationUrl: `${authorizationUrl}?state=`}, 'state_missing'],
    ['a short state', {authorizationUrl, state: 'S'.repeat(21)}, 'state_missing'],
    ['a long state', {authorizationUrl, state: 'S'.repeat(513)}, 'state_missing'],
    ['a state that a URL cannot hold', {authorizationUrl, state: `${state}/+`}, 'state_missing'],
    ['a state that is no text', {authorizationUrl, state: 1e22}, 'state_missing'],
    [
      'two states',
      {authorizationUrl: `${authorizationUrl}?state=${state}`, state: 'T'.repeat(43)},
      'authorize_url_invalid',
    ],
    ['no address', {state}, 'authorize_url_invalid'],
    ['no text for an address', {authorizationUrl: 5, state}, 'authorize_url_invalid'],
    ['a relative address', {authorizationUrl: '/authorize', state}, 'authorize_url_invalid'],
    [
      'an address that runs',
      {authorizationUrl: 'javascript:opener.__pwned=1', state},
      'authorize_url_forbidden',
    ],
    ['nothing', undefined, 'prepare_failed'],
    ['null', null, 'prepare_failed'],
    ['an address only', authorizationUrl, 'prepare_failed'],
  ] as const) {
    it(`is refused with ${name}: ${code}`, async () => {
      expect(await codeOf(preparedBy(answer))).to.equal(code);
    });
  }

  it('may have a state of 22 to 512 characters', async () => {
    for (const length of [22, 512]) {
      const given = `${'S'.repeat(length - 4)}-._~`;
      const {expected} = await preparedBy({authorizationUrl, state: given});
      expect(expected.state).to.equal(given);
    }
  });

  it('expects the issuer that the backend names, else that of the method', async () => {
    const plan = {issuer: 'https://as.example.com'};
    const answer = {authorizationUrl, state};
    expect((await preparedBy(answer, {plan})).expected.issuer).to.equal(plan.issuer);
    const issuer = 'https://other.example.com';
    expect((await preparedBy({...answer, issuer}, {plan})).expected.issuer).to.equal(issuer);
  });

  it('is only sent to origins that the host trusts', async () => {
    const oauth = {allowedAuthorizationOrigins: ['https://other.example.com']};
    const answer = {authorizationUrl, state};
    expect(await codeOf(preparedBy(answer, {oauth}))).to.equal('authorize_url_forbidden');
  });

  it('of OAuth 1.0a expects the keys of its address, and our state', async () => {
    let given = '';
    const {expected} = await prepare({
      plan: {protocol: 'oauth1'},
      oauth: {
        prepare: (context) => {
          given = context.state;
          return Promise.resolve({authorizationUrl: `${authorizationUrl}?oauth_token=token`});
        },
      },
    });
    expect(expected).to.include({protocol: 'oauth1', oauthToken: 'token', state: given});
    expect(given).to.match(/^[\w-]{43}$/);
  });

  it('of OAuth 1.0a is refused without keys', async () => {
    const plan = {protocol: 'oauth1'} as const;
    for (const query of ['', '?oauth_token=']) {
      const answer = {authorizationUrl: authorizationUrl + query};
      expect(await codeOf(preparedBy(answer, {plan}))).to.equal('authorize_url_invalid');
    }
  });

  const rejecting = (reason: unknown) => prepare({oauth: {prepare: () => rejected(reason)}});

  it('fails with what the backend has to say to the user', async () => {
    const error = await errorOf(rejecting({message: 'The shop is closed.'}));
    expect(error).to.include({code: 'prepare_failed', hostMessage: 'The shop is closed.'});
    expect(error.message).to.equal('prepare_failed');
  });

  it('fails without words when what was thrown is for developers, or nothing', async () => {
    for (const reason of [
      new Error('canary'),
      new TypeError('canary'),
      new DOMException('canary', 'AbortError'),
      'canary',
      undefined,
      null,
      5,
      {},
      {message: 5},
      {message: {toString: () => 'canary'}},
    ]) {
      const error = await errorOf(rejecting(reason));
      expect(error.code).to.equal('prepare_failed');
      expect(error).not.to.have.property('hostMessage');
      expect(`${error.stack} ${JSON.stringify(error)}`).not.to.include('canary');
      expect(error.cause).to.be.undefined;
    }
  });

  it('fails as well when it throws at once', async () => {
    const oauth: Partial<OAuthOptions> = {
      prepare: () => {
        throw new Error('canary');
      },
    };
    expect(await codeOf(prepare({oauth}))).to.equal('prepare_failed');
  });
});
