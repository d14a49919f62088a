// OAuth 2 where the backend begins and ends: it makes the request for authorization, and keeps the
// client secret and the proof key. The page sees the address, and a code that is of no use to it.
import {createHash, randomBytes} from 'node:crypto';
import {assertSame, OAuthError} from './oauth-error.mjs';
import {createOneTimeRecords} from './one-time-records.mjs';
import {exchangeCode} from './token-request.mjs';

/**
 * @param findClient - Our client at the provider of a connector's method: `{authorizationUrl,
 *   tokenUrl, issuer, clientId, clientSecret, clientAuthentication}`, or a promise of it.
 * @param send - What sends requests, in place of `fetch`.
 * @param now - The time in milliseconds.
 */
export const createOAuthPrepared = ({findClient, send = fetch, now = Date.now}) => {
  const attempts = createOneTimeRecords({now});

  return {
    /** Answers what the page's `oauth.prepare` asks for. */
    async prepare({connectorId, methodId, values, scopes, redirectUri}) {
      const client = await findClient({connectorId, methodId, values});
      const {authorizationUrl, issuer, clientId} = client;
      const [state, codeVerifier] = [random(), random()];
      // Here a real backend remembers the user's session too, and lets no other one finish.
      const expected = {connectorId, methodId, redirectUri, issuer};
      attempts.remember(state, {client, codeVerifier, expected});
      const url = new URL(authorizationUrl);
      for (const [name, value] of Object.entries({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        ...(scopes.length > 0 && {scope: scopes.join(' ')}),
        state,
        code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
        code_challenge_method: 'S256',
      })) {
        url.searchParams.set(name, value);
      }
      return {authorizationUrl: url.href, issuer};
    },

    /** @returns What the provider answers to the credential that the page was given. */
    async exchange({connectorId, methodId, authorization}) {
      const {state, code, redirectUri, issuer} = authorization;
      const attempt = attempts.take(state);
      if (!attempt) throw new OAuthError('attempt_not_found');
      assertSame({connectorId, methodId, redirectUri, issuer}, attempt.expected);
      // Of the client that was begun with: values may name another one by now.
      const {client, codeVerifier} = attempt;
      return exchangeCode(client, {code, redirectUri, codeVerifier}, send);
    },
  };
};

const random = () => randomBytes(32).toString('base64url');
