// Storybook, and a plain host page with the library as one bundle, rebuilt when a source changes.
// The page posts to the example backend, which tries credentials on an application on loopback.
import {spawn} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, parse} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {context} from 'esbuild';
import {startLoopbackApi} from '../test/support/loopback-api.mjs';
import {importBundled} from './import-bundled.mjs';
import {analyze, commandFile, root} from './run.mjs';

const host = '127.0.0.1';
const storybookPort = Number(process.env.STORYBOOK_PORT ?? 6006);
const demoPort = Number(process.env.DEMO_PORT ?? 6007);
const storybookAddress = `http://${host}:${storybookPort}/`;
const demoAddress = `http://${host}:${demoPort}/`;
const connectors = 'stories/connectors';

if ((await analyze()) !== 0) process.exit(1);

const storybook = spawn(
  process.execPath,
  [
    commandFile('storybook'),
    'dev',
    ...['--host', host, '--port', String(storybookPort), '--exact-port'],
    ...['--ci', '--no-open', '--no-version-updates', '--disable-telemetry', '--quiet'],
  ],
  {
    cwd: root,
    // A group of its own, so that stopping it stops what it started too.
    detached: true,
    stdio: 'inherit',
    env: {...process.env, STORYBOOK_DISABLE_TELEMETRY: '1'},
  },
);
let bundler;
let stopping = false;

storybook.once('exit', (code) => {
  if (stopping) return;
  console.error(`start: Storybook ended with code ${code}`);
  stop(1);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stop(0));
if (process.env.npm_lifecycle_event) {
  // npm ends the shell that it put in between, and nothing else.
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && stop(0), 500).unref();
}

try {
  await startBackend();
  bundler = await serveDemo();
  await Promise.all([answers(`${storybookAddress}index.json`), answers(demoAddress)]);
  console.log(`\nStorybook  ${storybookAddress}\nDemo page  ${demoAddress}\n`);
} catch (error) {
  console.error(`start: ${error.message}`);
  stop(1);
}

async function serveDemo() {
  const connectorFiles = readdirSync(join(root, connectors)).map((file) => `${connectors}/${file}`);
  const callback = 'src/oauth/browser/callback.ts';
  const bundler = await context({
    absWorkingDir: root,
    // `outdir` is the served folder; nothing is written there, esbuild answers from memory.
    entryPoints: {
      keyslot: 'src/define.ts',
      // The same definitions as in the stories, served as they are.
      ...Object.fromEntries(connectorFiles.map((file) => [`connectors/${parse(file).name}`, file])),
      ...(existsSync(join(root, callback)) && {'keyslot-callback': callback}),
    },
    outdir: 'demo',
    loader: {'.json': 'copy'},
    write: false,
    bundle: true,
    format: 'esm',
    splitting: true,
    sourcemap: true,
    target: 'es2022',
    logLevel: 'warning',
  });
  await bundler.watch();
  await bundler.serve({host, port: demoPort, servedir: 'demo'});
  return bundler;
}

/** On the port behind the page's. Whatever it sends stays on this machine. */
async function startBackend() {
  const {createBackend} = await importBundled('examples/server/backend.mjs');
  const api = await startLoopbackApi();
  const backend = createBackend({
    findConnector: (id) => {
      const file = readdirSync(join(root, connectors)).find((name) => parse(name).name === id);
      return file && JSON.parse(readFileSync(join(root, connectors, file), 'utf8'));
    },
    apiUrl: () => `${api.url}/anyone`,
    origin: new URL(demoAddress).origin,
    send: (url, init) => fetch(url.startsWith(api.url) ? url : `${api.url}/token/anyone`, init),
  });
  await new Promise((resolve, reject) => {
    backend.once('error', reject);
    backend.listen(demoPort + 1, host, resolve);
  });
}

async function answers(address) {
  for (let attempt = 0; attempt < 600 && !stopping; attempt += 1) {
    const {ok} = await fetch(address).catch(() => ({ok: false}));
    if (ok) return;
    await delay(200);
  }
  throw new Error(`nothing answers at ${address}`);
}

function stop(code) {
  if (stopping) return;
  stopping = true;
  try {
    process.kill(-storybook.pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
  Promise.resolve(bundler?.dispose()).finally(() => process.exit(code));
}
