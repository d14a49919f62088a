// The built stories in Chromium, for what takes pictures of them.
import {createReadStream, existsSync, readFileSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import puppeteer from 'puppeteer-core';
import {chromiumFlags, findChromium} from './browsers.mjs';
import {analyze, buildStorybook, root, run} from './run.mjs';

// Some stories show their own address, which must not change with the port. Chromium trusts a name
// below `localhost` as it does an encrypted one.
const host = 'stories.localhost';
const folder = join(root, 'storybook-static');
const index = join(folder, 'index.json');

export const areStoriesBuilt = () => existsSync(index);

/** Builds the stories and what they read; resolves to an exit code. */
export async function buildStories() {
  const callback = () => run(join(root, 'scripts/build-callback.mjs'));
  return (await analyze()) || (await callback()) || (await buildStorybook());
}

/** The stories without the pages of documentation. */
export function readStories() {
  const {entries} = JSON.parse(readFileSync(index, 'utf8'));
  return Object.values(entries).filter(({type}) => type === 'story');
}

/** Hands a browser and the address of the stories to `action`, and ends both after it. */
export async function withBrowser(action) {
  const server = await serve();
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    args: [...chromiumFlags, `--host-resolver-rules=MAP ${host}:80 ${server.address}`],
  });
  try {
    await action(browser, `http://${host}`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Takes the jobs of a list, each with the next of a few pages that is free. */
export async function onPages(browser, count, jobs, action) {
  const queue = [...jobs];
  const work = async () => {
    const page = await browser.newPage();
    for (let job = queue.shift(); job; job = queue.shift()) await action(page, job);
    await page.close();
  };
  await Promise.all(Array.from({length: count}, work));
}

/** Opens a story and waits until it has played. Resolves to what went wrong, if anything did. */
export async function openStory(page, address, id, globals) {
  const query = Object.entries(globals).map(([name, value]) => `${name}:${value}`);
  await page.goto(`${address}/iframe.html?id=${id}&viewMode=story&globals=${query.join(';')}`);
  const problem = await finished(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return problem;
}

async function finished(page) {
  const outcome = await page
    .waitForFunction(
      () => {
        const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
        const failures = ['storyMissing', 'storyErrored', 'storyThrewException'];
        if (failures.some((event) => channel?.last(event))) return 'failed';
        return channel?.last('storyFinished')?.[0].status;
      },
      {timeout: 15_000, polling: 50},
    )
    .catch(() => undefined);
  if (!outcome) return 'did not finish';
  return (await outcome.jsonValue()) === 'success' ? undefined : 'did not play without an error';
}

async function serve() {
  const types = {
    '.css': 'text/css',
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
  };
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url, 'http://127.0.0.1');
    const file = join(folder, normalize(decodeURIComponent(pathname)));
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'max-age=3600',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${server.address().port}`,
    close: () => server.closeAllConnections() ?? server.close(),
  };
}
