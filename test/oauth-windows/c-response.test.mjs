import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {decide, startRealOAuth1, startRealOAuth2} from './real-servers.mjs';
import {until} from '../support/until.mjs';
import {allow, evaluate, expectFailed, expectGranted, expectWords, row, stateOf} from './rig.mjs';

const ISSUER = 'https://idp.example';

describe('C. Validation of the answer', {concurrency: 4}, () => {
  const strangers = {
    'has no state': ['', /No sign-in is in progress/],
    'has a state with a space behind it': [(state) => `${state} `, /No sign-in is in progress/],
    'has a state that is cut short': [(state) => state.slice(0, 21), /No sign-in is in progress/],
    'has a state of another case': [otherCase, /Nothing was saved/],
    'has the state of nobody': [() => 'x'.repeat(43), /Nothing was saved/],
  };
  for (const [what, [change, words]] of Object.entries(strangers)) {
    row(`C1 an answer that ${what} reaches no attempt`, async (rig) => {
      rig.sites.provider.answer = ({state, code}) => ({
        code,
        ...(change && {state: change(state)}),
      });
      const host = await rig.openHost();
      const attempt = await host.begin();
      const window = await host.nextWindow();
      await allow(window);
      await expectWords(window, words);
      await expectBare(window);
      assert.deepEqual((await attempt.read()).statuses, ['waiting']);
      await attempt.call('cancel');
      await expectFailed(attempt, 'flow_cancelled');
    });
  }

  row('C1 a message with another state on the right channel is ignored', async (rig) => {
    const host = await rig.openHost();
    const attempt = await host.begin();
    const window = await host.nextWindow();
    const other = await rig.openHost();
    await other.evaluate(
      (state) => {
        const channel = new BroadcastChannel(`keyslot/oauth/1:${state}`);
        const message = {ns: 'keyslot/oauth', v: 1, t: 'result', params: {code: 'forged'}};
        channel.postMessage({...message, state: state.toUpperCase()});
        channel.postMessage(message);
        channel.close();
      },
      await stateOf(attempt),
    );
    await until(async () => (await attempt.read()).ignoredMessages === 2, 'they are ignored');
    await allow(window);
    await expectGranted(attempt, rig.sites);
  });

  row('C1 an address that has no state, or one that can be guessed, is refused', async (rig) => {
    const host = await rig.openHost();
    for (const state of [
      '',
      'x'.repeat(21),
      'x'.repeat(513),
      `${'x'.repeat(43)}%20`,
      'ä'.repeat(30),
    ]) {
      const attempt = await host.begin(
        (query) => {
          const authorizationUrl = `http://idp.localhost:${location.port}/authorize${query}`;
          return {oauth: {prepare: () => Promise.resolve({authorizationUrl})}};
        },
        state && `?state=${state}`,
      );
      await expectFailed(attempt, 'state_missing', {phase: 'prepare', retry: 'none'});
    }
  });

  row('C2 an answer of another issuer is discarded, and so is an error of one', async (rig) => {
    await expectAnswers(rig, {definition: {issuer: ISSUER}}, [
      ['issuer_mismatch', ({code}) => ({code, iss: 'https://evil.example'})],
      ['issuer_mismatch', ({code}) => ({code, iss: `${ISSUER}/`})],
      ['issuer_mismatch', ({code}) => ({code, iss: ISSUER.toUpperCase()})],
      ['issuer_mismatch', ({code}) => ({code, iss: ''})],
      ['issuer_mismatch', () => ({error: 'access_denied', iss: 'https://evil.example'})],
      ['issuer_missing', ({code}) => ({code})],
      ['issuer_missing', ({code}) => ({code, 'iss[]': ISSUER})],
      ['issuer_missing', () => ({error: 'server_error'})],
      ['response_malformed', ({code}) => [...Object.entries({code, iss: ISSUER}), ['iss', ISSUER]]],
      ['access_denied', () => ({error: 'access_denied', iss: ISSUER})],
      [undefined, ({code}) => ({code, iss: ISSUER})],
    ]);
  });

  row('C2 a real issuer is known by its name', async (rig) => {
    const provider = await startRealOAuth2(rig);
    const host = await rig.openHost();
    const {definition} = provider;
    const attempt = await host.begin({definition});
    await decide(await host.nextWindow(), 'allow');
    const {authorization} = await attempt.outcome();
    assert.equal(authorization.issuer, provider.issuer);
    const again = await host.begin({definition: {...definition, issuer: `${definition.issuer}/`}});
    await decide(await host.nextWindow(), 'allow');
    await expectFailed(again, 'issuer_mismatch', {phase: 'response', retry: 'none'});
    await rig.expectWindows(0);
  });

  row('C2 a real issuer whose name was taken out on the way is not known', async (rig) => {
    const {sites} = rig;
    const proxy = `${sites.address('host.localhost')}/proxy`;
    sites.pages['host.localhost/proxy'] = ({searchParams}) => {
      searchParams.delete('iss');
      return {status: 303, headers: {location: `/callback.html?${searchParams}`}};
    };
    rig.excused.add('a request to the host');
    const {definition} = await startRealOAuth2(rig, proxy);
    const host = await rig.openHost();
    const attempt = await host.begin({definition, oauth: {redirectUri: proxy}});
    await decide(await host.nextWindow(), 'allow');
    await expectFailed(attempt, 'issuer_missing');
  });

  row('C3 an answer that is more than one, or none, is malformed', async (rig) => {
    const malformed = [
      ({state, code}) => `?code=${code}&code=${code}&state=${state}`,
      ({state, code}) => `?code=${code}&state=${state}&state=${state}`,
      ({state, code}) => `?code=${code}&state=${state}&state=other`,
      ({state}) => `?error=a&error=b&state=${state}`,
      ({state, code}) => `?code=${code}&error=access_denied&state=${state}`,
      ({state}) => `?state=${state}`,
      ({state}) => `?code=&state=${state}`,
      ({state}) => `?error=&state=${state}`,
      ({state}) => `?code=${'x'.repeat(4097)}&state=${state}`,
      ({state, code}) => `?state=${state}#code=${code}`,
      ({state, code}) => `?code=${code}#state=${state}`,
      ({state, code}) => `?code=${code}&state=${state}#state=${state}`,
      ({state, code}) => `?code=${code}&state=${state}#error=access_denied`,
    ];
    await expectAnswers(
      rig,
      {},
      malformed.map((answer) => ['response_malformed', answer]),
    );
  });

  row('C3 what is no part of an answer does not spoil it', async (rig) => {
    await expectAnswers(rig, {}, [
      [
        undefined,
        ({state, code}) => `?code=${code}&state=${state}&session_state=x&session_state=y`,
      ],
      [undefined, ({state, code}) => `?code=${code}&state=${state}#`],
      // Some providers end every address so.
      [undefined, ({state, code}) => `?code=${code}&state=${state}#_=_`],
      [undefined, ({state, code}) => `#code=${code}&state=${state}`],
      [undefined, ({state}) => `?code=${'x'.repeat(4096)}&state=${state}`],
    ]);
  });

  row('C4 tokens and signed answers are not supported, and left nowhere', async (rig) => {
    const token = 'token-of-an-implicit-grant';
    rig.secrets.add(token);
    await expectAnswers(rig, {}, [
      ['response_unsupported', ({state}) => `#access_token=${token}&token_type=x&state=${state}`],
      ['response_unsupported', ({state}) => `?access_token=${token}&state=${state}`],
      ['response_unsupported', ({state, code}) => `#code=${code}&id_token=${token}&state=${state}`],
      ['response_unsupported', ({state}) => `?response=${token}&state=${state}`],
    ]);
  });

  row('C4 an answer that is posted says that nothing is in progress', async (rig) => {
    const {sites} = rig;
    sites.pages['idp.localhost/authorize'] = ({searchParams}) => ({
      headers: {'content-type': 'text/html'},
      body: `<!doctype html>
        <form method="post" action="${searchParams.get('redirect_uri')}">
          <input name="code" value="${sites.newCode()}" />
          <input name="state" value="${searchParams.get('state')}" />
          <button id="allow">Allow</button>
        </form>`,
    });
    const host = await rig.openHost();
    const attempt = await host.begin();
    const window = await host.nextWindow();
    await allow(window);
    await expectWords(window, /No sign-in is in progress/);
    assert.equal(await attempt.status(), 'waiting');
    await attempt.call('cancel');
    await until(() => window.isClosed(), 'the window closes');
  });

  row('C5 an answer that is opened again is one answer', async (rig) => {
    const host = await rig.openHost();
    const attempt = await host.begin();
    const window = await host.nextWindow();
    const link = await window.waitForSelector('#allow');
    const address = await link.evaluate(({href}) => href);
    await allow(window);
    const first = await expectGranted(attempt, rig.sites);
    const tab = await rig.newPage();
    rig.expectedMessages.push(/^Scripts may close only the windows/);
    await tab.goto(address);
    await expectWords(tab, /Done/);
    await expectBare(tab);
    await tab.reload();
    await expectWords(tab, /No sign-in is in progress/);
    assert.deepEqual(await expectGranted(attempt, rig.sites), first);
    // What is forgotten cannot be told from what never was.
    await attempt.call('dispose');
    await tab.goto(address);
    await expectWords(tab, /Nothing was saved/);
  });

  row('C5 an answer that the user goes back to has no code in its address', async (rig) => {
    const {sites} = rig;
    const code = sites.newCode();
    const answer = `${sites.address('host.localhost')}/callback.html?code=${code}&state=${'x'.repeat(43)}`;
    sites.pages['idp.localhost/start'] = `<a id="allow" href="${answer}">Allow</a>`;
    const tab = await rig.newPage();
    await tab.goto(`${sites.address('idp.localhost')}/start`);
    await Promise.all([tab.waitForNavigation(), allow(tab)]);
    await expectBare(tab);
    await tab.goBack();
    await tab.waitForSelector('#allow');
    await tab.goForward();
    await expectBare(tab);
    await tab.reload();
    await expectWords(tab, /No sign-in is in progress/);
    await expectBare(tab);
    const copy = await rig.newPage();
    await copy.goto(tab.url());
    await expectWords(copy, /No sign-in is in progress/);
  });

  row('C5 a code is exchanged once by a real provider', async (rig) => {
    const provider = await startRealOAuth2(rig);
    const host = await rig.openHost();
    const {definition} = provider;
    const attempt = await host.begin({definition});
    await decide(await host.nextWindow(), 'allow');
    const {authorization} = await attempt.outcome();
    const {codeVerifier} = authorization;
    await assert.rejects(
      provider.exchange({...authorization, codeVerifier: `${codeVerifier.slice(1)}x`}),
      {code: 'invalid_grant'},
    );
    const again = await host.begin({definition});
    await decide(await host.nextWindow(), 'allow');
    const {authorization: second} = await again.outcome();
    const {access_token: token} = await provider.exchange(second);
    assert.ok(token);
    await assert.rejects(provider.exchange(second), {code: 'invalid_grant'});
  });

  row('C6 a callback page that is opened by itself says so', async (rig) => {
    const {sites} = rig;
    const tab = await rig.newPage();
    const address = `${sites.address('host.localhost')}/callback.html`;
    await tab.goto(address);
    await expectWords(tab, /No sign-in is in progress/);
    await tab.goto(`${address}?code=${sites.newCode()}#`);
    await expectWords(tab, /No sign-in is in progress/);
    await expectBare(tab);
    await tab.goto(`${address}?code=${sites.newCode()}&state=${'x'.repeat(43)}`);
    await expectBare(tab);
    const known = sites.requests.length;
    const begun = performance.now();
    await expectWords(tab, /Nothing was saved/);
    const wait = performance.now() - begun;
    assert.ok(wait > 3000, `it gave up after ${wait} ms`);
    await expectBare(tab);
    assert.equal(tab.isClosed(), false);
    const later = sites.requests.slice(known).map(({pathname}) => pathname);
    assert.deepEqual(
      later.filter((path) => path !== '/favicon.ico'),
      [],
    );
  });

  row('C7 an answer of one provider does not pass for one of another', async (rig) => {
    const {sites} = rig;
    const [one, other] = ['https://one.example', 'https://other.example'];
    const host = await rig.openHost();
    const honest = await host.begin((issuer) => ({definition: {id: 'one', issuer}}), one);
    const window = await host.nextWindow();
    const stolen = await stateOf(honest);
    sites.provider.answer = ({code}) => ({code, state: stolen, iss: other});
    const attacked = await host.begin((issuer) => ({definition: {id: 'other', issuer}}), other);
    await allow(await host.nextWindow());
    await expectFailed(honest, 'issuer_mismatch');
    assert.deepEqual((await attacked.read()).outcomes, []);
    await until(() => window.isClosed(), 'the window closes');
    await attacked.call('cancel');
    await rig.expectWindows(0);
  });

  row('C8 an answer of OAuth 1.0a belongs to the credentials that were sent', async (rig) => {
    const {sites} = rig;
    const token = 'temporary-credentials';
    await expectAnswers(rig, oauth1Plan, [
      ['access_denied', () => ({denied: token})],
      ['access_denied', () => ({error: 'access_denied', oauth_token: token})],
      ['oauth1_token_mismatch', () => ({oauth_token: 'others', oauth_verifier: 'verifier'})],
      ['oauth1_token_mismatch', () => ({oauth_verifier: 'verifier'})],
      ['verifier_missing', () => ({oauth_token: token})],
      ['verifier_missing', () => ({oauth_token: token, oauth_verifier: ''})],
      [
        'response_malformed',
        () => [
          ['oauth_token', token],
          ['oauth_token', token],
        ],
      ],
    ]);
    sites.provider.answer = () => ({oauth_token: token, oauth_verifier: 'verifier'});
    const host = await rig.openHost();
    const attempt = await host.begin(oauth1Plan);
    const {ok, authorization} = await attempt.outcome();
    assert.ok(ok);
    const {oauthToken, oauthVerifier, code, codeVerifier} = authorization;
    assert.deepEqual([oauthToken, oauthVerifier], [token, 'verifier']);
    assert.deepEqual([code, codeVerifier], [undefined, undefined]);
  });

  row('C8 a real provider of OAuth 1.0a grants and is declined', async (rig) => {
    const provider = await startRealOAuth1(rig);
    const host = await rig.openHost();
    await provider.expose(host);
    const attempt = await host.begin(realOAuth1Plan);
    await decide(await host.nextWindow(), 'allow');
    const {ok, authorization, error} = await attempt.outcome();
    assert.ok(ok, error?.code);
    const {token, tokenSecret} = await provider.exchange(authorization);
    assert.ok(token && tokenSecret);
    await assert.rejects(provider.exchange(authorization), {code: 'attempt_not_found'});
    const declined = await host.begin(realOAuth1Plan);
    await decide(await host.nextWindow(), 'deny');
    await expectFailed(declined, 'access_denied', {phase: 'provider'});
    await rig.expectWindows(0);
  });

  row('C8 a real provider knows credentials once', async (rig) => {
    const provider = await startRealOAuth1(rig);
    const host = await rig.openHost();
    await provider.expose(host);
    const attempt = await host.begin(realOAuth1Plan);
    const window = await host.nextWindow();
    await window.waitForSelector('#allow');
    const tab = await rig.newPage();
    await tab.goto(window.url());
    await decide(window, 'allow');
    const {ok} = await attempt.outcome();
    assert.ok(ok);
    await tab.click('#allow');
    await tab.waitForSelector('#problem');
    assert.equal((await attempt.read()).outcomes.length, 1);
  });

  row('C8 a provider that does not confirm the callback is not gone to', async (rig) => {
    const provider = await startRealOAuth1(rig, {
      send: async (...request) => {
        const answer = new URLSearchParams(await (await fetch(...request)).text());
        answer.delete('oauth_callback_confirmed');
        return new Response(answer);
      },
    });
    const host = await rig.openHost();
    await provider.expose(host);
    await expectFailed(await host.begin(realOAuth1Plan), 'prepare_failed', {phase: 'prepare'});
    await rig.expectWindows(0);
    assert.deepEqual(
      provider.requests.map(({path}) => path),
      ['/request-token'],
    );
  });
});

/** Expects of each answer of a provider what comes of it; `undefined` is a grant. */
async function expectAnswers(rig, plan, table) {
  const {sites} = rig;
  sites.provider.act = 'go';
  const host = await rig.openHost();
  for (const [index, [code, answer]] of table.entries()) {
    sites.provider.answer = (given) => {
      const answered = answer(given);
      if (typeof answered === 'string') return answered;
      const entries = Array.isArray(answered) ? answered : Object.entries(answered);
      return plan === oauth1Plan ? entries : [...entries, ['state', given.state]];
    };
    const attempt = await host.begin(plan);
    const outcome = await attempt.outcome();
    assert.equal(outcome.error?.code, code, `answer ${index}: ${answer}`);
    assert.equal((await attempt.read()).outcomes.length, 1);
    await rig.expectWindows(0);
  }
}

/** The address is without an answer, and nothing of it was stored. */
async function expectBare(page) {
  await until(() => page.url().includes('callback'), 'the callback page is there');
  const [address, ...stored] = await evaluate(page, () => [
    location.search + location.hash,
    sessionStorage.length,
    localStorage.length,
  ]);
  assert.deepEqual([address, ...stored], ['', 0, 0]);
}

function otherCase(state) {
  const other = state.toLowerCase();
  return other === state ? state.toUpperCase() : other;
}

const oauth1Plan = () => ({
  definition: {type: 'oauth1', consumerKey: 'example-consumer'},
  oauth: {
    prepare: ({state, redirectUri}) => {
      const url = new URL(`http://idp.localhost:${location.port}/authorize`);
      url.searchParams.set('oauth_token', 'temporary-credentials');
      url.searchParams.set('redirect_uri', `${redirectUri}?state=${state}`);
      return Promise.resolve({authorizationUrl: url.href});
    },
  },
});

const realOAuth1Plan = () => ({
  definition: {type: 'oauth1', consumerKey: 'example-consumer'},
  oauth: {prepare: (context) => window.prepareOnBackend(context)},
});
