import {randomBytes} from 'node:crypto';
import {createServer} from 'node:http';
import {setTimeout as delay} from 'node:timers/promises';
import {build} from 'esbuild';

/**
 * Gives whoever asks for it a provider of sign-ins on another origin, which does as the parameter
 * `act` of its address says: `allow`, `deny`, `hang`, or `wait` until a test tells it. All of them are
 * one server, each at a path of its own, so that no test takes what is for another. And serves the
 * script of the callback page, which is where it is in the package.
 */
export function oauthProvider() {
  const server = createServer(respond);
  const providers = new Map();
  let listening;
  let rootDir;
  let callbackScript;

  function respond(request, response) {
    const url = new URL(request.url, `http://${request.headers.host}`);
    const [, path, page] = url.pathname.split('/');
    const provider = providers.get(path);
    const pages = {authorize, told};
    if (provider && Object.hasOwn(pages, page)) pages[page](url, response, provider);
    else response.writeHead(404).end();
  }

  const commands = {
    async 'start-oauth-provider'() {
      listening ??= new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      await listening;
      const path = randomBytes(8).toString('hex');
      providers.set(path, {requests: [], waiting: new Set()});
      return `http://127.0.0.1:${server.address().port}/${path}`;
    },
    /** Has the windows that wait go on. */
    async 'tell-oauth-provider'({url, act}) {
      const {waiting} = providerAt(url);
      await until(() => waiting.size, 'No window waits');
      for (const answer of waiting) answer(act);
      waiting.clear();
      return true;
    },
    /** The addresses that windows were sent to, once there are that many. */
    async 'take-oauth-requests'({url, count}) {
      const {requests} = providerAt(url);
      await until(() => requests.length >= count, `Fewer windows than ${count} came`);
      return requests.splice(0);
    },
  };
  const providerAt = (url) => providers.get(new URL(url).pathname.slice(1));

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
    executeCommand: ({command, payload}) => commands[command]?.(payload),
    serverStop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function until(isSo, complaint) {
  for (let left = 200; !isSo() && left > 0; left -= 1) await delay(20);
  if (!isSo()) throw new Error(complaint);
}

function authorize(url, response, {requests}) {
  requests.push(url.href);
  const act = url.searchParams.get('act');
  // Ended with the server.
  if (act === 'hang') return;
  if (act === 'wait') response.writeHead(200, {'content-type': 'text/html'}).end(waitingPage);
  else response.writeHead(303, {location: targetOf(url, act)}).end();
}

/** Answered when a test says so; with the window it goes away. */
function told(url, response, {waiting}) {
  const answer = (act) => response.end(targetOf(url, act));
  waiting.add(answer);
  response.on('close', () => waiting.delete(answer));
}

const waitingPage = `<!doctype html>
<html lang="en">
  <title>Provider</title>
  <script type="module">
    location.replace(await (await fetch('told' + location.search)).text());
  </script>
</html>
`;

/** Where the user is sent back to (RFC 6749 §4.1.2, RFC 5849 §2.2). */
function targetOf({href, searchParams}, act) {
  const callback = new URL(searchParams.get('redirect_uri'));
  const state = searchParams.get('state');
  const token = searchParams.get('oauth_token');
  const iss = new URL('.', href).href.slice(0, -1);
  const answers = {
    allow: token
      ? {oauth_token: token, oauth_verifier: randomBytes(16).toString('hex')}
      : {code: `code-${randomBytes(16).toString('hex')}`, iss},
    deny: token
      ? {denied: token}
      : {error: 'access_denied', error_description: 'Anna said no', iss},
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
