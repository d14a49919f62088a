import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import {MethodChoiceController} from '../../controllers/method-choice-controller.js';
import type {Connector} from '../../model/method-kind.js';
import {KeyslotCredentialFormElement} from '../credential-form/credential-form.js';
import {connectStyles} from '../styles/connect.styles.js';
import {methodPickerStyles} from '../styles/method-picker.styles.js';
import {headerView} from '../views/header-view.js';
import {methodPickerView} from '../views/method-picker-view.js';

/**
 * Lets a user connect an application: shows the methods, asks for what the chosen one needs, and
 * hands the host one validated credential.
 *
 * @summary The whole thing: picker, form and result, in one root.
 *
 * @slot - A `<script type="application/json">` with the definition of the connector.
 * @slot header - In place of the logo and the title.
 * @slot intro - Between the header and the methods.
 * @slot submit-label - The label of the submit button.
 * @slot success - What is shown once the host took the credential.
 * @slot footer - Below the form.
 * @slot field:<key> - A control of the page's own in place of that of the variable of that key.
 * @slot method:<id> - In place of the form of the method of that id, its buttons included.
 *
 * @fires {KeyslotSubmitEvent} keyslot-submit - The credential is complete and valid. Does not bubble.
 * @fires {KeyslotMethodChangeEvent} keyslot-method-change - The user chose another method.
 * @fires {KeyslotErrorEvent} keyslot-error - Something went wrong; the element tells the user, too.
 * @fires {KeyslotBeforeAuthorizeEvent} keyslot-before-authorize - A window is about to leave for the provider. Cancelable.
 * @fires {KeyslotAuthorizeStateEvent} keyslot-authorize-state - An attempt to authorise got further.
 *
 * @csspart header - The logo, the title and what stands below it.
 * @csspart logo - The image of the connector.
 * @csspart title - The name of what is being done.
 * @csspart docs-link - The link to where a value is found, or to a page about the connector or a method.
 * @csspart account - Whose account it is, when a connection is edited.
 * @csspart picker - The group of methods.
 * @csspart legend - The question above the methods.
 * @csspart filter - The search field above many methods, with its label.
 * @csspart filter-input - The search field itself.
 * @csspart method-list - The list of methods.
 * @csspart method - The card of one method; also `selected`.
 * @csspart method-radio - The radio button of a method.
 * @csspart method-icon - The image of a method.
 * @csspart method-name - The name of a method.
 * @csspart method-description - What helps to choose it, or why it cannot be chosen.
 * @csspart badge - A mark beside the name; also `recommended`, `deprecated` or `unavailable`.
 * @csspart incomplete - The remark that not all methods are listed.
 *
 * @cssproperty [--keyslot-font-size-title=1.25em] - The size of the title.
 */
export class KeyslotConnectElement extends KeyslotCredentialFormElement {
  static override styles: CSSResultGroup = [
    KeyslotCredentialFormElement.styles,
    methodPickerStyles,
    connectStyles,
  ];
  static override properties: PropertyDeclarations = {
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** The rank of the title among the headings of the page, 1 to 6. */
  headingLevel = 2;

  readonly #choice = new MethodChoiceController(this, (notice) => this.submission.say(notice));

  /** Moves focus to the first field or, before a method is chosen, to the methods. */
  override focus(options?: FocusOptions): void {
    if (this.connection.method) super.focus(options);
    else this.renderRoot.querySelector<HTMLElement>('[name="method"]:enabled')?.focus(options);
  }

  /** Judges what was given and, when it is valid, hands it over: what the submit button does. */
  override submit(): void {
    if (this.connection.method) super.submit();
    else {
      this.submission.say(this.wording.messages.pickFirst);
      this.focus();
    }
  }

  protected override choose(methodId: string): Promise<unknown> {
    this.#choice.choose(methodId);
    return this.updateComplete;
  }

  protected override renderReady(connector: Connector): TemplateResult {
    const {wording, methodId} = this;
    const hasChoice = connector.methods.length > 1 || !this.connection.method;
    const isPicking = hasChoice && !this.hasSucceeded;
    return html`
      <slot name="header"> ${headerView(connector, wording, this.headingLevel, this.stored)} </slot>
      <slot name="intro"></slot>
      ${this.hintView(connector)}
      ${
        isPicking
          ? methodPickerView({
              connector,
              methodId,
              wording,
              disabled: this.environment.disabled || this.isPending,
              isIncomplete: this.connection.isIncomplete,
              choice: this.#choice,
            })
          : nothing
      }
      ${this.formView(connector)}
    `;
  }
}
