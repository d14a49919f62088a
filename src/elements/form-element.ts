import type {PropertyDeclarations, PropertyValues} from 'lit';
import {CredentialFormController} from '../controllers/credential-form-controller.js';
import {EditedSources} from '../controllers/edited-sources.js';
import {SubmissionController} from '../controllers/submission-controller.js';
import type {SubmitIntent} from '../controllers/submit-event.js';
import type {ExistingCredential} from '../model/credential.js';
import type {OAuthOptions} from '../oauth/oauth-options.js';
import {AuthorizationLoader} from './authorization-loader.js';
import {ConnectorElement} from './connector-element.js';
import type {FormWatch} from './form-watch.js';
import {mainIntent, type OutcomeViews, type Verification} from './views/actions-view.js';

/** How long inputs keep their values after the element left the page: frameworks move elements. */
export const DISCONNECT_GRACE_MS = 1000;

/** What all elements with a form share: what a page decides about it, and what it does. */
export abstract class FormElement extends ConnectorElement {
  static override properties: PropertyDeclarations = {
    existing: {attribute: false},
    values: {attribute: false},
    presets: {attribute: false},
    oauth: {attribute: false},
    verification: {},
    allowUnverified: {type: Boolean, attribute: 'allow-unverified'},
    responseTimeout: {type: Number, attribute: 'response-timeout'},
  };

  /** What is stored of the connection that is edited, without its secrets. */
  existing: ExistingCredential | undefined;

  /** Values that the host suggests, by key. The user can change them. */
  values: Readonly<Record<string, unknown>> | undefined;

  /** Values that the host decides, by key. The user cannot change them. */
  presets: Readonly<Record<string, unknown>> | undefined;

  /** How users authorise in a window of the provider, for the methods that have one. */
  oauth: OAuthOptions | undefined;

  /**
   * Whether the user can (`offered`), or must (`required`), test the connection before it is saved.
   * A test is a `keyslot-submit` with the intent `verify`, which the page has to answer. A kind's
   * own editor decides for itself.
   */
  verification: Verification | undefined;

  /** Whether the user may save all the same when a required test went wrong. */
  allowUnverified = false;

  /** How long to wait for the answer of the page, in milliseconds; 0, and 25 days or more, is for ever. */
  responseTimeout = 60_000;

  /** The views of what comes of a form, once they are loaded. */
  protected outcome: OutcomeViews | undefined;
  /** What looks at what comes into the forms, once it is loaded. */
  protected watch: FormWatch | undefined;
  readonly #states = this.attachInternals().states;
  readonly #sources = new EditedSources(this, () => this.connection.connector?.id);
  protected readonly forms: CredentialFormController = new CredentialFormController(
    this,
    () => ({
      connector: this.connection.connector,
      method: this.connection.method,
      sources: this.#sources.current,
      isDisabled: this.environment.disabled,
    }),
    () => this.submission.invalidate(),
    () => this.#loadOutcome(),
  );
  protected readonly submission: SubmissionController = new SubmissionController(this, {
    forms: this.forms,
    wording: () => this.wording,
    report: (details) => this.report(details),
    timeout: () => this.responseTimeout,
    authorize: (...request) => this.authorization.authorize(...request),
    isVerificationRequired: () => this.verification === 'required',
  });
  protected readonly authorization: AuthorizationLoader = new AuthorizationLoader({
    element: this,
    forms: this.forms,
    submission: this.submission,
    oauth: () => this.oauth,
    wording: () => this.wording,
    report: (details) => this.report(details),
    // An edit is not to go on as a new connection, nor in another element.
    resumeKey: () => JSON.stringify([this.id, this.stored !== undefined]),
    submit: () => this.submit(),
  });
  /** Which method of which connector is shown. */
  #place = '';
  #grace: ReturnType<typeof setTimeout> | undefined;

  /** What the form is in. */
  abstract get formTree(): ParentNode;

  /** Whether anything was typed that would be lost. */
  get isDirty(): boolean {
    return this.forms.isDirty;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#grace);
    // What was forgotten meanwhile.
    this.requestUpdate();
  }

  // Secrets do not outlive the element that asked for them.
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#grace = setTimeout(() => {
      this.submission.cancel();
      this.submission.invalidate();
      // Nobody sees the rest.
      if (this.forms.empty()) this.requestUpdate();
    }, DISCONNECT_GRACE_MS);
  }

  /** Judges what was given and, when it is valid, hands it over: what the submit button does. */
  submit(): void {
    this.hand(mainIntent({verification: this.verification, submission: this.submission}));
  }

  /** Ends an attempt to have the user authorise. Nothing that was entered is lost. */
  cancelAuthorization(): void {
    this.authorization.cancel();
  }

  /** Forgets what was typed for the chosen method, and any success. */
  reset(): void {
    this.submission.reset();
    this.forms.reset();
  }

  /** Forgets what was typed for every method, and any success. */
  forget(): void {
    this.submission.reset();
    this.forms.forget();
  }

  /** Judges what was given, shows what is wrong, and tells whether nothing is. */
  reportValidity(): Promise<boolean> {
    return this.submission.reportValidity();
  }

  protected get hasSucceeded(): boolean {
    return this.submission.result !== undefined;
  }

  /** Whether the host has not answered yet. */
  protected get isPending(): boolean {
    return this.submission.isPending;
  }

  /** Whether the page provides every value, so that nothing is asked for. */
  protected get isBare(): boolean {
    return false;
  }

  protected override get announcement(): string | undefined {
    return this.submission.notice;
  }

  /** What is stored: before the element was shown, or since. */
  protected override get stored(): ExistingCredential | undefined {
    return this.#sources.existing;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.forms.prepare();
  }

  protected override update(changed: PropertyValues): void {
    // A success is about one method of one connector.
    const place = JSON.stringify([this.connection.connector?.id, this.methodId]);
    if (place !== this.#place) {
      if (this.hasSucceeded) this.submission.reset();
      // What was said was of a form that is gone.
      else if (!this.connection.connector) this.submission.say('');
      this.#place = place;
    }
    super.update(changed);
    const form = this.forms.current;
    const states = {
      pending: this.isPending,
      connected: this.hasSucceeded,
      invalid: Boolean(form?.formProblem ?? form?.problems.size),
      editing: this.stored !== undefined,
      authorizing: this.authorization.controller?.attempt !== undefined,
    };
    for (const [name, isSet] of Object.entries(states)) {
      this.#states[isSet ? 'add' : 'delete'](name);
    }
  }

  /** Judges what was given and hands it over, to be tried or to be kept. */
  protected hand(intent: SubmitIntent): void {
    // The page may have given something else in the same breath.
    this.connection.prepare();
    this.forms.prepare();
    if (this.environment.disabled || this.isReplaced) return;
    if (this.submission.isBusy) {
      this.authorization.controller?.attempt?.focus();
      return;
    }
    const closeUnused = this.authorization.open();
    void this.submission
      .submit(intent, (judge, form) => judge.judgeForm(form))
      .finally(closeUnused);
  }

  async #loadOutcome(): Promise<OutcomeViews> {
    const outcome = await import('./outcome.js');
    this.watch ??= new outcome.FormWatch(this, {
      forms: this.forms,
      wording: () => this.wording,
      announce: (notice) => this.submission.say(notice),
      isBusy: () => this.environment.disabled || this.submission.isBusy,
      choose: this.choose?.bind(this),
    });
    return (this.outcome = outcome);
  }

  /** Has another method chosen, where the user can. */
  protected choose?(methodId: string): Promise<unknown>;

  /** Whether the page shows something of its own in place of the chosen method's form. */
  protected get isReplaced(): boolean {
    return this.forms.fields.slotted(`method:${this.methodId}`) !== undefined;
  }

  /** Goes on with what was saved a moment ago. */
  protected readonly edit = (): void => {
    this.#sources.edit(this.submission.saved);
    this.submission.reset();
    void this.updateComplete.then(() => this.focus());
  };
}
