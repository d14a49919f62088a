import type {AuthorizationPlan} from '../model/authorization.js';
import {expandUrlTemplate} from '../model/expand-template.js';
import type {FieldValues} from '../model/method-kind.js';
import {RESERVED_PARAMETERS} from '../model/reserved-parameters.js';
import {KeyslotAuthorizationError} from './authorization-error.js';

/** What a request for authorization carries beside what its method says (RFC 6749 §4.1.1). */
export interface AuthorizationRequestParameters {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string;
  /** The S256 challenge (RFC 7636 §4.2), where the method asks for one. */
  readonly codeChallenge: string | undefined;
}

/** Which addresses a window may be sent to. */
export interface AddressRules {
  /** Origins that the host trusts. All that are https, when absent. */
  readonly allowedAuthorizationOrigins?: readonly string[] | undefined;
  /** Whether http is allowed to the machine itself (RFC 8252 §7.3). */
  readonly allowLoopback?: boolean | undefined;
}

/** The address of a request for authorization. */
export function buildAuthorizationUrl(
  plan: AuthorizationPlan,
  values: FieldValues,
  {redirectUri, scopes, state, codeChallenge}: AuthorizationRequestParameters,
): string {
  const expansion = expandUrlTemplate(plan.authorizationUrl, values);
  const clientId = plan.clientId ?? values['clientId'];
  if (!expansion.ok || typeof clientId !== 'string' || clientId === '') {
    throw new KeyslotAuthorizationError('authorize_url_invalid');
  }
  const url = new URL(expansion.text);
  const parameters: Readonly<Record<string, string>> = {
    ...plan.authorizationParams,
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    ...(scopes.length > 0 && {scope: scopes.join(plan.scopeSeparator ?? ' ')}),
    state,
    ...(codeChallenge !== undefined && {
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
    }),
  };
  // RFC 6749 §3.1: none may be there twice.
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Checks an address before a window is sent there, wherever it came from: a window that was just
 * opened runs `javascript:` in the name of the page, and stays where it is, without a word, for most
 * other schemes.
 *
 * @throws KeyslotAuthorizationError
 */
export function checkAuthorizationUrl(
  address: unknown,
  {allowedAuthorizationOrigins, allowLoopback}: AddressRules,
): URL {
  const isText = typeof address === 'string' && address.length <= 8192;
  // The URL parser drops control characters and spaces; an address that has them hides something.
  if (!isText || /[\p{Cc}\s\\]/u.test(address) || !URL.canParse(address)) {
    throw new KeyslotAuthorizationError('authorize_url_invalid');
  }
  const url = new URL(address);
  const isAllowedScheme =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && allowLoopback === true && isLoopback(url.hostname));
  if (!isAllowedScheme || url.username || url.password) {
    throw new KeyslotAuthorizationError('authorize_url_forbidden');
  }
  const names = [...url.searchParams.keys()].filter((name) => RESERVED_PARAMETERS.test(name));
  if (address.includes('#') || new Set(names).size < names.length) {
    throw new KeyslotAuthorizationError('authorize_url_invalid');
  }
  if (allowedAuthorizationOrigins && !allowedAuthorizationOrigins.includes(url.origin)) {
    throw new KeyslotAuthorizationError('authorize_url_forbidden');
  }
  return url;
}

const isLoopback = (hostname: string): boolean =>
  /^(?:127\.0\.0\.1|\[::1\]|(?:[a-z0-9-]+\.)*localhost)$/.test(hostname);
