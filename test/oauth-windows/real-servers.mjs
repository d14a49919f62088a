// The providers of the demo, with the backend halves of the examples behind the host's page.
import {startOAuth1Provider} from '../../demo/providers/oauth1-provider.mjs';
import {startOAuth2Provider} from '../../demo/providers/oauth2-provider.mjs';
import {createOAuth1ThreeLegged} from '../../examples/server/oauth1-three-legged.mjs';
import {createOAuthBuilt} from '../../examples/server/oauth-built.mjs';

const callbackOf = (sites) => `${sites.address('host.localhost')}/callback.html`;

/**
 * Starts an authorization server that knows the client of the rows.
 *
 * @param redirectUri - Where it sends users back to. Our callback page, when absent.
 */
export async function startRealOAuth2({sites, closers}, redirectUri = callbackOf(sites)) {
  const clientId = 'example-client';
  const provider = await startOAuth2Provider({
    issuerHost: 'idp.localhost',
    clients: [
      {
        client_id: clientId,
        client_name: 'Example shop',
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'none',
      },
    ],
  });
  closers.push(provider.close);
  const {authorizationUrl, tokenUrl, issuer} = provider;
  const {exchange} = createOAuthBuilt({findClient: () => ({tokenUrl, issuer, clientId})});
  return {
    ...provider,
    definition: {authorizationUrl, issuer},
    /** Exchanges what the page was given. */
    exchange: (authorization) =>
      exchange({connectorId: 'example', methodId: 'window', values: {}, authorization}),
  };
}

/** Starts a provider of OAuth 1.0a that knows the host, and lets the page prepare by its backend. */
export async function startRealOAuth1({closers}, {send} = {}) {
  const consumer = {
    key: 'example-consumer',
    secret: 'secret of the consumer',
    name: 'Example shop',
  };
  const provider = await startOAuth1Provider({consumers: [consumer]});
  closers.push(provider.close);
  const {requestTokenUrl, accessTokenUrl, url} = provider;
  const backend = createOAuth1ThreeLegged({
    findClient: () => ({
      requestTokenUrl,
      accessTokenUrl,
      authorizationUrl: `${url.replace('127.0.0.1', 'idp.localhost')}/authorize`,
      consumerKey: consumer.key,
      consumerSecret: consumer.secret,
      signatureMethod: 'HMAC-SHA256',
    }),
    ...(send && {send}),
  });
  return {
    ...provider,
    expose: (host) => host.page.exposeFunction('prepareOnBackend', backend.prepare),
    exchange: (authorization) =>
      backend.exchange({connectorId: 'example', methodId: 'window', authorization}),
  };
}

/** Signs in, where the provider asks who it is, and decides. */
export async function decide(window, decision) {
  const button = await window.waitForSelector('#sign-in, #allow');
  if (await button.evaluate(({id}) => id === 'sign-in')) {
    await window.type('#username', 'anna');
    await window.click('#sign-in');
    await window.waitForSelector('#allow');
  }
  await window.click(`#${decision}`).catch((error) => {
    if (!window.isClosed()) throw error;
  });
}
