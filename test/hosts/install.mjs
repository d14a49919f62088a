// Makes an application of an example, as its developer would: from the packed package, by npm.
import {spawn} from 'node:child_process';
import {cpSync, existsSync, readFileSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {root} from '../../scripts/run.mjs';

/** What a working copy may have beside the files of an example. */
const MADE = new Set(['node_modules', 'dist', '.angular', 'public']);

/**
 * Copies an example and installs what its lock names.
 *
 * @param folder - Has the package as `keyslot.tgz`; the example goes to `examples` in it, so that
 *   the address of the package in its manifest is right.
 * @returns Where it is.
 */
export async function install(name, folder) {
  const source = join(root, 'examples', name);
  const target = join(folder, 'examples', name);
  cpSync(source, target, {recursive: true, filter: (path) => !MADE.has(basename(path))});
  const command = unlockPackage(join(target, 'package-lock.json')) ? 'ci' : 'install';
  await npm([command, '--ignore-scripts', '--prefer-offline', '--loglevel=error'], target);
  return target;
}

/** What the package was packed like when the lock was made is no matter. Tells whether there is one. */
function unlockPackage(file) {
  if (!existsSync(file)) return false;
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  delete lock.packages['node_modules/keyslot'].integrity;
  writeFileSync(file, JSON.stringify(lock));
  return true;
}

/** Runs npm in a folder. @throws Error with all that it printed, when it fails. */
export function npm(parameters, folder) {
  const file = process.env.npm_execpath;
  const [command, ...before] = file ? [process.execPath, file] : ['npm'];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...parameters], {
      cwd: folder,
      env: {...process.env, NG_CLI_ANALYTICS: 'false', CI: 'true'},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const shown = [];
    child.stdout.on('data', (chunk) => shown.push(chunk));
    child.stderr.on('data', (chunk) => shown.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${parameters.join(' ')}:\n${Buffer.concat(shown)}`));
    });
  });
}
