// An application on loopback that checks credentials for itself: nothing of Keyslot is used here.
import {createHmac, generateKeyPairSync, timingSafeEqual, verify} from 'node:crypto';
import {createServer} from 'node:http';
import {text} from 'node:stream/consumers';
import OAuth from 'oauth-1.0a';

export const {privateKey, publicKey} = generateKeyPairSync('rsa', {modulusLength: 2048});

/** The credentials that the application knows. */
export const known = {
  username: 'anna',
  password: 'pässwörd: 100 %',
  token: 'token-1',
  apiKey: 'key-1',
  clientId: 'client & co',
  clientSecret: 's e c+r/e=t',
  consumer: {key: 'consumer-1', secret: 'consumer secret'},
  signedToken: {key: 'signed-1', secret: 'token secret'},
  accessToken: 'access-1',
};

const same = (a, b) =>
  typeof a === 'string' && a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const basic = (username, password) =>
  `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;

/** Whether a request proves who it is from, by path. */
const checks = {
  '/basic': ({headers}) => same(headers.authorization, basic(known.username, known.password)),
  '/bearer': ({headers}) => same(headers.authorization, `Bearer ${known.token}`),
  '/own-header': ({headers}) =>
    same(headers['x-token'], known.token) && headers.authorization === undefined,
  '/header-key': ({headers}) => same(headers['x-api-key'], `Key ${known.apiKey}`),
  '/query-key': (_, url) => same(url.searchParams.get('api_key'), known.apiKey),
  '/cookie-key': ({headers}) => same(headers.cookie, `session=${known.apiKey}`),
  '/oauth2': ({headers}) => same(headers.authorization, `Bearer ${known.accessToken}`),
  '/none': ({headers}) => headers.authorization === undefined,
  '/oauth1': checkSignature,
  // Knows nobody, for the demo: whatever is well-formed will do.
  '/anyone': ({headers}) => isWellFormed(headers.authorization),
};

/** Whether there is no Authorization header, or one of the form that its scheme demands. */
function isWellFormed(authorization = 'Bearer none') {
  const [, scheme, rest] = /^(\w+) (.*)$/s.exec(authorization) ?? [];
  const forms = {
    Basic: () => Buffer.from(rest, 'base64').toString().includes(':'),
    Bearer: () => /^[\w~+/.-]+=*$/.test(rest),
    OAuth: () => / oauth_signature="[^"]+"/.test(rest),
  };
  return forms[scheme]?.() ?? false;
}

function checkSignature({headers, method}, url) {
  const parameters = Object.fromEntries(
    [...(headers.authorization ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      decodeURIComponent(value),
    ]),
  );
  const {oauth_signature: signature, ...protocol} = parameters;
  // Not signed (RFC 5849 §3.4.1.3.1).
  delete protocol.realm;
  const hash = {'HMAC-SHA1': 'sha1', 'HMAC-SHA256': 'sha256'}[protocol.oauth_signature_method];
  const signer = new OAuth({
    consumer: known.consumer,
    signature_method: protocol.oauth_signature_method,
    hash_function: (base, key) => createHmac(hash, key).update(base).digest('base64'),
  });
  const request = {url: url.href, method, data: {}};
  return same(signature, signer.getSignature(request, known.signedToken.secret, protocol));
}

/** How a client proves itself at the token endpoint, by what its path says. */
const clients = {
  basic: ({authorization}) =>
    same(
      authorization,
      basic(...[known.clientId, known.clientSecret].map((part) => formEncode(part))),
    ),
  post: (_, form) =>
    same(form.get('client_id'), known.clientId) &&
    same(form.get('client_secret'), known.clientSecret),
  none: (_, form) => same(form.get('client_id'), known.clientId),
  'private-key-jwt': (_, form, audience) => {
    const [header, payload, signature] = form.get('client_assertion')?.split('.') ?? [];
    const decode = (part) => JSON.parse(Buffer.from(part, 'base64url').toString());
    const isSigned = verify(
      'sha256',
      Buffer.from(`${header}.${payload}`),
      publicKey,
      Buffer.from(signature, 'base64url'),
    );
    const {iss, aud, exp} = decode(payload);
    return isSigned && iss === known.clientId && aud === audience && exp > Date.now() / 1000;
  },
};

/** Knows nobody either. */
const isAnyClient = ({authorization}, form) =>
  [authorization, form.get('client_id'), form.get('client_assertion')].some(Boolean);

const formEncode = (value) => new URLSearchParams({a: value}).toString().slice(2);

/** Starts the application. */
export async function startLoopbackApi() {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    const answer = (status, body) =>
      response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
    const [, first, kind] = url.pathname.split('/');
    if (first === 'token') {
      const form = new URLSearchParams(await text(request));
      const isKnown =
        form.get('grant_type') === 'client_credentials' &&
        (clients[kind] ?? isAnyClient)(request.headers, form, url.origin + url.pathname);
      return isKnown ? answer(200, {access_token: known.accessToken}) : answer(401, {});
    }
    return checks[url.pathname]?.(request, url)
      ? answer(200, {account: 'anna@example.com'})
      : answer(401, {});
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
