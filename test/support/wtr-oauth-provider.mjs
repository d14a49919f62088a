import {randomBytes} from 'node:crypto';
import {createServer} from 'node:http';
import {setTimeout as delay} from 'node:timers/promises';
import {build} from 'esbuild';

/**
 * Gives each test file that asks for it a provider of sign-ins on an origin of its own, which does as
 * the parameter `act` of its address says: `allow`, `deny`, `hang`, or `wait` until a test tells it.
 * And serves the script of the callback page, which is where it is in the package.
 */
export function oauthProvider() {
  const started = new Map();
  let rootDir;
  let callbackScript;
  return {
    name: 'oauth-provider',
    serverStart({config}) {
      ({rootDir} = config);
    },
    async serve({path}) {
      if (path !== '/callback/keyslot-callback.js') return;
      callbackScript ??= bundleCallback(rootDir);
      return {body: await callbackScript, type: 'js'};
    },
    async executeCommand({command, payload, session}) {
      if (command === 'start-oauth-provider') {
        if (!started.has(session.id)) started.set(session.id, startProvider());
        return (await started.get(session.id)).url;
      }
      if (command === 'tell-oauth-provider') {
        await (await started.get(session.id)).tell(payload);
        return true;
      }
      if (command === 'take-oauth-requests') {
        return (await started.get(session.id)).requests.splice(0);
      }
    },
    async serverStop() {
      const settled = await Promise.allSettled(started.values());
      for (const {value} of settled) value?.close();
    },
  };
}

async function startProvider() {
  /** The addresses that windows were sent to. */
  const requests = [];
  const waiting = new Set();
  const server = createServer((request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    switch (url.pathname) {
      case '/authorize':
        requests.push(url.href);
        return authorize(url, response);
      case '/told': {
        // Answered when a test says so; with the window it goes away.
        const respond = (act) => response.end(targetOf(url, act));
        waiting.add(respond);
        return void response.on('close', () => waiting.delete(respond));
      }
      default:
        return void response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    /** Has the windows that wait go on. */
    async tell(act) {
      for (let left = 200; !waiting.size && left > 0; left -= 1) await delay(20);
      if (!waiting.size) throw new Error('No window waits');
      for (const respond of waiting) respond(act);
      waiting.clear();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function authorize(url, response) {
  const act = url.searchParams.get('act');
  // Ended with the server.
  if (act === 'hang') return;
  if (act === 'wait') response.writeHead(200, {'content-type': 'text/html'}).end(waitingPage);
  else response.writeHead(303, {location: targetOf(url, act)}).end();
}

const waitingPage = `<!doctype html>
<html lang="en">
  <title>Provider</title>
  <script type="module">
    location.replace(await (await fetch('/told' + location.search)).text());
  </script>
</html>
`;

/** Where the user is sent back to (RFC 6749 §4.1.2, RFC 5849 §2.2). */
function targetOf({searchParams, origin}, act) {
  const callback = new URL(searchParams.get('redirect_uri'));
  const state = searchParams.get('state');
  const token = searchParams.get('oauth_token');
  const answers = {
    allow: token
      ? {oauth_token: token, oauth_verifier: randomBytes(16).toString('hex')}
      : {code: `code-${randomBytes(16).toString('hex')}`, iss: origin},
    deny: token
      ? {denied: token}
      : {error: 'access_denied', error_description: 'Anna said no', iss: origin},
  };
  const answer = {state, ...answers[act]};
  for (const [name, value] of Object.entries(answer)) callback.searchParams.set(name, value);
  return callback.href;
}

async function bundleCallback(rootDir) {
  const {outputFiles} = await build({
    absWorkingDir: rootDir,
    entryPoints: ['src/oauth/browser/callback.ts'],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
    write: false,
  });
  return outputFiles[0].text;
}
