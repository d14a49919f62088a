// Uses an element on the host's page as a person does: finds things by the words that name them.
import assert from 'node:assert/strict';
import {setTimeout as delay} from 'node:timers/promises';
import {until} from './rig.mjs';

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
      async () => String((last = await read(selector))) === String(expectedText),
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
      expectText('actions', '.authorizing :is(a, button, summary), [part="cancel"]', names),

    /** What those are told who cannot see it. */
    expectStatus: (words) => expectText('status', '[role="status"]', [words]),

    /** What is wrong as a whole. */
    expectProblem: (words) => expectText('summary', '.summary-title', [words]),

    /** Nothing is said but what a form says that nobody has used. */
    async expectUntouched() {
      await element.expect('submit', ['Continue to sign in']);
      await element.expectStatus('');
      assert.deepEqual(await read('.summary, .error, .authorizing, [part="cancel"]'), []);
      await element.expectEvents([]);
    },

    /** What the page was told: this, and nothing after it, until the end of the row. */
    async expectEvents(names) {
      expected = names;
      await until(async () => (await events()).length >= names.length, `the events ${names}`)
        // What there is says more.
        .catch(() => undefined);
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

    async press(name, role = 'button', options = {}) {
      await (await find(role, name)).click(options);
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
    // What comes too late comes soon.
    await delay(50);
    assert.deepEqual(await events(), expected, 'what the page was told');
  };
  return element;
}
