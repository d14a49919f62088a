import type {Authorization} from '../model/authorization.js';
import {isSafeLink} from '../model/safe-link.js';
import {KeyslotAuthorizationError, type ProviderError} from './authorization-error.js';
import type {ResultMessage} from './message.js';

/** What an answer has to agree with: settled before the window left for the provider. */
export interface ExpectedResponse {
  readonly protocol: 'oauth1' | 'oauth2';
  readonly state: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly issuer?: string | undefined;
  readonly codeVerifier?: string | undefined;
  /** The temporary credentials that the user was sent with (RFC 5849 §2.2). */
  readonly oauthToken?: string | undefined;
}

/**
 * Judges what the provider answered, in an order that lets nobody slip in an answer of their own:
 * form, state, issuer, and only then whether it is an error or a grant (RFC 6749 §10.12, RFC 9207
 * §2.4).
 *
 * @throws KeyslotAuthorizationError
 */
export function judgeResponse(
  {params, fault}: ResultMessage,
  expected: ExpectedResponse,
): Authorization {
  if (fault === 'malformed') throw new KeyslotAuthorizationError('response_malformed');
  // A host's backend may leave it out, as it has found the attempt by it already.
  if ((params['state'] ?? expected.state) !== expected.state) {
    throw new KeyslotAuthorizationError('response_malformed');
  }
  const {iss} = params;
  if (expected.issuer !== undefined && iss !== expected.issuer) {
    throw new KeyslotAuthorizationError(iss === undefined ? 'issuer_missing' : 'issuer_mismatch');
  }
  if (fault === 'unsupported') throw new KeyslotAuthorizationError('response_unsupported');
  const grant = expected.protocol === 'oauth1' ? temporaryCredentials : grantOf;
  return authorizationOf(expected, iss, grant(params, expected));
}

/** What was granted, with what it was granted for. */
export const authorizationOf = (
  {state, redirectUri, scopes, codeVerifier}: ExpectedResponse,
  issuer: string | undefined,
  grant: Partial<Authorization>,
): Authorization => ({
  state,
  redirectUri,
  scopes,
  ...(issuer !== undefined && {issuer}),
  ...(codeVerifier !== undefined && {codeVerifier}),
  ...grant,
});

type Parameters = ResultMessage['params'];

function grantOf({
  code,
  error,
  error_description: description,
  error_uri: uri,
}: Parameters): Pick<Authorization, 'code'> {
  if ((code === undefined) === (error === undefined) || code === '' || error === '') {
    throw new KeyslotAuthorizationError('response_malformed');
  }
  if (error !== undefined) {
    const provider = cleanError(error, description, uri);
    throw new KeyslotAuthorizationError(
      error === 'access_denied' ? 'access_denied' : 'provider_error',
      {provider},
    );
  }
  return {...(code && {code})};
}

/** How a refusal is told is each provider's own matter: `denied` and `error` are both in use. */
function temporaryCredentials(
  {oauth_token: oauthToken, oauth_verifier: oauthVerifier, denied, error}: Parameters,
  expected: ExpectedResponse,
): Required<Pick<Authorization, 'oauthToken' | 'oauthVerifier'>> {
  if (denied !== undefined || error !== undefined) {
    throw new KeyslotAuthorizationError('access_denied');
  }
  if (!oauthToken || oauthToken !== expected.oauthToken) {
    throw new KeyslotAuthorizationError('oauth1_token_mismatch');
  }
  if (!oauthVerifier) throw new KeyslotAuthorizationError('verifier_missing');
  return {oauthToken, oauthVerifier};
}

/** A provider's texts are shown to people, so nothing in them may pose as something else. */
function cleanError(error: string, description = '', uri = ''): ProviderError {
  const words = description
    .slice(0, 500)
    // The cut may leave half a character.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .trim();
  return {
    // RFC 6749 §4.1.2.1 names the characters.
    error: /^[\x20\x21\x23-\x5b\x5d-\x7e]{1,64}$/.test(error) ? error : 'invalid_error',
    ...(words && {description: words}),
    ...(isSafeLink(uri) && {uri}),
  };
}
