import {expect} from '@open-wc/testing';
import {resumeAuthorization, startAuthorization} from '../../src/oauth.js';
import {FakeWindow, windowMethod} from '../support/authorization-ports.js';
import {countLeaks} from '../support/leaks.js';

const request = () => ({
  connector: {id: 'acme', name: 'Acme', methods: [windowMethod()]},
  methodId: windowMethod().id,
  values: {},
  oauth: {redirectUri: `${location.origin}/callback`},
  window: new FakeWindow(),
});

/** Answers as the callback page would. */
function answer(url: string | undefined): void {
  const state = new URL(url ?? '').searchParams.get('state') ?? '';
  const channel = new BroadcastChannel(`keyslot/oauth/1:${state}`);
  const params = {code: 'the-code', state};
  channel.postMessage({ns: 'keyslot/oauth', v: 1, t: 'result', state, params});
  channel.onmessage = () => channel.close();
}

describe('authorising in the browser itself', () => {
  it('needs nothing but the request', async () => {
    const attempt = startAuthorization({
      ...request(),
      onChange: ({status, url}) => {
        if (status === 'waiting') answer(url);
      },
    });
    const authorization = await attempt.result;
    expect(authorization).to.include({code: 'the-code'});
    const hash = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode(authorization.codeVerifier),
    );
    const challenge = btoa(String.fromCharCode(...new Uint8Array(hash)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
    expect(new URL(attempt.url ?? '').searchParams.get('code_challenge')).to.equal(challenge);
    attempt.dispose();
  });

  it('says that a method which is not there cannot be authorised', async () => {
    const attempt = startAuthorization({...request(), methodId: 'gone'});
    const outcome = await attempt.outcome;
    expect(outcome.ok ? '' : outcome.error.code).to.equal('authorization_unavailable');
  });

  it('leaves nothing behind once it is disposed of', async () => {
    const leaks = await countLeaks(async () => {
      const attempt = startAuthorization({...request(), onBeforeNavigate: () => false});
      await attempt.result.catch(() => undefined);
      attempt.dispose();
      return [];
    });
    expect(leaks).to.deep.equal({listeners: 0, timers: 0, channels: 0, heldValues: 0});
  });

  it('has nothing to go on with when nobody left', async () => {
    expect(await resumeAuthorization('acme')).to.be.undefined;
  });
});
