import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Credential, CredentialChange} from '../model/credential.js';
import {DISCONNECT_GRACE_MS} from './credential-form-controller.js';
import type {handOver, SubmissionOutcome} from './hand-over.js';
import type {KeyslotSubmitEvent, SubmitIntent, SubmitResult} from './submit-event.js';

/**
 * Waits for the host's answer to a credential, one at a time.
 *
 * Owns whether an answer is pending, and how the last one ended. Does not own the credential: it is
 * gone from here once it was handed over.
 */
export class SubmissionController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #pending: AbortController | undefined;
  #result: SubmitResult | undefined;
  #grace: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get isPending(): boolean {
    return this.#pending !== undefined;
  }

  /** What the host answered to the credential that it took. */
  get result(): SubmitResult | undefined {
    return this.#result;
  }

  hostConnected(): void {
    clearTimeout(this.#grace);
  }

  hostDisconnected(): void {
    this.#grace = setTimeout(() => {
      this.cancel();
    }, DISCONNECT_GRACE_MS);
  }

  /** Hands a credential over. Resolves once the host answered, or the user cancelled. */
  async send(
    hand: typeof handOver,
    credential: Credential | CredentialChange,
    intent: SubmitIntent,
  ): Promise<SubmissionOutcome> {
    const pending = new AbortController();
    const outcome = await hand(this.#host, credential, intent, pending.signal, () => {
      this.#pending = pending;
      this.#host.requestUpdate();
    });
    this.#pending = undefined;
    if (outcome.status === 'accepted') this.#result = outcome.result;
    this.#host.requestUpdate();
    return outcome;
  }

  /** Stops waiting. The signal of the event aborts; an answer that still comes is ignored. */
  cancel(): void {
    this.#pending?.abort();
  }

  /** Forgets how the last credential was received. */
  reset(): void {
    this.cancel();
    this.#result = undefined;
    this.#host.requestUpdate();
  }
}

/** Whether an event hands over a credential; also one of another copy of Keyslot. */
export const isSubmitEvent = (event: Event): event is KeyslotSubmitEvent =>
  event.type === 'keyslot-submit' && 'credential' in event && 'respondWith' in event;
