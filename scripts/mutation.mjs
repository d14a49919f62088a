// npm run mutation                    changes the code in a thousand ways, and sees which the tests notice
// npm run mutation -- request kinds   that of some folders; what begins with -- goes to Stryker
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {commandFile, root, run} from './run.mjs';

const FOLDERS = ['model', 'kinds', 'request', 'oauth'];

const parameters = process.argv.slice(2);
const start = parameters.findIndex((parameter) => parameter.startsWith('--'));
const named = start < 0 ? parameters : parameters.slice(0, start);
const options = start < 0 ? [] : parameters.slice(start);
const folders = named.length > 0 ? named : FOLDERS;
if (!folders.every((folder) => FOLDERS.includes(folder))) {
  console.error(`There are these folders: ${FOLDERS.join(', ')}`);
  process.exit(1);
}

const started = performance.now();
const lines = [];
for (const folder of folders) {
  rmSync(join(root, `mutation/${folder}.json`), {force: true});
  const code = await run(commandFile('@stryker-mutator/core', 'stryker'), ['run', ...options], {
    env: {MUTATION_FOLDER: folder},
  });
  if (code !== 0) process.exitCode = 1;
  lines.push(`${code === 0 ? 'ok  ' : 'FAIL'}  src/${folder}  ${figuresOf(folder)}`);
}
console.log(`\n${lines.join('\n')}`);
console.log(`in ${Math.round((performance.now() - started) / 60_000)} minutes`);

/** How many changes there were, and how many of them were noticed. */
function figuresOf(folder) {
  const report = join(root, `mutation/${folder}.json`);
  if (!existsSync(report)) return 'was not tried';
  const {files} = JSON.parse(readFileSync(report, 'utf8'));
  const all = Object.values(files).flatMap(({mutants}) => mutants.map(({status}) => status));
  const valid = all.filter(
    (status) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status),
  );
  const noticed = valid.filter((status) => status === 'Killed' || status === 'Timeout').length;
  return `${((100 * noticed) / valid.length).toFixed(1)} % of ${valid.length} changes`;
}
