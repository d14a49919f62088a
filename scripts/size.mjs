// What a page downloads for an entry: the brotli size of its bundle and of every chunk that the
// bundle imports statically. Chunks behind a dynamic import are reported, and have no budget.
//   --json   the numbers as JSON
//   --why    what the bytes are made of
import {readFileSync} from 'node:fs';
import {brotliCompressSync, constants} from 'node:zlib';
import {join} from 'node:path';
import {build} from 'esbuild';
import {minifyStyles} from './minify-styles.mjs';
import {root} from './run.mjs';

/** In kB of 1000 bytes. */
const budgets = {
  'src/define/keyslot-connect.ts': 27,
  'src/core.ts': 13,
  // Every class, the dialog and the authorize button included.
  'src/index.ts': 38,
};

/** What a page loads later, beyond the first form and its rules, in kB of 1000 bytes. */
const laterBudgets = {
  'src/elements/views/authorization-views.ts': 7,
};
const rules = 'src/controllers/form-judge.ts';

/** As `npm run build` does it. */
const styles = {
  name: 'styles',
  setup: ({onLoad}) =>
    onLoad({filter: /\.styles\.ts$/}, ({path}) => ({
      contents: minifyStyles(readFileSync(path, 'utf8')),
      loader: 'ts',
    })),
};

const [first] = Object.keys(budgets);
const asJson = process.argv.includes('--json');
const why = process.argv.includes('--why');

const results = [];
for (const [entry, budget] of Object.entries(budgets)) results.push(await measure(entry, budget));

if (asJson) console.log(JSON.stringify(results, undefined, 2));
else results.forEach(print);
if (results.some(({within}) => !within)) process.exitCode = 1;

async function measure(entry, budget) {
  const {outputFiles, metafile} = await build({
    absWorkingDir: root,
    entryPoints: {entry},
    outdir: 'bundle',
    write: false,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    metafile: true,
    target: 'es2022',
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'error',
    plugins: [styles],
  });
  const {outputs} = metafile;
  const start = Object.keys(outputs).find((path) => outputs[path].entryPoint === entry);
  const eager = withoutDynamic(outputs, start);
  const all = reachable(outputs, [start], () => true);
  const onDemand = all.filter((path) => !eager.includes(path));
  const startOf = (source) => onDemand.find((path) => outputs[path].entryPoint === source);
  const judged = startOf(rules) ? withoutDynamic(outputs, startOf(rules)) : [];

  const compressed = (path) => {
    const file = outputFiles.find((output) => output.path === join(root, path));
    return brotliCompressSync(file.contents, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: file.contents.length,
      },
    }).length;
  };
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

function withoutDynamic(outputs, path) {
  return reachable(outputs, [path], ({kind}) => kind !== 'dynamic-import');
}

function reachable(outputs, start, follow) {
  const found = new Set(start);
  for (const path of found) {
    for (const imported of outputs[path].imports) {
      if (!imported.external && follow(imported)) found.add(imported.path);
    }
  }
  return [...found];
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
