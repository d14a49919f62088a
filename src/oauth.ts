export {AuthorizationAttempt} from './oauth/authorization-attempt.js';
export {
  KeyslotAuthorizationError,
  type AuthorizationErrorCode,
  type AuthorizationPhase,
  type AuthorizationRetry,
  type CancelReason,
  type ProviderError,
} from './oauth/authorization-error.js';
export type {AuthorizationRequest} from './oauth/authorization-request.js';
export type {AuthorizationStatus, ClosePolicy} from './oauth/attempt-state.js';
export {asAuthorizationWindow, browserPorts} from './oauth/browser/browser-ports.js';
export {
  resumeAuthorization,
  startAuthorization,
  type AuthorizationOptions,
} from './oauth/browser/defaults.js';
export {openAuthorizationWindow} from './oauth/browser/open-window.js';
export type {
  Completion,
  OAuthOptions,
  PrepareContext,
  PreparedAuthorization,
} from './oauth/oauth-options.js';
export type {
  AuthorizationChannel,
  AuthorizationPorts,
  AuthorizationStorage,
  AuthorizationWindow,
  MessageListener,
  Stop,
} from './oauth/ports.js';
export type {ResumedAuthorization} from './oauth/resume-authorization.js';
