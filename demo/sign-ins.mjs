// What the demo has behind its sign-ins: two providers on loopback, and what a backend does with
// what they grant.
import {randomBytes} from 'node:crypto';
import {json} from 'node:stream/consumers';
import {createOAuthBuilt} from '../examples/server/oauth-built.mjs';
import {createOAuthPrepared} from '../examples/server/oauth-prepared.mjs';
import {createOAuth1ThreeLegged} from '../examples/server/oauth1-three-legged.mjs';
import {startOAuth1Provider} from './providers/oauth1-provider.mjs';
import {startOAuth2Provider} from './providers/oauth2-provider.mjs';

/**
 * @param redirectUris - The callback pages of the pages that use it.
 * @param oauth2Port - Where the OAuth 2 provider listens; any free port, when absent.
 * @param oauth1Port - Where the OAuth 1.0a provider listens.
 * @param resolveRequest - Of `keyslot/core`: signs what is asked of the OAuth 1.0a provider.
 * @returns `signIns` for the example backend, `prepare` for a request of the page, and the providers.
 */
export async function startSignIns({redirectUris, oauth2Port = 0, oauth1Port = 0, resolveRequest}) {
  const [clientSecret, consumerSecret] = [randomBytes(32), randomBytes(32)].map((bytes) =>
    bytes.toString('base64url'),
  );
  const oauth2 = await startOAuth2Provider({
    port: oauth2Port,
    clients: [
      {
        client_id: 'example-built',
        client_name: 'The demo page',
        redirect_uris: redirectUris,
        token_endpoint_auth_method: 'none',
      },
      {
        client_id: 'example-prepared',
        client_name: 'The demo backend',
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
  });
  const consumers = [{key: 'example', secret: consumerSecret, name: 'The demo backend'}];
  const oauth1 = await startOAuth1Provider({port: oauth1Port, consumers});

  const {tokenUrl, authorizationUrl, issuer} = oauth2;
  const built = createOAuthBuilt({
    findClient: () => ({tokenUrl, issuer, clientId: 'example-built'}),
  });
  const prepared = createOAuthPrepared({
    findClient: () => ({
      tokenUrl,
      authorizationUrl,
      issuer,
      clientId: 'example-prepared',
      clientSecret,
    }),
  });
  const signatureMethod = 'HMAC-SHA256';
  const older = createOAuth1ThreeLegged({
    findClient: () => ({...oauth1, consumerKey: 'example', consumerSecret, signatureMethod}),
  });

  const askOAuth2 = async (exchange, credential) => {
    const {access_token: token} = await exchange(credential);
    return fetch(oauth2.accountUrl, {headers: {authorization: `Bearer ${token}`}});
  };
  const askOAuth1 = async (credential) => {
    const values = {consumerKey: 'example', consumerSecret, ...(await older.exchange(credential))};
    const connector = {
      version: 1,
      id: 'signed',
      name: 'Signed',
      methods: [{id: 'signed', type: 'oauth1', signatureMethod}],
    };
    const request = {method: 'GET', url: oauth1.accountUrl};
    const {headers} = await resolveRequest(
      connector,
      {connectorId: 'signed', methodId: 'signed', type: 'oauth1', values},
      {request},
    );
    return fetch(oauth1.accountUrl, {headers});
  };

  return {
    oauth1,
    oauth2,
    /** Answers a POST of what `oauth.prepare` is given. */
    async prepare(request) {
      const context = await json(request);
      return context.methodId === 'oauth1' ? older.prepare(context) : prepared.prepare(context);
    },
    signIns: {
      'example-built': (credential) => askOAuth2(built.exchange, credential),
      'example-prepared': (credential) =>
        credential.methodId === 'oauth1'
          ? askOAuth1(credential)
          : askOAuth2(prepared.exchange, credential),
    },
    close: () => Promise.all([oauth1.close(), oauth2.close()]),
  };
}
