// What a user does at every host, whatever it is made with.
import assert from 'node:assert/strict';
import {setTimeout as delay} from 'node:timers/promises';
import {REFUSED_TOKEN} from './host-server.mjs';
import {until} from '../support/until.mjs';

const OPEN = 'Connect an application';

const isMounted = ({page}) =>
  page.evaluate(() => document.querySelector('keyslot-connect') !== null);

async function close(visit) {
  await visit.press('Close');
  await until(async () => !(await isMounted(visit)), 'the element is removed');
  await visit.see('button', OPEN);
}

async function connectByToken(visit, host) {
  await visit.press(OPEN);
  await visit.press('Token', 'radio');
  await visit.fill('Store name', 'acme');
  await visit.fill('Access token', REFUSED_TOKEN);
  await visit.press('Connect');
  await until(
    async () => /Acme does not know this token/.test(await visit.errorOf('Access token')),
    'the error of the server is at its field',
  );
  assert.equal(await visit.valueOf('Store name'), 'acme');
  assert.equal(await visit.valueOf('Access token'), REFUSED_TOKEN);

  await visit.fill('Access token', 'a-good-token');
  await visit.press('Connect');
  await visit.says('Connected as acme');
  assert.deepEqual(host.received.at(-1), {
    connectorId: 'acme',
    methodId: 'token',
    type: 'token',
    values: {store: 'acme', token: 'a-good-token'},
  });
}

async function allow(window) {
  await window.waitForSelector('#sign-in, #allow');
  if (await window.$('#sign-in')) {
    await window.type('#username', 'anna');
    await window.click('#sign-in');
    await window.waitForSelector('#allow');
  }
  await window.click('#allow');
}

async function connectBySignIn(visit, host) {
  await visit.press(OPEN);
  await visit.press('Sign in at Acme', 'radio');
  const window = await visit.pressForWindow('Continue to sign in');
  await allow(window).catch((error) => {
    // The provider knows the user by now, and asks nothing.
    if (!window.isClosed()) throw error;
  });
  await visit.says('Connected as anna');
  await until(() => window.isClosed(), 'the window is closed');
  const {type, authorization} = host.received.at(-1);
  assert.equal(type, 'oauth2-authorization-code');
  assert.equal(authorization.redirectUri, `${host.url}/callback/callback.html`);
  assert.match(authorization.code, /^.{16,}$/);
  assert.match(authorization.codeVerifier, /^[\w.~-]{43,}$/);
}

/** What is alive once what was closed a moment ago has let go of what was typed. */
async function quietLive(visit) {
  const isShort = (name) => /^timer of \d{1,4} ms$/.test(name);
  let live;
  await until(
    async () => !(live = await visit.readLive()).some(isShort),
    'no timer is running',
    5000,
  ).catch(() => undefined);
  const tombs = live.filter((name) => LATE.includes(name));
  assert.deepEqual(tombs, LATE.slice(0, tombs.length), 'a channel for late answers has an end');
  return live.filter((name) => !LATE.includes(name));
}

/** Does something in an element and closes it, and expects that nothing of it stays. */
async function expectNothingLeft(visit, act) {
  const live = await quietLive(visit);
  const nodes = await visit.countNodes();
  await act();
  await close(visit);
  assert.deepEqual(await quietLive(visit), live, 'listeners, timers, channels and observers');
  // The words of the last success are the page's own.
  const words = await visit.page.evaluate(() => document.querySelectorAll('output').length);
  assert.ok((await visit.countNodes()) <= nodes + words, 'elements in the document');
}

/** What a host is expected to do, by the names of the tests. */
export const journey = {
  async 'connects with what is entered, after the server refused it once'(visit, host) {
    await connectByToken(visit, host);
    await visit.expectClean(1);
  },

  async 'connects by a sign-in in a window'(visit, host) {
    await connectBySignIn(visit, host);
    await visit.expectClean();
  },

  async 'leaves nothing behind when it is closed'(visit, host) {
    await visit.see('button', OPEN);
    // What loads once is there from then on.
    await visit.press(OPEN);
    await visit.see('radio', 'Token');
    await close(visit);
    await expectNothingLeft(visit, () => connectByToken(visit, host));
    await expectNothingLeft(visit, () => connectBySignIn(visit, host));
    await visit.expectClean(1);
  },

  async 'does not grow while it is opened and closed'(visit, host) {
    const mount = async () => {
      await visit.press(OPEN);
      await visit.press('User name and password', 'radio');
      await visit.fill('User name', 'anna');
      await close(visit);
    };
    const repeat = async (times) => {
      for (let time = 0; time < times; time += 1) await mount();
    };
    const expectGarbage = () =>
      until(
        async () => {
          // Seldom: counting keeps the browser from tidying up.
          await delay(500);
          return (await visit.countElements()) <= KEPT;
        },
        'what was removed is garbage',
        15_000,
      );
    await repeat(5);
    await expectGarbage();
    const before = await visit.heapSize();
    await repeat(20);
    await expectGarbage();
    const grown = (await visit.heapSize()) - before;
    assert.ok(grown < GROWTH, `the heap has grown by ${grown} bytes`);
    // Nor does what waits for late answers keep hold of what was signed in for.
    for (let time = 0; time < KEPT + 2; time += 1) {
      await connectBySignIn(visit, host);
      await close(visit);
    }
    await expectGarbage();
    await visit.expectClean();
  },
};

/** For ten minutes an answer that comes late, or twice, is told what became of its sign-in. */
const LATE = ['channel', 'timer of 600000 ms'];

/** The browser remembers forms that were removed last, for what it may ask the user about them. */
const KEPT = 2;

/** Less than a form for each time. */
const GROWTH = 400_000;
