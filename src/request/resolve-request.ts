import {findMethod, type Credential} from '../model/credential.js';
import type {AvailableMethod} from '../model/method-kind.js';
import type {MethodRegistry} from '../model/method-registry.js';
import {readConnector} from '../model/read-connector.js';
import {toBase64, toBase64Url, utf8} from './encoding.js';
import {signOAuth1, type OAuth1SignatureMethod, type SignedRequest} from './oauth1-signature.js';
import {KeyslotRequestError} from './request-error.js';
import {requestParts, type RequestParts} from './request-parts.js';

/** What resolving needs beside the credential. */
export interface ResolveOptions {
  /** The request that is about to be made. A signed one depends on it (RFC 5849 §3.4.1). */
  readonly request?: SignedRequest;
  /** The token that the host got for the credential, for the types that have one. */
  readonly accessToken?: string;
  /** In place of a random one. */
  readonly nonce?: string;
  /** In seconds since 1970, in place of now. */
  readonly timestamp?: number;
}

/**
 * What of a credential goes on the wire for one API call. For a server: merge it into the request.
 *
 * @throws KeyslotRequestError when the credential has not what the method needs.
 */
export async function resolveRequestWith(
  registry: MethodRegistry,
  connector: unknown,
  credential: Pick<Credential, 'methodId' | 'values'>,
  options: ResolveOptions = {},
): Promise<RequestParts> {
  const method = methodOf(registry, connector, credential.methodId);
  const {accessToken} = options;
  const values = {...credential.values, ...(accessToken !== undefined && {accessToken})};
  const parts = requestParts(
    method,
    [basicTemplate(method, credential), method.requestDefaults, method.request],
    values,
  );
  if (method.signature !== 'oauth1') return parts;
  if (!options.request) throw new KeyslotRequestError('request_missing');
  const url = new URL(options.request.url);
  for (const [name, value] of Object.entries(parts.query)) url.searchParams.append(name, value);
  const {signatureMethod} = method.settings as {readonly signatureMethod: OAuth1SignatureMethod};
  const authorization = await signOAuth1(
    credential.values,
    signatureMethod,
    {...options.request, url: url.href},
    freshness(options),
  );
  return {...parts, headers: {...parts.headers, Authorization: authorization}};
}

/** The method of an id. */
export function methodOf(
  registry: MethodRegistry,
  connector: unknown,
  methodId: string,
): AvailableMethod {
  const method = findMethod(readConnector(registry, connector).connector, methodId);
  if (!method) throw new KeyslotRequestError('credential_method');
  return method;
}

/** A nonce and a timestamp: the given, or fresh ones. */
export const freshness = ({nonce, timestamp}: ResolveOptions) => ({
  nonce: nonce ?? toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
  timestamp: timestamp ?? Math.floor(Date.now() / 1000),
});

/** RFC 7617 §2, in UTF-8. */
export const basicAuthorization = (username: string, password: string): string =>
  `Basic ${toBase64(utf8(`${username}:${password}`))}`;

function basicTemplate(
  {signature}: AvailableMethod,
  {values: {username = '', password = ''}}: Pick<Credential, 'values'>,
) {
  return signature === 'basic'
    ? {headers: {Authorization: basicAuthorization(String(username), String(password))}}
    : undefined;
}
