// The generators are no dependencies of the library: they are installed when they are needed.
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));
const lock = `${folder}package-lock.json`;
const stamp = `${folder}node_modules/.installed-lock.json`;

export function installGenerators() {
  const wanted = readFileSync(lock, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  console.log('bench: installing the generators');
  const npm = process.env.npm_execpath;
  const [command, ...prefix] = npm ? [process.execPath, npm] : ['npm'];
  const {status} = spawnSync(
    command,
    [...prefix, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {cwd: folder, stdio: 'inherit'},
  );
  if (status !== 0) throw new Error('`npm ci` failed in bench; see above.');
  writeFileSync(stamp, wanted);
}
