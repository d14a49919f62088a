import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {decide, startRealOAuth2} from './real-servers.mjs';
import {until} from '../support/until.mjs';
import {
  allow,
  cutOffPlan,
  evaluate,
  expectFailed,
  expectGranted,
  expectWords,
  go,
  row,
  stateOf,
} from './rig.mjs';

describe('E. Concurrency and life cycle', {concurrency: 3}, () => {
  for (const [what, plans] of [
    ['that are alike', [{}, {}]],
    ['of which the first was cut off', [cutOffPlan, {}]],
    ['of which the second was cut off', [{}, cutOffPlan]],
    ['that were cut off', [cutOffPlan, cutOffPlan]],
  ]) {
    row(`E1 two windows ${what} answer each to its own, the last one first`, async (rig) => {
      const host = await rig.openHost();
      const attempts = [await host.begin(plans[0]), await host.begin(plans[1])];
      const windows = [await host.nextWindow(), await host.nextWindow()];
      const states = [await stateOf(attempts[0]), await stateOf(attempts[1])];
      for (const index of [1, 0]) {
        await allow(windows[index]);
        const {state} = await expectGranted(attempts[index], rig.sites);
        assert.equal(state, states[index]);
        if (index === 1) assert.notEqual(await attempts[0].status(), 'settled');
      }
    });
  }

  row('E2 a window of an attempt that was superseded closes', async (rig) => {
    const host = await rig.openHost();
    const first = await host.begin();
    const window = await host.nextWindow();
    await window.waitForSelector('#allow');
    await first.call('cancel', 'superseded');
    const second = await host.begin();
    await expectFailed(first, 'flow_cancelled', {reason: 'superseded'});
    await until(() => window.isClosed(), 'the first window closes');
    await allow(await host.nextWindow());
    await expectGranted(second, rig.sites);
  });

  row('E2 an answer to an attempt that was superseded learns of the newer one', async (rig) => {
    const host = await rig.openHost();
    const first = await host.begin(cutOffPlan);
    const window = await host.nextWindow();
    await window.waitForSelector('#allow');
    await first.call('cancel', 'superseded');
    const second = await host.begin();
    const newer = await host.nextWindow();
    await allow(window);
    await expectWords(window, /A newer sign-in has begun/);
    await expectFailed(first, 'flow_cancelled', {reason: 'superseded'});
    assert.deepEqual((await second.read()).statuses, ['waiting']);
    await allow(newer);
    await expectGranted(second, rig.sites);
    rig.windowsLeft = 1;
  });

  row('E2 a callback page that waits learns that it does so in vain', async (rig) => {
    const host = await rig.openHost();
    const attempt = await host.begin(cutOffPlan);
    const window = await host.nextWindow();
    const state = await stateOf(attempt);
    await attempt.call('cancel', 'user');
    await allow(window);
    await expectWords(window, /was cancelled/);
    assert.equal(new URL(window.url()).search, '');
    await expectFailed(attempt, 'flow_cancelled', {reason: 'user'});
    rig.secrets.add(state);
    rig.windowsLeft = 1;
  });

  const form = {
    definition: {
      variables: [
        {key: 'shop', label: 'Shop'},
        {key: 'pin', label: 'PIN', secret: true},
      ],
    },
    values: {shop: 'acme', pin: 'pin-that-is-secret'},
  };

  row('E6 what is kept while the tab is away holds no secret of the form', async (rig) => {
    const host = await rig.openHost('/?page=2#part');
    rig.secrets.add(form.values.pin);
    const attempt = await host.begin((given) => {
      const address = `http://idp.localhost:${location.port}/authorize`;
      const prepare = ({state}) => Promise.resolve({authorizationUrl: `${address}?state=${state}`});
      return {...given, oauth: {mode: 'redirect', prepare}, ports: {leave: () => undefined}};
    }, form);
    await until(() => host.evaluate(() => sessionStorage.length), 'the record is there');
    const [[key, text]] = await host.evaluate(() => Object.entries(sessionStorage));
    const state = await stateOf(attempt);
    const {expected, createdAt, ...record} = JSON.parse(text);
    assert.equal(key, `keyslot/oauth/1:${state}`);
    assert.deepEqual(record, {
      type: 'redirect',
      connectorId: 'example',
      methodId: 'window',
      returnPath: '/?page=2#part',
      values: {shop: 'acme'},
      omitted: ['pin'],
    });
    assert.deepEqual([expected.state, expected.codeVerifier], [state, undefined]);
    assert.ok(Math.abs(Date.now() - createdAt) < 60_000);
    await attempt.call('cancel');
    assert.equal(await host.evaluate(() => sessionStorage.length), 0);
  });

  row('E6 a tab with a secret that nobody keeps does not leave', async (rig) => {
    const host = await rig.openHost();
    rig.secrets.add(form.values.pin);
    const attempt = await host.begin({...form, oauth: {mode: 'redirect'}});
    await expectFailed(attempt, 'authorization_unavailable', {phase: 'environment'});
    assert.equal(await host.evaluate(() => sessionStorage.length), 0);
  });

  row('E6 a tab that is reloaded on the way comes back to where it was, once', async (rig) => {
    const {sites} = rig;
    const host = await rig.openHost('/?page=2');
    await leave(host, {...form, values: {shop: 'acme'}, oauth: {mode: 'redirect'}});
    await host.page.reload();
    await comeBack(host);
    assert.equal(new URL(host.page.url()).search, '?page=2');
    // The answer waits for whoever asks for it.
    await host.page.reload();
    const {methodId, values, outcome} = await resume(host, rig);
    assert.deepEqual([methodId, values], ['window', {shop: 'acme'}]);
    assert.ok(outcome.ok);
    assert.ok(sites.codes.includes(outcome.authorization.code));
    assert.match(outcome.authorization.codeVerifier, /^[\w-]{43}$/);
    assert.equal(await resume(host, rig), undefined);
    await host.page.reload();
    assert.equal(await resume(host, rig), undefined);
    assert.equal(await host.evaluate(() => sessionStorage.length), 0);
    await rig.expectWindows(0);
  });

  row('E6 what another connector asks for is not taken', async (rig) => {
    const host = await rig.openHost();
    await leave(host, {oauth: {mode: 'redirect'}});
    await comeBack(host);
    assert.equal(await resume(host, rig, 'another'), undefined);
    const {outcome} = await resume(host, rig);
    assert.ok(outcome.ok);
  });

  row('E6 a refusal comes back too', async (rig) => {
    rig.sites.provider.answer = ({state}) => ({error: 'access_denied', state});
    const host = await rig.openHost();
    await leave(host, {oauth: {mode: 'redirect'}});
    await comeBack(host);
    const {outcome} = await resume(host, rig);
    assert.equal(outcome.error.code, 'access_denied');
  });

  row('E6 what comes back from a real provider is good for a token', async (rig) => {
    const provider = await startRealOAuth2(rig);
    const host = await rig.openHost();
    const {definition} = provider;
    await host.plan({definition, oauth: {mode: 'redirect'}});
    await Promise.all([host.page.waitForSelector('#sign-in'), host.click()]);
    await Promise.all([host.page.waitForSelector('#start'), decide(host.page, 'allow')]);
    const {outcome} = await resume(host, rig);
    assert.equal(outcome.authorization.issuer, provider.issuer);
    const {access_token: token} = await provider.exchange(outcome.authorization);
    assert.ok(token);
  });

  for (const isKept of [true, false]) {
    const cache = isKept ? 'kept' : 'loaded';
    row(`E7 back and forward to pages that are ${cache} bring nothing anew`, async (rig) => {
      const {sites} = rig;
      if (!isKept) {
        sites.before.host = "addEventListener('unload', () => {});";
      }
      const host = await rig.openHost('/?page=1');
      await leave(host, {oauth: {mode: 'redirect'}});
      await comeBack(host);
      const {outcome} = await resume(host, rig);
      assert.ok(outcome.ok);
      await go(host.page, -1, () => document.querySelector('#allow'));
      await go(host.page, -1, () => document.querySelector('#start') && window.host);
      assert.equal(await host.evaluate(() => window.host.restored()), isKept ? 1 : 0);
      assert.equal(await resume(host, rig), undefined);
      await go(host.page, 1, () => document.querySelector('#allow'));
      await go(host.page, 1, () => document.querySelector('#start') && window.host);
      assert.equal(await resume(host, rig), undefined);
      await go(host.page, -1, () => document.querySelector('#allow'));
      // The provider answers once more, to nobody.
      await host.page.click('#allow');
      await expectWords(host.page, /Nothing was saved/);
      assert.equal(await evaluate(host.page, () => sessionStorage.length), 0);
      await host.open();
      assert.equal(await resume(host, rig), undefined);
    });
  }

  row('E7 going back from the provider leaves the attempt to be begun again', async (rig) => {
    const {sites} = rig;
    const host = await rig.openHost();
    await leave(host, {oauth: {mode: 'redirect'}});
    await go(host.page, -1, () => document.querySelector('#start') && window.host);
    assert.equal(await resume(host, rig), undefined);
    if (await host.evaluate(() => window.host.restored() > 0)) {
      const attempt = host.attempt(0);
      await attempt.call('cancel', 'user');
      await expectFailed(attempt, 'flow_cancelled', {reason: 'user'});
    }
    await leave(host, {oauth: {mode: 'redirect'}});
    await comeBack(host);
    const {outcome} = await resume(host, rig);
    assert.ok(sites.codes.includes(outcome.authorization.code));
    assert.equal(await resume(host, rig), undefined);
    // What was not answered goes when it is too old.
    await host.advance(16 * 60_000);
    assert.equal(await resume(host, rig), undefined);
    assert.equal(await host.evaluate(() => sessionStorage.length), 0);
  });

  const forbidden = `Object.defineProperty(window, 'sessionStorage', {
    get() { throw new DOMException('No storage', 'SecurityError'); },
  });`;
  const full = `try { for (let index = 0; ; index++) sessionStorage.setItem(index, 'x'.repeat(1e5)); }
    catch { try { for (let index = 0; ; index++) sessionStorage.setItem('y' + index, 'x'); } catch {} }`;
  for (const [what, before] of [
    ['forbidden', forbidden],
    ['full', full],
  ]) {
    row(`E8 with storage that is ${what} the tab stays, and windows work`, async (rig) => {
      const {sites} = rig;
      sites.before.host = before;
      if (what === 'forbidden') sites.before.callback = before;
      const host = await rig.openHost();
      const attempt = await host.begin({oauth: {mode: 'redirect'}});
      await expectFailed(attempt, 'storage_unavailable', {phase: 'environment', retry: 'none'});
      assert.equal(new URL(host.page.url()).pathname, '/');
      assert.equal(await resume(host, rig), undefined);
      const next = await host.begin({oauth: {mode: 'auto'}});
      await allow(await host.nextWindow());
      await expectGranted(next, sites);
    });
  }

  row('E8 a tab that cannot load what keeps the way back stays', async (rig) => {
    const {sites} = rig;
    const host = await rig.openHost();
    sites.withheld = /detours/;
    rig.expectedMessages.push(/^Failed to load resource/);
    const attempt = await host.begin({oauth: {mode: 'redirect'}});
    await expectFailed(attempt, 'storage_unavailable');
    assert.equal(new URL(host.page.url()).pathname, '/');
    assert.equal(await host.evaluate(() => sessionStorage.length), 0);
    sites.withheld = undefined;
    const next = await host.begin({oauth: {mode: 'auto'}});
    await allow(await host.nextWindow());
    await expectGranted(next, sites);
  });

  row('E8 a frame of another site stays where it is, and windows work', async (rig) => {
    const host = await rig.openEmbeddedHost();
    const attempt = await host.begin({oauth: {mode: 'redirect'}});
    await expectFailed(attempt, 'storage_unavailable');
    const next = await host.begin({oauth: {mode: 'auto'}});
    assert.equal((await next.read()).canUseThisTab, false);
    await allow(await host.nextWindow());
    await expectGranted(next, rig.sites);
  });

  const removed = {
    'leads to another host': {returnPath: '//evil.localhost/'},
    'leads to another host by a backslash': {returnPath: '/\\evil.localhost/'},
    'leads to another host behind a tab': {returnPath: '/\t/evil.localhost/'},
    'leads to another origin': {returnPath: 'http://evil.localhost/'},
    'leads to another scheme': {returnPath: 'javascript:document.title="pwned"'},
    'leads to data': {returnPath: 'data:text/html,pwned'},
    'leads nowhere': {returnPath: null},
    'is 16 minutes old': {createdAt: Date.now() - 16 * 60_000},
    'has no age': {createdAt: null},
    'has an age that is no number': {createdAt: 'now'},
  };
  row('E9 a record that leads elsewhere, or is too old, is removed', async (rig) => {
    rig.excused.add('a request to the host');
    const {sites} = rig;
    const host = await rig.openHost();
    for (const [what, change] of Object.entries(removed)) {
      await tamper(host, sites, change);
      await until(
        () =>
          evaluate(host.page, () => document.readyState === 'complete' && !sessionStorage.length),
        `a record that ${what} is removed`,
      );
      assert.match(host.page.url(), /\/callback\.html$/, what);
      assert.notEqual(await host.page.title(), 'pwned');
      await host.open();
      assert.equal(await resume(host, rig), undefined);
    }
    assert.ok(sites.requests.every(({hostname}) => hostname !== 'evil.localhost'));
  });

  const ignored = {
    'is no object': '"text"',
    'is no JSON': '{',
    'is empty': '',
    'is of another type': {type: 'popup'},
  };
  row('E9 a record that is none is ignored, and goes', async (rig) => {
    rig.excused.add('a request to the host');
    const host = await rig.openHost();
    for (const [what, change] of Object.entries(ignored)) {
      await host.open();
      await tamper(host, rig.sites, change);
      await host.open();
      assert.equal(await resume(host, rig), undefined, what);
      await host.advance(16 * 60_000);
      assert.equal(await resume(host, rig), undefined, what);
      assert.deepEqual(await host.evaluate(() => Object.entries(sessionStorage)), [], what);
    }
  });

  const invalid = {
    'expects another state': {expected: {state: 'x'.repeat(43), scopes: []}},
    'expects nothing': {expected: null},
    'expects no state': {expected: {scopes: []}},
    'asked for no list': {expected: {state: 'x'.repeat(43), scopes: 'orders:read'}},
    'names no method': {methodId: 1},
  };
  row('E9 a record that was changed is no answer', async (rig) => {
    rig.excused.add('a request to the host');
    const host = await rig.openHost();
    for (const [what, change] of Object.entries(invalid)) {
      await tamper(host, rig.sites, change);
      await host.page.waitForSelector('#start');
      const {outcome} = await resume(host, rig);
      assert.equal(outcome.error?.code, 'redirect_state_invalid', what);
      assert.equal(outcome.error.phase, 'response');
      assert.equal(await host.evaluate(() => sessionStorage.length), 0);
    }
  });

  row('E9 an answer of another issuer is discarded here too', async (rig) => {
    rig.sites.provider.answer = ({state, code}) => ({state, code, iss: 'https://evil.example'});
    const host = await rig.openHost();
    const definition = {issuer: 'https://idp.example'};
    await leave(host, {definition, oauth: {mode: 'redirect'}});
    await comeBack(host);
    const {outcome} = await resume(host, rig);
    assert.equal(outcome.error.code, 'issuer_mismatch');
  });

  row('E10 an attempt that was aborted before opens no window', async (rig) => {
    const host = await rig.openHost();
    const attempt = await host.begin(() => ({signal: AbortSignal.abort()}));
    await expectFailed(attempt, 'flow_cancelled', {reason: 'signal'});
    await rig.expectWindows(0);
    assert.deepEqual(rig.visited, []);
  });

  row(
    'E10 an attempt that is aborted while the backend prepares closes its window',
    async (rig) => {
      const host = await rig.openHost();
      const attempt = await host.begin(() => {
        const controller = new AbortController();
        window.host.abort = () => controller.abort();
        return {
          signal: controller.signal,
          oauth: {
            prepare: (_context, {signal}) => {
              window.host.signal = signal;
              return new Promise(() => undefined);
            },
          },
        };
      });
      const window = await host.nextWindow();
      await host.evaluate(() => window.host.abort());
      await expectFailed(attempt, 'flow_cancelled', {reason: 'signal'});
      assert.equal(await host.evaluate(() => window.host.signal.aborted), true);
      await until(() => window.isClosed(), 'the window closes');
    },
  );

  row('E10 an attempt that is aborted while it waits closes its window', async (rig) => {
    const host = await rig.openHost();
    const attempt = await host.begin(abortable);
    const window = await host.nextWindow();
    await window.waitForSelector('#allow');
    await host.evaluate(() => window.host.abort());
    await expectFailed(attempt, 'flow_cancelled', {reason: 'signal'});
    await until(() => window.isClosed(), 'the window closes');
  });

  row('E10 what comes after the end changes nothing', async (rig) => {
    const host = await rig.openHost();
    const attempt = await host.begin(abortable);
    await allow(await host.nextWindow());
    const authorization = await expectGranted(attempt, rig.sites);
    await host.evaluate(() => window.host.abort());
    for (const method of ['cancel', 'cancel', 'extend', 'useThisTab', 'follow']) {
      await attempt.call(method);
    }
    assert.equal(await attempt.call('paste', `${rig.sites.address('host.localhost')}/`), false);
    assert.deepEqual(await expectGranted(attempt, rig.sites), authorization);
  });

  row('E10 cancelling twice, and from within, ends an attempt once', async (rig) => {
    const host = await rig.openHost();
    const attempt = await host.begin(() => ({
      onChange(changed) {
        changed.cancel('user');
        changed.cancel('host');
        changed.dispose();
      },
    }));
    await expectFailed(attempt, 'flow_cancelled', {reason: 'user'});
    await attempt.call('cancel', 'host');
    await expectFailed(attempt, 'flow_cancelled', {reason: 'user'});
  });
});

const abortable = () => {
  const controller = new AbortController();
  window.host.abort = () => controller.abort();
  return {signal: controller.signal};
};

/** Begins an attempt in this tab, and waits until it is with the provider. */
async function leave(host, plan, ...args) {
  await host.plan(plan, ...args);
  await Promise.all([host.page.waitForSelector('#allow'), host.click()]);
}

/** Allows, and waits until the tab is back with the host. */
const comeBack = ({page}) => Promise.all([page.waitForSelector('#start'), page.click('#allow')]);

/** Asks for what came back, and notes the secrets in it. */
async function resume(host, rig, connectorId = 'example') {
  await until(() => host.evaluate(() => window.host !== undefined), 'the page is there');
  const resumed = await host.evaluate((id) => window.host.resume(id), connectorId);
  const {codeVerifier} = resumed?.outcome.authorization ?? {};
  if (codeVerifier) rig.secrets.add(codeVerifier);
  return resumed;
}

const tamperingPage = (change) => `<!doctype html>
<script>
  const change = ${JSON.stringify(change)};
  const state = new URLSearchParams(location.search).get('state');
  const key = 'keyslot/oauth/1:' + state;
  const record = JSON.parse(sessionStorage.getItem(key));
  const text = typeof change === 'string' ? change : JSON.stringify({...record, ...change});
  sessionStorage.setItem(key, text);
  location.replace('/callback.html' + location.search);
</script>
`;

/** Leaves, and lets something of the host's origin change the record before the callback page. */
async function tamper(host, sites, change) {
  sites.provider.act = 'redirect';
  sites.provider.answer = ({code, state}) => `?code=${code}&state=${state}`;
  sites.pages['host.localhost/tamper'] = () => ({
    headers: {'content-type': 'text/html', 'referrer-policy': 'no-referrer'},
    body: tamperingPage(change),
  });
  await host.plan(() => ({
    oauth: {
      mode: 'redirect',
      redirectUri: `${location.origin}/callback.html`,
      prepare: ({state}) => {
        const url = new URL(`http://idp.localhost:${location.port}/authorize`);
        url.searchParams.set('state', state);
        url.searchParams.set('redirect_uri', `${location.origin}/tamper`);
        return Promise.resolve({authorizationUrl: url.href});
      },
    },
  }));
  await Promise.all([host.page.waitForNavigation(), host.click()]);
  await until(() => /callback\.html$|\/$/.test(host.page.url()), 'the callback page is there');
}
