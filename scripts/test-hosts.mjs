// npm run test:hosts                 every host of `examples/`, built from the packed package, in Chromium
// npm run test:hosts -- react vue    some hosts
import {mkdtempSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {hosts} from '../test/hosts/hosts.mjs';
import {npm} from '../test/hosts/install.mjs';
import {runNodeTests} from './node-tests.mjs';
import {root, runOrExit} from './run.mjs';

const chosen = process.argv.slice(2);
const unknown = chosen.filter((given) => !hosts.some(({name}) => name === given));
if (unknown.length > 0) {
  console.error(
    `There is no host ${unknown.join(', ')}: ${hosts.map(({name}) => name).join(', ')}`,
  );
  process.exit(1);
}

await runOrExit(join(root, 'scripts/build.mjs'));
const folder = mkdtempSync(join(tmpdir(), 'keyslot-hosts-'));
process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
const parameters = ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
await npm(parameters, root);
const {name, version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
renameSync(join(folder, `${name}-${version}.tgz`), join(folder, 'keyslot.tgz'));

Object.assign(process.env, {HOSTS_FOLDER: folder, HOSTS: chosen.join(' ')});
const {passed, failed} = await runNodeTests([join(root, 'test/hosts/hosts.test.mjs')]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
