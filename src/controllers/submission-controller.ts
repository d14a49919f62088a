import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Wording} from '../messages/wording.js';
import type {Credential, CredentialChange} from '../model/credential.js';
import {DISCONNECT_GRACE_MS, type CredentialFormController} from './credential-form-controller.js';
import type {MethodForm} from './method-form.js';
import type {ErrorDetails} from './error-event.js';
import type {FormJudge} from './form-judge.js';
import type {SubmissionOutcome} from './hand-over.js';
import type {KeyslotSubmitEvent, SubmitResult} from './submit-event.js';

/** What the controller needs of its element. */
export interface SubmissionPorts {
  readonly forms: CredentialFormController;
  readonly wording: () => Wording;
  readonly report: (details: ErrorDetails) => void;
}

/**
 * Takes a form to the host and its answer back to the form, one at a time.
 *
 * Owns whether an answer is pending, how the last one ended, and what was last said about it. Does
 * not own the credential: it is gone from here once it was handed over.
 */
export class SubmissionController implements ReactiveController {
  readonly host: ReactiveControllerHost & HTMLElement;
  readonly ports: SubmissionPorts;
  #isBusy = false;
  #pending: AbortController | undefined;
  #result: SubmitResult | undefined;
  #notice = '';
  #grace: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, ports: SubmissionPorts) {
    this.host = host;
    this.ports = ports;
    host.addController(this);
  }

  /** Whether the host has not answered yet. */
  get isPending(): boolean {
    return this.#pending !== undefined;
  }

  /** What the host answered to the credential that it took. */
  get result(): SubmitResult | undefined {
    return this.#result;
  }

  /** What was last said to those who cannot see it. */
  get notice(): string {
    return this.isPending ? this.ports.wording().messages.pending : this.#notice;
  }

  hostConnected(): void {
    clearTimeout(this.#grace);
  }

  hostDisconnected(): void {
    this.#grace = setTimeout(() => {
      this.cancel();
    }, DISCONNECT_GRACE_MS);
  }

  say(notice: string): void {
    this.#notice = notice;
    this.host.requestUpdate();
  }

  /** Judges a credential, hands it over and shows how that ended. */
  async submit(
    judgeCredential: (
      judge: FormJudge,
      form: MethodForm,
    ) => Credential | CredentialChange | undefined,
  ): Promise<SubmissionOutcome | undefined> {
    const form = this.ports.forms.current;
    if (!form || this.#isBusy) return undefined;
    this.#isBusy = true;
    try {
      const judge = await this.judgeOf(form);
      return judge && (await judge.deliver(this, form, judgeCredential(judge, form)));
    } finally {
      this.#isBusy = false;
    }
  }

  /** What judges a form. `undefined` when it cannot be loaded, which the user is told. */
  async judgeOf(form: MethodForm): Promise<FormJudge | undefined> {
    const {forms, report} = this.ports;
    try {
      return forms.judge ?? (await forms.loadJudge());
    } catch {
      const code = 'load_failed';
      form.formProblem = {code, say: ({messages}) => messages.loadFailed};
      await forms.showProblems();
      report({code, phase: 'environment', retry: 'same', methodId: form.method.id});
      return undefined;
    }
  }

  /** There is an answer to wait for, until `pending` aborts; or there is none any more. */
  wait(pending: AbortController | undefined): void {
    this.#pending = pending;
    this.host.requestUpdate();
  }

  /** The host took the credential. */
  accept(result: SubmitResult): void {
    this.#result = result;
    this.host.requestUpdate();
  }

  /** Stops waiting. The signal of the event aborts; an answer that still comes is ignored. */
  cancel(): void {
    this.#pending?.abort();
  }

  /** Forgets how the last credential was received. */
  reset(): void {
    this.cancel();
    this.#result = undefined;
    this.say('');
  }
}

/** Whether an event hands over a credential; also one of another copy of Keyslot. */
export const isSubmitEvent = (event: Event): event is KeyslotSubmitEvent =>
  event.type === 'keyslot-submit' && 'credential' in event && 'respondWith' in event;
