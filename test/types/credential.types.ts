import {
  builtIns,
  createMethodRegistry,
  defineMethodKind,
  parseConnector,
  redactCredential,
  token,
  validateCredential,
  type BuiltIns,
  type Credential,
  type CredentialChange,
  type CredentialChangeOf,
  type CredentialOf,
  type MethodKind,
} from '../../src/core.js';
import type {FieldValue} from '../../src/core.js';
import {holds, type Equals} from './equals.js';

const pairing = defineMethodKind({
  type: 'pairing',
  variables: [
    {key: 'code', required: true},
    {key: 'device', type: 'text'},
  ],
});
const plain: MethodKind<'plain', {readonly seed: string}> = {type: 'plain', bind: () => ({})};
const registry = builtIns.with(pairing, plain);
type Registry = typeof registry;

// One member for each kind, told apart by `type`.
type BuiltInType =
  | 'basic'
  | 'token'
  | 'api-key'
  | 'oauth2-client-credentials'
  | 'oauth2-authorization-code'
  | 'oauth1'
  | 'custom'
  | 'none';
holds<Equals<CredentialOf<BuiltIns>['type'], BuiltInType>>();
holds<Equals<CredentialOf<Registry>['type'], BuiltInType | 'pairing' | 'plain'>>();

export function describe(credential: CredentialOf<Registry>): string {
  switch (credential.type) {
    case 'basic':
      return credential.values.username + credential.values.password;
    case 'token':
      return credential.values.token;
    case 'api-key':
      return credential.values.apiKey;
    case 'oauth2-client-credentials':
    case 'oauth2-authorization-code':
      return credential.values.clientId;
    case 'oauth1':
      return credential.values.consumerKey;
    case 'pairing':
      return credential.values.code + (credential.values.device ?? '');
    case 'plain':
      return credential.values.seed;
    case 'custom':
    case 'none':
      return credential.connectorId + credential.methodId;
    default:
      credential satisfies never;
      return '';
  }
}

export function describeTooFew(credential: CredentialOf<Registry>): void {
  if (credential.type === 'basic' || credential.type === 'token') return;
  // @ts-expect-error -- the kinds that were added are still to be dealt with
  credential satisfies never;
}

export function values(credential: CredentialOf<BuiltIns>): void {
  if (credential.type !== 'token') return;
  holds<Equals<typeof credential.values.token, string>>();
  // Beside the keys that come with the kind there may be any others.
  holds<Equals<(typeof credential.values)['store'], FieldValue>>();
  // @ts-expect-error -- a credential is frozen
  credential.methodId = 'x';
  // @ts-expect-error -- and so are its values
  credential.values.token = 'x';
  // @ts-expect-error -- a new credential keeps no stored secrets
  credential.kept satisfies unknown;
}

export function change(changed: CredentialChangeOf<Registry>): void {
  holds<Equals<typeof changed.kept, readonly string[]>>();
  holds<Equals<typeof changed.cleared, readonly string[]>>();
  if (changed.type !== 'token') return;
  // A secret that was kept is not among the values.
  holds<Equals<typeof changed.values.token, string | undefined>>();
}

// A kind of the same type takes the place of the old one, in the type too.
const ownToken = defineMethodKind({type: 'token', variables: [{key: 'jwt', required: true}]});
export const replaced = builtIns.with(ownToken);
export function describeReplaced(credential: CredentialOf<typeof replaced>): string {
  return credential.type === 'token' ? credential.values.jwt : '';
}

// A single kind will do in place of a registry.
holds<Equals<CredentialOf<typeof pairing>['type'], 'pairing'>>();
export const only = createMethodRegistry(token);
holds<Equals<CredentialOf<typeof only>['type'], 'token'>>();

// Every credential is one of the general shape.
export const general = (credential: CredentialOf<Registry>): Credential => credential;
export const generalChange = (changed: CredentialChangeOf<Registry>): CredentialChange => changed;

const {connector} = parseConnector({});
const existing = {methodId: 'a', values: {}, stored: ['token']};

const validated = validateCredential(connector, {});
if (validated.ok) holds<Equals<typeof validated.credential, CredentialOf<BuiltIns>>>();
// @ts-expect-error -- only a verdict that is known says whether there is a credential
validated.credential satisfies unknown;

const validatedChange = validateCredential(connector, {}, {existing});
if (validatedChange.ok) {
  holds<Equals<typeof validatedChange.credential, CredentialChangeOf<BuiltIns>>>();
}

declare const perhaps: typeof existing | undefined;
const validatedEither = validateCredential(connector, {}, {existing: perhaps});
if (validatedEither.ok) {
  holds<
    Equals<typeof validatedEither.credential, CredentialOf<BuiltIns> | CredentialChangeOf<BuiltIns>>
  >();
}
const validatedSpread = validateCredential(connector, {}, perhaps ? {existing: perhaps} : {});
if (validatedSpread.ok) holds<Equals<typeof validatedSpread.credential.connectorId, string>>();

const validatedMore = validateCredential(connector, {}, {registry});
if (validatedMore.ok) holds<Equals<typeof validatedMore.credential, CredentialOf<Registry>>>();

export const redact = (credential: CredentialOf<Registry>): CredentialOf<Registry> =>
  redactCredential(credential, connector);
