import {askedScopes, STATE, type Authorization, type AuthorizationPlan} from './authorization.js';
import type {ExistingCredential} from './credential.js';
import {isStoredFor, own, storedSecrets} from './draft.js';
import {isJsonObject, type JsonObject, type JsonValue} from './json.js';
import type {AvailableMethod} from './method-kind.js';
import {parseUrl} from './parse-url.js';
import {placeholderKeys} from './url-template.js';

/** Variables that say who asks: what was granted was granted to them. */
const CLIENT = ['clientId', 'clientSecret', 'consumerKey', 'consumerSecret', 'privateKey'];

/**
 * Whether the user has to authorise, rather than keep what was granted before: always when nothing
 * was, and again when the client, an address or what must be asked for is not what it was.
 *
 * @param values - What was given; a stored secret that was replaced is among them.
 */
export function needsAuthorization(
  method: AvailableMethod,
  existing: ExistingCredential | undefined,
  values: Readonly<Record<string, unknown>>,
): boolean {
  const {authorization: plan} = method;
  if (!plan) return false;
  if (!existing || !isStoredFor(method, existing)) return true;
  const stored = storedSecrets(method, existing);
  const hasChanged = decidingKeys(method).some((key) => {
    const value = own(values, key);
    return stored.has(key) ? value !== undefined : value !== own(existing.values, key);
  });
  const {scopes} = existing;
  // Where the host does not know what was asked for, nobody does.
  if (hasChanged || !scopes) return hasChanged;
  return askedScopes(plan, new Set(scopes)).some((scope) => !scopes.includes(scope));
}

/** What a grant is good for: who asked, at which address, and for what. */
export interface GrantBasis {
  readonly plan: AuthorizationPlan | undefined;
  readonly values: Readonly<Record<string, unknown>>;
  readonly scopes: readonly string[];
}

/** What a grant for these values is good for. */
export const basisOfGrant = (
  method: AvailableMethod,
  values: Readonly<Record<string, unknown>>,
  scopes: readonly string[],
): GrantBasis => ({
  plan: method.authorization,
  values: Object.fromEntries(decidingKeys(method).map((key) => [key, own(values, key)])),
  scopes,
});

/**
 * Whether a grant is good for these values. A secret that was not at hand when it was given, as the
 * user came back in this tab, may be any.
 */
export function isGoodFor(
  basis: GrantBasis,
  method: AvailableMethod,
  values: Readonly<Record<string, unknown>>,
  scopes: readonly string[],
): boolean {
  const now = basisOfGrant(method, values, scopes);
  const secrets = new Set(method.variables.filter(({secret}) => secret).map(({key}) => key));
  const isSame = Object.entries(now.values).every(([key, value]) => {
    const before = basis.values[key];
    return before === value || (before === undefined && secrets.has(key));
  });
  return (
    isSame && JSON.stringify([basis.plan, basis.scopes]) === JSON.stringify([now.plan, scopes])
  );
}

function decidingKeys({addresses = {}, variables}: AvailableMethod): readonly string[] {
  const locked = new Set(variables.filter((variable) => variable.locked).map(({key}) => key));
  return [
    ...Object.values(addresses).flatMap(placeholderKeys),
    ...CLIENT.filter((key) => locked.has(key)),
  ];
}

/**
 * Reads what was granted. `undefined` when it is not what the method asks for.
 *
 * @param issuer - Who must have answered, where one is known.
 */
export function readAuthorization(
  plan: AuthorizationPlan,
  input: JsonValue | undefined,
  issuer: string | undefined = plan.issuer,
): Authorization | undefined {
  if (!isJsonObject(input)) return undefined;
  const {scopes, ...texts} = input;
  const {state, redirectUri, issuer: given, ...grant} = texts;
  const {codeVerifier, reference} = grant;
  // Nobody has answered here where the host's backend did the receiving.
  const isByIssuer = issuer === undefined || given === issuer || (given === undefined && reference);
  const isWellFormed =
    Object.values(texts).every(isText) &&
    isByIssuer &&
    typeof redirectUri === 'string' &&
    isRedirectTarget(redirectUri) &&
    typeof state === 'string' &&
    STATE.test(state) &&
    (typeof codeVerifier !== 'string' || /^[\w.~-]{43,128}$/.test(codeVerifier));
  const isOneGrant = GRANTS[plan.protocol]?.includes(JSON.stringify(Object.keys(grant).sort()));
  return isWellFormed && isOneGrant && areScopes(plan, scopes)
    ? (input as JsonObject & Authorization)
    : undefined;
}

/**
 * Whether a browser may be sent on to an address: the web, or an application by a scheme of its own
 * (RFC 8252 §7.1, `capacitor:`); not what runs a script, or shows what is made up.
 */
function isRedirectTarget(address: string): boolean {
  const protocol = parseUrl(address)?.protocol;
  return (
    protocol !== undefined && !/^(?:about|blob|data|file|javascript|vbscript):$/.test(protocol)
  );
}

/** What a grant consists of, by protocol. */
const GRANTS: Readonly<Record<string, readonly string[]>> = {
  oauth1: ['["oauthToken","oauthVerifier"]', '["reference"]'],
  oauth2: ['["code"]', '["code","codeVerifier"]', '["reference"]', '["codeVerifier","reference"]'],
};

const isText = (value: JsonValue | undefined) =>
  typeof value === 'string' && value !== '' && value.length <= 4096;

/** Whether all that is asked for is known, and all that must be is asked for. */
const areScopes = (plan: AuthorizationPlan, scopes: JsonValue | undefined): boolean =>
  Array.isArray(scopes) &&
  JSON.stringify(askedScopes(plan, new Set(scopes as string[]))) === JSON.stringify(scopes);
