import puppeteer from 'puppeteer-core';
import {chromiumFlags, findChromium} from '../../scripts/browsers.mjs';

export async function launch() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium was not found; `npm run setup` installs it.');
  return puppeteer.launch({
    executablePath,
    headless: true,
    args: [...chromiumFlags, '--window-size=1000,900'],
    defaultViewport: {width: 1000, height: 800},
    protocolTimeout: 120_000,
  });
}

/**
 * Opens a page of a case in a context of its own, so that nothing is cached, and closes it after
 * use. An error of the page is an error of the run.
 */
export async function withPage(browser, use) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    const session = await page.createCDPSession();
    const result = await use(page, session);
    if (errors.length) throw errors[0];
    return result;
  } finally {
    await context.close();
  }
}

/** The same on a page that is ready to be worked with. */
export const withWorkPage = (browser, site, {name}, use) =>
  withPage(browser, async (page, session) => {
    await page.goto(`${site.address}/${name}/work.html`);
    await page.waitForFunction(() => globalThis.stopwatch);
    return use(page, session);
  });

/** Counts the processor time of the page's main thread, which other work cannot slow down. */
export async function processorTime(session) {
  const {metrics} = await session.send('Performance.getMetrics');
  return metrics.find(({name}) => name === 'TaskDuration').value * 1000;
}

export const countProcessorTime = (session) =>
  session.send('Performance.enable', {timeDomain: 'threadTicks'});
