// What a page downloads for an entry: the brotli size of its bundle and of every chunk that the
// bundle imports statically. Chunks behind a dynamic import are reported, and have no budget.
//   --json   the numbers as JSON
//   --why    what the bytes are made of
import {bundle, compress, reachable, withoutDynamic} from './bundle.mjs';
import {budgets, laterBudgets} from './size-budgets.mjs';

const rules = 'src/elements/outcome.ts';

const [first] = Object.keys(budgets);
const asJson = process.argv.includes('--json');
const why = process.argv.includes('--why');

const results = [];
for (const [entry, budget] of Object.entries(budgets)) results.push(await measure(entry, budget));

if (asJson) console.log(JSON.stringify(results, undefined, 2));
else results.forEach(print);
if (results.some(({within}) => !within)) process.exitCode = 1;

async function measure(entry, budget) {
  const {outputs, start, contentsOf} = await bundle(entry);
  const eager = withoutDynamic(outputs, start);
  const all = reachable(outputs, [start]);
  const onDemand = all.filter((path) => !eager.includes(path));
  const startOf = (source) => onDemand.find((path) => outputs[path].entryPoint === source);
  const judged = startOf(rules) ? withoutDynamic(outputs, startOf(rules)) : [];

  const compressed = (path) => compress(contentsOf(path)).length;
  const sum = (paths, size) => paths.reduce((total, path) => total + size(path), 0);
  const brotli = sum(eager, compressed);
  const later = Object.entries(laterBudgets).flatMap(([source, limit]) => {
    const chunk = entry === first && startOf(source);
    if (!chunk) return [];
    const loaded = new Set([...eager, ...judged]);
    const added = withoutDynamic(outputs, chunk).filter((path) => !loaded.has(path));
    return [{from: source, budget: limit * 1000, brotli: sum(added, compressed)}];
  });
  return {
    entry,
    budget: budget * 1000,
    within: brotli <= budget * 1000 && later.every((one) => one.brotli <= one.budget),
    later,
    brotli,
    minified: sum(eager, (path) => outputs[path].bytes),
    chunks: eager.length,
    onDemand: onDemand.map((path) => ({
      from: outputs[path].entryPoint ?? 'shared',
      brotli: compressed(path),
    })),
    ...(why && {contributors: contributors(eager.map((path) => outputs[path]))}),
  };
}

/** Minified bytes by package, and by folder or file of `src`, the largest first. */
function contributors(outputs) {
  const bytes = {};
  for (const {inputs} of outputs) {
    for (const [path, {bytesInOutput}] of Object.entries(inputs)) {
      const name =
        /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ??
        path.split('/').slice(0, 2).join('/');
      bytes[name] = (bytes[name] ?? 0) + bytesInOutput;
    }
  }
  return Object.fromEntries(Object.entries(bytes).sort(([, a], [, b]) => b - a));
}

function print({
  entry,
  budget,
  within,
  brotli,
  minified,
  chunks,
  later,
  onDemand,
  contributors = {},
}) {
  console.log(
    `${within ? 'ok  ' : 'OVER'}  ${entry.padEnd(32)} ${kB(brotli)} of ${kB(budget)} brotli` +
      `  (${kB(minified)} minified, ${chunks} ${chunks === 1 ? 'file' : 'files'})`,
  );
  for (const {from, budget, brotli} of later) {
    console.log(`      adds       ${kB(brotli)} of ${kB(budget)}  ${from}`);
  }
  for (const {from, brotli} of onDemand) console.log(`      on demand  ${kB(brotli)}  ${from}`);
  for (const [name, bytes] of Object.entries(contributors)) {
    console.log(`      ${kB(bytes)}  ${name}`);
  }
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(2).padStart(6)} kB`;
}
