// The server behind a host's page: its files, a connector, the backend that takes credentials, and a
// provider of sign-ins.
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {json} from 'node:stream/consumers';
import {validateCredential} from 'keyslot/core';
import {startOAuth2Provider} from '../../demo/providers/oauth2-provider.mjs';
import {createOAuthBuilt} from '../../examples/server/oauth-built.mjs';

/** The one token that the application does not take. */
export const REFUSED_TOKEN = 'refused-token';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

const pagePolicy = (trustedTypes) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    ...(trustedTypes
      ? ["require-trusted-types-for 'script'", `trusted-types ${trustedTypes.join(' ')}`]
      : []),
  ].join('; ');

/** As docs/oauth.md says. */
const callbackHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

const connectorOf = ({authorizationUrl, tokenUrl}) => ({
  version: 1,
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'token',
      type: 'token',
      name: 'Token',
      variables: [{key: 'store', label: 'Store name', required: true}],
    },
    {id: 'login', type: 'basic', name: 'User name and password'},
    {
      id: 'sign-in',
      type: 'oauth2-authorization-code',
      name: 'Sign in at Acme',
      authorizationUrl,
      tokenUrl,
      clientId: 'host',
      scopes: [{value: 'openid', label: 'Know who you are', required: true}],
    },
  ],
});

/**
 * @param folder - The files of the page.
 * @returns `received` holds every credential that arrived; `alter` may change what is served of a
 *   path.
 */
export async function startHostServer(folder, {trustedTypes, ownPolicy = false} = {}) {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://host.localhost:${server.address().port}`;
  const provider = await startOAuth2Provider({
    issuerHost: 'idp.localhost',
    clients: [
      {
        client_id: 'host',
        client_name: 'The host',
        redirect_uris: [`${url}/callback/callback.html`],
        token_endpoint_auth_method: 'none',
      },
    ],
  });
  const connector = connectorOf(provider);
  const host = {url, received: [], alter: (_path, body) => body, close};

  const signIn = createOAuthBuilt({
    findClient: () => ({...provider, clientId: 'host'}),
  });
  const accountOf = async ({type, values, ...credential}) => {
    if (type !== 'oauth2-authorization-code') return values.store ?? values.username;
    const {access_token: token} = await signIn.exchange({values, ...credential});
    const answer = await fetch(provider.accountUrl, {headers: {authorization: `Bearer ${token}`}});
    return (await answer.json()).account;
  };

  const connect = async (body) => {
    host.received.push(body);
    const {ok, credential} = validateCredential(connector, body);
    if (!ok) return [422, {message: 'Check what you entered'}];
    if (credential.values.token === REFUSED_TOKEN) {
      return [422, {fields: {token: 'Acme does not know this token'}}];
    }
    return [200, {account: await accountOf(credential)}];
  };

  const headersOf = (path) => {
    if (path.startsWith('/callback/')) return callbackHeaders;
    return ownPolicy ? {} : {'content-security-policy': pagePolicy(trustedTypes)};
  };

  async function answer(request) {
    const {pathname} = new URL(request.url, url);
    if (pathname === '/connections') return connect(await json(request));
    if (pathname === '/connector.json') return [200, connector];
    const path = normalize(pathname === '/' ? '/index.html' : pathname);
    const body = host.alter(path, await readFile(join(folder, path)));
    return [200, body, {'content-type': types[extname(path)], ...headersOf(path)}];
  }

  server.on('request', async (request, response) => {
    const [status, body, headers] = await answer(request).catch((error) =>
      error.code === 'ENOENT' ? [404, {}] : [500, {message: String(error)}],
    );
    if (Buffer.isBuffer(body)) response.writeHead(status, headers).end(body);
    else response.writeHead(status, {'content-type': types['.json']}).end(JSON.stringify(body));
  });

  async function close() {
    server.close();
    server.closeAllConnections();
    await provider.close();
  }
  return host;
}
