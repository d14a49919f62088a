// npm run test:visual                      the visual states beside their baseline
// npm run test:visual -- verification      those with a part of a story id
// npm run test:visual -- --renew           makes what is seen now the baseline
// What differs is shown in screenshots/visual/: the baseline, the picture, and their difference.
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {parseArgs} from 'node:util';
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';
import {stories, wideStories} from '../test/visual/stories.mjs';
import {root} from './run.mjs';
import {
  areStoriesBuilt,
  buildStories,
  onPages,
  openStory,
  readStories,
  withBrowser,
} from './stories.mjs';

const baselineFolder = join(root, 'test/visual/baseline');
const differenceFolder = join(root, 'screenshots/visual');
const pagesAtOnce = 2;

// Averaged and in fewer colours, the edges of letters weigh little, and a picture is a few kB.
const reduction = 3;
const colourStep = 8;
/** How far a colour may be off, from 0 to 1. */
const colourTolerance = 0.05;
/** The share of pixels that may be off by more. */
const shareTolerance = 0.002;
/** How many reduced pixels a side may be longer or shorter. */
const sizeTolerance = 1;

const combinations = [
  {theme: 'light', width: 375, direction: 'ltr', ids: stories},
  {theme: 'dark', width: 375, direction: 'ltr', ids: stories},
  {theme: 'light', width: 375, direction: 'rtl', ids: stories},
  {theme: 'light', width: 1200, direction: 'ltr', ids: wideStories},
];

const {values: flags, positionals} = parseArgs({
  allowPositionals: true,
  options: {renew: {type: 'boolean'}},
});
const passed = [];
const failed = [];

if (!areStoriesBuilt()) {
  console.log('storybook build ...');
  if ((await buildStories()) !== 0) process.exit(1);
}
const built = new Set(readStories().map(({id}) => id));
const jobs = listJobs();
if (jobs.length === 0) {
  console.error('test-visual: no story matches');
  process.exit(1);
}
rmSync(differenceFolder, {recursive: true, force: true});
// A whole set replaces the last one, with what is no longer in the list; a few are added to it.
if (flags.renew && positionals.length === 0) rmSync(baselineFolder, {recursive: true, force: true});

await withBrowser((browser, address) =>
  onPages(browser, pagesAtOnce, jobs, async (page, job) => {
    const problem = await check(page, address, job).catch(({message}) => message);
    if (problem) failed.push(`${job.name}: ${problem}`);
    else passed.push(job.name);
  }),
);
for (const line of failed.sort()) console.error(line);
if (existsSync(differenceFolder)) {
  console.error(`\nThe differences are in ${relative(root, differenceFolder)}/.`);
}
console.log(`\n${passed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;

function listJobs() {
  return combinations.flatMap(({ids, ...combination}) => {
    const folder = `${combination.theme}-${combination.width}-${combination.direction}`;
    return ids
      .filter((id) => positionals.every((part) => id.includes(part)))
      .map((id) => ({...combination, id, name: `${folder}/${id}`}));
  });
}

/** Renews or compares one picture. Resolves to what is wrong with it, if anything is. */
async function check(page, address, job) {
  if (!built.has(job.id)) return 'there is no such story; correct test/visual/stories.mjs';
  const problem = await show(page, address, job);
  if (problem) return `the story ${problem}`;

  const picture = reduce(await photograph(page));
  const file = join(baselineFolder, `${job.name}.png`);
  if (flags.renew) {
    write(file, picture);
    return undefined;
  }
  if (!existsSync(file)) {
    return 'there is no baseline; make one with `npm run test:visual -- --renew`';
  }
  return compare(PNG.sync.read(readFileSync(file)), picture, job.name);
}

async function show(page, address, {id, theme, width, direction}) {
  await page.setViewport({width, height: 600});
  await page.emulateTimezone('UTC');
  await page.emulateMediaFeatures([{name: 'prefers-reduced-motion', value: 'reduce'}]);
  // The rules of axe are for `npm test`; here they would only take time.
  const problem = await openStory(page, address, id, {
    theme,
    direction,
    density: 'comfortable',
    'a11y.manual': '!true',
  });
  await page.evaluate(freeze);
  return problem;
}

/** Runs in the page: ends what moves, or holds it at its start where it has no end. */
async function freeze() {
  // It is inherited, by the elements in shadow roots too.
  document.documentElement.style.caretColor = 'transparent';
  for (const animation of document.getAnimations()) {
    if (animation.effect.getComputedTiming().endTime === Infinity) {
      animation.pause();
      animation.currentTime = 0;
    } else {
      animation.finish();
    }
  }
  // The browser itself moves a bar without a value, which is no animation of the document.
  const holdBars = (tree) => {
    for (const bar of tree.querySelectorAll('progress')) bar.value = bar.max / 2;
    for (const {shadowRoot} of tree.querySelectorAll('*')) if (shadowRoot) holdBars(shadowRoot);
  };
  holdBars(document);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
}

async function photograph(page) {
  // Beyond the viewport, Chromium shifts narrow right-to-left pages.
  const bytes = await page.screenshot({fullPage: true, captureBeyondViewport: false});
  return PNG.sync.read(Buffer.from(bytes));
}

/** Each pixel of the result is the average of a square of the picture. */
function reduce({width, height, data}) {
  const result = new PNG({
    width: Math.floor(width / reduction),
    height: Math.floor(height / reduction),
  });
  for (let y = 0; y < result.height; y += 1) {
    for (let x = 0; x < result.width; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let row = y * reduction; row < (y + 1) * reduction; row += 1) {
          for (let column = x * reduction; column < (x + 1) * reduction; column += 1) {
            sum += data[(row * width + column) * 4 + channel];
          }
        }
        const steps = Math.round(sum / reduction ** 2 / colourStep);
        result.data[(y * result.width + x) * 4 + channel] = Math.min(steps * colourStep, 255);
      }
    }
  }
  return result;
}

function compare(baseline, picture, name) {
  const width = Math.min(baseline.width, picture.width);
  const height = Math.min(baseline.height, picture.height);
  const [before, after] = [baseline, picture].map((whole) => crop(whole, 0, width, height));
  const difference = new PNG({width, height});
  const count = pixelmatch(before.data, after.data, difference.data, width, height, {
    threshold: colourTolerance,
    // Reduced, everything looks like the smoothed edge that would be let off.
    includeAA: true,
  });
  const problem = describeSizes(baseline, picture) ?? describeShare(count / (width * height));
  if (problem)
    write(join(differenceFolder, `${name}.png`), beside([baseline, picture, difference]));
  return problem;
}

function describeSizes(baseline, picture) {
  const isFar = (side) => Math.abs(baseline[side] - picture[side]) > sizeTolerance;
  if (!isFar('width') && !isFar('height')) return undefined;
  const size = ({width, height}) => `${width * reduction} × ${height * reduction}`;
  return `about ${size(picture)} pixels in place of ${size(baseline)}`;
}

function describeShare(share) {
  return share > shareTolerance ? `${(share * 100).toFixed(2)} % of the pixels differ` : undefined;
}

function crop(picture, left, width, height) {
  const result = new PNG({width, height});
  PNG.bitblt(picture, result, left, 0, width, height, 0, 0);
  return result;
}

function beside(pictures) {
  const gap = 4;
  const result = new PNG({
    width: pictures.reduce((sum, {width}) => sum + width + gap, -gap),
    height: Math.max(...pictures.map(({height}) => height)),
  });
  let left = 0;
  for (const picture of pictures) {
    PNG.bitblt(picture, result, 0, 0, picture.width, picture.height, left, 0);
    left += picture.width + gap;
  }
  return result;
}

function write(file, picture) {
  mkdirSync(dirname(file), {recursive: true});
  // Without a filter and with a strategy for text, what is flat and repeats is smallest.
  const options = {colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0};
  writeFileSync(file, PNG.sync.write(picture, options));
}
