import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {until} from '../support/until.mjs';
import {
  allow,
  cutOffPlan,
  evaluate,
  expectFailed,
  expectGranted,
  expectWords,
  row,
  stateOf,
} from './rig.mjs';

const MINUTE = 60_000;

describe('D. Messages between windows', {concurrency: 3}, () => {
  row('D1 ten thousand messages of other origins change nothing', async (rig, context) => {
    const {sites} = rig;
    sites.pages['evil.localhost/frame'] = floodPage('parent');
    // The provider itself forges too, and knows the state.
    sites.pages['idp.localhost/authorize'] = ({searchParams}) => ({
      headers: {'content-type': 'text/html'},
      body: `${floodPage('opener')}<a id="allow" href="${searchParams.get('redirect_uri')}?code=${sites.newCode()}&state=${searchParams.get('state')}">Allow</a>`,
    });
    const host = await rig.openHost();
    const attempt = await host.begin();
    const window = await host.nextWindow();
    await window.waitForSelector('#allow');
    const state = await stateOf(attempt);
    await host.evaluate(
      async (address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.append(frame);
        await new Promise((resolve) => (frame.onload = resolve));
      },
      `${sites.address('evil.localhost')}/frame`,
    );
    const spentSince = await measureTasks(host.page);
    const heard = await host.evaluate(async (known) => {
      const ends = new Set();
      let count = 0;
      const listen = ({origin, data}) => {
        count += 1;
        if (data === 'end') ends.add(origin);
      };
      window.addEventListener('message', listen);
      const order = {state: known, count: 5000};
      document.querySelector('iframe').contentWindow.postMessage(order, '*');
      window.host.windows[0].postMessage(order, '*');
      while (ends.size < 2) await window.host.delay(20);
      window.removeEventListener('message', listen);
      return count;
    }, state);
    const spent = await spentSince();
    assert.equal(heard, 10_002);
    const {statuses, ignoredMessages} = await attempt.read();
    assert.deepEqual([statuses, ignoredMessages], [['waiting'], 0]);
    context.diagnostic(`${((spent / heard) * 1e6).toFixed(0)} ms of CPU for 1,000 messages`);
    assert.ok(spent < 0.5, `${spent} s of CPU for 10,000 messages`);
    await host.evaluate(() => document.querySelector('iframe').remove());
    await allow(window);
    await expectGranted(attempt, sites);
  });

  row('D2 other tabs, attempts and channels of the host are not listened to', async (rig) => {
    const host = await rig.openHost();
    const [attempt, other] = [await host.begin(), await host.begin()];
    const [window] = [await host.nextWindow(), await host.nextWindow()];
    const [state, otherState] = [await stateOf(attempt), await stateOf(other)];
    const tab = await rig.openHost();
    await tab.evaluate(
      (known, others) => {
        const post = (name, message) => {
          const channel = new BroadcastChannel(name);
          channel.postMessage(message);
          channel.close();
        };
        const message = {ns: 'keyslot/oauth', v: 1, t: 'result', params: {code: 'forged'}};
        // Another's channel, channels of nobody, and what the callback page is told.
        post(`keyslot/oauth/1:${others}`, {...message, state: known});
        post('keyslot/oauth/1', {...message, state: known});
        post('keyslot/oauth/1:', {...message, state: known});
        post(`keyslot/oauth/2:${known}`, {...message, state: known});
        post(`keyslot/oauth/1:${known}`, {...message, state: others});
        for (const t of ['ack', 'nack', 'cancel']) {
          post(`keyslot/oauth/1:${known}`, {...message, t, state: known});
        }
      },
      state,
      otherState,
    );
    await until(async () => (await attempt.read()).ignoredMessages === 4, 'they are ignored');
    assert.equal((await other.read()).ignoredMessages, 1);
    assert.deepEqual((await attempt.read()).statuses, ['waiting']);
    await allow(window);
    await expectGranted(attempt, rig.sites);
    assert.deepEqual((await other.read()).statuses, ['waiting']);
    await other.call('cancel');
    await rig.expectWindows(0);
  });

  for (const way of ['channel', 'window']) {
    row(`D3 five thousand malformed messages by ${way} are ignored`, async (rig, context) => {
      const host = await rig.openHost();
      const attempt = await host.begin();
      const window = await host.nextWindow();
      await window.waitForSelector('#allow');
      const state = await stateOf(attempt);
      const sender = way === 'channel' ? await rig.openHost() : host;
      const spentSince = await measureTasks(host.page);
      const sent = await sender.evaluate(sendMalformed, state, way, 5000);
      await until(
        async () => (await attempt.read()).ignoredMessages >= sent,
        `${sent} messages are ignored`,
        30_000,
      );
      const spent = await spentSince();
      await sender.evaluate(() => window.closeSender());
      assert.equal(sent, 5000);
      const {statuses, ignoredMessages} = await attempt.read();
      assert.deepEqual([statuses, ignoredMessages], [['waiting'], sent]);
      context.diagnostic(`${Math.round((spent / sent) * 1e6)} ms of CPU for 1,000 messages`);
      assert.equal(await host.evaluate(() => ({}).polluted === undefined), true);
      await allow(window);
      await expectGranted(attempt, rig.sites);
    });
  }

  row(
    'D4 copies of one answer are one answer, and each by channel is acknowledged',
    async (rig) => {
      const {sites} = rig;
      sites.pages['host.localhost/callback.html'] = () => ({
        headers: {'content-type': 'text/html', 'referrer-policy': 'no-referrer'},
        body: repeatingPage,
      });
      sites.provider.act = 'redirect';
      const host = await rig.openHost();
      const attempt = await host.begin();
      const window = await host.nextWindow();
      // Else it is closed with the first answer.
      await host.evaluate(() => (window.host.windows[0].close = () => undefined)).catch(() => {});
      await expectGranted(attempt, sites);
      const tab = await rig.newPage();
      await tab.goto(await answerOf(sites));
      await until(() => evaluate(tab, () => window.isDone), 'all are sent');
      const {sent, acknowledged, refused} = await evaluate(tab, () => window.counts);
      assert.deepEqual({sent, acknowledged, refused}, {sent: 20, acknowledged: 20, refused: 0});
      const {outcomes, statuses} = await attempt.read();
      assert.deepEqual([outcomes.length, statuses], [1, ['waiting', 'settled']]);
    },
  );

  row('D5 a callback page on another origin answers to its opener', async (rig) => {
    const {host, attempt, window} = await beginElsewhere(rig, {isTrusted: true});
    await allow(window);
    await expectGranted(attempt, rig.sites);
    await until(() => window.isClosed(), 'the window closes itself');
    assert.equal(await host.evaluate(() => window.host.attempts.length), 1);
  });

  row('D5 a callback page on an origin that is not named is not heard', async (rig) => {
    const {host, attempt, window} = await beginElsewhere(rig, {isTrusted: false});
    await allow(window);
    await expectWords(window, /Nothing was saved/);
    assert.deepEqual((await attempt.read()).statuses, ['waiting']);
    await host.advance(10 * MINUTE);
    await expectFailed(attempt, 'flow_timeout', {hint: 'transport_unreachable'});
  });

  row('D5 a callback page on another origin tells nobody but those it names', async (rig) => {
    const {sites} = rig;
    sites.callbackAttributes = `data-opener-origins="${sites.address('evil.localhost')} nonsense"`;
    rig.expectedMessages.push(/^Failed to execute 'postMessage' on 'DOMWindow'/);
    const {attempt, window} = await beginElsewhere(rig, {isTrusted: true, isNamed: false});
    await allow(window);
    await expectWords(window, /Nothing was saved/);
    assert.deepEqual((await attempt.read()).statuses, ['waiting']);
    await attempt.call('cancel');
    await until(() => window.isClosed(), 'the window closes');
  });

  for (const [what, sort] of [
    ['a reference', 'reference'],
    ['the parameters', 'params'],
  ]) {
    row(`D5 a backend that knows ${what} completes where no window can`, async (rig) => {
      const {host, attempt, window} = await beginElsewhere(rig, {
        isTrusted: true,
        policy: 'same-origin',
        completes: true,
      });
      await allow(window);
      await expectWords(window, /Nothing was saved/);
      assert.equal((await attempt.status()) !== 'settled', true);
      const code = rig.sites.newCode();
      await host.evaluate(
        (kind, value) => {
          window.host.complete(
            kind === 'params' ? {params: {code: value}} : {reference: 'record-1'},
          );
        },
        sort,
        code,
      );
      const {ok, authorization} = await attempt.outcome();
      assert.ok(ok);
      assert.deepEqual(
        [authorization.reference, authorization.code],
        sort === 'params' ? [undefined, code] : ['record-1', undefined],
      );
      assert.equal(await host.evaluate(() => window.host.signal.aborted), true);
      rig.windowsLeft = 1;
    });
  }

  row('D5 without a backend the end says what kept the answer away', async (rig) => {
    const {host, attempt, window} = await beginElsewhere(rig, {
      isTrusted: true,
      policy: 'same-origin',
    });
    await allow(window);
    await expectWords(window, /Nothing was saved/);
    await host.advance(10 * MINUTE);
    await expectFailed(attempt, 'flow_timeout', {hint: 'transport_unreachable'});
    rig.windowsLeft = 1;
  });

  for (const sandbox of [undefined, 'allow-scripts allow-same-origin allow-popups']) {
    row(
      `D6 a page in ${sandbox ? 'a sandbox' : 'a frame'} of another site is answered`,
      async (rig) => {
        const host = await rig.openEmbeddedHost({sandbox});
        rig.expectedMessages.push(/sandbox/);
        const attempt = await host.begin();
        const window = await host.nextWindow();
        await allow(window);
        await expectGranted(attempt, rig.sites);
      },
    );
  }

  row('D7 a frame of another site is not answered where the provider isolates', async (rig) => {
    const host = await rig.openEmbeddedHost();
    const attempt = await host.begin(cutOffPlan);
    const window = await host.nextWindow();
    await allow(window);
    await expectWords(window, /Nothing was saved/);
    await host.advance(10 * MINUTE);
    await expectFailed(attempt, 'flow_timeout', {hint: 'transport_unreachable'});
    rig.windowsLeft = 1;
  });

  row('D7 a backend completes what a frame of another site has begun', async (rig) => {
    const host = await rig.openEmbeddedHost();
    const attempt = await host.begin(() => ({
      definition: {
        authorizationUrl: `http://idp.localhost:${location.port}/authorize?coop=same-origin`,
      },
      oauth: {
        waitForCompletion: () => new Promise((resolve) => (window.host.complete = resolve)),
      },
    }));
    const window = await host.nextWindow();
    await allow(window);
    await host.evaluate(() => window.host.complete({reference: 'record-1'}));
    const {ok, authorization} = await attempt.outcome();
    assert.ok(ok);
    assert.equal(authorization.reference, 'record-1');
    rig.windowsLeft = 1;
  });

  const withoutChannels = 'delete window.BroadcastChannel;';
  const brokenChannels =
    'window.BroadcastChannel = class { constructor() { throw new Error(); } };';
  for (const [what, before] of [
    ['no channels', {host: withoutChannels}],
    ['channels that throw', {host: brokenChannels}],
    ['no channels on the callback page', {callback: withoutChannels}],
    ['channels that throw on the callback page', {callback: brokenChannels}],
    ['no messages', {host: 'window.postMessage = undefined;'}],
    ['messages that are overridden', {host: 'window.postMessage = () => { throw new Error(); };'}],
  ]) {
    row(`D8 with ${what} the other way is used`, async (rig) => {
      const {sites} = rig;
      Object.assign(sites.before, before);
      const host = await rig.openHost();
      const attempt = await host.begin();
      const window = await host.nextWindow();
      await allow(window);
      await expectGranted(attempt, sites);
      await until(() => window.isClosed(), 'the window closes');
    });
  }

  row('D8 with no way at all no window opens', async (rig) => {
    rig.sites.before.host = `${withoutChannels} window.postMessage = undefined;`;
    const host = await rig.openHost();
    const attempt = await host.begin();
    await expectFailed(attempt, 'transport_unavailable', {phase: 'environment', retry: 'none'});
    await rig.expectWindows(0);
  });

  row('D8 a page without an origin opens no window', async (rig) => {
    rig.sites.headers.host = {'content-security-policy': 'sandbox allow-scripts allow-popups'};
    const host = await rig.openHost();
    assert.equal(await host.evaluate(() => window.origin), 'null');
    const attempt = await host.begin();
    const {error} = await attempt.outcome();
    assert.match(error.code, /^(?:transport_unavailable|insecure_context)$/);
    await rig.expectWindows(0);
  });

  row('D9 a host that is frozen is answered', async (rig) => {
    const host = await rig.openHost();
    const attempt = await host.begin(cutOffPlan);
    const window = await host.nextWindow();
    await window.waitForSelector('#allow');
    const client = await host.page.createCDPSession();
    await client.send('Page.enable');
    await client.send('Page.setWebLifecycleState', {state: 'frozen'});
    await allow(window);
    await delay(2000);
    await client.send('Page.setWebLifecycleState', {state: 'active'});
    await expectGranted(attempt, rig.sites);
    await until(() => window.isClosed(), 'the window closes');
  });

  row(
    'D9 a host that stands still is answered afterwards, whatever was said meanwhile',
    async (rig) => {
      const host = await rig.openHost();
      const attempt = await host.begin(cutOffPlan);
      const window = await host.nextWindow();
      await window.waitForSelector('#allow');
      const over = halt(host.page, 7000);
      await allow(window);
      await expectWords(window, /Nothing was saved/);
      await over;
      await expectGranted(attempt, rig.sites);
      await until(() => window.isClosed(), 'the window closes');
    },
  );

  const departures = {
    'has been reloaded': (host) => host.page.reload(),
    'has gone elsewhere': (host, sites) => host.page.goto(`${sites.address('evil.localhost')}/`),
    'is closed': (host) => host.page.close(),
  };
  for (const [what, depart] of Object.entries(departures)) {
    for (const plan of [{}, cutOffPlan]) {
      const how = plan === cutOffPlan ? 'a window that was cut off' : 'the window';
      row(`D9 a host that ${what} is not answered, and ${how} says so`, async (rig) => {
        const {sites} = rig;
        sites.pages['evil.localhost/'] = '<!doctype html><title>Elsewhere</title>';
        const host = await rig.openHost();
        const attempt = await host.begin(plan);
        const window = await host.nextWindow();
        await window.waitForSelector('#allow');
        await stateOf(attempt);
        await depart(host, sites);
        await allow(window);
        await expectWords(window, /Nothing was saved/);
        const stored = await evaluate(window, () => [
          location.search + location.hash,
          sessionStorage.length,
          localStorage.length,
        ]);
        assert.deepEqual(stored, ['', 0, 0]);
        rig.windowsLeft = 1;
      });
    }
  }
});

/** Begins an attempt whose callback page is on another origin. */
async function beginElsewhere(rig, {isTrusted, isNamed = true, policy, completes = false}) {
  const {sites} = rig;
  const elsewhere = sites.address('cb.localhost');
  if (isNamed) {
    sites.callbackAttributes = `data-opener-origins="${sites.address('host.localhost')}"`;
  }
  const host = await rig.openHost();
  const attempt = await host.begin(
    (origin, given) => ({
      definition: {
        authorizationUrl: `http://idp.localhost:${location.port}/authorize${given.query}`,
      },
      oauth: {
        redirectUri: `${origin}/callback.html`,
        ...(given.isTrusted && {callbackOrigins: [origin]}),
        ...(given.completes && {
          waitForCompletion: (_attempt, {signal}) =>
            new Promise((resolve) => Object.assign(window.host, {complete: resolve, signal})),
        }),
      },
    }),
    elsewhere,
    {isTrusted, completes, query: policy ? `?coop=${policy}` : ''},
  );
  return {host, attempt, window: await host.nextWindow()};
}

/** Where the provider sent the user last. */
const answerOf = ({requests, address}) => {
  const {pathname, search} = requests.findLast((request) => request.pathname === '/callback.html');
  return address('host.localhost') + pathname + search;
};

/** Lets nothing else happen in a page for a while. */
const halt = (page, milliseconds) =>
  evaluate(
    page,
    (time) => {
      const end = Date.now() + time;
      while (Date.now() < end);
    },
    milliseconds,
  );

/** @returns What tells how long the page has been busy since, in seconds of its processor. */
async function measureTasks(page) {
  const client = await page.createCDPSession();
  await client.send('Performance.enable', {timeDomain: 'threadTicks'});
  const read = async () => {
    const {metrics} = await client.send('Performance.getMetrics');
    return metrics.find(({name}) => name === 'TaskDuration').value;
  };
  const before = await read();
  return async () => (await read()) - before;
}

/** A page that posts as many valid answers as it is told to. */
const floodPage = (target) => `<!doctype html>
<title>Flood</title>
<script>
  onmessage = ({data: {state, count}}) => {
    const message = {ns: 'keyslot/oauth', v: 1, t: 'result', state, params: {code: 'forged', state}};
    for (let index = 0; index < count; index++) ${target}.postMessage(message, '*');
    ${target}.postMessage('end', '*');
  };
</script>
`;

/** A callback page that says all by every way, again and again. */
const repeatingPage = `<!doctype html>
<script>
  const params = Object.fromEntries(new URLSearchParams(location.search));
  const {state} = params;
  const message = {ns: 'keyslot/oauth', v: 1, t: 'result', state, params};
  const channel = new BroadcastChannel('keyslot/oauth/1:' + state);
  const counts = (window.counts = {sent: 0, acknowledged: 0, refused: 0});
  channel.onmessage = ({data: {t}}) => {
    if (t === 'ack') counts.acknowledged += 1;
    if (t === 'nack') counts.refused += 1;
    if (counts.acknowledged === 20) setTimeout(() => (window.isDone = true), 200);
  };
  for (let index = 0; index < 20; index++) {
    channel.postMessage(message);
    counts.sent += 1;
    if (opener) opener.postMessage(message, location.origin);
  }
</script>
`;

/** Sends what is no answer, in the page; the same each time. */
async function sendMalformed(state, way, count) {
  let seed = 1;
  const random = (limit) => {
    seed = (seed * 48271) % 2147483647;
    return seed % limit;
  };
  const cyclic = {ns: 'keyslot/oauth', v: 1, t: 'result', state};
  cyclic.params = cyclic;
  const good = {ns: 'keyslot/oauth', v: 1, t: 'result', state, params: {code: 'forged', state}};
  const without = (name) =>
    Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
  const parsed = (text) => JSON.parse(text);
  const huge = 'x'.repeat(100_000);
  const makers = [
    () => null,
    () => undefined,
    () => random(1e9) - 5e8,
    () => NaN,
    () => Infinity,
    () => 10n,
    () => true,
    () => '',
    () => huge,
    () => JSON.stringify(good),
    () => [],
    () => [good],
    () => new Array(1000).fill(good),
    () => new Date(0),
    () => /x/g,
    () => new Map(Object.entries(good)),
    () => new Set([good]),
    () => new Error('keyslot/oauth'),
    () => new ArrayBuffer(1000),
    () => new Uint8Array(1000),
    () => new Blob(['x']),
    () => cyclic,
    () => ({}),
    () => ({[huge]: huge}),
    () => Object.fromEntries(Array.from({length: 100}, () => [`key${random(1e9)}`, random(10)])),
    () => without(['ns', 'v', 't', 'state', 'params'][random(5)]),
    () => ({...good, ns: ['keyslot', 'keyslot/oauth/1', null, 1, {}, huge][random(6)]}),
    () => ({...good, v: [0, 2, '1', null, {}, [1], 1.5][random(7)]}),
    () => ({...good, t: ['ack', 'nack', 'cancel', 'RESULT', 'results', null, {}, 1][random(8)]}),
    () => ({
      ...good,
      state: [`${state} `, state.slice(1), `${state}${state}`, null, [state], {}, huge][random(7)],
    }),
    () => ({...good, params: [null, 1, 'code=x', true, [], [['code', 'x']]][random(6)]}),
    () => ({
      ...good,
      params: {code: [1, null, undefined, {}, ['x'], true, new Date(0)][random(7)]},
    }),
    () => ({...good, params: {code: huge}}),
    () => ({...good, params: {code: 'x'.repeat(4097)}}),
    () => ({...good, params: {code: 'x', [`key${random(1e9)}`]: 'x'}}),
    () => ({...good, params: {access_token: 'x', code: 'x'}}),
    () => ({...good, params: {CODE: 'x'}}),
    () => ({...good, params: {constructor: 'x'}}),
    () => ({...good, params: {toString: 'x'}}),
    () => ({...good, params: parsed('{"__proto__": {"polluted": true}, "code": "x"}')}),
    () => ({...good, params: parsed('{"__proto__": "x"}')}),
    () => ({...parsed('{"__proto__": {"polluted": true}}'), ns: 'keyslot/oauth', v: 1}),
    () => ({...good, fault: [null, 1, 'other', {}, [], '', true, huge][random(8)]}),
    () => ({
      ...good,
      get params() {
        return {code: 1};
      },
    }),
  ];
  const unsendable = [() => new Proxy(good, {}), () => () => good, () => Symbol('x'), () => window];
  const channel = way === 'channel' ? new BroadcastChannel(`keyslot/oauth/1:${state}`) : undefined;
  const post = (message) => {
    if (channel) channel.postMessage(message);
    else window.postMessage(message, location.origin);
  };
  let sent = 0;
  while (sent < count) {
    post(makers[sent % makers.length]());
    sent += 1;
    if (sent % 100 === 0) {
      for (const make of unsendable) {
        try {
          post(make());
          sent += 1;
        } catch {
          // The browser does not send it.
        }
      }
      await window.host.delay(0);
    }
  }
  // Closed now, it would not send what is on the way.
  window.closeSender = () => channel?.close();
  return sent;
}
