import {askedScopes, STATE} from '../model/authorization.js';
import type {AvailableMethod, FieldValues} from '../model/method-kind.js';
import {KeyslotAuthorizationError} from './authorization-error.js';
import {buildAuthorizationUrl, checkAuthorizationUrl} from './authorization-url.js';
import type {OAuthOptions, PreparedAuthorization} from './oauth-options.js';
import type {AuthorizationPorts} from './ports.js';
import {challengeOf, randomText} from './proof-key.js';
import type {ExpectedResponse} from './response.js';

interface Preparation {
  readonly connectorId: string;
  readonly method: AvailableMethod;
  readonly values: FieldValues;
  readonly scopes?: readonly string[] | undefined;
  readonly oauth: OAuthOptions;
}

/** Where to send the user, and what the answer must agree with. */
export interface Prepared {
  readonly url: URL;
  readonly expected: ExpectedResponse;
}

/**
 * Makes the address to send the user to, here or by the host's backend.
 *
 * @throws KeyslotAuthorizationError
 */
export async function prepareAuthorization(
  {connectorId, method, values, scopes: chosen, oauth}: Preparation,
  ports: AuthorizationPorts,
  signal: AbortSignal,
): Promise<Prepared> {
  const {authorization: plan} = method;
  if (!plan) throw new KeyslotAuthorizationError('authorization_unavailable');
  const {redirectUri, prepare} = oauth;
  const scopes = askedScopes(plan, chosen && new Set(chosen));
  const {protocol, issuer} = plan;
  const state = randomText(ports);
  const expected: ExpectedResponse = {protocol, redirectUri, scopes, issuer, state};
  if (!prepare) {
    const codeVerifier = plan.pkce === false ? undefined : randomText(ports);
    const codeChallenge = codeVerifier && (await challengeOf(codeVerifier, ports));
    const address = buildAuthorizationUrl(plan, values, {
      redirectUri,
      scopes,
      state,
      codeChallenge,
    });
    return {url: checkAuthorizationUrl(address, oauth), expected: {...expected, codeVerifier}};
  }
  const context = {connectorId, methodId: method.id, values, scopes, redirectUri, state};
  const prepared = await ask(() => prepare(context, {signal}));
  const url = checkAuthorizationUrl(prepared.authorizationUrl, oauth);
  return {
    url,
    expected: {
      ...expected,
      issuer: prepared.issuer ?? issuer,
      ...(protocol === 'oauth1' ? {oauthToken: tokenIn(url)} : {state: stateOf(prepared, url)}),
    },
  };
}

async function ask(prepare: () => Promise<PreparedAuthorization>): Promise<PreparedAuthorization> {
  try {
    // What a host returns may be anything.
    const prepared: unknown = await prepare();
    if (typeof prepared === 'object' && prepared !== null) return prepared as PreparedAuthorization;
  } catch (reason) {
    // The message of an error that was merely thrown is for developers, and may hold anything.
    const {message} = (reason ?? {}) as {message?: unknown};
    const isForPeople = !(reason instanceof Error) && typeof message === 'string';
    throw new KeyslotAuthorizationError(
      'prepare_failed',
      isForPeople ? {hostMessage: message} : {},
    );
  }
  throw new KeyslotAuthorizationError('prepare_failed');
}

/** An answer of OAuth 1.0a names the temporary credentials that the user was sent with. */
function tokenIn({searchParams}: URL): string {
  const oauthToken = searchParams.get('oauth_token');
  if (!oauthToken) throw new KeyslotAuthorizationError('authorize_url_invalid');
  return oauthToken;
}

function stateOf(prepared: PreparedAuthorization, {searchParams}: URL): string {
  const inUrl = searchParams.get('state') ?? undefined;
  const state: unknown = prepared.state ?? inUrl;
  if (typeof state !== 'string' || !STATE.test(state)) {
    throw new KeyslotAuthorizationError('state_missing');
  }
  if (inUrl !== undefined && inUrl !== state) {
    throw new KeyslotAuthorizationError('authorize_url_invalid');
  }
  return state;
}
