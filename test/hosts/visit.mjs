// A host's page in a browser, watched for what it complains about and what it leaves behind.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import puppeteer from 'puppeteer-core';
import {chromiumFlags, findChromium} from '../../scripts/browsers.mjs';
import {until} from '../support/until.mjs';
import {createUser} from './user.mjs';

const liveObjects = readFileSync(new URL('live-objects.js', import.meta.url), 'utf8');

/** The browser blocks windows that no user asked for, as users' browsers do. */
export const launch = () =>
  puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    // The name of a call that has no answer says more than the end of a test's time.
    protocolTimeout: 30_000,
    args: chromiumFlags,
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  });

/** Opens a page, with a profile of its own, and watches it. */
export async function openVisit(browser, address) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const client = await page.createCDPSession();
  const problems = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error?.stack ?? error)));
  await page.evaluateOnNewDocument(liveObjects);
  await page.goto(address);

  const user = await createUser(page);
  const visit = {
    page,
    /** What was written to the console as a warning or an error, or thrown. */
    problems,
    ...user,

    says: (text) =>
      until(
        () =>
          page.evaluate(
            (wanted) => document.querySelector('output')?.textContent.trim() === wanted,
            text,
          ),
        `the page says "${text}"`,
      ),

    /** Presses a button that opens a window. */
    async pressForWindow(name) {
      let opened;
      page.once('popup', (window) => (opened = window));
      await user.press(name);
      return until(() => opened, `"${name}" opens a window`);
    },

    /** What is alive in the page, and would not be garbage. */
    readLive: () => page.evaluate(() => window.liveObjects.read()),

    countNodes: () => page.evaluate(() => document.body.querySelectorAll('*').length),

    async heapSize() {
      await client.send('HeapProfiler.collectGarbage');
      const {usedSize} = await client.send('Runtime.getHeapUsage');
      return usedSize;
    },

    /** How many elements are in memory, wherever they are reachable from. */
    async countElements() {
      const prototype = await page.evaluateHandle(
        () => customElements.get('keyslot-connect').prototype,
      );
      const elements = await page.queryObjects(prototype);
      const count = await elements.evaluate(({length}) => length);
      await elements.dispose();
      await prototype.dispose();
      return count;
    },

    /** Expects that nothing was complained about. A refusal of the server is said by the browser. */
    async expectClean(refusals = 0) {
      const isRefusal = (text) => /Failed to load resource.*status of 422/.test(text);
      assert.deepEqual(
        problems.filter((text) => !isRefusal(text)),
        [],
        'what was written to the console, or thrown',
      );
      assert.equal(problems.filter(isRefusal).length, refusals, 'refusals');
      const violations = await page.evaluate(() => window.liveObjects.violations);
      assert.deepEqual(violations, [], 'what the policy forbade');
    },

    close: () => context.close(),
  };
  return visit;
}
