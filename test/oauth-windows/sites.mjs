// The sites of a row, on one port of loopback: a host, its callback page, and providers that do as
// they are told. They differ by the `Host` of the request.
import {randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {basename, join} from 'node:path';
import {text as textOf} from 'node:stream/consumers';
import {build} from 'esbuild';
import {root} from '../../scripts/run.mjs';

/** Allows a page what it is documented to need, and reports the rest. */
const hostPolicy = (trustedTypes) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    'frame-src http://*.localhost:*',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
    'report-uri /policy-report',
  ].join('; ');

/** How the callback page is documented to be served. */
const callbackHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    'report-uri /policy-report',
  ].join('; '),
};

const html = {'content-type': 'text/html; charset=utf-8'};
const script = {
  'content-type': 'text/javascript; charset=utf-8',
  // For pages without an origin.
  'access-control-allow-origin': '*',
};

const scripts = Promise.all([
  bundle(
    {host: 'test/oauth-windows/host-page.js', element: 'test/oauth-windows/element-page.js'},
    true,
  ),
  // Stands alone.
  bundle({'keyslot-callback': 'src/oauth/browser/callback.ts'}, false),
]).then((bundles) => Object.assign({}, ...bundles));
const callbackPage = readFileSync(join(root, 'callback/callback.html'), 'utf8');

/**
 * Starts the sites. All that a row can set is a property of what is returned; and each page has the
 * opener policy that the parameter `coop` of its address names.
 */
export async function startSites() {
  const server = createServer({maxHeaderSize: 1 << 22});
  const sites = {
    /** Headers by page. */
    headers: {
      host: {'content-security-policy': hostPolicy("'none'")},
      element: {'content-security-policy': hostPolicy('lit-html')},
      callback: callbackHeaders,
    },
    /** Scripts that run before those of the page. */
    before: {host: '', callback: ''},
    /** Attributes of the element of the callback page that shows words. */
    callbackAttributes: '',
    provider: {
      headers: {},
      /** Whether it waits for the user, goes on by itself, redirects, hangs or fails. */
      act: 'wait',
      /** What it sends back: parameters, or a string as it is. */
      answer: ({state, code}) => ({code, state}),
    },
    /** The paths of scripts that are not delivered, as where a connection breaks down. */
    withheld: undefined,
    /** Further pages, by host and path. */
    pages: {},
    /** Every request: its host, path, query and referrer. */
    requests: [],
    codes: [],
    policyReports: [],
    address: (name) => `http://${name}:${server.address().port}`,
    newCode: () => {
      const code = `code-${randomBytes(16).toString('base64url')}`;
      sites.codes.push(code);
      return code;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
  server.on('request', async (request, response) => {
    const answer = await answerTo(request, sites);
    // What hangs is ended with the server.
    if (!answer) return;
    const {status = 200, headers = {}, body = ''} = answer;
    const policy = /[?&]coop=([a-z-]+)/.exec(request.url)?.[1];
    if (policy) response.setHeader('cross-origin-opener-policy', policy);
    response.writeHead(status, headers).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return sites;
}

async function answerTo(request, sites) {
  const {method, headers} = request;
  const url = new URL(request.url, `http://${headers.host}`);
  const {hostname, pathname, search} = url;
  sites.requests.push({method, hostname, pathname, search, referer: headers.referer ?? ''});
  const page = sites.pages[`${hostname}${pathname}`];
  if (page) return typeof page === 'function' ? page(url, request) : {headers: html, body: page};
  if (pathname === '/policy-report') {
    sites.policyReports.push(await textOf(request));
    return {status: 204};
  }
  switch (pathname) {
    case '/':
      return {headers: {...html, ...sites.headers.host}, body: hostHtml(sites, 'host', controls)};
    case '/element.html':
      return {
        headers: {...html, ...sites.headers.element},
        body: hostHtml(sites, 'element', '<main></main><aside></aside>'),
      };
    case '/callback.html':
      return {headers: {...html, ...sites.headers.callback}, body: callbackHtml(sites)};
    case '/before-host.js':
      return {headers: script, body: sites.before.host};
    case '/before-callback.js':
      return {headers: script, body: sites.before.callback};
    case '/authorize':
      return provide(url, sites);
    case '/favicon.ico':
      return {status: 204};
    default: {
      if (sites.withheld?.test(pathname)) return {status: 503};
      const body = (await scripts)[pathname];
      if (body !== undefined) return {headers: script, body};
      return {status: 404, headers: html, body: 'There is no such page.'};
    }
  }
}

const hostHtml = ({before}, name, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Host</title>
    ${before.host && '<script src="before-host.js"></script>'}
    <script type="module" src="${name}.js"></script>
  </head>
  <body>
    ${body}
  </body>
</html>
`;

const controls = `<button id="start">Connect</button>
    <a id="follow" target="_blank" rel="opener">Continue</a>`;

const callbackHtml = ({before, callbackAttributes}) =>
  callbackPage
    .replace(
      '<script',
      before.callback ? '<script src="before-callback.js"></script><script' : '$&',
    )
    .replace('data-keyslot-callback', `$& ${callbackAttributes}`);

function provide(url, {provider, address, newCode}) {
  const {act, answer} = provider;
  const headers = {...html, ...provider.headers};
  const state = url.searchParams.get('state') ?? '';
  if (act === 'hang') return undefined;
  if (act === 'fail') return {status: 500, headers, body: 'This did not work.'};
  const callback =
    url.searchParams.get('redirect_uri') ?? `${address('host.localhost')}/callback.html`;
  const given = answer({state, code: newCode(), url, callback});
  const separator = callback.includes('?') ? '&' : '?';
  const target =
    callback + (typeof given === 'string' ? given : separator + new URLSearchParams(given));
  if (act === 'redirect') return {status: 303, headers: {...headers, location: target}};
  const body = `<!doctype html>
<title>Provider</title>
<a id="allow" href="${escaped(target)}">Allow</a>
${act === 'go' ? '<script>document.querySelector("a").click()</script>' : ''}
`;
  return {headers, body};
}

const escaped = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Makes scripts of entries, in memory, by the paths at which they are served. */
async function bundle(entryPoints, splitting) {
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: root,
    splitting,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
  return Object.fromEntries(outputFiles.map(({path, text}) => [`/${basename(path)}`, text]));
}
