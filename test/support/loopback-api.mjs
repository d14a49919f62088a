// An application on loopback that checks credentials for itself: nothing of Keyslot is used here.
import {generateKeyPairSync} from 'node:crypto';
import {text} from 'node:stream/consumers';
import {serve} from './serve.mjs';
import {basic, basicClient, isAsserted, isSigned, same} from './verify-request.mjs';

// Short, because it is typed in the journeys.
export const {privateKey, publicKey} = generateKeyPairSync('rsa', {modulusLength: 1024});

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
  realm: '1234567_SB1',
  accessToken: 'access-1',
};

const signedBy = (signatureMethod, realm) => (request) =>
  isSigned(request, {
    signatureMethod,
    consumer: known.consumer,
    token: known.signedToken,
    publicKey,
    realm,
  });

/** Whether a request proves who it is from, by path. */
const checks = {
  '/basic': ({headers}) => same(headers.authorization, basic(known.username, known.password)),
  '/bearer': ({headers}) => same(headers.authorization, `Bearer ${known.token}`),
  '/own-header': ({headers}) =>
    same(headers['x-token'], known.token) && headers.authorization === undefined,
  '/header-key': ({headers}) => same(headers['x-api-key'], `Key ${known.apiKey}`),
  '/query-key': ({url}) => same(url.searchParams.get('api_key'), known.apiKey),
  '/cookie-key': ({headers}) => same(headers.cookie, `session=${known.apiKey}`),
  '/oauth2': ({headers}) => same(headers.authorization, `Bearer ${known.accessToken}`),
  '/none': ({headers}) => headers.authorization === undefined,
  '/hmac-sha1': signedBy('HMAC-SHA1'),
  '/hmac-sha256': signedBy('HMAC-SHA256', known.realm),
  '/plaintext': signedBy('PLAINTEXT'),
  '/rsa-sha1': signedBy('RSA-SHA1'),
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

/** How a client proves itself at the token endpoint, by what its path says. */
const clients = {
  basic: ({authorization}) => same(authorization, basicClient(known.clientId, known.clientSecret)),
  post: (_, form) =>
    same(form.get('client_id'), known.clientId) &&
    same(form.get('client_secret'), known.clientSecret),
  none: (_, form) => same(form.get('client_id'), known.clientId),
  'private-key-jwt': (_, form, audience) =>
    isAsserted(form, {algorithm: 'RS256', publicKey, clientId: known.clientId, audience}),
};

/** Knows nobody either. */
const isAnyClient = ({authorization}, form) =>
  [authorization, form.get('client_id'), form.get('client_assertion')].some(Boolean);

/** Starts the application. */
export const startLoopbackApi = () =>
  serve(async (request) => {
    const {headers, method} = request;
    const url = new URL(request.url, `http://${headers.host}`);
    const [, first, kind] = url.pathname.split('/');
    if (first === 'token') {
      const form = new URLSearchParams(await text(request));
      const isKnown =
        form.get('grant_type') === 'client_credentials' &&
        (clients[kind] ?? isAnyClient)(headers, form, url.origin + url.pathname);
      return isKnown ? [200, {access_token: known.accessToken}] : [401, {}];
    }
    return checks[url.pathname]?.({headers, method, url})
      ? [200, {account: 'anna@example.com'}]
      : [401, {}];
  });
