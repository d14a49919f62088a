import type {ReactiveControllerHost} from 'lit';
import type {Wording} from '../messages/wording.js';
import type {Authorization} from '../model/authorization.js';
import type {Credential, CredentialChange, ExistingCredential} from '../model/credential.js';
import type {CredentialFormController} from './credential-form-controller.js';
import type {MethodForm} from './method-form.js';
import type {ErrorDetails} from './error-event.js';
import type {FormJudge} from './form-judge.js';
import type {SubmissionOutcome} from './hand-over.js';
import type {SubmitIntent, SubmitResult} from './submit-event.js';

/** How long words are away that are said again; assistive technology takes less for no change. */
const AGAIN_MS = 100;

/** What the host has tried, and what it answered. */
interface Verified {
  readonly form: MethodForm;
  readonly credential: Credential | CredentialChange;
  readonly result: SubmitResult;
}

/** What the controller needs of its element. */
export interface SubmissionPorts {
  readonly forms: CredentialFormController;
  readonly wording: () => Wording;
  readonly report: (details: ErrorDetails) => void;
  /** How long to wait for an answer of the host, in milliseconds; 0 is for ever. */
  readonly timeout: () => number;
  /** Has the user authorise. Resolves to nothing when that failed, which the user was told. */
  readonly authorize: (
    form: MethodForm,
    credential: Credential | CredentialChange,
    scopes: readonly string[],
  ) => Promise<Authorization | undefined>;
  /** Whether nothing may be saved that was not tried. */
  readonly isVerificationRequired: () => boolean;
}

/**
 * Takes a form to the host and its answer back to the form, one at a time.
 *
 * Owns whether an answer is pending, how the last one ended, and what was last said about it. Keeps
 * no credential but the one that was tried last, until something changes: what is saved must be that.
 */
export class SubmissionController {
  readonly host: ReactiveControllerHost & HTMLElement;
  readonly ports: SubmissionPorts;
  #isBusy = false;
  #pending: AbortController | undefined;
  #intent: SubmitIntent = 'save';
  #verified: Verified | undefined;
  #result: SubmitResult | undefined;
  #saved: ExistingCredential | undefined;
  #notice: string | undefined = '';
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, ports: SubmissionPorts) {
    this.host = host;
    this.ports = ports;
  }

  /** Whether a form is on its way: from the click on, until the host has answered. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Whether the host has not answered yet. */
  get isPending(): boolean {
    return this.#pending !== undefined;
  }

  /** What the host answered to the credential that it took. */
  get result(): SubmitResult | undefined {
    return this.#result;
  }

  /** What the answer is waited for, or was last. */
  get intent(): SubmitIntent {
    return this.#intent;
  }

  /** What the host answered when it tried what the form holds. Nothing, once that changed. */
  get verified(): SubmitResult | undefined {
    const {form, result} = this.#verified ?? {};
    return form === this.ports.forms.current ? result : undefined;
  }

  /** Whether it is this credential that the host has tried. */
  hasVerified(credential: Credential | CredentialChange): boolean {
    return JSON.stringify(credential) === JSON.stringify(this.#verified?.credential);
  }

  /** Whether the last try of what the form holds went wrong. */
  get hasFailedVerification(): boolean {
    return this.ports.forms.current?.hasFailedVerification ?? false;
  }

  /** What the host has stored since, to go on with when the user edits it. */
  get saved(): ExistingCredential | undefined {
    return this.#saved;
  }

  /** What was last said to those who cannot see it. */
  get notice(): string | undefined {
    const {messages} = this.ports.wording();
    if (this.#notice !== '' || !this.isPending) return this.#notice;
    return this.#intent === 'verify' ? messages.testing : messages.pending;
  }

  /** Says something to those who cannot see it. Nothing at all, where focus came to what there is to say. */
  say(notice?: string): void {
    const isRepeated = notice && notice === this.#notice;
    clearTimeout(this.#again);
    // Words that were there already would not be heard.
    if (isRepeated) this.#again = setTimeout(() => this.say(notice), AGAIN_MS);
    this.#notice = isRepeated ? undefined : notice;
    this.host.requestUpdate();
  }

  /** Judges a credential, hands it over and shows how that ended. */
  async submit(
    intent: SubmitIntent,
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
      return judge && (await judge.deliver(this, form, judgeCredential(judge, form), intent));
    } finally {
      this.#isBusy = false;
    }
  }

  /** Judges the form, shows what is wrong with it, and tells whether nothing is. */
  async reportValidity(): Promise<boolean> {
    const {forms} = this.ports;
    const form = forms.current;
    const judge = form && (await this.judgeOf(form));
    if (!judge) return false;
    const isValid = judge.judgeForm(form) !== undefined;
    if (!isValid) await forms.showProblems();
    return isValid;
  }

  /** What judges a form. `undefined` when it cannot be loaded, which the user is told. */
  async judgeOf(form: MethodForm): Promise<FormJudge | undefined> {
    const {forms} = this.ports;
    try {
      return forms.judge ?? (await forms.loadJudge());
    } catch {
      await this.failToLoad(form);
      return undefined;
    }
  }

  /** Tells the user, and the page, that a part of Keyslot could not be loaded. */
  async failToLoad(form = this.ports.forms.current): Promise<void> {
    const {forms, report} = this.ports;
    if (!form) return;
    const code = 'load_failed';
    form.formProblem = {code, say: ({messages}) => messages.loadFailed};
    await forms.showProblems();
    report({code, phase: 'environment', retry: 'same', methodId: form.method.id});
  }

  /** There is an answer to wait for, until `pending` aborts; or there is none any more. */
  wait(pending: AbortController | undefined, intent = this.#intent): void {
    this.#pending = pending;
    this.#intent = intent;
    this.host.requestUpdate();
  }

  /** The host tried the credential: it works, or it does not. */
  verify(verified: Verified | undefined): void {
    this.#verified = verified;
    const {current} = this.ports.forms;
    if (current) current.hasFailedVerification = !verified;
    this.host.requestUpdate();
  }

  /** What the form holds has changed: what was found out about it is no longer so. */
  invalidate(): void {
    if (!this.#verified) return;
    this.#verified = undefined;
    this.say('');
  }

  /** The host took the credential. */
  accept(result: SubmitResult, saved: ExistingCredential): void {
    this.#result = result;
    this.#saved = saved;
    this.#verified = undefined;
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
    this.#verified = undefined;
    this.say('');
  }
}
