import type {AvailableMethod, FieldValues} from '../model/method-kind.js';
import type {AuthorizationAttempt} from './authorization-attempt.js';
import {KeyslotAuthorizationError} from './authorization-error.js';
import type {OAuthOptions} from './oauth-options.js';
import type {AuthorizationPorts, AuthorizationWindow} from './ports.js';

/** What is to be authorised, and how. */
export interface AuthorizationRequest {
  readonly connectorId: string;
  readonly method: AvailableMethod;
  /** What was entered, valid. */
  readonly values: FieldValues;
  /** The values of the scopes that were chosen. The required ones are always asked for. */
  readonly scopes?: readonly string[] | undefined;
  readonly oauth: OAuthOptions;
  /** What tells apart, on one page, who begins an attempt in this tab and goes on with it. */
  readonly resumeKey?: string | undefined;
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

/**
 * Whether a tab can be used in place of a window: the host offers it, and nothing secret would be lost
 * by it. A frame of another site is no tab; its storage is apart, and few providers let themselves be
 * shown in one.
 */
export function canUseThisTab(
  {oauth, method, values}: AuthorizationRequest,
  {isEmbedded}: AuthorizationPorts,
): boolean {
  const hasSecret = method.variables.some(({key, secret}) => secret && Object.hasOwn(values, key));
  const isOffered = oauth.mode !== undefined && oauth.mode !== 'popup';
  return isOffered && !isEmbedded && (!!oauth.prepare || !hasSecret);
}

/** Why there can be no attempt at all. */
export function findObstacle(
  request: AuthorizationRequest,
  ports: AuthorizationPorts,
): KeyslotAuthorizationError | undefined {
  const {oauth, method} = request;
  const {authorization: plan} = method;
  const needsHost = plan?.protocol === 'oauth1' && !oauth.prepare;
  if (!plan || needsHost || !URL.canParse(oauth.redirectUri)) {
    return new KeyslotAuthorizationError('authorization_unavailable');
  }
  if (!ports.isSecure) return new KeyslotAuthorizationError('insecure_context');
  if (oauth.mode === 'redirect' && !canUseThisTab(request, ports)) {
    return new KeyslotAuthorizationError(
      ports.isEmbedded ? 'storage_unavailable' : 'authorization_unavailable',
    );
  }
  return ports.canReceive || oauth.waitForCompletion
    ? undefined
    : new KeyslotAuthorizationError('transport_unavailable');
}
