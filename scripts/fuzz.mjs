// npm run fuzz                             10,000 definitions, 200,000 sets of values, 10,000 forms
// npm run fuzz -- --seed 1 --runs 300      the same again, or another share of it
import {randomInt} from 'node:crypto';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {commandFile, root, run, runOrExit} from './run.mjs';

const {values} = parseArgs({options: {seed: {type: 'string'}, runs: {type: 'string'}}});
const {seed = String(randomInt(2 ** 31)), runs = '10000'} = values;
if (![seed, runs].every((given) => /^\d+$/.test(given)) || Number(runs) === 0) {
  console.error('A seed and the number of runs are whole numbers.');
  process.exit(1);
}

const command = `npm run fuzz -- --seed ${seed} --runs ${runs}`;
console.log(`${command}\n`);
await runOrExit(join(root, 'scripts/build.mjs'), [], {quiet: true});

const started = performance.now();
let results;
const code = await run(commandFile('@web/test-runner', 'wtr'), ['--files', 'test/fuzz/*.test.ts'], {
  env: {SEED: seed, RUNS: runs},
  onMessage: (message) => (results = message),
});
const {passed = 0, failed = 0} = results ?? {};
const isFine = code === 0 && passed > 0;
console.log(
  `\n${passed} passed, ${failed} failed in ${Math.round((performance.now() - started) / 1000)} s`,
);
if (!isFine) console.log(`Again: ${command}`);
process.exitCode = isFine ? 0 : 1;
