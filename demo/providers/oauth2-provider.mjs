// A real authorization server on loopback, for the demo and the tests: authorization code with a
// proof key (RFC 6749 §4.1, RFC 7636), answers that name their issuer (RFC 9207), nothing on disk.
import {generateKeyPairSync, randomBytes} from 'node:crypto';
import {text} from 'node:stream/consumers';
// Not the package's main module: that one prints what it thinks of the release of Node.
import {createMemoryAdapter} from 'oidc-provider/lib/adapters/memory_adapter.js';
import {base, Check} from 'oidc-provider/lib/helpers/interaction_policy/index.js';
import {Provider} from 'oidc-provider/lib/provider.js';
import {consentPage, pageHeaders, problemPage, scopes, signInPage} from './pages.mjs';
import {startServer} from './start-server.mjs';

/**
 * @param issuerHost - The host name in the issuer and in the address that users are sent to, such as
 *   `idp.localhost`. Backends reach the provider by `hostname` all the same.
 * @param clients - As RFC 7591 §2 names things: `client_id`, `client_name`, `redirect_uris`,
 *   `client_secret`, `token_endpoint_auth_method`.
 */
export async function startOAuth2Provider({
  port = 0,
  hostname = '127.0.0.1',
  issuerHost = hostname,
  clients,
}) {
  const issuerOf = (url) => Object.assign(new URL(url), {hostname: issuerHost}).origin;
  const {url, ...server} = await startServer({port, hostname}, (url) =>
    createProvider(issuerOf(url), clients).callback(),
  );
  const issuer = issuerOf(url);
  return {
    ...server,
    url,
    issuer,
    authorizationUrl: `${issuer}/auth`,
    tokenUrl: `${url}/token`,
    accountUrl: `${url}/account`,
  };
}

function createProvider(issuer, clients) {
  const {port} = new URL(issuer);
  const {privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const provider = new Provider(issuer, {
    adapter: createMemoryAdapter(),
    clients,
    clientDefaults: {
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: 'ES256',
    },
    // Backends exchange codes, pages do not.
    clientBasedCORS: () => false,
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      // Cookies know no ports: two providers on one host would take each other's.
      names: {
        session: `_session_${port}`,
        interaction: `_interaction_${port}`,
        resume: `_interaction_resume_${port}`,
      },
    },
    features: {devInteractions: {enabled: false}},
    findAccount: (_context, accountId) => ({accountId, claims: () => ({sub: accountId})}),
    interactions: {policy: askEachTime(), url: (_context, {uid}) => `/interaction/${uid}`},
    jwks: {keys: [{...privateKey.export({format: 'jwk'}), alg: 'ES256', use: 'sig'}]},
    pkce: {required: () => true},
    renderError: (context, {error, error_description: description = ''}) =>
      show(context, problemPage(`${error} ${description}`)),
    responseTypes: ['code'],
    scopes,
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 3600,
      Session: 3600,
    },
  });
  // It would keep them to itself.
  provider.on('server_error', (_context, error) => provider.emit('error', error));
  return provider.use(createPages(provider));
}

/** Whoever is signed in stays so, but access is granted anew each time, or denied. */
function askEachTime() {
  const policy = base();
  policy
    .get('consent')
    .checks.add(
      new Check(
        'asked_each_time',
        'access is granted anew each time',
        'consent_required',
        ({oidc}) => !oidc.result?.consent,
      ),
    );
  return policy;
}

const createPages = (provider) => async (context, next) => {
  const {method, path, req: request, res: response} = context;
  if (path === '/account') {
    const token = await provider.AccessToken.find(context.get('authorization').slice(7));
    context.status = token ? 200 : 401;
    context.body = token ? {account: token.accountId, scope: token.scope ?? ''} : {};
    return;
  }
  if (!path.startsWith('/interaction/')) {
    // Whoever names no scope gets the default one (RFC 6749 §3.3); the package would grant nothing.
    if (path === '/auth') context.query = {scope: 'openid', ...context.query};
    await next();
    return;
  }
  const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
  if (!interaction) {
    context.status = 400;
    show(context, problemPage('This sign-in has expired. Start again in the application.'));
    return;
  }
  if (method !== 'POST') {
    show(context, await questionPage(provider, interaction));
    return;
  }
  const form = new URLSearchParams(await text(request));
  const result = await resultOf(provider, interaction, form);
  context.status = 303;
  context.redirect(
    result ? await provider.interactionResult(request, response, result) : context.href,
  );
};

async function questionPage(provider, {prompt, params, session}) {
  if (prompt.name === 'login') return signInPage();
  const {clientId, clientName = clientId} = await provider.Client.find(params.client_id);
  return consentPage({
    application: clientName,
    user: session.accountId,
    scopes: grantable(params),
  });
}

/** @returns Nothing, when the form has no answer to the question. */
async function resultOf(provider, {prompt, params, session}, form) {
  if (prompt.name === 'login') {
    const accountId = form.get('username');
    return accountId ? {login: {accountId}} : undefined;
  }
  switch (form.get('decision')) {
    case 'allow': {
      const {accountId} = session;
      const grant = new provider.Grant({accountId, clientId: params.client_id});
      grant.addOIDCScope(grantable(params).join(' '));
      return {consent: {grantId: await grant.save()}};
    }
    case 'deny':
      return {error: 'access_denied', error_description: 'The user denied access'};
  }
}

/** The scopes asked for that the provider knows; it says so in its answer (RFC 6749 §3.3). */
const grantable = ({scope = ''}) => scope.split(' ').filter((name) => scopes.includes(name));

function show(context, page) {
  context.set(pageHeaders);
  context.body = page;
}
