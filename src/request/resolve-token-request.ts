import type {Credential} from '../model/credential.js';
import type {RequestTemplate} from '../model/definition.js';
import {expandTemplate, expandUrlTemplate} from '../model/expand-template.js';
import type {FieldValues} from '../model/method-kind.js';
import type {MethodRegistry} from '../model/method-registry.js';
import {signClientAssertion, type AssertionAlgorithm} from './client-assertion.js';
import {formEncode} from './encoding.js';
import {KeyslotRequestError} from './request-error.js';
import {requestParts, type RequestParts} from './request-parts.js';
import {basicAuthorization, freshness, methodOf, type ResolveOptions} from './resolve-request.js';

/** The request of an access token: a POST of `body` as application/x-www-form-urlencoded. */
export interface TokenRequest extends RequestParts {
  readonly url: string;
}

interface ClientCredentialsSettings {
  readonly tokenUrl: string;
  readonly clientAuthentication: 'basic' | 'post' | 'private-key-jwt' | 'none';
  readonly assertion: {
    readonly algorithm: AssertionAlgorithm;
    readonly keyId?: string;
    readonly claims: Readonly<Record<string, string>>;
  };
}

/**
 * The request by which a host gets an access token for a credential of the type
 * `oauth2-client-credentials` (RFC 6749 §4.4.2). For a server.
 *
 * @throws KeyslotRequestError when the method has no such request, or the credential not what it needs.
 */
export async function resolveTokenRequestWith(
  registry: MethodRegistry,
  connector: unknown,
  {methodId, values}: Pick<Credential, 'methodId' | 'values'>,
  options: Pick<ResolveOptions, 'nonce' | 'timestamp'> = {},
): Promise<TokenRequest> {
  const method = methodOf(registry, connector, methodId);
  if (method.type !== 'oauth2-client-credentials') {
    throw new KeyslotRequestError('request_unsupported', {type: method.type});
  }
  const settings = method.settings as ClientCredentialsSettings;
  const expansion = expandUrlTemplate(settings.tokenUrl, values);
  if (!expansion.ok) throw new KeyslotRequestError(expansion.code, {key: expansion.key});
  const url = expansion.text;
  const grant = {grant_type: 'client_credentials', scope: '{{scope}}'};
  const client = await clientTemplate(settings, url, values, options);
  return {url, ...requestParts(method, [{body: grant}, client, method.tokenRequest], values)};
}

/** How the client proves who it is. */
async function clientTemplate(
  {clientAuthentication, assertion}: ClientCredentialsSettings,
  url: string,
  values: FieldValues,
  options: Pick<ResolveOptions, 'nonce' | 'timestamp'>,
): Promise<RequestTemplate> {
  const {clientId = '', clientSecret = '', privateKey} = values;
  switch (clientAuthentication) {
    case 'basic': {
      // Both are form-encoded first (RFC 6749 §2.3.1).
      const [id, secret] = [clientId, clientSecret].map((value) => formEncode(String(value)));
      return {headers: {Authorization: basicAuthorization(id ?? '', secret ?? '')}};
    }
    case 'post':
      return {body: {client_id: '{{clientId}}', client_secret: '{{clientSecret}}'}};
    case 'none':
      return {body: {client_id: '{{clientId}}'}};
    case 'private-key-jwt': {
      const {algorithm, keyId, claims} = assertion;
      const jwt = await signClientAssertion({
        algorithm,
        privateKey,
        keyId: keyId === undefined ? undefined : textOf(keyId, values),
        clientId: String(clientId),
        audience: url,
        claims: Object.fromEntries(
          Object.entries(claims).map(([name, template]) => [name, textOf(template, values)]),
        ),
        ...freshness(options),
      });
      return {
        body: {
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: jwt,
        },
      };
    }
  }
}

function textOf(template: string, values: Readonly<Record<string, unknown>>): string {
  const expansion = expandTemplate(template, values);
  if (!expansion.ok) throw new KeyslotRequestError(expansion.code, {key: expansion.key});
  return expansion.text;
}
