// npm run check:package     what would be published: complete, reproducible, resolvable, licensed
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {execFileSync} from 'node:child_process';
import {validateCem} from '@wc-toolkit/cem-validator';
import {commandFile, root, run} from './run.mjs';

/** Licences that a product may take in without a further thought. */
const LICENCES = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

/** What no module is behind. */
const NO_MODULES = ['callback/callback.html', 'callback/keyslot-callback.js', 'cdn/*'];

const npm = (...parameters) =>
  execFileSync('npm', parameters, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const readJson = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

function hashesOfFiles() {
  const [{files}] = JSON.parse(npm('pack', '--dry-run', '--json', '--ignore-scripts'));
  return Object.fromEntries(
    files.map(({path}) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex'),
    ]),
  );
}

const build = () => run(join(root, 'scripts/build.mjs'), [], {quiet: true});

const checks = {
  async 'two builds are byte for byte the same'() {
    if ((await build()) !== 0) return 'the build failed';
    const first = hashesOfFiles();
    if ((await build()) !== 0) return 'the second build failed';
    const second = hashesOfFiles();
    const paths = new Set([...Object.keys(first), ...Object.keys(second)]);
    return [...paths].filter((path) => first[path] !== second[path]).join(', ');
  },

  async 'publint finds nothing'() {
    return (await run(commandFile('publint'), ['--strict'], {quiet: true})) === 0
      ? ''
      : 'see above';
  },

  async 'types resolve as modules do'() {
    const excluded = NO_MODULES.flatMap((path) => ['--exclude-entrypoints', `./${path}`]);
    const parameters = ['--pack', '.', '--profile', 'esm-only', ...excluded];
    const code = await run(commandFile('@arethetypeswrong/cli', 'attw'), parameters, {quiet: true});
    return code === 0 ? '' : 'see above';
  },

  async 'the manifest of the elements is valid'() {
    // The types of events and properties are exported by the entry, not by each element's module.
    const rules = {manifest: {exportTypes: 'off'}};
    const packageJsonPath = join(root, 'package.json');
    try {
      await validateCem(readJson('custom-elements.json'), {packageJsonPath, rules});
      return '';
    } catch ({message}) {
      return message;
    }
  },

  'nothing runs when it is installed'() {
    const {scripts} = readJson('package.json');
    return ['preinstall', 'install', 'postinstall', 'prepare']
      .filter((name) => scripts[name])
      .join();
  },

  'all that comes with it may be used freely'() {
    const {packages} = readJson('package-lock.json');
    return Object.entries(packages)
      .filter(
        ([path, {dev, devOptional, optional, peer}]) =>
          path && !(dev ?? devOptional ?? optional ?? peer),
      )
      .filter(([path]) => !LICENCES.has(readJson(path, 'package.json').license))
      .map(([path]) => path)
      .join();
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const problem = await check();
  if (problem) failed += 1;
  console.log(`${problem ? 'FAIL' : 'ok  '}  ${name}${problem ? `: ${problem}` : ''}`);
}
process.exitCode = failed > 0 ? 1 : 0;
