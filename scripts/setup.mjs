// Makes a fresh clone able to run: dependencies, and a browser. Only `node:` imports, because it runs
// before the dependencies exist.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {findChromium, findFirefox, findWebkitDriver, findXvfb, isRoot} from './browsers.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
installDependencies();
installBrowsers(process.argv.includes('--all-browsers'));

function installDependencies() {
  const stampFile = 'node_modules/.setup-stamp';
  const stamp = createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(process.version)
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  console.log('setup: installing dependencies');
  const npm = process.env.npm_execpath;
  const [command, ...prefix] = npm ? [process.execPath, npm] : ['npm'];
  const {status} = spawnSync(
    command,
    // Some test tools ask for a newer Node in `engines` than they need; that is only noise here.
    [...prefix, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {stdio: 'inherit'},
  );
  if (status !== 0) fail('`npm ci` failed; see above.');
  writeFileSync(stampFile, stamp);
}

function installBrowsers(all) {
  const wanted = [
    {
      name: 'Chromium',
      find: findChromium,
      packages: ['chromium', 'fonts-dejavu-core'],
      variable: 'CHROMIUM_PATH',
    },
  ];
  if (all) {
    wanted.push(
      {name: 'Firefox', find: findFirefox, packages: ['firefox-esr'], variable: 'FIREFOX_PATH'},
      {
        name: 'WebKitWebDriver',
        find: findWebkitDriver,
        packages: ['webkit2gtk-driver'],
        variable: 'WEBKIT_DRIVER_PATH',
      },
      {name: 'Xvfb', find: findXvfb, packages: ['xvfb'], variable: 'XVFB_PATH'},
    );
  }
  const missing = wanted.filter(({find}) => !find());
  if (missing.length === 0) return;

  const packages = missing.flatMap((browser) => browser.packages);
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log(`setup: installing ${packages.join(', ')}`);
    aptGet('update', '-qq');
    aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages);
  }
  for (const {name, find, packages, variable} of missing) {
    if (find()) continue;
    fail(
      `${name} was not found. Install it (on Debian: apt-get install ${packages.join(' ')}) ` +
        `or set ${variable} to its path.`,
    );
  }
}

function aptGet(...args) {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
  });
}

function fail(message) {
  console.error(`setup: ${message}`);
  process.exit(1);
}
