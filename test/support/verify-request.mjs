// How an application finds out who a request is from: nothing of Keyslot is used here.
import {constants, createHmac, timingSafeEqual, verify} from 'node:crypto';
import OAuth from 'oauth-1.0a';

export const same = (a, b) => {
  const [left, right] = [a, b].map((text) => Buffer.from(text ?? '', 'utf8'));
  return typeof a === 'string' && left.length === right.length && timingSafeEqual(left, right);
};

/** RFC 7617 §2, in UTF-8. */
export const basic = (username, password) =>
  `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;

/** The same for a client, whose parts are form-encoded first (RFC 6749 §2.3.1). */
export const basicClient = (...parts) =>
  basic(...parts.map((part) => new URLSearchParams({a: part}).toString().slice(2)));

const hmac = (hash) => (base, key) => createHmac(hash, key).update(base).digest('base64');

const signatures = {
  'HMAC-SHA1': hmac('sha1'),
  'HMAC-SHA256': hmac('sha256'),
  PLAINTEXT: (_base, key) => key,
};

/** Whether a request is signed with the keys of an account (RFC 5849 §3.2). */
export function isSigned(
  {headers, method, url},
  {signatureMethod, consumer, token, publicKey, realm},
) {
  const sent = Object.fromEntries(
    [...(headers.authorization ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      decodeURIComponent(value),
    ]),
  );
  // The realm is not signed (RFC 5849 §3.4.1.3.1).
  const {oauth_signature: signature, realm: sentRealm, ...protocol} = sent;
  if (protocol.oauth_signature_method !== signatureMethod) return false;
  const request = {url: url.href, method, data: {}};
  const signer = new OAuth({
    consumer,
    signature_method: signatureMethod,
    // It asks for one though it only makes the text that is signed.
    hash_function: signatures[signatureMethod] ?? (() => ''),
  });
  const isRight =
    signatureMethod === 'RSA-SHA1'
      ? verify(
          'sha1',
          Buffer.from(signer.getBaseString(request, protocol)),
          publicKey,
          Buffer.from(signature, 'base64'),
        )
      : same(signature, signer.getSignature(request, token.secret, protocol));
  return (
    isRight &&
    Math.abs(protocol.oauth_timestamp - Date.now() / 1000) < 300 &&
    protocol.oauth_nonce !== '' &&
    protocol.oauth_consumer_key === consumer.key &&
    protocol.oauth_token === token.key &&
    sentRealm === realm
  );
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const keys = {
  RS256: (key) => key,
  PS256: (key) => ({key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32}),
};

/** Whether a client proves with its key who it is (RFC 7523 §3). `claims` are those it must make. */
export function isAsserted(form, {algorithm, publicKey, clientId, keyId, audience, claims = {}}) {
  const [header, payload, signature] = form.get('client_assertion')?.split('.') ?? [];
  if (form.get('client_assertion_type') !== assertionType || !signature) return false;
  const read = (part) => JSON.parse(Buffer.from(part, 'base64url').toString());
  const {alg, kid} = read(header);
  const expected = {...claims, iss: clientId, sub: clientId, aud: audience};
  const claimed = read(payload);
  return (
    alg === algorithm &&
    kid === keyId &&
    Object.entries(expected).every(([name, value]) => claimed[name] === value) &&
    claimed.exp > Date.now() / 1000 &&
    verify(
      'sha256',
      Buffer.from(`${header}.${payload}`),
      keys[algorithm](publicKey),
      Buffer.from(signature, 'base64url'),
    )
  );
}
