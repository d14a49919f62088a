import type {AvailableMethod, FieldValues} from '../model/method-kind.js';
import type {AuthorizationAttempt} from './authorization-attempt.js';
import type {OAuthOptions} from './oauth-options.js';
import type {AuthorizationWindow} from './ports.js';

/** What is to be authorised, and how. */
export interface AuthorizationRequest {
  readonly connectorId: string;
  readonly method: AvailableMethod;
  /** What was entered, valid. */
  readonly values: FieldValues;
  /** The values of the scopes that were chosen. The required ones are always asked for. */
  readonly scopes?: readonly string[] | undefined;
  readonly oauth: OAuthOptions;
  /** A window that was opened in the click; `null` when it was blocked. Opened now, when absent. */
  readonly window?: AuthorizationWindow | null | undefined;
  /** What the window says while it is blank. */
  readonly windowText?: string | undefined;
  /** Whether a blocked window is the end, or the page shows a link to {@link AuthorizationAttempt.url}. */
  readonly whenBlocked?: 'fail' | 'wait' | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Has the last word before the window leaves for an origin. */
  readonly onBeforeNavigate?: ((origin: string) => boolean) | undefined;
  /** Something about the attempt has changed. */
  readonly onChange?: ((attempt: AuthorizationAttempt) => void) | undefined;
}
