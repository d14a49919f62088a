// npm test                         everything: build, stories, Node, OAuth windows, browsers with coverage
// npm test -- --group unit         one group: unit, stories, node or oauth
// npm test -- --files test/x.ts    some files; further arguments go to Web Test Runner
import {existsSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {join, relative} from 'node:path';
import {transformSync} from 'esbuild';
import {runNodeTests, runWindowTests} from './node-tests.mjs';
import {analyze, buildStorybook, commandFile, root, run} from './run.mjs';

const {args, group, files, browsers} = readArguments(process.argv.slice(2));
const everything = group === undefined && files.length === 0;
const nodeFiles = files.filter((file) => file.endsWith('.mjs'));
const needsNode = everything || group === 'node' || nodeFiles.length > 0;
const needsWindows = everything || group === 'oauth';
const needsBrowser =
  everything || ['unit', 'stories'].includes(group) || files.length > nodeFiles.length;
const needsBuild =
  needsNode || group === 'unit' || files.some((file) => /test.(?:differential|fuzz)/.test(file));
const needsStories =
  everything || group === 'stories' || files.some((file) => file.includes('test/stories/'));

const total = {passed: 0, failed: 0};
const problems = [];

if (needsBuild) await step('build', () => run(join(root, 'scripts/build.mjs')));
else if (needsStories) await step('manifest', analyze);
if (needsStories && !needsBuild) {
  await step('callback page', () => run(join(root, 'scripts/build-callback.mjs')));
}
if (needsStories) await step('storybook build', buildStorybook);
if (needsNode) await nodeTests();
if (needsWindows) add(await runWindowTests());
if (needsBrowser) await browserTests();

for (const problem of problems) console.error(`\nFailed: ${problem}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function readArguments(given) {
  const args = given.filter((argument) => argument !== '--all-browsers');
  const browsers = args.length < given.length ? 'chromium,firefox,webkit' : undefined;
  const valueOf = (flag) => args[args.indexOf(flag) + 1];
  const group = args.includes('--group') ? valueOf('--group') : undefined;
  const start = args.indexOf('--files');
  const rest = start < 0 ? [] : args.slice(start + 1);
  const end = rest.findIndex((argument) => argument.startsWith('--'));
  return {args, group, files: end < 0 ? rest : rest.slice(0, end), browsers};
}

async function step(name, action) {
  console.log(`${name} ...`);
  if ((await action()) !== 0) fail(name);
}

/** A failed step counts as one failed test, so that the closing line tells the truth. */
function fail(problem) {
  problems.push(problem);
  total.failed += 1;
}

async function nodeTests() {
  const folder = join(root, 'test/node');
  const found = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith('.test.mjs'))
    : [];
  const chosen = nodeFiles.length > 0 ? nodeFiles : found.map((file) => join(folder, file));
  if (chosen.length === 0) return fail('there are no Node tests');

  add(await runNodeTests(chosen));
}

function add({passed, failed}) {
  total.passed += passed;
  total.failed += failed;
}

async function browserTests() {
  rmSync(join(root, 'coverage'), {recursive: true, force: true});
  if (!everything) return void (await runInBrowser(args));
  if (await runInBrowser(['--group', 'unit', '--coverage'])) reportCoverage();
  // In a browser of their own: one does not give back all that it took for so many pages.
  await runInBrowser(['--group', 'stories']);
}

async function runInBrowser(parameters) {
  let results;
  const code = await run(commandFile('@web/test-runner', 'wtr'), parameters, {
    env: browsers ? {BROWSERS: browsers} : {},
    onMessage: (message) => (results = message),
  });
  add({passed: results?.passed ?? 0, failed: results?.failed ?? 0});
  if (code !== 0 && !results?.failed) fail('the browser tests, or their coverage; see above');
  return results;
}

/** Names the files that keep coverage low, and those that coverage does not know: never loaded. */
function reportCoverage() {
  const file = join(root, 'coverage/coverage-summary.json');
  const covered = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  delete covered.total;
  for (const [path, {lines, branches}] of Object.entries(covered)) {
    if (Math.min(lines.pct, branches.pct) >= 95) continue;
    console.log(`${relative(root, path)}: ${lines.pct}% of lines, ${branches.pct}% of branches`);
  }
  const unloaded = readdirSync(join(root, 'src'), {recursive: true})
    // React's own modules are none that a browser could load: its host app tests the components.
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && path !== 'react.ts')
    .map((path) => join('src', path))
    // Every word of every language is heard by a test of Node.
    .filter((path) => !/^src.locales./.test(path) && !(join(root, path) in covered))
    .filter(hasCode);
  if (unloaded.length > 0) fail(`no browser test loads ${unloaded.join(', ')}`);
}

/** Whether anything but types and re-exports is left of a module. */
function hasCode(path) {
  const {code} = transformSync(readFileSync(join(root, path), 'utf8'), {
    loader: 'ts',
    format: 'esm',
  });
  const withoutLinks = code
    .replace(/^import [^;]*;$/gm, '')
    .replace(/^export (\*|\{[^}]*\})[^;]*;$/gm, '');
  return withoutLinks.trim() !== '';
}
