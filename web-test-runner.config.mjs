import {setTimeout as delay} from 'node:timers/promises';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {chromiumFlags, findChromium, findFirefox} from './scripts/browsers.mjs';
import {fuzzSettings} from './test/support/wtr-fuzz-settings.mjs';
import {nodeVerdicts} from './test/support/wtr-node-verdicts.mjs';
import {accessibilityTree} from './test/support/wtr-accessibility-tree.mjs';
import {backend} from './test/support/wtr-backend.mjs';
import {hostilePage} from './test/support/wtr-hostile-page.mjs';
import {oauthProvider} from './test/support/wtr-oauth-provider.mjs';
import {serverRendering} from './test/support/render-on-server.mjs';
import {strictPage} from './test/support/wtr-strict-page.mjs';
import {totals} from './test/support/wtr-totals.mjs';

const engines = (process.env.BROWSERS ?? 'chromium').split(',');
const plugins = [
  // The plugin hands this one file to esbuild and does not follow `extends`.
  esbuildPlugin({ts: true, target: 'es2022', tsconfig: 'tsconfig.json'}),
  backend(),
  oauthProvider(),
  strictPage(),
  hostilePage(),
  accessibilityTree(),
  nodeVerdicts(),
  fuzzSettings(),
  serverRendering(),
];

/**
 * A tab in the background draws no frames, and the mouse waits for one; and of two windows only one
 * would have focus.
 */
async function createFocusedPage({context}) {
  const page = await context.newPage({type: 'window'});
  const client = await page.createCDPSession();
  await client.send('Emulation.setFocusEmulationEnabled', {enabled: true});
  const goto = page.goto.bind(page);
  page.goto = (...parameters) => tryAgain(() => goto(...parameters));
  return page;
}

/** A busy browser may run out of what it loads pages with, for a moment. */
async function tryAgain(load, attempts = 5) {
  try {
    return await load();
  } catch (error) {
    if (attempts === 1 || !/INSUFFICIENT_RESOURCES/.test(error.message)) throw error;
    await delay(1000);
    return tryAgain(load, attempts - 1);
  }
}

const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: {executablePath: findChromium(), headless: true, args: chromiumFlags},
      createPage: createFocusedPage,
    }),
  firefox: async () =>
    chromeLauncher({
      puppeteer: (await import('puppeteer-core')).default,
      launchOptions: {browser: 'firefox', executablePath: findFirefox(), headless: true},
    }),
  webkit: async () => {
    const {webdriverLauncher} = await import('@web/test-runner-webdriver');
    const {webkitDriver} = await import('./test/support/wtr-webkit-driver.mjs');
    const port = Number(process.env.WEBKIT_DRIVER_PORT ?? 4456);
    plugins.push(webkitDriver({port}));
    return webdriverLauncher({
      hostname: '127.0.0.1',
      port,
      path: '/',
      protocol: 'http',
      logLevel: 'error',
      connectionRetryCount: 0,
      capabilities: {browserName: 'MiniBrowser', 'wdio:enforceWebDriverClassic': true},
    });
  },
};

const groups = [
  {name: 'unit', files: ['test/**/*.test.ts', '!test/stories/**']},
  {name: 'stories', files: ['test/stories/**/*.test.ts']},
];

export default {
  // Files named on the command line are run instead of the groups, not as well.
  groups: process.argv.includes('--files') ? [] : groups,
  rootDir: '.',
  hostname: '127.0.0.1',
  nodeResolve: true,
  plugins,
  browsers: await Promise.all(engines.map((engine) => launchers[engine]())),
  concurrentBrowsers: 1,
  // WebDriver performs keys and clicks in the one focused window, and Firefox slows down those behind.
  concurrency: engines.every((engine) => engine === 'chromium') ? 2 : 1,
  staticLogging: process.stdout.isTTY !== true,
  testFramework: {config: {timeout: 5000}},
  // All stories are opened in one file.
  testsFinishTimeout: 600_000,
  reporters: [
    defaultReporter({reportTestResults: true, reportTestProgress: process.stdout.isTTY === true}),
    totals(),
  ],
  filterBrowserLogs: ({args}) =>
    !args.some((text) => typeof text === 'string' && text.includes('Lit is in dev mode')),
  coverageConfig: {
    include: ['src/**/*.ts'],
    // Every word of every language is heard by a test of Node.
    exclude: ['src/locales/*.ts'],
    reporters: ['lcovonly', 'text-summary', 'json-summary'],
    threshold: {statements: 95, branches: 95, functions: 95, lines: 95},
  },
};
