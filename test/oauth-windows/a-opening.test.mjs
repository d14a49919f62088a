import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {until} from '../support/until.mjs';
import {allow, evaluate, expectFailed, expectGranted, row} from './rig.mjs';

describe('A. Opening the window', {concurrency: 3}, () => {
  row('A1 a window that no click asked for is blocked', async (rig) => {
    const host = await rig.openHost();
    await startByTimer(host);
    await expectFailed(host.attempt(0), 'popup_blocked', {phase: 'window', retry: 'redirect'});
    await rig.expectWindows(0);
  });

  row('A1 six seconds after a click a window is blocked', async (rig) => {
    const host = await rig.openHost();
    await host.plan(() => () => window.host.delay(6000).then(() => window.host.start()));
    await host.press();
    await until(() => host.evaluate(() => window.host.attempts.length === 1), 'it has begun');
    await expectFailed(host.attempt(0), 'popup_blocked');
    await rig.expectWindows(0);
  });

  row('A1 a link goes on where a window is blocked', async (rig) => {
    const host = await rig.openHost();
    await startByTimer(host, {whenBlocked: 'wait'});
    const attempt = host.attempt(0);
    await attempt.until('blocked');
    await host.evaluate(() => {
      const link = document.querySelector('#follow');
      const [{attempt}] = window.host.attempts;
      link.href = attempt.url;
      link.onclick = () => attempt.follow();
    });
    await host.page.click('#follow');
    const window = await host.nextWindow();
    assert.equal(await attempt.status(), 'waiting');
    await allow(window);
    await expectGranted(attempt, rig.sites);
    await host.evaluate(() => document.querySelector('#follow').remove());
  });

  row('A1 this tab goes on where a window is blocked', async (rig) => {
    const {sites} = rig;
    const host = await rig.openHost();
    await startByTimer(host, {whenBlocked: 'wait', oauth: {mode: 'auto'}});
    const attempt = host.attempt(0);
    await attempt.until('blocked');
    assert.equal((await attempt.read()).canUseThisTab, true);
    await host.evaluate(() => void window.host.attempts[0].attempt.useThisTab());
    await host.page.waitForSelector('#allow');
    await Promise.all([host.page.waitForSelector('#start'), host.page.click('#allow')]);
    const {outcome} = await host.evaluate(() => window.host.resume());
    assert.ok(sites.codes.includes(outcome.authorization.code));
  });

  row('A2 a window opens in the click and waits for the backend', async (rig) => {
    const {sites} = rig;
    const host = await rig.openHost();
    const attempt = await host.begin((provider) => {
      const prepare = async ({state, redirectUri}) => {
        await window.host.delay(8000);
        const query = new URLSearchParams({state, redirect_uri: redirectUri});
        return {authorizationUrl: `${provider}/authorize?${query}`};
      };
      return () => {
        window.host.start({oauth: {prepare}});
        window.host.hadWindow = window.host.windows.length === 1;
      };
    }, sites.address('idp.localhost'));
    const window = await host.nextWindow();
    assert.equal(await host.evaluate(() => window.host.hadWindow), true, 'in the click itself');
    assert.equal(await attempt.status(), 'preparing');
    assert.equal(
      await evaluate(window, () => document.title + document.body.textContent),
      'Connecting to Example…'.repeat(2),
    );
    await allow(window);
    await expectGranted(attempt, sites);
  });

  row('A3 two attempts in one click open one window', async (rig) => {
    const host = await rig.openHost();
    await host.plan(() => () => {
      window.host.start();
      window.host.start();
    });
    await host.click();
    const window = await host.nextWindow();
    await expectFailed(host.attempt(1), 'popup_blocked');
    await rig.expectWindows(1);
    assert.equal(await host.attempt(0).call('focus'), true);
    await allow(window);
    await expectGranted(host.attempt(0), rig.sites);
  });

  row('A4 a page that another site isolates from its windows gets none', async (rig) => {
    const host = await rig.openEmbeddedHost({
      headers: {'cross-origin-opener-policy': 'same-origin'},
    });
    const attempt = await host.begin();
    await expectFailed(attempt, 'popup_unavailable', {phase: 'window', retry: 'redirect'});
    // Chromium opens one all the same and gives nobody hold of it.
    const [orphan] = await rig.expectWindows(1);
    assert.equal(orphan.url(), 'about:blank');
    rig.windowsLeft = 1;
  });

  row('A4 a sandbox without windows gets none', async (rig) => {
    const host = await rig.openEmbeddedHost({sandbox: 'allow-scripts allow-same-origin'});
    rig.expectedMessages.push(/sandbox/);
    const attempt = await host.begin();
    await expectFailed(attempt, 'popup_unavailable');
    await rig.expectWindows(0);
  });

  const unprepared = [
    {
      what: 'rejects with an error',
      plan: () => ({oauth: {prepare: () => Promise.reject(new Error('internal'))}}),
      code: 'prepare_failed',
    },
    {
      what: 'rejects with words for people',
      plan: () => ({oauth: {prepare: () => Promise.reject({message: 'The shop is closed.'})}}),
      code: 'prepare_failed',
      hostMessage: 'The shop is closed.',
    },
    {
      what: 'throws',
      plan: () => ({
        oauth: {
          prepare() {
            throw new Error('internal');
          },
        },
      }),
      code: 'prepare_failed',
    },
    {
      what: 'prepares nothing',
      plan: () => ({oauth: {prepare: () => Promise.resolve()}}),
      code: 'prepare_failed',
    },
    {
      what: 'prepares no address',
      plan: () => ({oauth: {prepare: () => Promise.resolve({})}}),
      code: 'authorize_url_invalid',
    },
    {
      what: 'prepares what is no address',
      plan: () => ({oauth: {prepare: () => Promise.resolve({authorizationUrl: 'soon'})}}),
      code: 'authorize_url_invalid',
    },
  ];
  for (const {what, plan, code, hostMessage} of unprepared) {
    row(`A5 the window closes when the backend ${what}`, async (rig) => {
      const host = await rig.openHost();
      const error = await expectFailed(await host.begin(plan), code, {phase: 'prepare'});
      assert.equal(error.hostMessage, hostMessage);
      assert.ok(!JSON.stringify(error.texts).includes('internal'));
      await rig.expectWindows(0);
      assert.deepEqual(rig.visited, []);
    });
  }

  row('A5 the window closes when the backend takes 15 seconds', async (rig) => {
    const host = await rig.openHost();
    const attempt = await host.begin(() => ({
      oauth: {
        prepare: (_context, {signal}) =>
          new Promise((resolve) => Object.assign(window.host, {signal, resolve})),
      },
    }));
    await host.advance(14_000);
    assert.equal(await attempt.status(), 'preparing');
    await host.advance(1000);
    await expectFailed(attempt, 'prepare_timeout', {phase: 'prepare', retry: 'same'});
    assert.equal(await host.evaluate(() => window.host.signal.aborted), true);
    await rig.expectWindows(0);
    await host.evaluate((provider) => {
      window.host.resolve({authorizationUrl: `${provider}/authorize?state=${'s'.repeat(43)}`});
    }, rig.sites.address('idp.localhost'));
    await delay(300);
    await rig.expectWindows(0);
    assert.equal((await attempt.read()).outcomes.length, 1);
  });

  row('A6 no window leaves for an address that is not allowed', async (rig) => {
    const {sites} = rig;
    sites.headers.host = {};
    const host = await rig.openHost();
    for (const [code, address] of badAddresses(sites)) {
      await expectRefused(host, address, code);
    }
    await rig.expectWindows(0);
    assert.deepEqual(rig.visited.filter(Boolean), []);
    assert.deepEqual(placesAskedFor(sites), []);
  });

  row('A6 no window leaves for an origin that the host does not trust', async (rig) => {
    const {sites} = rig;
    const host = await rig.openHost();
    const attempt = await host.begin(
      (trusted) => ({oauth: {allowedAuthorizationOrigins: [trusted]}}),
      sites.address('evil.localhost'),
    );
    await expectFailed(attempt, 'authorize_url_forbidden', {phase: 'prepare', retry: 'none'});
    await rig.expectWindows(0);
    assert.deepEqual(placesAskedFor(sites), []);
  });

  row('A7 no window runs a script that the backend names as an address', async (rig) => {
    rig.sites.headers.host = {};
    const host = await rig.openHost();
    for (const address of scripts) {
      await expectRefused(host, address, /^authorize_url_(?:forbidden|invalid)$/);
    }
    await rig.expectWindows(0);
    assert.deepEqual(await host.evaluate(() => [window.__pwned, document.title]), [null, 'Host']);
  });

  row('A7 no window runs a script that a definition names as an address', async (rig) => {
    rig.sites.headers.host = {};
    const host = await rig.openHost();
    for (const address of scripts) {
      const status = await host.evaluate((authorizationUrl) => {
        return window.host.connectorOf({authorizationUrl}).methods[0].status;
      }, address);
      assert.equal(status, 'unavailable', address);
      // A host can make one without the parser.
      const attempt = await host.begin((authorizationUrl) => {
        const connector = window.host.connectorOf();
        const [method] = connector.methods;
        const authorization = {...method.authorization, authorizationUrl};
        return {connector: {...connector, methods: [{...method, authorization}]}};
      }, address);
      await expectFailed(attempt, 'authorize_url_invalid');
    }
    await rig.expectWindows(0);
    assert.equal(await host.evaluate(() => window.__pwned === undefined), true);
  });

  row('A8 a page that is not secure opens no window', async (rig) => {
    const host = await rig.openHost('/', 'lan.test');
    assert.equal(await host.evaluate(() => window.isSecureContext), false);
    const attempt = await host.begin();
    await expectFailed(attempt, 'insecure_context', {phase: 'environment', retry: 'none'});
    await rig.expectWindows(0);
    const verdict = await host.evaluate(() => {
      const methods = [{id: 'basic', type: 'basic'}];
      const {connector} = window.host.parseConnector({version: 1, id: 'x', name: 'X', methods});
      const values = {username: 'anna', password: 'secret'};
      const credential = {connectorId: 'x', methodId: 'basic', type: 'basic', values};
      return window.host.validateCredential(connector, credential);
    });
    assert.equal(verdict.ok, true, JSON.stringify(verdict));
  });

  row('A9 closing the window while the backend prepares ends the attempt', async (rig) => {
    const host = await rig.openHost();
    const attempt = await host.begin(() => ({
      oauth: {
        prepare: (_context, {signal}) => {
          window.host.signal = signal;
          return new Promise(() => undefined);
        },
      },
    }));
    const window = await host.nextWindow();
    await window.close();
    await expectFailed(attempt, 'popup_closed', {phase: 'window', retry: 'same'});
    assert.equal(await host.evaluate(() => window.host.signal.aborted), true);
  });
});

/** Begins an attempt that no click asked for. */
const startByTimer = (host, plan = {}) =>
  host.evaluate(async (given) => {
    await window.host.delay(10);
    window.host.start(given);
  }, plan);

async function expectRefused(host, address, code) {
  const attempt = await host.begin(
    (authorizationUrl) => ({oauth: {prepare: () => Promise.resolve({authorizationUrl})}}),
    address,
  );
  const {error} = await attempt.outcome();
  const isExpected = typeof code === 'string' ? error?.code === code : code.test(error?.code);
  assert.ok(isExpected, `${JSON.stringify(address.slice(0, 60))} ends with ${error?.code}`);
}

/** What was asked for beside the host's page. */
const placesAskedFor = ({requests}) =>
  requests
    .map(({hostname, pathname}) => hostname + pathname)
    .filter((place) => !/^host\.localhost\/(?:[\w-]+\.js|favicon\.ico)?$/.test(place));

const STATE = 's'.repeat(43);

function badAddresses({address}) {
  const provider = address('idp.localhost');
  const {port} = new URL(provider);
  const good = `${provider}/authorize?state=${STATE}`;
  const invalid = [
    '',
    ' ',
    'authorize',
    '/authorize',
    '//idp.localhost/authorize',
    '?state=x',
    '#',
    'https://',
    'https:///',
    'https://[',
    'https://exa mple.com/',
    'https://example.com:99999/',
    'https://%/',
    ` ${good}`,
    `${good}\n`,
    `${good}\t`,
    `ht\ntps://example.com/?state=${STATE}`,
    `\u0000${good}`,
    `https:\\\\example.com/?state=${STATE}`,
    `https://example.com\\@evil.example/?state=${STATE}`,
    `${good}#`,
    `${good}#code=x`,
    `${good}&state=${STATE}`,
    `${good}&redirect_uri=a&redirect_uri=b`,
    `${good}&client_id=a&client_id=b`,
    `${good}&${'x'.repeat(8192)}`,
  ];
  const forbidden = [
    'data:text/html,<script>opener.__pwned=1</script>',
    'data:,text',
    `blob:${address('host.localhost')}/00000000-0000-0000-0000-000000000000`,
    'file:///etc/passwd',
    'about:blank',
    'about:srcdoc',
    'view-source:https://example.com/',
    'filesystem:https://example.com/temporary/x',
    'ftp://example.com/',
    'ws://example.com/',
    'mailto:anna@example.com',
    'x-app://authorize',
    'http://example.com/',
    `http://lan.test:${port}/authorize?state=${STATE}`,
    `http://0.0.0.0:${port}/authorize?state=${STATE}`,
    `http://localhost.lan.test:${port}/authorize?state=${STATE}`,
    `http://anna@idp.localhost:${port}/authorize?state=${STATE}`,
    `http://anna:secret@idp.localhost:${port}/authorize?state=${STATE}`,
    `http://idp.localhost@evil.localhost:${port}/authorize?state=${STATE}`,
  ];
  return [
    ...invalid.map((bad) => ['authorize_url_invalid', bad]),
    ...forbidden.map((bad) => ['authorize_url_forbidden', bad]),
    ['state_missing', `${provider}/authorize`],
    ['state_missing', `${provider}/authorize?state=short`],
  ];
}

const payload = '(opener||window).__pwned=1;window.__pwned=1;document.title="pwned"';
const scripts = [
  `javascript:${payload}`,
  `JaVaScRiPt:${payload}`,
  `java\tscript:${payload}`,
  `java\nscript:${payload}`,
  `\u0001javascript:${payload}`,
  ` javascript:${payload}`,
  `javascript://example.com/%0a${payload}`,
  `javascript:${encodeURIComponent(payload)}`,
  `javascript%3a${payload}`,
  `javascript:/*?state=${STATE}*/${payload}`,
  `view-source:javascript:${payload}`,
];
