import {redactCredential, type Credential, type CredentialChange} from '../model/credential.js';

/** Why a credential is handed over: to try it, or to keep it. */
export type SubmitIntent = 'verify' | 'save';

/** What a host may answer when it took a credential. */
export interface SubmitResult {
  /** Whose account it turned out to be. Shown to the user. */
  readonly account?: string;
  /** What the user should know although all went well: "A scope is missing". */
  readonly warnings?: readonly string[];
}

/** What a host may answer when it did not. Any other rejection shows a general message. */
export interface SubmitRejection {
  /** What is wrong as a whole, in words for the user. */
  readonly message?: string;
  /** What is wrong with single fields, by key, in words for the user. */
  readonly fields?: Readonly<Record<string, string>>;
}

/**
 * A complete, valid credential.
 *
 * Neither bubbles nor composes, so that listeners further out do not meet a secret by accident. This
 * is hygiene and no boundary: a capturing listener sees it. Serialises redacted.
 */
export class KeyslotSubmitEvent<
  C extends Credential | CredentialChange = Credential | CredentialChange,
> extends Event {
  readonly intent: SubmitIntent;
  /** Aborts when the user cancels or the element is removed. Hand it on to `fetch`. */
  readonly signal: AbortSignal;
  readonly #credential: C;
  #response: Promise<SubmitResult | undefined> | undefined;

  constructor(
    credential: C,
    options: {readonly intent?: SubmitIntent; readonly signal?: AbortSignal} = {},
  ) {
    super('keyslot-submit', {cancelable: true});
    this.#credential = credential;
    this.intent = options.intent ?? 'save';
    this.signal = options.signal ?? new AbortController().signal;
  }

  /** The credential: plain, frozen data, to be sent as it is. */
  get credential(): C {
    return this.#credential;
  }

  /** What the host promised, once it did. */
  get response(): Promise<SubmitResult | undefined> | undefined {
    return this.#response;
  }

  /**
   * Keeps the form busy until the host has an answer. Call it once, while the event is dispatched.
   *
   * @param answer - Resolves to a {@link SubmitResult} or nothing; rejects with a
   *   {@link SubmitRejection} or anything else.
   * @throws DOMException `InvalidStateError` when called again or too late.
   */
  respondWith(answer: PromiseLike<SubmitResult | undefined>): void;
  // A union of both would defeat the inference of `respondWith(Promise.resolve({…}))`.
  respondWith(answer: PromiseLike<void>): void;
  respondWith(answer: PromiseLike<SubmitResult | undefined> | PromiseLike<void>): void {
    if (this.#response || this.eventPhase === Event.NONE) {
      throw new DOMException(
        'respondWith() is for once, while the event is dispatched',
        'InvalidStateError',
      );
    }
    this.#response = Promise.resolve(answer as PromiseLike<SubmitResult | undefined>);
    // Whoever dispatched the event handles a rejection; a listener of its own is no duty.
    this.#response.catch(() => undefined);
  }

  toJSON(): object {
    return {type: this.type, intent: this.intent, credential: redactCredential(this.#credential)};
  }
}

declare global {
  interface HTMLElementEventMap {
    'keyslot-submit': KeyslotSubmitEvent;
  }
}
