// Runs a row of the matrix of threats and faults in real windows of Chromium, and checks after each
// that nothing is left behind and no secret lies about.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import {chromiumFlags, findChromium} from '../../scripts/browsers.mjs';
import {until} from '../support/until.mjs';
import {BrowserFailure, browserFailure, COMMAND_LIMIT} from './browser-failure.mjs';
import {startSites} from './sites.mjs';

let browser;

after(async () => {
  await (await browser)?.close();
});

/** One for all rows of a file, and only when there are any. It blocks windows, as users' browsers do. */
const launch = () =>
  (browser ??= puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    protocolTimeout: COMMAND_LIMIT,
    args: [
      ...chromiumFlags,
      // A host that is not secure, and a provider that does not exist.
      '--host-resolver-rules=MAP lan.test 127.0.0.1, MAP nowhere.invalid ~NOTFOUND',
    ],
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  }));

/**
 * A row of the matrix, as a test of its own. Where the browser failed at it, it is run once more.
 *
 * @param name - Begins with the row's id.
 * @param body - Is given the rig and the test's context.
 */
export function row(name, body) {
  test(name, {timeout: 180_000}, async (context) => {
    const reason = await attemptRow(body, context);
    if (reason === undefined) return;
    context.diagnostic(`${name}: once more, as ${reason}`);
    const again = await attemptRow(body, context);
    assert.equal(again, undefined, 'the browser failed twice');
  });
}

/** Returns what the browser failed at, if it did; all other failures are thrown. */
async function attemptRow(body, context) {
  let rig;
  try {
    rig = await openRig();
    await body(rig, context);
    await rig.expectClean();
  } catch (error) {
    const reason = await browserFailure(error, rig?.context.targets() ?? []);
    if (reason === undefined) throw error;
    return reason;
  } finally {
    await rig?.close();
  }
}

/** Evaluates a function in a page. The browser does not take that for an act of the user. */
export const evaluate = (page, action, ...args) =>
  evaluateText(page, `(${action})(...${JSON.stringify(args)})`);

async function evaluateText(page, expression, options = {}) {
  const client = await clientOf(page);
  const {result, exceptionDetails} = await client.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
    ...options,
  });
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value;
}

const clients = new WeakMap();

/** A frame of another site has a process of its own, and with it a client. */
function clientOf(page) {
  if (!clients.has(page)) clients.set(page, page.client ?? page.createCDPSession());
  return clients.get(page);
}

async function openRig() {
  const [context, sites] = await Promise.all([
    launch().then((started) => started.createBrowserContext()),
    startSites(),
  ]);
  const rig = {
    context,
    sites,
    hosts: [],
    /** The tabs that are the row's own. */
    tabs: [],
    /** What was written to a console, and what was thrown. */
    messages: [],
    /** What browsers themselves write to it about what a row does. */
    expectedMessages: [],
    problems: [],
    secrets: new Set(),
    /** How many windows a row may leave open, as nobody can close them. */
    windowsLeft: 0,
    /** Places in which the row itself has put a secret. */
    excused: new Set(),
    /** Where windows went. */
    visited: [],
    /** What ends what a row has started. */
    closers: [],

    async newPage() {
      const page = await context.newPage({type: 'window'});
      rig.tabs.push(page);
      return page;
    },

    /** Opens the host's page. */
    async openHost(path = '/', name = 'host.localhost') {
      const page = await rig.newPage();
      const host = createHost(page, page, rig);
      await host.open(path, name);
      return host;
    },

    /** Opens the host's page in a frame of another site's. */
    async openEmbeddedHost({sandbox, headers = {}, path = '/'} = {}) {
      const attribute = sandbox === undefined ? '' : `sandbox="${sandbox}"`;
      const source = sites.address('host.localhost') + path;
      sites.pages['127.0.0.1/'] = () => ({
        headers: {'content-type': 'text/html', ...headers},
        body: `<!doctype html><title>Top</title><iframe ${attribute} src="${source}"></iframe>`,
      });
      const page = await rig.newPage();
      await page.goto(`${sites.address('127.0.0.1')}/`);
      const frame = page.frames().find((candidate) => candidate.parentFrame());
      return createHost(page, frame, rig);
    },

    /** Fails with where everything is, as nothing goes on. */
    tellWhatWaits() {
      const urls = context.targets().map((target) => target.url());
      assert.fail(`an attempt does not end; open are ${urls.join(', ')}`);
    },

    windows: async () => (await context.pages()).filter((page) => !rig.tabs.includes(page)),

    expectWindows: async (count) => {
      let open;
      await until(
        async () => (open = await rig.windows()).length === count,
        `${count} windows are open`,
        3000,
      ).catch(() => {
        assert.deepEqual(
          open.map((page) => page.url()),
          Array(count).fill('…'),
          'the windows that are open',
        );
      });
      return open;
    },

    expectClean: () => expectClean(rig),
    checkHost: (host) => checkHost(host, rig),

    async close() {
      await context.close().catch(() => undefined);
      await Promise.all([sites.close(), ...rig.closers.map((end) => end())]);
    },
  };
  context.on('targetchanged', (target) => {
    if (target.type() === 'page' && target.opener()) rig.visited.push(target.url());
  });
  context.on('targetcreated', async (target) => {
    if (target.type() !== 'page') return;
    const page = await target.page().catch(() => undefined);
    page?.on('console', (message) => {
      rig.messages.push({text: message.text(), from: page.url(), at: message.location().url});
    });
    page?.on('pageerror', (error) => rig.problems.push(`${page.url()}: ${error?.stack ?? error}`));
  });
  return rig;
}

/**
 * A host's page. What is given to `begin` and `plan` is a plan, or a function that is evaluated in
 * the page and returns one, or one that is called in the click.
 */
function createHost(page, frame, rig) {
  const opened = [];
  const awaited = [];
  const told = [];
  page.browserContext().on('targetcreated', (target) => {
    const opener = target.opener();
    if (target.type() !== 'page' || !opener) return;
    if (frame === page && opener !== page.target()) return;
    // Not awaited: the page of a window may be there before that of an earlier one.
    const window = target.page();
    // Told to who asks for it.
    window.then(
      (known) => told.push(known),
      () => undefined,
    );
    const waiting = awaited.shift();
    if (waiting) waiting(window);
    else opened.push(window);
  });

  const host = {
    page,
    frame,
    /** Goes to the host's page anew. */
    open: (path = '/', name = 'host.localhost') => page.goto(rig.sites.address(name) + path),

    evaluate: (action, ...args) => evaluate(frame, action, ...args),

    /** Evaluates a function in the page, and the browser takes it for an act of the user. */
    act: (action) => evaluateText(frame, `(${action})()`, {userGesture: true}),

    /** The window that opened next. */
    nextWindow: () =>
      opened.length > 0
        ? Promise.resolve(opened.shift())
        : Promise.race([
            new Promise((resolve) => awaited.push(resolve)),
            delay(5000, undefined, {ref: false}).then(() => host.tellWhyNoWindow()),
          ]),

    /** Fails with what the page has: a window that it opened is one that the browser kept to itself. */
    async tellWhyNoWindow() {
      const {presses, windows} = await host.evaluate(() => ({
        presses: window.host.countPresses(),
        windows: window.host.windows.map((opened) => (opened?.closed === false ? 'open' : 'none')),
      }));
      const openWindows = windows.filter((state) => state === 'open');
      if (openWindows.length > told.filter((known) => !known.isClosed()).length) {
        throw new BrowserFailure('a window that the page opened was not told');
      }
      assert.fail(`no window opened; the page was pressed ${presses} times and has [${windows}]`);
    },

    async plan(plan, ...args) {
      const isCode = typeof plan === 'function';
      const source = isCode ? `(${plan})(...${JSON.stringify(args)})` : JSON.stringify(plan);
      await evaluateText(frame, `window.host.plan = ${source}, undefined`);
    },

    /** Clicks with the mouse. That takes its time, as the page has to be drawn. */
    async press() {
      await (await frame.$('#start')).click();
    },

    /** Clicks, and the browser takes it for an act of the user. */
    click: () => host.act(() => document.querySelector('#start').click()),

    /** Clicks, and returns the attempt that this has begun. */
    async begin(plan = {}, ...args) {
      await host.plan(plan, ...args);
      const index = await host.evaluate(() => window.host.attempts.length);
      await host.click();
      const {length} = await host.evaluate(() => window.host.attempts);
      assert.equal(length, index + 1, 'a click begins an attempt');
      return host.attempt(index);
    },

    attempt: (index) => ({
      index,
      read: () => host.evaluate((place) => window.host.read(place), index),
      status: async () =>
        host.evaluate((place) => window.host.attempts[place].attempt.status, index),
      outcome: () =>
        Promise.race([
          host.evaluate((place) => window.host.attempts[place].result, index),
          delay(20_000, undefined, {ref: false}).then(() => rig.tellWhatWaits()),
        ]),
      call: (method, ...args) =>
        host.evaluate(
          (place, name, given) => window.host.attempts[place].attempt[name](...given),
          index,
          method,
          args,
        ),
      until: (status, limit) =>
        until(
          () =>
            host.evaluate(
              (place, wanted) => window.host.attempts[place].attempt.status === wanted,
              index,
              status,
            ),
          `the attempt is ${status}`,
          limit,
        ),
    }),

    /** What nobody has hold of any more does not count as left. */
    collectGarbage: async () => (await clientOf(frame)).send('HeapProfiler.collectGarbage'),

    /** Sets the clock forward. */
    advance: (milliseconds, options = {}) =>
      host.evaluate((time, given) => window.host.advance(time, given), milliseconds, options),
  };
  rig.hosts.push(host);
  return host;
}

/** A plan with a provider that cuts its window off from the host. */
export const cutOffPlan = () => ({
  definition: {
    authorizationUrl: `http://idp.localhost:${location.port}/authorize?coop=same-origin`,
  },
});

/** The state that an attempt was begun with. */
export async function stateOf(attempt) {
  const url = await until(async () => (await attempt.read()).url, 'the attempt has an address');
  return new URL(url).searchParams.get('state');
}

/** Expects that an attempt was granted, exactly once. */
export async function expectGranted(attempt, sites) {
  const {ok, authorization, error} = await attempt.outcome();
  assert.ok(ok, `expected to be granted, not ${error?.code}`);
  assert.ok(sites.codes.includes(authorization.code), 'the code is one of the provider');
  const {outcomes, statuses} = await attempt.read();
  assert.equal(outcomes.length, 1);
  assert.equal(statuses.filter((status) => status === 'settled').length, 1);
  return authorization;
}

/** Expects that an attempt failed, exactly once. */
export async function expectFailed(attempt, code, expected = {}) {
  const {ok, error} = await attempt.outcome();
  assert.ok(!ok, 'expected to fail');
  assert.equal(error.code, code);
  for (const [name, value] of Object.entries(expected)) assert.deepEqual(error[name], value);
  const {outcomes, statuses} = await attempt.read();
  assert.equal(outcomes.length, 1);
  assert.equal(statuses.filter((status) => status === 'settled').length, 1);
  return error;
}

/** Clicks on what the provider asks, once it does. The window may close at that. */
export async function allow(window, selector = '#allow') {
  await window.waitForSelector(selector);
  await window.click(selector).catch((error) => {
    if (!window.isClosed()) throw error;
  });
}

/** Goes through the history, and waits for what is there. */
export async function go(page, steps, isThere) {
  // Later, as the page may go before it has answered.
  await evaluate(page, (by) => void setTimeout(() => history.go(by)), steps);
  await until(() => evaluate(page, `() => Boolean((${isThere})())`).catch(() => false), isThere);
}

const words = (page) =>
  evaluate(page, () => document.querySelector('[data-keyslot-callback]')?.textContent ?? '').catch(
    () => '',
  );

/** Expects what a callback page ends up telling the user. */
export const expectWords = (page, pattern, limit = 8000) => {
  let last = '';
  return until(
    async () => pattern.test((last = await words(page))),
    `the callback page says ${pattern}`,
    limit,
  ).catch((error) => assert.fail(`${error.message}, but it says "${last}"`));
};

async function expectClean(rig) {
  const {hosts, sites} = rig;
  const open = hosts.filter(({page}) => !page.isClosed());
  for (const host of open) await checkHost(host, rig);
  await rig.expectWindows(rig.windowsLeft);
  assert.deepEqual(rig.problems, [], 'what was thrown');
  assert.deepEqual(sites.policyReports, [], 'what policies forbade');
  const isOurs = ({from, text}) =>
    /^http:\/\/(?:host|cb)\.localhost/.test(from) &&
    !rig.expectedMessages.some((pattern) => pattern.test(text));
  assert.deepEqual(rig.messages.filter(isOurs), [], 'what was written to the console');
  expectNoTraces(rig);
}

/** What is there of a host's page is as it should be. */
async function checkHost(host, rig) {
  if (!(await host.evaluate(() => window.host !== undefined))) return;
  for (const secret of await host.evaluate(() => window.host.entropy)) rig.secrets.add(secret);
  await host.check?.();
  await expectNoLeaks(host);
  assert.deepEqual(await host.evaluate(() => window.host.violations), []);
  expectNoSecret(Object.entries(await host.evaluate(() => window.host.traces())), rig);
}

/** While they last, late answers are told what became of an attempt; nothing else is left. */
async function expectNoLeaks(host) {
  await host.collectGarbage();
  if (await host.evaluate(() => window.host.isSettled())) {
    const {channels, timers, ...rest} = await host.evaluate(() => window.host.countLive());
    assert.deepEqual(rest, {listeners: 0, intervals: 0}, 'what attempts that ended left');
    assert.equal(timers, channels, 'a channel that outlives its attempt has an end');
    const count = await host.evaluate(() => window.host.countAttempts());
    assert.ok(channels <= count, 'an attempt leaves one channel at most');
  }
  await host.evaluate(() => window.host.release());
  const left = await host.evaluate(() => window.host.countLive());
  const nothing = {channels: 0, listeners: 0, intervals: 0, timers: 0};
  assert.deepEqual(left, nothing, 'what attempts that were disposed of left');
}

/** Requests and messages hold no code, state or verifier but where they have to. */
function expectNoTraces(rig) {
  const {sites, messages, problems} = rig;
  const isToProvider = ({hostname}) => hostname === 'idp.localhost';
  const isOwnReferrer = ({referer, hostname}) => referer.startsWith(`http://${hostname}:`);
  const isToHost = (request) => !isToProvider(request) && request.pathname !== '/callback.html';
  const {requests} = sites;
  expectNoSecret(
    [
      ['the console', JSON.stringify(messages.map(({text}) => text))],
      ['what was thrown', problems.join('\n')],
      [
        'a referrer',
        JSON.stringify(
          requests.filter((request) => !(isToProvider(request) && isOwnReferrer(request))),
          ['referer'],
        ),
      ],
      ['a request to the host', JSON.stringify(requests.filter(isToHost))],
    ],
    rig,
  );
}

function expectNoSecret(places, {secrets, sites, excused}) {
  const answered = sites.requests
    .filter(({pathname}) => pathname === '/callback.html')
    .flatMap(({search}) => [...new URLSearchParams(search)])
    .filter(([name, value]) => /^(?:code|state|oauth_\w+)$/.test(name) && value.length > 20);
  const known = [...secrets, ...sites.codes, ...answered.map(([, value]) => value)];
  const found = places
    .filter(([place, content = '']) => {
      return !excused.has(place) && known.some((secret) => content.includes(secret));
    })
    .map(([place]) => place);
  assert.deepEqual(found, [], 'places in which a secret was found');
}
