/** In which part of an attempt something went wrong. */
export type AuthorizationPhase = 'environment' | 'prepare' | 'window' | 'response' | 'provider';

/** What may help: the same again, other input, this tab instead of a window, or nothing. */
export type AuthorizationRetry = 'same' | 'edit' | 'redirect' | 'none';

/** Who or what ended an attempt early. */
export type CancelReason = 'user' | 'host' | 'disconnected' | 'superseded' | 'signal';

/** The phase of each, and what may help where that is not the same again. */
const CODES = {
  authorization_unavailable: 'environment none',
  insecure_context: 'environment none',
  transport_unavailable: 'environment none',
  storage_unavailable: 'environment none',
  prepare_failed: 'prepare',
  prepare_timeout: 'prepare',
  authorize_url_invalid: 'prepare none',
  authorize_url_forbidden: 'prepare none',
  state_missing: 'prepare none',
  popup_blocked: 'window redirect',
  popup_unavailable: 'window redirect',
  popup_closed: 'window',
  flow_cancelled: 'window',
  flow_timeout: 'window',
  redirect_state_invalid: 'response',
  issuer_missing: 'response none',
  issuer_mismatch: 'response none',
  response_malformed: 'response',
  response_unsupported: 'response none',
  oauth1_token_mismatch: 'response',
  verifier_missing: 'response',
  access_denied: 'provider',
  provider_error: 'provider',
} as const satisfies Record<
  string,
  AuthorizationPhase | `${AuthorizationPhase} ${AuthorizationRetry}`
>;

/** What can go wrong, by a stable name. New ones may be added. */
export type AuthorizationErrorCode = keyof typeof CODES;

/** What the provider said of an error (RFC 6749 §4.1.2.1), cut to size and free of control characters. */
export interface ProviderError {
  readonly error: string;
  readonly description?: string;
  /** An https address. */
  readonly uri?: string;
}

interface ErrorContext {
  readonly reason?: CancelReason;
  readonly provider?: ProviderError;
  readonly hostMessage?: string;
  readonly hint?: 'offline' | 'transport_unreachable';
}

/** How an attempt ended when it did not succeed. Never holds a value, a code, a state or a query. */
export class KeyslotAuthorizationError extends Error {
  readonly code: AuthorizationErrorCode;
  readonly phase: AuthorizationPhase;
  readonly retry: AuthorizationRetry;
  /** Who or what cancelled, for `flow_cancelled`. */
  readonly reason!: CancelReason | undefined;
  readonly provider!: ProviderError | undefined;
  /** What the host said for people, for `prepare_failed`. */
  readonly hostMessage!: string | undefined;
  /** What may have kept an answer away, for `flow_timeout`. */
  readonly hint!: 'offline' | 'transport_unreachable' | undefined;

  constructor(code: AuthorizationErrorCode, context: ErrorContext = {}) {
    super(code);
    this.name = 'KeyslotAuthorizationError';
    this.code = code;
    const [phase, retry = 'same'] = CODES[code].split(' ');
    this.phase = phase as AuthorizationPhase;
    this.retry = retry as AuthorizationRetry;
    Object.assign(this, context);
  }

  toJSON(): object {
    return Object.assign({}, this, {hostMessage: undefined});
  }
}
