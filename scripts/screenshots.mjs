// Pictures of the built stories, and a contact sheet per combination, into screenshots/.
//   npm run screenshots -- [part of a story id] [--theme light,dark] [--width 1200,320]
//                          [--direction ltr,rtl] [--density comfortable,compact]
// With no flags: light at 1200, dark at 320, right-to-left at 375.
import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {root} from './run.mjs';
import {areStoriesBuilt, onPages, openStory, readStories, withBrowser} from './stories.mjs';

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

if (!areStoriesBuilt()) {
  console.error('screenshots: build the stories first, with `npm run build:stories`');
  process.exit(1);
}
const chosen = readStories().filter(({id}) => positionals.every((part) => id.includes(part)));
if (chosen.length === 0) {
  console.error('screenshots: no story matches');
  process.exit(1);
}

await withBrowser(async (browser, address) => {
  for (const combination of combinations()) await photograph(browser, address, combination);
});

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

async function photograph(browser, address, {theme, width, direction, density}) {
  const name = [theme, width, direction, ...(density === 'compact' ? [density] : [])].join('-');
  const folder = join(target, name);
  // A whole set replaces the last one; a few stories are added to it.
  if (positionals.length === 0) rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});

  await onPages(browser, pagesAtOnce, chosen, async (page, {id}) => {
    await page.setViewport({width, height: 600});
    const problem = await openStory(page, address, id, {theme, direction, density});
    if (problem) console.error(`screenshots: ${id} ${problem}`);
    await page.screenshot({
      path: join(folder, `${id}.png`),
      fullPage: true,
      // Beyond the viewport, Chromium shifts narrow right-to-left pages.
      captureBeyondViewport: false,
    });
  });
  await contactSheet(browser, name, folder, width);
  console.log(`${folder.slice(root.length + 1)}  ${chosen.length} stories`);
}

async function contactSheet(browser, name, folder, width) {
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
