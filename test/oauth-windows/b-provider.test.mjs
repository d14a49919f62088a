import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {until} from '../support/until.mjs';
import {cutOffPlan, allow, expectFailed, expectGranted, expectWords, row} from './rig.mjs';
import {decide, startRealOAuth2} from './real-servers.mjs';
import {startSites} from './sites.mjs';

const MINUTE = 60_000;
const policies = [undefined, 'same-origin-allow-popups', 'same-origin', 'noopener-allow-popups'];

describe('B. What the provider does', {concurrency: 3}, () => {
  row('B1 every opener policy of host, provider and callback', async (rig, context) => {
    rig.sites.provider.act = 'go';
    const combinations = policies.flatMap((host) =>
      policies.flatMap((provider) => policies.map((callback) => ({host, provider, callback}))),
    );
    const queue = [...combinations];
    const begun = performance.now();
    let granted = 0;
    const work = async () => {
      const host = await rig.openHost();
      for (let given = queue.shift(); given; given = queue.shift()) {
        const attempt = await beginWith(host, given);
        const window = await host.nextWindow();
        const {redirectUri} = await expectGranted(attempt, rig.sites);
        assert.ok(redirectUri.startsWith(rig.sites.address('host.localhost')));
        await until(() => window.isClosed(), `the window closes with ${JSON.stringify(given)}`);
        await rig.checkHost(host);
        granted += 1;
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    assert.equal(granted, 64);
    const seconds = (performance.now() - begun) / 1000;
    context.diagnostic(`${granted}/${combinations.length} in ${seconds.toFixed(1)} s`);
  });

  row('B1 a real provider grants whatever its opener policy', async (rig) => {
    const provider = await startRealOAuth2(rig);
    const {definition, accountUrl} = provider;
    for (const policy of policies) {
      provider.setHeaders(policy ? {'cross-origin-opener-policy': policy} : {});
      const host = await rig.openHost();
      const attempt = await host.begin({definition});
      const window = await host.nextWindow();
      await decide(window, 'allow');
      const {ok, authorization, error} = await attempt.outcome();
      assert.ok(ok, `${policy}: ${error?.code}`);
      await until(() => window.isClosed(), `the window closes with ${policy}`);
      const {access_token: token} = await provider.exchange(authorization);
      const headers = {authorization: `Bearer ${token}`};
      assert.equal((await fetch(accountUrl, {headers})).status, 200);
    }
  });

  row('B2 a provider that cuts the window off is no closed window', async (rig) => {
    const host = await rig.openHost();
    const {attempt, window} = await beginCutOff(host);
    await host.advance(14_900);
    assert.equal(await attempt.status(), 'waiting');
    await host.advance(5100);
    assert.equal(await attempt.status(), 'possibly-closed');
    await allow(window);
    await expectGranted(attempt, rig.sites);
    assert.deepEqual((await attempt.read()).statuses, ['waiting', 'possibly-closed', 'settled']);
  });

  row(
    'B3 closing the window is noticed within two seconds, and is no verdict',
    async (rig, context) => {
      const {host, attempt, window} = await leaveForProvider(rig);
      const closedAt = await host.evaluate(() => performance.now());
      await window.close();
      await attempt.until('possibly-closed', 5000);
      const {at} = await host.evaluate(() => window.host.attempts[0].statuses.at(-1));
      const wait = at - closedAt;
      context.diagnostic(`noticed after ${Math.round(wait)} ms`);
      // Two looks at least a second apart, one each half second; and the machine is busy.
      assert.ok(wait > 900 && wait < 3000, `${wait} ms`);
      await host.advance(5 * MINUTE);
      assert.equal(await attempt.status(), 'possibly-closed');
      await attempt.call('cancel', 'user');
      await expectFailed(attempt, 'flow_cancelled', {reason: 'user'});
      const again = await host.begin();
      await allow(await host.nextWindow());
      await expectGranted(again, rig.sites);
    },
  );

  row('B3 closing the window ends the attempt where the host says so', async (rig) => {
    const {host, attempt, window} = await leaveForProvider(rig, {oauth: {closePolicy: 'assume'}});
    await closeWindow(window, host);
    await host.advance(1000);
    assert.equal(await attempt.status(), 'possibly-closed');
    await host.advance(2900);
    assert.equal(await attempt.status(), 'possibly-closed');
    await host.advance(100);
    await expectFailed(attempt, 'popup_closed', {phase: 'window', retry: 'same'});
  });

  row('B3 closing the window is nothing where the host says so', async (rig) => {
    const {host, attempt, window} = await leaveForProvider(rig, {oauth: {closePolicy: 'ignore'}});
    await closeWindow(window, host);
    await host.advance(5 * MINUTE);
    assert.equal(await attempt.status(), 'waiting');
    await host.advance(5 * MINUTE);
    await expectFailed(attempt, 'flow_timeout');
  });

  for (const [way, end] of [
    ['cancelling', (host, attempt) => attempt.call('cancel', 'user')],
    ['its time', (host) => host.advance(10 * MINUTE)],
  ]) {
    row(`B4 a window that was cut off and closed waits until ${way} ends it`, async (rig) => {
      const host = await rig.openHost();
      const {attempt, window} = await beginCutOff(host);
      await host.advance(2000);
      await window.close();
      await host.advance(12_900);
      assert.equal(await attempt.status(), 'waiting');
      await host.advance(100);
      assert.equal(await attempt.status(), 'possibly-closed');
      await end(host, attempt);
      const code = way === 'cancelling' ? 'flow_cancelled' : 'flow_timeout';
      await expectFailed(attempt, code, {retry: 'same'});
      assert.deepEqual((await attempt.read()).statuses, ['waiting', 'possibly-closed', 'settled']);
    });
  }

  for (const way of ['channel', 'opener']) {
    row(`B5 posts by ${way} and closes at once`, async (rig, context) => {
      const {sites} = rig;
      sites.provider.act = 'redirect';
      // Not ours: it waits for nothing.
      sites.pages['host.localhost/callback.html'] = hastyPage(way);
      const host = await rig.openHost();
      let [granted, closedFirst] = [0, 0];
      for (; granted < 50; granted += 1) {
        const attempt = await host.begin(() => ({
          oauth: {closePolicy: 'assume'},
          ports: {
            tick(listener) {
              const look = () => {
                listener();
                window.host.wasClosed = window.host.windows.at(-1).closed;
              };
              const timer = setInterval(look, 1);
              return () => clearInterval(timer);
            },
          },
        }));
        const {ok, error} = await attempt.outcome();
        assert.ok(ok, `${granted} of 50, then ${error?.code}`);
        const {statuses, outcomes} = await attempt.read();
        assert.deepEqual(statuses, ['waiting', 'settled']);
        assert.equal(outcomes.length, 1);
        if (await host.evaluate(() => window.host.wasClosed)) closedFirst += 1;
        await rig.expectWindows(0);
      }
      context.diagnostic(`${granted}/50, of which ${closedFirst} were closed first`);
    });
  }

  row('B6 a user who declines is told so', async (rig) => {
    const {sites} = rig;
    sites.provider.answer = ({state}) => ({error: 'access_denied', state});
    const {attempt, window} = await leaveForProvider(rig);
    await allow(window);
    await expectFailed(attempt, 'access_denied', {
      phase: 'provider',
      retry: 'same',
      provider: {error: 'access_denied'},
    });
  });

  row('B6 a user who declines at a real provider is told so', async (rig) => {
    const provider = await startRealOAuth2(rig);
    provider.setHeaders({'cross-origin-opener-policy': 'same-origin'});
    const host = await rig.openHost();
    const attempt = await host.begin({definition: provider.definition});
    const window = await host.nextWindow();
    await decide(window, 'deny');
    const {provider: words} = await expectFailed(attempt, 'access_denied');
    assert.deepEqual(words, {error: 'access_denied', description: 'The user denied access'});
    await until(() => window.isClosed(), 'the window closes');
  });

  row('B7 what a provider says of an error is made harmless', async (rig) => {
    const {sites} = rig;
    sites.provider.act = 'go';
    const host = await rig.openHost();
    for (const [given, provider] of providerErrors) {
      sites.provider.answer = ({state}) => ({...given, state});
      const attempt = await host.begin();
      await expectFailed(attempt, 'provider_error', {phase: 'provider', provider});
      await rig.expectWindows(0);
    }
  });

  row('B7 an error that is too long for one is no answer', async (rig) => {
    const {sites} = rig;
    sites.provider.act = 'go';
    sites.provider.answer = ({state}) => ({error: 'x'.repeat(5000), state});
    const host = await rig.openHost();
    await expectFailed(await host.begin(), 'response_malformed');
  });

  const silences = {
    hangs: ({provider}) => {
      provider.act = 'hang';
    },
    fails: ({provider}) => {
      provider.act = 'fail';
    },
    'refuses the connection': async () => {
      const gone = await startSites();
      const address = gone.address('idp.localhost');
      await gone.close();
      return `${address}/authorize`;
    },
    'has no address': () => 'https://nowhere.invalid/authorize',
    'does not know the client': ({pages}) => {
      pages['idp.localhost/authorize'] = () => ({status: 400, body: 'invalid_client'});
    },
  };
  for (const [what, arrange] of Object.entries(silences)) {
    row(`B8 a provider that ${what} is waited for`, async (rig) => {
      const address = await arrange(rig.sites);
      const host = await rig.openHost();
      const begin = () => host.begin((given) => window.host.prepareLater(given), address);
      const attempt = await begin();
      const window = await host.nextWindow();
      await host.evaluate(() => window.host.prepared());
      await attempt.until('waiting');
      await host.evaluate(() => window.host.delay(1500));
      await host.advance(9 * MINUTE);
      const {statuses, isExpiring} = await attempt.read();
      assert.deepEqual([...new Set(statuses)], ['waiting']);
      assert.equal(isExpiring, true);
      await host.advance(MINUTE);
      await expectFailed(attempt, 'flow_timeout', {hint: undefined, retry: 'same'});
      await until(() => window.isClosed(), 'the window closes');
      const next = await begin();
      await host.nextWindow();
      await host.evaluate(() => window.host.prepared());
      await next.until('waiting');
      // Chromium drops what closes a window in the moment in which a page arrives there.
      await host.evaluate(() => window.host.delay(500));
      await next.call('cancel', 'user');
      await expectFailed(next, 'flow_cancelled', {reason: 'user'});
    });
  }

  row('B8 a lack of network is named as a reason', async (rig) => {
    const host = await rig.openHost();
    const attempt = await host.begin(() => window.host.prepareLater());
    const window = await host.nextWindow();
    await goOffline(window);
    await host.evaluate(() => window.host.prepared());
    await attempt.until('waiting');
    await host.evaluate(() => window.host.delay(1500));
    assert.equal(await attempt.status(), 'waiting');
    await goOffline(host.page);
    await host.advance(10 * MINUTE);
    await expectFailed(attempt, 'flow_timeout', {hint: 'offline'});
  });

  row('B9 a slow user has ten minutes, and as long again on request', async (rig) => {
    const {host, attempt, window} = await leaveForProvider(rig);
    await host.advance(8 * MINUTE);
    assert.equal((await attempt.read()).isExpiring, false);
    await host.advance(1.5 * MINUTE);
    assert.equal((await attempt.read()).isExpiring, true);
    await attempt.call('extend');
    assert.equal((await attempt.read()).isExpiring, false);
    await host.advance(9 * MINUTE);
    assert.deepEqual([...new Set((await attempt.read()).statuses)], ['waiting']);
    await allow(window);
    await expectGranted(attempt, rig.sites);
  });

  row('B9 a user may sign in to a real provider for nine minutes', async (rig) => {
    const provider = await startRealOAuth2(rig);
    const host = await rig.openHost();
    const attempt = await host.begin({definition: provider.definition});
    const window = await host.nextWindow();
    await window.waitForSelector('#sign-in');
    await host.advance(9 * MINUTE);
    await decide(window, 'allow');
    const {ok, authorization} = await attempt.outcome();
    assert.ok(ok);
    assert.equal(authorization.issuer, provider.issuer);
  });

  row('B9 an answer after the end learns that it is too late', async (rig) => {
    const host = await rig.openHost();
    const attempt = await beginWith(host, {provider: 'same-origin'});
    const window = await host.nextWindow();
    await window.waitForSelector('#allow');
    await host.advance(10 * MINUTE);
    await expectFailed(attempt, 'flow_timeout');
    await allow(window);
    await expectWords(window, /took too long/);
    assert.equal((await attempt.read()).outcomes.length, 1);
    rig.windowsLeft = 1;
  });

  row('B9 a machine that slept through the end notices when it is looked at', async (rig) => {
    const {host, attempt, window} = await leaveForProvider(rig);
    const status = await host.evaluate((time) => {
      window.host.advance(time, {isNoticed: false});
      window.dispatchEvent(new Event('pageshow'));
      return window.host.attempts[0].attempt.status;
    }, 11 * MINUTE);
    assert.equal(status, 'settled');
    await expectFailed(attempt, 'flow_timeout');
    await until(() => window.isClosed(), 'the window closes');
  });
});

/** Begins an attempt with opener policies. */
async function beginWith(host, {host: ownPolicy, ...others}) {
  await host.open(ownPolicy ? `/?coop=${ownPolicy}` : '/');
  return host.begin((given) => {
    const {port, origin} = location;
    const add = (address, policy) => (policy ? `${address}?coop=${policy}` : address);
    return {
      definition: {
        authorizationUrl: add(`http://idp.localhost:${port}/authorize`, given.provider),
      },
      oauth: {redirectUri: add(`${origin}/callback.html`, given.callback)},
    };
  }, others);
}

/** Begins an attempt with a provider that cuts its window off. The clock stands still from there. */
async function beginCutOff(host) {
  await host.evaluate(() => window.host.stopClock());
  const attempt = await host.begin(cutOffPlan);
  const window = await host.nextWindow();
  await window.waitForSelector('#allow');
  await until(() => host.evaluate(() => window.host.windows[0].closed), 'the window is cut off');
  await host.advance(0);
  return {attempt, window};
}

/** Begins an attempt and waits until the window is with the provider, for a while. */
async function leaveForProvider(rig, plan) {
  const host = await rig.openHost();
  const attempt = await host.begin(plan);
  const window = await host.nextWindow();
  await window.waitForSelector('#allow');
  await attempt.until('waiting');
  // A window that looks closed sooner was cut off.
  await host.advance(2000);
  return {host, attempt, window};
}

async function goOffline(page) {
  const client = await page.createCDPSession();
  const conditions = {offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1};
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', conditions);
}

/** Closes a window as a user does; the clock stands still from there. */
async function closeWindow(window, host) {
  await host.evaluate(() => window.host.stopClock());
  await window.close();
  await until(() => host.evaluate(() => window.host.windows[0].closed), 'the window is closed');
  await host.advance(0);
}

/** A callback page that does not wait to be heard. */
const hastyPage = (way) => `<!doctype html>
<script>
  const params = Object.fromEntries(new URLSearchParams(location.search));
  const {state} = params;
  const message = {ns: 'keyslot/oauth', v: 1, t: 'result', state, params};
  ${
    way === 'channel'
      ? "new BroadcastChannel('keyslot/oauth/1:' + state).postMessage(message);"
      : 'opener.postMessage(message, location.origin);'
  }
  window.close();
</script>
`;

const providerErrors = [
  [{error: 'server_error'}, {error: 'server_error'}],
  [{error: 'shop_locked'}, {error: 'shop_locked'}],
  [{error: 'a "quoted" \\ error'}, {error: 'invalid_error'}],
  [{error: 'Störung'}, {error: 'invalid_error'}],
  [{error: 'x'.repeat(65)}, {error: 'invalid_error'}],
  [
    {error: 'server_error', error_description: '<img src=x onerror=alert(1)> & {{clientId}}'},
    {error: 'server_error', description: '<img src=x onerror=alert(1)> & {{clientId}}'},
  ],
  [
    {error: 'server_error', error_description: 'x'.repeat(1_000_000)},
    {error: 'server_error', description: 'x'.repeat(500)},
  ],
  [
    {
      error: 'server_error',
      error_description: 'one\r\ntwo\u0000\u202ethree\u2066\u200bfour\u2028',
    },
    {error: 'server_error', description: 'one two three four'},
  ],
  [{error: 'server_error', error_uri: 'javascript:alert(1)'}, {error: 'server_error'}],
  [{error: 'server_error', error_uri: 'http://example.com/'}, {error: 'server_error'}],
  [{error: 'server_error', error_uri: 'https://a:b@example.com/'}, {error: 'server_error'}],
  [
    {error: 'server_error', error_uri: 'https://example.com/help'},
    {error: 'server_error', uri: 'https://example.com/help'},
  ],
];
