// OAuth 2 where the page begins and the backend ends: Keyslot has made the request and checked the
// answer, and hands over the code with its proof key.
import {assertSame} from './oauth-error.mjs';
import {exchangeCode} from './token-request.mjs';

/**
 * @param findClient - The client at the provider of a credential's method: `{tokenUrl, issuer,
 *   clientId}`, with `clientSecret` and `clientAuthentication` where it has a secret; or a promise of
 *   it. From the backend's own definitions: a code is sent to no address that a page has named. A
 *   client of the user's own is in `values`.
 * @param send - What sends requests, in place of `fetch`.
 */
export const createOAuthBuilt = ({findClient, send = fetch}) => ({
  /** @returns What the provider answers to the credential that the page was given. */
  async exchange({connectorId, methodId, values, authorization}) {
    const client = await findClient({connectorId, methodId, values});
    const {code, codeVerifier, redirectUri, issuer} = authorization;
    // Another provider's code must not be shown to this one (RFC 9207 §2.4).
    assertSame({issuer}, {issuer: client.issuer});
    return exchangeCode(client, {code, redirectUri, codeVerifier}, send);
  },
});
