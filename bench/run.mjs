// Measures Keyslot beside forms without it, in one run of one browser.
//   npm run bench -- [--quick] [--only load,mount] [--cases keyslot,lit] [--rounds 5]
// A whole run writes docs/performance.md. A budget that is not kept is a failure.
import {readFileSync, writeFileSync} from 'node:fs';
import {loadavg} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {format, resolveConfig} from 'prettier';
import {bundle, compress, withoutDynamic} from '../scripts/bundle.mjs';
import {root} from '../scripts/run.mjs';
import {judge} from './budgets.mjs';
import {installGenerators} from './rig/install.mjs';

const sections = ['load', 'mount', 'switch', 'submit', 'key', 'memory', 'growth', 'limits'];

const {values: flags} = parseArgs({
  options: {
    quick: {type: 'boolean', default: false},
    only: {type: 'string', default: sections.join()},
    cases: {type: 'string'},
    rounds: {type: 'string'},
  },
});
const only = flags.only.split(',');
const unknown = only.filter((section) => !sections.includes(section));
if (unknown.length) throw new Error(`There is no ${unknown.join()}: choose of ${sections.join()}`);

/** How often each case has its turn. */
const rounds = flags.quick
  ? {load: 3, work: 2, memory: 1, growth: 1, limits: 1}
  : {load: 30, work: 7, memory: 3, growth: 3, limits: 3};
if (flags.rounds) for (const part of Object.keys(rounds)) rounds[part] = Number(flags.rounds);

installGenerators();
// These need what was just installed.
const {bundleCases} = await import('./rig/cases.mjs');
const {serve} = await import('./rig/site.mjs');
const {launch} = await import('./rig/browser.mjs');
const {versions} = await import('./rig/versions.mjs');
const {conformance} = await import('./measure/conformance.mjs');
const {measure} = await import('./measure/all.mjs');
const {terminal, document} = await import('./rig/report.mjs');

const all = await bundleCases();
const wanted = flags.cases?.split(',');
// The first is what the others are compared to.
const cases = all.filter(({name}, index) => index === 0 || !wanted || wanted.includes(name));
const site = await serve(cases);
const browser = await launch();
try {
  for (const one of cases) {
    const problems = await conformance(browser, site, one);
    if (problems.length) throw new Error(`${one.name} does not conform:\n${problems.join('\n')}`);
  }
  const loads = [loadavg()[0]];
  const results = await measure(browser, site, cases, only, rounds);
  loads.push(loadavg()[0]);

  const budgets = await judge(results, bytesOf);
  const about = {versions: await versions(browser), rounds, loads};
  const sizes = cases.map((one) => sizesOf(one, site.servedOf(one)));
  console.log(terminal({budgets, results, sizes, cases}));
  const isWhole = !flags.quick && !flags.cases && !flags.rounds && only.length === sections.length;
  if (isWhole) {
    const notes = readFileSync(new URL('notes.md', import.meta.url), 'utf8');
    const text = document({budgets, results, sizes, cases, about, notes});
    const file = join(root, 'docs/performance.md');
    writeFileSync(file, await format(text, {...(await resolveConfig(file)), filepath: file}));
    console.log('written to docs/performance.md');
  }
  if (budgets.some(({within}) => !within)) process.exitCode = 1;
} finally {
  await browser.close();
  site.close();
}

/** Of an entry alone, without what makes a case of it. */
async function bytesOf(entry) {
  const {outputs, start, contentsOf} = await bundle(entry);
  const paths = withoutDynamic(outputs, start);
  return paths.reduce((total, path) => total + compress(contentsOf(path)).length, 0);
}

/** What a page gets of a case before the first form shows, and what it got in all this. */
function sizesOf({name, first, files}, served) {
  const sum = (paths, part) =>
    paths.reduce((total, path) => total + files.get(path)[part].length, 0);
  const later = served.filter((path) => !first.includes(path));
  return {
    name,
    requests: first.length,
    minified: sum(first, 'contents'),
    brotli: sum(first, 'compressed'),
    later: sum(later, 'compressed'),
  };
}
