// Uses an element on the host's page as a person does: finds things by the words that name them.
import assert from 'node:assert/strict';
import {setTimeout as delay} from 'node:timers/promises';
import {isDeepStrictEqual} from 'node:util';
import {until} from '../support/until.mjs';
import {BrowserFailure} from './browser-failure.mjs';

export const shop = {key: 'shop', label: 'Shop', required: true};
/** A form that is filled already. */
export const filled = {method: {variables: [shop]}, values: {shop: 'acme'}};

/** What the page is told of an attempt that goes well. */
export const GRANTED = ['leaves', 'waiting', 'settled', 'submit'];

/**
 * Opens the host's page with an element, and waits until its form is there.
 *
 * @param settings - What the element is given; see `element-page.js`.
 * @param name - The name of the host.
 * @param isEmbedded - Whether a page of another site is around it.
 */
export async function openElement(rig, settings = {}, {name, isEmbedded = false} = {}) {
  const path = `/element.html?settings=${encodeURIComponent(JSON.stringify(settings))}`;
  const host = await (isEmbedded ? rig.openEmbeddedHost({path}) : rig.openHost(path, name));
  const element = createDriver(host);
  await element.expect('submit', ['Continue to sign in']);
  return element;
}

function createDriver(host) {
  const {frame, page} = host;
  let expected = [];
  const read = (selector) => host.evaluate((given) => window.host.read(given), selector);
  const events = () => host.evaluate(() => window.host.events);

  const find = (role, name) =>
    frame.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, {timeout: 5000});

  /** Waits until something reads as expected, and says how it reads when it does not. */
  const expectText = (what, selector, expectedText) => {
    let last;
    return until(
      async () => {
        // The page may be about to go, or not be there yet.
        last = await read(selector).catch(() => undefined);
        return isDeepStrictEqual(last, expectedText);
      },
      what,
      5000,
    ).catch(() => assert.deepEqual(last, expectedText, what));
  };

  const element = {
    host,
    page,
    find,

    /** The words of all parts of a name that are on screen. */
    expect: (part, words) => expectText(part, `[part~="${part}"]`, words),

    /** What can be pressed while the user is away, in its order. */
    expectActions: (names) =>
      expectText('actions', '.authorizing :is(a, button, summary), [part~="cancel"]', names),

    /** What those are told who cannot see it. */
    expectStatus: (words) => expectText('status', '[role="status"]', [words]),

    /** What is wrong as a whole. */
    expectProblem: (words) => expectText('summary', '.summary-title', [words]),

    /** What is wrong with a field, as those are told who cannot see it. */
    expectProblemAt: (label, pattern) =>
      until(async () => {
        const field = await find('textbox', label);
        return pattern.test(await field.evaluate(describedBy));
      }, `${label} is said to be wrong: ${pattern}`),

    /** Nothing is said but what a form says that nobody has used. */
    async expectUntouched() {
      await element.expect('submit', ['Continue to sign in']);
      // What comes too late comes soon.
      await delay(300);
      await element.expectStatus('');
      assert.deepEqual(await read('.summary, .error, .authorizing, [part~="cancel"]'), []);
      await element.expectEvents([]);
    },

    /** What the page was told: this, and nothing after it, until the end of the row. */
    async expectEvents(names) {
      expected = names;
      const areThere = async () => {
        const told = await events().catch(() => []);
        return told.length >= names.length;
      };
      // What there is says more than that it is not enough.
      await until(areThere, `the events ${names}`).catch(() => undefined);
      assert.deepEqual(await events(), names);
    },

    /** The one credential that the page was given. */
    async credential() {
      const credentials = await host.evaluate(() => window.host.credentials);
      assert.equal(credentials.length, 1);
      return credentials[0];
    },

    value: async (label) => (await find('textbox', label)).evaluate(({value}) => value),

    async fill(label, text) {
      const handle = await find('textbox', label);
      await handle.click({count: 3});
      await handle.type(text);
    },

    async press(name, role = 'button', attempts = 3) {
      const handle = await find(role, name);
      const isUnderPointer = () => handle.evaluate((control) => control.matches(':hover'));
      // Until a frame of another site is drawn, the browser gives its clicks to the page around it.
      await until(async () => {
        await handle.hover();
        return isUnderPointer();
      }, `the pointer is over ${name}`);
      const countPresses = () => host.evaluate(() => window.host.countPresses());
      const before = await countPresses();
      await handle.click();
      // The page may be gone by then, and another one counts anew.
      const isTold = async () => (await countPresses().catch(() => undefined)) !== before;
      await until(isTold, 'the page is told').catch(() => {
        throw new BrowserFailure('a press of the mouse was not delivered');
      });
      const hasMet = await handle
        .evaluate((control) => window.host.wasClicked(control))
        .catch(() => true);
      if (hasMet) return;
      // What came in above it has moved it away from the pointer.
      assert.ok(attempts > 1, `the mouse meets ${name}`);
      await element.press(name, role, attempts - 1);
    },

    /** Presses the button that begins an attempt, and returns the window that this opens. */
    async begin() {
      await element.press('Continue to sign in');
      const window = await host.nextWindow();
      await window.waitForSelector('#allow');
      return window;
    },

    /** Hands over as the page itself can, which the browser does not take for an act of the user. */
    submitByTimer: () =>
      host.evaluate(async () => {
        await window.host.delay(10);
        window.host.element.submit();
      }),
  };
  host.check = async () => {
    await delay(50);
    assert.deepEqual(await events(), expected, 'what the page was told');
  };
  return element;
}

/** What describes a field that is wrong. */
const describedBy = (field) =>
  field.ariaInvalid === 'true'
    ? field.ariaDescribedByElements.map(({innerText}) => innerText).join(' ')
    : '';

/** Allows in this tab, and waits until it is back with the host. */
export async function comeBack({page}) {
  await page.waitForSelector('#allow');
  await Promise.all([page.waitForSelector('keyslot-connect'), page.click('#allow')]);
}

/** Expects that the page was given one credential, and returns what was granted with it. */
export async function expectCredential(
  element,
  {sites},
  values = {shop: 'acme'},
  connectorId = 'example',
) {
  const {authorization, ...credential} = await element.credential();
  const methodId = 'window';
  const type = 'oauth2-authorization-code';
  assert.deepEqual(credential, {connectorId, methodId, type, values});
  assert.ok(sites.codes.includes(authorization.code), 'the code is one of the provider');
  return authorization;
}
