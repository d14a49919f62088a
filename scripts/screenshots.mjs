// Pictures of the built stories, and a contact sheet per combination, into screenshots/.
//   npm run screenshots -- [part of a story id] [--theme light,dark] [--width 1200,320]
//                          [--direction ltr,rtl] [--density comfortable,compact]
// With no flags: light at 1200, dark at 320, right-to-left at 375.
import {createReadStream, existsSync, mkdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {parseArgs} from 'node:util';
import puppeteer from 'puppeteer-core';
import {chromiumFlags, findChromium} from './browsers.mjs';
import {root} from './run.mjs';

const stories = join(root, 'storybook-static');
const target = join(root, 'screenshots');
const pagesAtOnce = 2;

const {values: flags, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    theme: {type: 'string'},
    width: {type: 'string'},
    direction: {type: 'string'},
    density: {type: 'string'},
  },
});

if (!existsSync(join(stories, 'index.json'))) {
  console.error('screenshots: build the stories first, with `npm run build:stories`');
  process.exit(1);
}
const {entries} = JSON.parse(readFileSync(join(stories, 'index.json'), 'utf8'));
const chosen = Object.values(entries).filter(
  ({id, type}) => type === 'story' && positionals.every((part) => id.includes(part)),
);
if (chosen.length === 0) {
  console.error('screenshots: no story matches');
  process.exit(1);
}

const server = await serve(stories);
const browser = await puppeteer.launch({
  executablePath: findChromium(),
  headless: true,
  args: chromiumFlags,
});
try {
  for (const combination of combinations()) await photograph(combination);
} finally {
  await browser.close();
  server.close();
}

function combinations() {
  const base = {theme: 'light', width: 1200, direction: 'ltr', density: 'comfortable'};
  if (Object.keys(flags).length === 0) {
    return [base, {...base, theme: 'dark', width: 320}, {...base, direction: 'rtl', width: 375}];
  }
  const list = (flag) => flags[flag]?.split(',') ?? [base[flag]];
  return list('theme').flatMap((theme) =>
    list('width').flatMap((width) =>
      list('direction').flatMap((direction) =>
        list('density').map((density) => ({theme, width: Number(width), direction, density})),
      ),
    ),
  );
}

async function photograph({theme, width, direction, density}) {
  const name = [theme, width, direction, ...(density === 'compact' ? [density] : [])].join('-');
  const folder = join(target, name);
  // A whole set replaces the last one; a few stories are added to it.
  if (positionals.length === 0) rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const globals = `theme:${theme};direction:${direction};density:${density}`;

  const queue = [...chosen];
  const work = async () => {
    const page = await browser.newPage();
    await page.setViewport({width, height: 600});
    for (let story = queue.shift(); story; story = queue.shift()) {
      await page.goto(
        `${server.address}/iframe.html?id=${story.id}&viewMode=story&globals=${globals}`,
      );
      await finished(page, story);
      await page.screenshot({
        path: join(folder, `${story.id}.png`),
        fullPage: true,
        // Beyond the viewport, Chromium shifts narrow right-to-left pages.
        captureBeyondViewport: false,
      });
    }
    await page.close();
  };
  await Promise.all(Array.from({length: pagesAtOnce}, work));
  await contactSheet(name, folder, width);
  console.log(`${folder.slice(root.length + 1)}  ${chosen.length} stories`);
}

async function finished(page, {id}) {
  await page
    .waitForFunction(
      () => {
        const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
        const over = ['storyFinished', 'storyMissing', 'storyErrored', 'storyThrewException'];
        return over.some((event) => channel?.last(event));
      },
      {timeout: 15_000, polling: 50},
    )
    .catch(() => console.error(`screenshots: ${id} did not finish`));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function contactSheet(name, folder, width) {
  const figures = chosen.map(
    ({id, title, name}) =>
      `<figure><img src="data:image/png;base64,${readFileSync(join(folder, `${id}.png`), 'base64')}">
       <figcaption>${escape(`${title} / ${name}`)}</figcaption></figure>`,
  );
  const column = Math.min(width, 400);
  const page = await browser.newPage();
  await page.setViewport({width: 1640, height: 800});
  await page.setContent(`<!doctype html><title>${name}</title><style>
    body { margin: 16px; background: #ccc; font: 12px sans-serif; columns: ${column}px; }
    figure { margin: 0 0 16px; break-inside: avoid; }
    img { max-width: 100%; display: block; }
  </style>${figures.join('')}`);
  await page.screenshot({path: join(target, `${name}.png`), fullPage: true});
  await page.close();
}

function escape(text) {
  return text.replace(/[&<]/g, (character) => `&#${character.charCodeAt(0)};`);
}

async function serve(folder) {
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
    response.writeHead(200, {'content-type': types[extname(file)] ?? 'application/octet-stream'});
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => server.closeAllConnections() ?? server.close(),
  };
}
