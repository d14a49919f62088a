export {builtIns, type BuiltIns} from './kinds/built-ins.js';
export {defineConnector, parseConnector, validateCredential} from './kinds/defaults.js';
export {apiKey} from './kinds/api-key.js';
export {basic} from './kinds/basic.js';
export {custom} from './kinds/custom.js';
export {none} from './kinds/none.js';
export {oauth1} from './kinds/oauth1.js';
export {oauth2AuthorizationCode} from './kinds/oauth2-authorization-code.js';
export {oauth2ClientCredentials} from './kinds/oauth2-client-credentials.js';
export {token} from './kinds/token.js';
export type {Authorization, AuthorizationPlan, ScopeDefinition} from './model/authorization.js';
export {
  redactCredential,
  type Credential,
  type CredentialChange,
  type CredentialChangeOf,
  type CredentialOf,
  type ExistingCredential,
} from './model/credential.js';
export {
  defineMethodKind,
  type DefinedMethodKind,
  type MethodKindDescription,
} from './model/define-method-kind.js';
export type * from './model/definition.js';
export type {Diagnostic, DiagnosticCode, Parameters} from './model/diagnostic.js';
export {DEFAULT_LIMITS, type Limits} from './model/limits.js';
export {resolveText} from './model/localized-text.js';
export type {
  AvailableMethod,
  Connector,
  FieldValues,
  Issue,
  Method,
  MethodBinding,
  MethodKind,
  UnavailableMethod,
  Variable,
} from './model/method-kind.js';
export {createMethodRegistry, type MethodRegistry} from './model/method-registry.js';
export type {ParseResult} from './model/read-connector.js';
export type {CredentialIssue, CredentialValidation} from './model/validate-credential.js';
export {version} from './version.js';
