// Storybook, and a plain host page with the library as one bundle, rebuilt when a source changes.
// The page posts to the example backend, which tries credentials on an application on loopback, and
// users sign in at two providers on loopback.
import {spawn} from 'node:child_process';
import {createServer} from 'node:http';
import {readdirSync, readFileSync} from 'node:fs';
import {join, parse} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {context} from 'esbuild';
import {startSignIns} from '../demo/sign-ins.mjs';
import {startLoopbackApi} from '../test/support/loopback-api.mjs';
import {importBundled} from './import-bundled.mjs';
import {analyze, commandFile, root, runOrExit} from './run.mjs';

const host = '127.0.0.1';
const storybookPort = Number(process.env.STORYBOOK_PORT ?? 6006);
const demoPort = Number(process.env.DEMO_PORT ?? 6007);
const storybookAddress = `http://${host}:${storybookPort}/`;
const demoAddress = `http://${host}:${demoPort}/`;
const connectors = ['stories/connectors', 'demo/connectors'];

if ((await analyze()) !== 0) process.exit(1);
await runOrExit(join(root, 'scripts/build-callback.mjs'));

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
    env: {
      ...process.env,
      STORYBOOK_DISABLE_TELEMETRY: '1',
      // Where the stories of sign-ins find their backend and, behind it, the providers.
      STORYBOOK_BACKEND_PORT: String(demoPort + 1),
    },
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
  const bundler = await context({
    absWorkingDir: root,
    // `outdir` is the served folder; nothing is written there, esbuild answers from memory.
    entryPoints: {
      keyslot: 'src/define.ts',
      // The same definitions as in the stories, served as they are.
      ...Object.fromEntries(
        connectorFiles().map((file) => [`connectors/${parse(file).name}`, file]),
      ),
      'callback/keyslot-callback': 'src/oauth/browser/callback.ts',
      'callback/callback': 'callback/callback.html',
    },
    outdir: 'demo',
    loader: {'.json': 'copy', '.html': 'copy'},
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

/** On the ports behind the page's. Whatever is sent there stays on this machine. */
async function startBackend() {
  const [{createBackend}, {resolveRequest}] = await Promise.all(
    ['examples/server/backend.mjs', 'src/core.ts'].map(importBundled),
  );
  const {signIns, prepare} = await startSignIns({
    redirectUris: [storybookAddress, demoAddress].map((page) => `${page}callback/callback.html`),
    oauth2Port: demoPort + 2,
    oauth1Port: demoPort + 3,
    resolveRequest,
  });
  const api = await startLoopbackApi();
  const origins = [storybookAddress, demoAddress].map((page) => new URL(page).origin);
  const backends = new Map(
    origins.map((origin) => [
      origin,
      createBackend({
        findConnector: (id) => {
          const file = connectorFiles().find((path) => parse(path).name === id);
          return file && JSON.parse(readFileSync(join(root, file), 'utf8'));
        },
        apiUrl: () => `${api.url}/anyone`,
        origin,
        send: (url, init) => fetch(url.startsWith(api.url) ? url : `${api.url}/token/anyone`, init),
        signIns,
      }),
    ]),
  );
  const server = createServer(async (request, response) => {
    const {origin} = request.headers;
    const backend = backends.get(origin) ?? backends.get(origins[0]);
    if (request.method !== 'POST' || request.url !== '/prepare') {
      backend.emit('request', request, response);
      return;
    }
    const prepared = await prepare(request).catch(() => undefined);
    response
      .writeHead(prepared ? 200 : 502, {
        'content-type': 'application/json',
        ...(backends.has(origin) && {'access-control-allow-origin': origin}),
      })
      .end(JSON.stringify(prepared ?? {message: 'The provider does not answer'}));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(demoPort + 1, host, resolve);
  });
}

function connectorFiles() {
  return connectors.flatMap((folder) =>
    readdirSync(join(root, folder)).map((file) => `${folder}/${file}`),
  );
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
