export * from './definitions.js';
export {
  KeyslotAuthorizeStateEvent,
  KeyslotBeforeAuthorizeEvent,
} from './controllers/authorize-events.js';
export {KeyslotCloseEvent, type CloseReason} from './controllers/close-event.js';
export {disabledContext, messagesContext, registryContext} from './controllers/contexts.js';
export {KeyslotErrorEvent, type ErrorPhase, type ErrorRetry} from './controllers/error-event.js';
export {KeyslotMethodChangeEvent} from './controllers/method-change-event.js';
export {
  KeyslotSubmitEvent,
  type SubmitIntent,
  type SubmitRejection,
  type SubmitResult,
} from './controllers/submit-event.js';
export {KeyslotAuthorizeButtonElement} from './elements/authorize-button/authorize-button.js';
export {KeyslotConnectElement} from './elements/connect/connect.js';
export {KeyslotCredentialFormElement} from './elements/credential-form/credential-form.js';
export {KeyslotDialogElement} from './elements/dialog/dialog.js';
export {openDialog, type DialogOptions, type DialogResult} from './elements/dialog/open-dialog.js';
export {KeyslotMethodPickerElement} from './elements/method-picker/method-picker.js';
export type {Verification} from './elements/views/actions-view.js';
export type {Messages, PartialMessages} from './messages/messages.js';
export type {
  Completion,
  OAuthOptions,
  PrepareContext,
  PreparedAuthorization,
} from './oauth/oauth-options.js';
