export * from './kinds.js';
export {defineConnector, parseConnector, validateCredential} from './kinds/defaults.js';
export type {Authorization, AuthorizationPlan, ScopeDefinition} from './model/authorization.js';
export {
  redactCredential,
  type Credential,
  type CredentialChange,
  type CredentialChangeOf,
  type CredentialOf,
  type ExistingCredential,
} from './model/credential.js';
export type * from './model/definition.js';
export type {Diagnostic, DiagnosticCode, Parameters} from './model/diagnostic.js';
export {DEFAULT_LIMITS, type Limits} from './model/limits.js';
export {resolveText} from './model/localized-text.js';
export type {ParseResult} from './model/read-connector.js';
export type {CredentialIssue, CredentialValidation} from './model/validate-credential.js';
export {version} from './version.js';
