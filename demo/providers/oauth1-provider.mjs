// A provider of OAuth 1.0a on loopback (RFC 5849), for the demo and the tests. It verifies every
// signature for itself, with nothing of Keyslot.
import {createHmac, randomBytes, timingSafeEqual} from 'node:crypto';
import {text} from 'node:stream/consumers';
import OAuth from 'oauth-1.0a';
import {consentPage, pageHeaders, problemPage} from './pages.mjs';
import {startServer} from './start-server.mjs';

/**
 * @param consumers - The applications that it knows: `{key, secret, name}`.
 */
export async function startOAuth1Provider({port = 0, hostname = '127.0.0.1', consumers}) {
  const {url, ...server} = await startServer({port, hostname}, () => createListener(consumers));
  return {
    ...server,
    url,
    requestTokenUrl: `${url}/request-token`,
    authorizationUrl: `${url}/authorize`,
    accessTokenUrl: `${url}/access-token`,
    accountUrl: `${url}/account`,
  };
}

/** Why a request is refused, in the words of the OAuth Problem Reporting extension. */
class Refusal extends Error {
  constructor(problem, status = 401) {
    super(problem);
    this.status = status;
  }
}

function createListener(consumers) {
  const verify = createVerifier(consumers);
  /** The temporary credentials, by their token: RFC 5849 §2.1. */
  const requestTokens = new Map();
  const accessTokens = new Map();

  const issue = (tokens, details) => {
    const [key, secret] = [random(), random()];
    tokens.set(key, {key, secret, ...details});
    return {oauth_token: key, oauth_token_secret: secret};
  };

  const pending = (key) => {
    const token = requestTokens.get(key);
    if (!token || token.verifier) throw new Refusal('This request is not known, or decided', 400);
    return token;
  };

  const routes = {
    async 'POST /request-token'(request) {
      const {consumer, protocol} = await verify(request);
      const callback = protocol.oauth_callback;
      if (!/^https?:\/\//.test(callback) || !URL.canParse(callback)) {
        throw new Refusal('parameter_rejected', 400);
      }
      return form({...issue(requestTokens, {consumer, callback}), oauth_callback_confirmed: true});
    },

    'GET /authorize'(_request, {searchParams}) {
      const {key, consumer} = pending(searchParams.get('oauth_token'));
      return page(200, consentPage({application: consumer.name, fields: {oauth_token: key}}));
    },

    async 'POST /authorize'(request) {
      const answer = new URLSearchParams(await text(request));
      const token = pending(answer.get('oauth_token'));
      if (answer.get('decision') !== 'allow') {
        requestTokens.delete(token.key);
        // RFC 5849 has no answer for it; this is the usual one.
        return redirect(token.callback, {denied: token.key});
      }
      token.verifier = random();
      return redirect(token.callback, {oauth_token: token.key, oauth_verifier: token.verifier});
    },

    async 'POST /access-token'(request) {
      const {consumer, token, protocol} = await verify(request, requestTokens);
      const isAllowed = token.verifier && same(token.verifier, protocol.oauth_verifier);
      if (!isAllowed || !requestTokens.delete(token.key)) throw new Refusal('verifier_invalid');
      return form(issue(accessTokens, {consumer}));
    },

    async 'GET /account'(request) {
      const {consumer} = await verify(request, accessTokens);
      const body = JSON.stringify({account: 'anna@example.com', application: consumer.name});
      return {status: 200, headers: {'content-type': 'application/json'}, body};
    },
  };

  return async (request, response) => {
    const {status, headers, body} = await answerTo(request, routes);
    response.writeHead(status, headers).end(body);
  };
}

async function answerTo(request, routes) {
  try {
    const url = addressOf(request);
    return await (routes[`${request.method} ${url.pathname}`] ?? notFound)(request, url);
  } catch (error) {
    const {status, message} = error instanceof Refusal ? error : new Refusal('server_error', 500);
    if (request.url.startsWith('/authorize')) return page(status, problemPage(message));
    const {headers, body} = form({oauth_problem: message});
    return {status, headers: {...headers, 'www-authenticate': 'OAuth'}, body};
  }
}

const hashes = new Map([
  ['HMAC-SHA1', 'sha1'],
  ['HMAC-SHA256', 'sha256'],
]);

/** @returns What finds out who a request is from, and whose token it holds (RFC 5849 §3.2). */
function createVerifier(consumers) {
  const nonces = new Set();

  return async (request, tokens) => {
    const fields = isForm(request) ? [...new URLSearchParams(await text(request))] : [];
    const {oauth_signature: signature, ...protocol} = readProtocol(request);
    const consumer = consumers.find(({key}) => key === protocol.oauth_consumer_key);
    if (!consumer) throw new Refusal('consumer_key_unknown');
    const hash = hashes.get(protocol.oauth_signature_method);
    if (!hash) throw new Refusal('signature_method_rejected');
    const token = tokens?.get(protocol.oauth_token);
    if (tokens && token?.consumer !== consumer) throw new Refusal('token_rejected');

    const signer = new OAuth({
      consumer,
      signature_method: protocol.oauth_signature_method,
      hash_function: (base, key) => createHmac(hash, key).update(base).digest('base64'),
    });
    const {origin, pathname, searchParams} = addressOf(request);
    const signed = {
      method: request.method,
      url: origin + pathname,
      data: listsOf([...searchParams, ...fields]),
    };
    // A copy: the package adds to it what else is signed.
    if (!same(signer.getSignature(signed, token?.secret, {...protocol}), signature)) {
      throw new Refusal('signature_invalid');
    }
    const {oauth_timestamp: timestamp, oauth_nonce: nonce} = protocol;
    if (!(Math.abs(timestamp - Date.now() / 1000) < 300)) throw new Refusal('timestamp_refused');
    // RFC 5849 §3.3: unique for a timestamp, a client and a token.
    const use = JSON.stringify([timestamp, consumer.key, token?.key, nonce]);
    if (!nonce || nonces.has(use)) throw new Refusal('nonce_used');
    nonces.add(use);
    return {consumer, token, protocol};
  };
}

/** The parameters of the protocol; only the header may hold them here (RFC 5849 §3.5.1). */
function readProtocol({headers: {authorization = ''}}) {
  const [, parameters = ''] = /^OAuth (.*)$/i.exec(authorization) ?? [];
  try {
    return Object.fromEntries(
      [...parameters.matchAll(/(oauth_\w+)="([^"]*)"/g)].map(([, name, value]) => [
        name,
        decodeURIComponent(value),
      ]),
    );
  } catch {
    throw new Refusal('parameter_rejected', 400);
  }
}

const isForm = ({headers}) =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;

const addressOf = ({url, headers: {host}}) => new URL(url, `http://${host}`);

/** All values of each name. */
function listsOf(parameters) {
  const lists = Object.create(null);
  for (const [name, value] of parameters) lists[name] = [...(lists[name] ?? []), value];
  return lists;
}

const same = (expected, given = '') => {
  const [left, right] = [expected, given].map((part) => Buffer.from(part));
  return left.length === right.length && timingSafeEqual(left, right);
};

const random = () => randomBytes(24).toString('base64url');

const notFound = () => page(404, problemPage('There is no such page.'));

const page = (status, body) => ({status, headers: pageHeaders, body});

const form = (fields) => ({
  status: 200,
  headers: {'content-type': 'application/x-www-form-urlencoded', 'cache-control': 'no-store'},
  body: new URLSearchParams(fields).toString(),
});

function redirect(callback, parameters) {
  const url = new URL(callback);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value);
  return {status: 303, headers: {location: url.href}};
}
