import {OAuthError} from './oauth-error.mjs';

/**
 * Exchanges an authorization code for tokens (RFC 6749 §4.1.3).
 *
 * @param client - `{tokenUrl, clientId, clientSecret, clientAuthentication}`. Without a secret it is
 *   a public client; with one it proves who it is by the header, or by `post` in the form.
 * @returns What the provider answered: `access_token`, `scope` and so on (RFC 6749 §5.1).
 * @throws OAuthError
 */
export async function exchangeCode(client, {code, redirectUri, codeVerifier}, send) {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    ...(codeVerifier && {code_verifier: codeVerifier}),
  });
  const headers = authenticate(client, form);
  // A redirect would take the secret and the code to somebody else (RFC 9700 §4.12).
  const init = {method: 'POST', headers, body: form, redirect: 'error'};
  const answer = await send(client.tokenUrl, init);
  const {error = 'exchange_failed', ...tokens} = await answer.json().catch(() => ({}));
  if (!answer.ok || !tokens.access_token) throw new OAuthError(String(error));
  return tokens;
}

/** RFC 6749 §2.3.1. */
function authenticate({clientId, clientSecret, clientAuthentication}, form) {
  if (clientSecret !== undefined && clientAuthentication !== 'post') {
    const [id, secret] = [clientId, clientSecret].map(formEncode);
    return {authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`};
  }
  form.set('client_id', clientId);
  if (clientSecret !== undefined) form.set('client_secret', clientSecret);
  return {};
}

const formEncode = (text) => new URLSearchParams([['', text]]).toString().slice(1);
