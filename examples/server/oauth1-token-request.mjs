import {createHmac} from 'node:crypto';
import OAuth from 'oauth-1.0a';
import {OAuthError} from './oauth-error.mjs';

const hashes = {'HMAC-SHA1': 'sha1', 'HMAC-SHA256': 'sha256'};

/**
 * Asks for a token by a signed request (RFC 5849 §2.1, §2.3).
 *
 * @param client - `{consumerKey, consumerSecret, signatureMethod}`.
 * @param request - Where to; the `token` to sign with, if there is one yet; and further parameters
 *   of the protocol.
 * @throws OAuthError
 */
export async function requestOAuth1Token(
  {consumerKey, consumerSecret, signatureMethod = 'HMAC-SHA1'},
  {url, token, ...data},
  send,
) {
  const signer = new OAuth({
    consumer: {key: consumerKey, secret: consumerSecret},
    signature_method: signatureMethod,
    hash_function: (base, key) =>
      createHmac(hashes[signatureMethod], key).update(base).digest('base64'),
  });
  const headers = signer.toHeader(signer.authorize({method: 'POST', url, data}, token));
  // A redirect would take the token to somebody else.
  const answer = await send(url, {method: 'POST', headers, redirect: 'error'});
  const fields = Object.fromEntries(new URLSearchParams(await answer.text()));
  if (!answer.ok || !fields.oauth_token || !fields.oauth_token_secret) {
    throw new OAuthError(fields.oauth_problem ?? 'exchange_failed');
  }
  return fields;
}
