/** In which part of the work something went wrong. */
export type ErrorPhase =
  | 'definition'
  | 'environment'
  | 'input'
  | 'prepare'
  | 'window'
  | 'response'
  | 'provider'
  | 'verify'
  | 'submit';

/** What may help: the same again, other input, this tab in place of a window, or nothing. */
export type ErrorRetry = 'same' | 'edit' | 'redirect' | 'none';

/** What a {@link KeyslotErrorEvent} tells. Never holds a value. */
export interface ErrorDetails {
  readonly code: string;
  readonly phase: ErrorPhase;
  readonly retry: ErrorRetry;
  readonly methodId?: string | undefined;
  readonly key?: string | undefined;
}

/** Something went wrong, by a stable code. The element tells the user, before the event or after it. */
export class KeyslotErrorEvent extends Event {
  readonly code: string;
  readonly phase: ErrorPhase;
  readonly retry: ErrorRetry;
  /** The method it is about. */
  readonly methodId: string | undefined;
  /** The variable it is about. */
  readonly key: string | undefined;

  constructor({code, phase, retry, methodId, key}: ErrorDetails) {
    super('keyslot-error', {bubbles: true, composed: true});
    this.code = code;
    this.phase = phase;
    this.retry = retry;
    this.methodId = methodId;
    this.key = key;
  }

  toJSON(): object {
    const {type, code, phase, retry, methodId, key} = this;
    return {type, code, phase, retry, methodId, key};
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'keyslot-error': KeyslotErrorEvent;
  }
}
