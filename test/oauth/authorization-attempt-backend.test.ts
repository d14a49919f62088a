import {expect} from '@open-wc/testing';
import type {OAuthOptions} from '../../src/oauth.js';
import {resultOf, windowMethod} from '../support/authorization-ports.js';
import {Begun, NOTHING, redirectUri, SECRET, settled, waiting} from '../support/begun-attempt.js';
import {defer, rejected} from '../support/deferred.js';

describe('an attempt that the backend prepares', () => {
  const authorizationUrl = 'https://provider.example.com/authorize?request_uri=urn:x';
  const state = 'P'.repeat(43);

  it('waits for it with its window open, however long that takes', async () => {
    const prepared = defer<{authorizationUrl: string; state: string}>();
    const {ports, attempt} = new Begun({oauth: {prepare: () => prepared.promise}});
    ports.advance(8000);
    expect(attempt.status).to.equal('preparing');
    expect(ports.window).to.deep.include({isClosed: false, urls: []});
    prepared.resolve({authorizationUrl, state});
    await settled();
    expect(ports.window.urls).to.deep.equal([authorizationUrl]);
    ports.say(`keyslot/oauth/1:${state}`, resultOf(state));
    expect(await attempt.result).to.deep.equal({
      state,
      redirectUri,
      scopes: [],
      code: 'the-code',
    });
  });

  it('may be one of OAuth 1.0a', async () => {
    let ours = '';
    const {attempt, ports} = await waiting({
      method: windowMethod({protocol: 'oauth1'}),
      oauth: {
        prepare: (context) => {
          ours = context.state;
          return Promise.resolve({
            authorizationUrl: 'https://provider.example.com/authorize?oauth_token=token',
          });
        },
      },
    });
    const params = {state: ours, oauth_token: 'token', oauth_verifier: 'verifier'};
    ports.say(`keyslot/oauth/1:${ours}`, resultOf(ours, params));
    expect(await attempt.result).to.deep.equal({
      state: ours,
      redirectUri,
      scopes: [],
      oauthToken: 'token',
      oauthVerifier: 'verifier',
    });
  });

  // Matrix A5, A6, A7.
  for (const [name, prepare, code, hostMessage] of [
    [
      'rejects with words',
      () => rejected({message: 'Shop closed'}),
      'prepare_failed',
      'Shop closed',
    ],
    ['rejects with an error', () => rejected(new Error(SECRET)), 'prepare_failed', undefined],
    ['rejects with nothing', () => rejected(undefined), 'prepare_failed', undefined],
    [
      'throws at once',
      () => {
        throw new Error(SECRET);
      },
      'prepare_failed',
      undefined,
    ],
    ['returns no promise', () => 5, 'prepare_failed', undefined],
    ['gives nothing', () => Promise.resolve(null), 'prepare_failed', undefined],
    ['gives no address', () => Promise.resolve({state}), 'authorize_url_invalid', undefined],
    ['gives no state', () => Promise.resolve({authorizationUrl}), 'state_missing', undefined],
    [
      'gives an address that runs',
      () => Promise.resolve({authorizationUrl: 'javascript:opener.__pwned=1', state}),
      'authorize_url_forbidden',
      undefined,
    ],
    [
      'gives an object that throws',
      () =>
        Promise.resolve({
          get authorizationUrl() {
            throw new Error(SECRET);
          },
        }),
      'authorize_url_invalid',
      undefined,
    ],
  ] as const) {
    it(`ends, its window closed, when that ${name}: ${code}`, async () => {
      const begun = new Begun({oauth: {prepare: prepare as NonNullable<OAuthOptions['prepare']>}});
      const error = await begun.error();
      expect(error).to.include({code, phase: 'prepare'});
      expect(error.hostMessage).to.equal(hostMessage);
      await settled();
      expect(begun.ports.window).to.deep.include({isClosed: true, urls: []});
      expect(begun.ports.live).to.deep.equal(NOTHING);
      expect(error.message + String(error.stack) + JSON.stringify(error)).not.to.include(SECRET);
    });
  }

  it('ends when that takes more than 15 s, which it is told', async () => {
    let signal: AbortSignal | undefined;
    const begun = new Begun({
      oauth: {
        prepare: (_, options) => {
          ({signal} = options);
          return new Promise(() => undefined);
        },
      },
    });
    begun.ports.advance(14_999);
    expect(signal?.aborted).to.be.false;
    begun.ports.advance(1);
    expect(signal?.aborted).to.be.true;
    expect(await begun.error()).to.include({code: 'prepare_timeout'});
    await settled();
    expect(begun.ports.window.isClosed).to.be.true;
    expect(begun.ports.live).to.deep.equal(NOTHING);
  });

  it('goes nowhere when that comes too late', async () => {
    for (const settle of ['resolve', 'reject'] as const) {
      const prepared = defer<{authorizationUrl: string; state: string}>();
      const begun = new Begun({oauth: {prepare: () => prepared.promise}});
      begun.attempt.cancel();
      prepared[settle]({authorizationUrl, state});
      await settled();
      expect(begun.ports.window.urls).to.deep.equal([]);
      expect(begun.attempt.url).to.be.undefined;
      expect(await begun.error()).to.include({code: 'flow_cancelled'});
      expect(begun.ports.live).to.deep.equal(NOTHING);
    }
  });

  it('ends when the user closes the blank window', async () => {
    let signal: AbortSignal | undefined;
    const begun = new Begun({
      oauth: {
        prepare: (_, options) => {
          ({signal} = options);
          return new Promise(() => undefined);
        },
      },
    });
    begun.ports.window.isClosed = true;
    begun.ports.advance(500);
    expect(await begun.error()).to.include({code: 'popup_closed', retry: 'same'});
    expect(signal?.aborted).to.be.true;
    expect(begun.ports.live).to.deep.equal(NOTHING);
  });

  it('ends when the user has closed the blank window just before it was to leave', async () => {
    const prepared = defer<{authorizationUrl: string; state: string}>();
    const begun = new Begun({oauth: {prepare: () => prepared.promise}});
    begun.ports.window.isClosed = true;
    prepared.resolve({authorizationUrl, state});
    await settled();
    expect(begun.attempt.status).to.equal('settled');
    expect(await begun.error()).to.include({code: 'popup_closed'});
    expect(begun.ports.window.urls).to.deep.equal([]);
  });
});

describe('an answer that the backend received', () => {
  it('ends the attempt, raced with the callback page', async () => {
    const completion = defer<{params: Record<string, string>}>();
    const begun = await waiting({oauth: {waitForCompletion: () => completion.promise}});
    completion.resolve({params: {code: 'from the backend'}});
    expect(await begun.attempt.result).to.include({code: 'from the backend'});
    const {state} = begun;
    expect(begun.say()).to.deep.equal([{ns: 'keyslot/oauth', v: 1, t: 'ack', state}]);
    expect(begun.statuses).to.deep.equal(['waiting', 'settled']);
  });

  it('comes in vain after that of the callback page', async () => {
    const completion = defer<{reference: string}>();
    let signal: AbortSignal | undefined;
    const begun = await waiting({
      oauth: {
        waitForCompletion: (_, options) => {
          ({signal} = options);
          return completion.promise;
        },
      },
    });
    begun.say();
    expect(signal?.aborted).to.be.true;
    completion.resolve({reference: 'late'});
    await settled();
    expect(await begun.attempt.result).to.include({code: 'the-code'});
    expect(await begun.attempt.result).not.to.have.property('reference');
  });

  it('is judged like any other', async () => {
    const params = {error: 'access_denied', state: 'x'};
    const begun = new Begun({oauth: {waitForCompletion: () => Promise.resolve({params})}});
    expect(await begun.error()).to.include({code: 'response_malformed'});
  });

  it('does not end anything when it is none', async () => {
    for (const wait of [
      () => rejected(new Error('x')),
      () => Promise.resolve({} as never),
      () => Promise.resolve(undefined as never),
    ]) {
      const begun = await waiting({oauth: {waitForCompletion: wait}});
      begun.say();
      expect(await begun.attempt.result).to.include({code: 'the-code'});
    }
  });
});
