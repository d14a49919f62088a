import {
  html,
  type nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {property} from 'lit/decorators.js';
import {CredentialFormController} from '../../controllers/credential-form-controller.js';
import {EditedSources} from '../../controllers/edited-sources.js';
import {SubmissionController} from '../../controllers/submission-controller.js';
import type {SubmitIntent} from '../../controllers/submit-event.js';
import type {ExistingCredential} from '../../model/credential.js';
import type {Connector} from '../../model/method-kind.js';
import {ConnectorElement} from '../connector-element.js';
import {OnDemandController} from '../on-demand-controller.js';
import {baseStyles} from '../styles/base.styles.js';
import {credentialFormStyles} from '../styles/credential-form.styles.js';
import {credentialFormView, type CredentialFormModel} from '../views/credential-form-view.js';
import {mainIntent, type Verification} from '../views/actions-view.js';
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
 * @slot field:<key> - A control of the page's own in place of that of the variable of that key.
 * @slot method:<id> - In place of the form of the method of that id, its buttons included.
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
 * @csspart popup - The list below a select that is searched.
 * @csspart option - An option in it.
 * @csspart choices - The checkboxes of a `multiselect`.
 * @csspart choice - One of these, with its label.
 * @csspart filter-input - The search field above many of these.
 * @csspart file - The place where a file is chosen or dropped.
 * @csspart file-input - The native input that covers it.
 * @csspart file-name - The name of the file.
 * @csspart remove-file - The button that removes the file.
 * @csspart pairs - The rows of a `keyvalue`.
 * @csspart pair - One row: two inputs and a button.
 * @csspart add-pair - The button that adds a row.
 * @csspart remove-pair - The button that removes a row.
 * @csspart reveal - The button that shows a secret.
 * @csspart insist - The button that uses a value which a pattern warns about.
 * @csspart stored-actions - The row of buttons about a stored secret.
 * @csspart replace - The button that leads to the field of a stored secret.
 * @csspart remove - The button that removes a stored secret.
 * @csspart undo - The button that keeps a stored secret after all.
 * @csspart group - Fields under one heading.
 * @csspart group-legend - That heading.
 * @csspart notes - What to know or to copy, above the fields.
 * @csspart note - One of these.
 * @csspart note-label - The name of a value to copy, or the heading of a note.
 * @csspart note-text - The text of a note.
 * @csspart copy - The button that copies a value.
 * @csspart advanced - The disclosure of seldom needed fields.
 * @csspart advanced-summary - The label of that disclosure.
 * @csspart editor - The place of a kind's own editor.
 * @csspart actions - The row of buttons.
 * @csspart submit - The submit button.
 * @csspart test - The button that tests the connection.
 * @csspart save-untested - The button that saves although a test went wrong.
 * @csspart verified - What came of a test.
 * @csspart warnings - What to know although all went well.
 * @csspart cancel - The button that stops waiting.
 * @csspart success - What is shown once the host took the credential.
 * @csspart edit - The button that goes on to edit what was saved.
 * @csspart stored-hint - That the method of a stored connection is gone or has changed.
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

  /**
   * Whether the user can (`offered`), or must (`required`), test the connection before it is saved.
   * A test is a `keyslot-submit` with the intent `verify`, which the page has to answer. A kind's
   * own editor decides for itself.
   */
  @property() verification: Verification | undefined;

  /** Whether the user may save all the same when a required test went wrong. */
  @property({type: Boolean, attribute: 'allow-unverified'}) allowUnverified = false;

  /** How long to wait for the answer of the page, in milliseconds; 0 is for ever. */
  @property({type: Number, attribute: 'response-timeout'}) responseTimeout = 60_000;

  readonly #sources = new EditedSources(this);
  readonly #form: CredentialFormController = new CredentialFormController(
    this,
    () => ({
      connector: this.connection.connector,
      method: this.connection.method,
      sources: this.#sources.current,
      isDisabled: this.environment.disabled,
    }),
    () => this.#submission.invalidate(),
  );
  readonly #submission = new SubmissionController(this, {
    forms: this.#form,
    wording: () => this.wording,
    report: (details) => this.report(details),
    timeout: () => this.responseTimeout,
    isVerificationRequired: () => this.verification === 'required',
  });
  readonly #onDemand = new OnDemandController(
    this,
    this.#form,
    (form) => void this.#submission.failToLoad(form),
  );
  /** Which method of which connector is shown. */
  #place = '';

  /** Whether anything was typed that would be lost. */
  get isDirty(): boolean {
    return this.#form.isDirty;
  }

  /** Judges what was given and, when it is valid, hands it over: what the submit button does. */
  submit(): void {
    this.#submit(mainIntent({verification: this.verification, submission: this.#submission}));
  }

  /** Forgets what was typed for the chosen method, and any success. */
  reset(): void {
    this.#submission.reset();
    this.#form.reset();
  }

  /** Forgets what was typed for every method, and any success. */
  forget(): void {
    this.#submission.reset();
    this.#form.forget();
  }

  /** Judges what was given, shows what is wrong, and tells whether nothing is. */
  reportValidity(): Promise<boolean> {
    return this.#submission.reportValidity();
  }

  /** Moves focus to the first field. */
  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>(
      '#success, [part="method-panel"]:not([hidden]) :is([data-key]:enabled, [part="editor"] > *)',
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

  /** Says something to those who cannot see it. */
  protected announce(notice: string): void {
    this.#submission.say(notice);
  }

  protected override get announcement(): string {
    return this.#submission.notice;
  }

  /** What is stored: before the element was shown, or since. */
  protected get stored(): ExistingCredential | undefined {
    return this.#sources.existing;
  }

  protected override update(changed: PropertyValues): void {
    // A success is about one method of one connector.
    const place = JSON.stringify([this.connection.connector?.id, this.methodId]);
    if (place !== this.#place) {
      if (this.hasSucceeded) this.#submission.reset();
      this.#onDemand.retry();
    }
    this.#place = place;
    super.update(changed);
    const form = this.#form.current;
    this.setState('pending', this.isPending);
    this.setState('connected', this.hasSucceeded);
    this.setState('invalid', Boolean(form?.formProblem ?? form?.problems.size));
    this.setState('editing', this.stored !== undefined);
  }

  protected override updated(): void {
    super.updated();
    const {connector} = this.connection;
    const form = this.#form.current;
    if (connector && form) this.#onDemand.views?.dressOwnControls(form, this.#model(connector));
  }

  protected override renderReady(connector: Connector): TemplateResult {
    return html`${this.hintView(connector)} ${this.formView(connector)}`;
  }

  /** What to know about the connection that is edited, before anything is entered. */
  protected hintView(connector: Connector): TemplateResult | typeof nothing | undefined {
    const {views} = this.#onDemand;
    return views?.storedHintView(connector, this.methodId, this.stored, this.wording);
  }

  /** The form of the chosen method, or what came of it. */
  protected formView(connector: Connector): TemplateResult {
    const {result} = this.#submission;
    const content = result
      ? successView(result, this.wording, this.#onEdit)
      : credentialFormView(this.#model(connector));
    return html`${content}<slot name="footer"></slot>`;
  }

  #model(connector: Connector): CredentialFormModel {
    return {
      connector,
      controller: this.#form,
      submission: this.#submission,
      wording: this.wording,
      onDemand: this.#onDemand.views,
      disabled: this.environment.disabled,
      isPending: this.isPending,
      isEditing: this.stored !== undefined,
      isReplaced: this.#isReplaced,
      verification: this.verification,
      allowUnverified: this.allowUnverified,
      announce: (notice) => this.announce(notice),
      onSubmit: this.#onSubmit,
      onIntent: (intent) => this.#submit(intent),
      onReplace: () => this.requestUpdate(),
    };
  }

  #submit(intent: SubmitIntent): void {
    if (this.environment.disabled || this.#isReplaced) return;
    this.#onDemand.retry();
    void this.#submission.submit(intent, (judge, form) => judge.judgeForm(form));
  }

  get #isReplaced(): boolean {
    return [...this.children].some(({slot}) => slot === `method:${this.methodId}`);
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.submit();
  };

  /** Goes on with what was saved a moment ago. */
  readonly #onEdit = () => {
    this.#sources.edit(this.#submission.saved);
    this.#submission.reset();
    void this.updateComplete.then(() => this.focus());
  };
}
