import type {FieldValues} from '../model/method-kind.js';
import type {ClosePolicy} from './attempt-state.js';

/** What the host's backend is told to prepare an attempt. */
export interface PrepareContext {
  readonly connectorId: string;
  readonly methodId: string;
  /** What was entered, secrets included: the backend may need a client secret. */
  readonly values: FieldValues;
  /** What to ask for. */
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  /**
   * 256 random bits. For OAuth 1.0a they must be the parameter `state` of `oauth_callback`, as
   * RFC 5849 has none; for OAuth 2 they can be used as `state`, or not.
   */
  readonly state: string;
}

/** What the host's backend has prepared. */
export interface PreparedAuthorization {
  /** Where to send the user. */
  readonly authorizationUrl: string;
  /** The state, where the address does not hold it (RFC 9126). 22 to 512 unreserved characters. */
  readonly state?: string;
  /** The issuer that the answer must name (RFC 9207). */
  readonly issuer?: string;
}

/** What the host's backend received by itself: the parameters of the answer, or where it keeps them. */
export type Completion =
  {readonly params: Readonly<Record<string, string>>} | {readonly reference: string};

/** How a page lets its users authorise. */
export interface OAuthOptions {
  /** The address of the callback page, as it is registered with the provider. */
  readonly redirectUri: string;

  /**
   * Lets the host's backend make the address: for clients with a secret, pushed requests (RFC 9126)
   * and OAuth 1.0a. It has 15 s. What it rejects with may be `{message}`, for the user.
   */
  readonly prepare?:
    | ((context: PrepareContext, options: {signal: AbortSignal}) => Promise<PreparedAuthorization>)
    | undefined;

  /**
   * Waits until the host's backend knows how an attempt ended: the one way that works in every frame
   * and through every policy. Raced against the callback page.
   */
  readonly waitForCompletion?:
    | ((
        attempt: {readonly connectorId: string; readonly methodId: string; readonly state: string},
        options: {signal: AbortSignal},
      ) => Promise<Completion>)
    | undefined;

  /** Where the user authorises: a window, this tab, or a window and this tab where that is blocked. */
  readonly mode?: 'popup' | 'redirect' | 'auto' | undefined;

  /** Other origins than the page's that the callback page may be on. */
  readonly callbackOrigins?: readonly string[] | undefined;

  /** The origins that users may be sent to. Every https origin, when absent. */
  readonly allowedAuthorizationOrigins?: readonly string[] | undefined;

  /** How long an attempt may take, in milliseconds. 10 minutes, when absent. */
  readonly timeout?: number | undefined;

  /**
   * What a window that looks closed means. It also looks so when the provider cuts it off, so it is
   * advice unless all providers are known not to.
   */
  readonly closePolicy?: ClosePolicy | undefined;

  /** Whether a provider may be on the machine itself, over http. For development. */
  readonly allowLoopback?: boolean | undefined;
}
