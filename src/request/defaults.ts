import {builtIns} from '../kinds/built-ins.js';
import type {Credential} from '../model/credential.js';
import type {MethodRegistry} from '../model/method-registry.js';
import type {RequestParts} from './request-parts.js';
import {resolveRequestWith, type ResolveOptions} from './resolve-request.js';
import {resolveTokenRequestWith, type TokenRequest} from './resolve-token-request.js';

type StoredCredential = Pick<Credential, 'methodId' | 'values'>;
type RegistryOption = {readonly registry?: MethodRegistry};

/**
 * What of a credential goes on the wire for one API call: headers, query parameters and body fields,
 * to be merged into the request. For a server; Keyslot's elements never load it.
 *
 * @param connector - A definition, or what was parsed of it.
 * @param options.request - The request that is about to be made; a signed one depends on it.
 * @param options.accessToken - The token the host got for the credential, where the type has one.
 * @throws KeyslotRequestError when the credential has not what the method needs.
 */
export function resolveRequest(
  connector: unknown,
  credential: StoredCredential,
  options: ResolveOptions & RegistryOption = {},
): Promise<RequestParts> {
  return resolveRequestWith(options.registry ?? builtIns, connector, credential, options);
}

/**
 * The request by which a host gets an access token for a credential of the type
 * `oauth2-client-credentials` (RFC 6749 §4.4.2): a POST of `body` as form fields to `url`.
 *
 * @throws KeyslotRequestError when the method has no such request, or the credential not what it needs.
 */
export function resolveTokenRequest(
  connector: unknown,
  credential: StoredCredential,
  options: Pick<ResolveOptions, 'nonce' | 'timestamp'> & RegistryOption = {},
): Promise<TokenRequest> {
  return resolveTokenRequestWith(options.registry ?? builtIns, connector, credential, options);
}
