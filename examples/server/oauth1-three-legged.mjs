// OAuth 1.0a with a user's consent: the backend asks for temporary credentials, the user authorises
// them in the window, and the backend exchanges them (RFC 5849 §2).
import {assertSame, OAuthError} from './oauth-error.mjs';
import {requestOAuth1Token} from './oauth1-token-request.mjs';
import {createOneTimeRecords} from './one-time-records.mjs';

/**
 * @param findClient - Our client at the provider of a connector's method: `{requestTokenUrl,
 *   authorizationUrl, accessTokenUrl, consumerKey, consumerSecret, signatureMethod}`, or a promise of
 *   it.
 * @param send - What sends requests, in place of `fetch`.
 * @param now - The time in milliseconds.
 */
export const createOAuth1ThreeLegged = ({findClient, send = fetch, now = Date.now}) => {
  const attempts = createOneTimeRecords({now});

  return {
    /** Answers what the page's `oauth.prepare` asks for. */
    async prepare({connectorId, methodId, values, redirectUri, state}) {
      const client = await findClient({connectorId, methodId, values});
      // RFC 5849 has no `state`: it is part of the address to come back to.
      const callback = addTo(redirectUri, {state});
      const request = {url: client.requestTokenUrl, oauth_callback: callback};
      const answer = await requestOAuth1Token(client, request, send);
      // A provider that does not say so knows no verifier: anybody could finish (RFC 5849 §2.1).
      if (answer.oauth_callback_confirmed !== 'true') throw new OAuthError('callback_unconfirmed');
      const {oauth_token: oauthToken, oauth_token_secret: secret} = answer;
      // Here a real backend remembers the user's session too, and lets no other one finish.
      const expected = {connectorId, methodId, redirectUri, oauthToken};
      attempts.remember(state, {client, secret, expected});
      return {authorizationUrl: addTo(client.authorizationUrl, {oauth_token: oauthToken})};
    },

    /** @returns The keys of the token: what the type `oauth1` calls `token` and `tokenSecret`. */
    async exchange({connectorId, methodId, authorization}) {
      const {state, oauthToken, oauthVerifier, redirectUri} = authorization;
      const attempt = attempts.take(state);
      if (!attempt) throw new OAuthError('attempt_not_found');
      assertSame({connectorId, methodId, redirectUri, oauthToken}, attempt.expected);
      const {client, secret} = attempt;
      const token = {key: oauthToken, secret};
      const request = {url: client.accessTokenUrl, token, oauth_verifier: oauthVerifier};
      const answer = await requestOAuth1Token(client, request, send);
      return {token: answer.oauth_token, tokenSecret: answer.oauth_token_secret};
    },
  };
};

function addTo(address, parameters) {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
