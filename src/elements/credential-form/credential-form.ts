import {
  html,
  type nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type {SubmitIntent} from '../../controllers/submit-event.js';
import type {Connector} from '../../model/method-kind.js';
import {FormElement} from '../form-element.js';
import type {LightForm} from '../light-form.js';
import {OnDemandController} from '../on-demand-controller.js';
import {baseStyles} from '../styles/base.styles.js';
import {credentialFormStyles} from '../styles/credential-form.styles.js';
import {credentialFormView, type CredentialFormModel} from '../views/credential-form-view.js';
import {loadingView} from '../views/field-view.js';

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
 * @fires {KeyslotErrorEvent} keyslot-error - Something went wrong; the element tells the user, too.
 * @fires {KeyslotBeforeAuthorizeEvent} keyslot-before-authorize - A window is about to leave for the provider. Cancelable.
 * @fires {KeyslotAuthorizeStateEvent} keyslot-authorize-state - An attempt to authorise got further.
 *
 * @csspart method-panel - All of one method.
 * @csspart form - The native form.
 * @csspart summary - What is wrong, in one place.
 * @csspart summary-title - How much that is, or what it is.
 * @csspart summary-link - A link from there to a field.
 * @csspart fields - The group of fields.
 * @csspart field - One field; also `field-` and its type, and `invalid`.
 * @csspart label - The label of a field.
 * @csspart optional - The mark of a field that can be left blank.
 * @csspart help - What helps to fill a field in.
 * @csspart docs-link - The link to where a value is found, or to a page about the method.
 * @csspart error - What is wrong with a field.
 * @csspart control - An input with what stands around it.
 * @csspart prefix - The text before an input.
 * @csspart suffix - The text after an input.
 * @csspart input - An input, text area or select.
 * @csspart select - A select.
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
 * @csspart advice - What there is to say of what was pasted, below its field.
 * @csspart mend - The button that leaves the value alone of what was pasted.
 * @csspart move - The button that takes it to where it belongs.
 * @csspart fill - The button that gives several fields the values in it.
 * @csspart decline - The button that does not.
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
 * @csspart authorization - Where the user will sign in and what for; also `authorizing` meanwhile.
 * @csspart authorization-origin - Where that is.
 * @csspart authorization-status - What is going on there, or what came of it.
 * @csspart scopes - What the user allows.
 * @csspart scopes-legend - The heading of that.
 * @csspart scope - One of these.
 * @csspart authorize-again - The button that gives up what was allowed before.
 * @csspart authorize-link - The link in place of a window that was blocked.
 * @csspart this-tab - The button that goes on in this tab.
 * @csspart reopen - The button that shows the window, or opens another one.
 * @csspart keep-waiting - The button that asks for more time.
 * @csspart progress - The sign that something goes on.
 * @csspart paste - The disclosure for the address that the user ended on.
 * @csspart use-address - The button that takes it.
 * @csspart actions - The row of buttons.
 * @csspart button - Each button there, and that of a success.
 * @csspart submit - The submit button.
 * @csspart test - The button that tests the connection.
 * @csspart save-untested - The button that saves although a test went wrong.
 * @csspart verified - What came of a test.
 * @csspart warnings - What to know although all went well.
 * @csspart cancel - The button that stops waiting.
 * @csspart success - What is shown once the host took the credential.
 * @csspart success-title - That it did.
 * @csspart edit - The button that goes on to edit what was saved.
 * @csspart stored-hint - That the method of a stored connection is gone or has changed.
 *
 * @cssstate pending - The host has not answered yet.
 * @cssstate invalid - Something is wrong with what was given.
 * @cssstate connected - The host took the credential.
 * @cssstate editing - An existing connection is edited.
 * @cssstate authorizing - The user is in a window of the provider.
 *
 * @cssproperty [--keyslot-font-family-code=ui-monospace, monospace] - The font of text areas, which hold keys and certificates.
 */
export class KeyslotCredentialFormElement extends FormElement {
  static override styles: CSSResultGroup = [baseStyles, credentialFormStyles];
  static override properties: PropertyDeclarations = {formRoot: {attribute: 'form-root'}};

  /**
   * Where the form is: with `light`, in a child of the element in place of its shadow root, for
   * password managers that do not look into those. A form with controls of the page's own stays.
   */
  formRoot: 'light' | 'shadow' | undefined;

  readonly #onDemand = new OnDemandController(
    this,
    this.forms,
    (form) => void this.submission.failToLoad(form),
  );
  /** What has the form as a child of the element, once it is loaded. */
  #light: LightForm | undefined;

  /** What the form is in. */
  override get formTree(): ParentNode {
    return this.#light?.tree ?? this.renderRoot;
  }

  /** Moves focus to the first field, or to the button where there is none. */
  override focus(options?: FocusOptions): void {
    const target = this.forms.find(
      '#success, [part="method-panel"]:not([hidden]) :is([data-key]:enabled, [part="editor"] > *), .submit',
    );
    target?.focus(options);
  }

  protected override update(changed: PropertyValues): void {
    if (changed.has('methodId')) this.#onDemand.retry();
    super.update(changed);
  }

  protected override updated(): void {
    super.updated();
    if (this.formRoot === 'light' && !this.#light) void this.#loadLight();
    const {connector} = this.connection;
    const form = this.forms.current;
    if (connector && form) this.#onDemand.views?.afterRender(form, this.#model(connector));
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
    const {result} = this.submission;
    const view = () => credentialFormView(this.#model(connector));
    const content = result
      ? this.outcome?.successView(result, this.wording, this.edit)
      : this.#light
        ? this.#light.place(view)
        : this.formRoot === 'light' && !this.outcome
          ? loadingView()
          : view();
    return html`${content}<slot name="footer"></slot>`;
  }

  async #loadLight(): Promise<void> {
    const loaded = await import('../light-form.js').catch(() => undefined);
    if (loaded) this.#light ??= new loaded.LightForm(this, this.forms);
    // Elsewhere is better than nowhere.
    else this.formRoot = undefined;
  }

  #model(connector: Connector): CredentialFormModel {
    return {
      connector,
      controller: this.forms,
      submission: this.submission,
      outcome: this.outcome,
      watch: this.watch,
      wording: this.wording,
      onDemand: this.#onDemand.views,
      authorization: this.authorization,
      existing: this.stored,
      oauth: this.oauth,
      disabled: this.environment.disabled,
      isPending: this.isPending,
      isEditing: this.stored !== undefined,
      isReplaced: this.isReplaced,
      isBare: this.isBare,
      verification: this.verification,
      allowUnverified: this.allowUnverified,
      announce: (notice) => this.submission.say(notice),
      onSubmit: (event) => {
        event.preventDefault();
        this.submit();
      },
      onIntent: (intent) => this.hand(intent),
      slot:
        this.#light?.slot ??
        ((name, content) =>
          html`<slot name=${name} @slotchange=${() => this.requestUpdate()}>${content}</slot>`),
    };
  }

  protected override hand(intent: SubmitIntent): void {
    this.#onDemand.retry();
    super.hand(intent);
  }
}
