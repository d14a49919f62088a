import {html, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {
  CredentialFormController,
  type MethodForm,
} from '../../controllers/credential-form-controller.js';
import type {FormJudge} from '../../controllers/form-judge.js';
import type {SubmissionOutcome} from '../../controllers/hand-over.js';
import {isSubmitEvent, SubmissionController} from '../../controllers/submission-controller.js';
import type {SubmitResult} from '../../controllers/submit-event.js';
import type {Credential, CredentialChange, ExistingCredential} from '../../model/credential.js';
import type {ValueSources} from '../../model/draft.js';
import type {Connector} from '../../model/method-kind.js';
import {ConnectorElement} from '../connector-element.js';
import {baseStyles} from '../styles/base.styles.js';
import {credentialFormStyles} from '../styles/credential-form.styles.js';
import {credentialFormView} from '../views/credential-form-view.js';
import {successView} from '../views/success-view.js';

/**
 * Asks for the credential of one authentication method and hands it over once it is valid.
 *
 * @summary The form of the chosen method, alone.
 *
 * @slot - A `<script type="application/json">` with the definition of the connector.
 * @slot submit-label - The label of the submit button.
 * @slot success - What is shown once the host took the credential.
 * @slot footer - Below the form.
 *
 * @fires {KeyslotSubmitEvent} keyslot-submit - The credential is complete and valid. Does not bubble.
 * @fires {KeyslotErrorEvent} keyslot-error - Something went wrong; the user has been told.
 *
 * @csspart method-panel - All of one method.
 * @csspart form - The native form.
 * @csspart summary - What is wrong, in one place.
 * @csspart fields - The group of fields.
 * @csspart field - One field; also `field-` and its type.
 * @csspart label - The label of a field.
 * @csspart optional - The mark of a field that can be left blank.
 * @csspart help - What helps to fill a field in.
 * @csspart docs-link - The link to where a value is found.
 * @csspart error - What is wrong with a field.
 * @csspart control - An input with what stands around it.
 * @csspart prefix - The text before an input.
 * @csspart suffix - The text after an input.
 * @csspart input - An input, text area or select.
 * @csspart checkbox - A checkbox.
 * @csspart reveal - The button that shows a secret.
 * @csspart advanced - The disclosure of seldom needed fields.
 * @csspart advanced-summary - The label of that disclosure.
 * @csspart editor - The place of a kind's own editor.
 * @csspart actions - The row of buttons.
 * @csspart submit - The submit button.
 * @csspart cancel - The button that stops waiting.
 * @csspart success - What is shown once the host took the credential.
 *
 * @cssstate pending - The host has not answered yet.
 * @cssstate invalid - Something is wrong with what was given.
 * @cssstate connected - The host took the credential.
 * @cssstate editing - An existing connection is edited.
 */
export class KeyslotCredentialFormElement extends ConnectorElement {
  static override styles: CSSResultGroup = [baseStyles, credentialFormStyles];

  /** What is stored of the connection that is edited, without its secrets. */
  @property({attribute: false}) existing: ExistingCredential | undefined;

  /** Values that the host suggests, by key. The user can change them. */
  @property({attribute: false}) values: Readonly<Record<string, unknown>> | undefined;

  /** Values that the host decides, by key. The user cannot change them. */
  @property({attribute: false}) presets: Readonly<Record<string, unknown>> | undefined;

  #sources: ValueSources = {};
  readonly #submission = new SubmissionController(this);
  readonly #form = new CredentialFormController(this, () => ({
    connector: this.connection.connector,
    method: this.connection.method,
    registry: this.environment.registry,
    sources: this.#sources,
  }));
  /** What was last said to those who cannot see it. */
  @state() protected notice = '';
  #isDelivering = false;
  /** Which method of which connector the last success was about. */
  #connectedTo = '';

  /** Judges what was given and, when it is valid, hands it over: what the submit button does. */
  submit(): void {
    void this.#deliver((judge, form) => judge.judgeForm(form));
  }

  /** Forgets what was typed for the chosen method, and any success. */
  reset(): void {
    this.#submission.reset();
    this.#form.reset();
    this.notice = '';
  }

  /** Judges what was given, shows what is wrong, and tells whether nothing is. */
  async reportValidity(): Promise<boolean> {
    const form = this.#form.current;
    const judge = form && (this.#form.judge ?? (await this.#loadJudge(form)));
    const isValid = form !== undefined && judge?.judgeForm(form) !== undefined;
    if (!isValid) await this.#showProblems();
    return isValid;
  }

  /** Moves focus to the first field. */
  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>(
      '#success, [part="method-panel"]:not([hidden]) :is([data-key], [part="editor"] > *)',
    );
    target?.focus(options);
  }

  protected get hasSucceeded(): boolean {
    return this.#submission.result !== undefined;
  }

  /** Whether the host has not answered yet. */
  protected get isPending(): boolean {
    return this.#submission.isPending;
  }

  protected override get announcement(): string {
    return this.isPending ? this.wording.messages.pending : this.notice;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('existing') || changed.has('values') || changed.has('presets')) {
      const {existing, values, presets} = this;
      this.#sources = {existing, values, presets};
    }
  }

  protected override update(changed: PropertyValues): void {
    if (this.#submission.result && this.#connectedTo !== this.#place) this.#submission.reset();
    super.update(changed);
    const form = this.#form.current;
    this.setState('pending', this.isPending);
    this.setState('connected', this.hasSucceeded);
    this.setState('invalid', Boolean(form?.formProblem ?? form?.problems.size));
    this.setState('editing', this.existing !== undefined);
  }

  protected override renderReady(connector: Connector): TemplateResult {
    const {result} = this.#submission;
    const {wording, isPending} = this;
    return html`
      ${
        result
          ? successView(result, wording)
          : credentialFormView({
              connector,
              controller: this.#form,
              wording,
              disabled: this.environment.disabled,
              isPending,
              isEditing: this.existing !== undefined,
              onSubmit: this.#onSubmit,
              onEditorSubmit: this.#onEditorSubmit,
              onReveal: this.#onReveal,
              onCancel: this.#onCancel,
            })
      }
      <slot name="footer"></slot>
    `;
  }

  get #place(): string {
    return JSON.stringify([this.connection.connector?.id, this.methodId]);
  }

  /** Judges a credential, hands it over and shows how that ended. One at a time. */
  async #deliver(
    judgeCredential: (
      judge: FormJudge,
      form: MethodForm,
    ) => Credential | CredentialChange | undefined,
  ): Promise<SubmissionOutcome | undefined> {
    const form = this.#form.current;
    if (!form || this.#isDelivering || this.environment.disabled) return undefined;
    this.#isDelivering = true;
    try {
      const judge = this.#form.judge ?? (await this.#loadJudge(form));
      if (!judge) return undefined;
      const credential = judgeCredential(judge, form);
      this.notice = '';
      this.#form.hideSecrets();
      if (credential) return await this.#handOver(credential, form, judge);
      await this.#showProblems();
      const [key, problem] = [...form.problems][0] ?? [undefined, form.formProblem];
      const code = problem?.code ?? 'credential_invalid';
      this.report({code, phase: 'input', retry: 'edit', methodId: form.method.id, key});
    } finally {
      this.#isDelivering = false;
    }
    return undefined;
  }

  async #loadJudge(form: MethodForm): Promise<FormJudge | undefined> {
    try {
      return await this.#form.loadJudge();
    } catch {
      const code = 'load_failed';
      form.formProblem = {code, say: ({messages}) => messages.loadFailed};
      this.#form.update();
      await this.#showProblems();
      this.report({code, phase: 'environment', retry: 'same', methodId: form.method.id});
      return undefined;
    }
  }

  async #handOver(
    credential: Credential | CredentialChange,
    form: MethodForm,
    judge: FormJudge,
  ): Promise<SubmissionOutcome> {
    const outcome = await this.#submission.send(judge.handOver, credential, 'save');
    const {messages} = this.wording;
    const methodId = form.method.id;
    switch (outcome.status) {
      case 'accepted':
        this.#connectedTo = this.#place;
        this.#form.forget();
        await this.updateComplete;
        this.renderRoot.querySelector<HTMLElement>('#success')?.focus();
        break;
      case 'rejected': {
        const {message, fields} = outcome.rejection ?? {message: messages.rejected, fields: {}};
        judge.reject(form, message, fields);
        await this.#showProblems();
        this.report({code: 'submit_rejected', phase: 'submit', retry: 'edit', methodId});
        break;
      }
      case 'cancelled':
        this.notice = messages.cancelled;
        this.report({code: 'submit_cancelled', phase: 'submit', retry: 'same', methodId});
    }
    return outcome;
  }

  /** Brings what is wrong into view, and focus to the first of it. */
  async #showProblems(): Promise<void> {
    await this.updateComplete;
    for (const control of this.renderRoot.querySelectorAll('[aria-invalid="true"]')) {
      const details = control.closest('details');
      if (details) details.open = true;
    }
    const summary = this.renderRoot.querySelector<HTMLElement>(
      '[part="method-panel"]:not([hidden]) .summary',
    );
    (this.#form.firstInvalid() ?? summary)?.focus();
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.submit();
  };

  readonly #onEditorSubmit = (event: Event) => {
    if (!isSubmitEvent(event)) return;
    const {credential} = event;
    const delivered = this.#deliver((judge, form) => judge.judgeCredential(form, credential));
    const answer: Promise<SubmitResult> = delivered.then((outcome) => {
      if (outcome?.status === 'accepted') return outcome.result;
      throw new Error(outcome?.status ?? 'invalid', {cause: outcome});
    });
    event.respondWith(answer);
  };

  readonly #onReveal = (form: MethodForm, key: string) => {
    this.#form.toggleReveal(form, key);
    const variable = form.method.variables.find((candidate) => candidate.key === key);
    const label = variable ? this.wording.label(variable, form.method) : key;
    const {shown, hidden} = this.wording.messages;
    this.notice = form.revealed.has(key) ? shown(label) : hidden(label);
  };

  readonly #onCancel = () => {
    this.#submission.cancel();
    this.renderRoot.querySelector<HTMLElement>('[part="submit"]')?.focus();
  };
}
