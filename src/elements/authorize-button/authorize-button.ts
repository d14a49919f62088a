import type {TemplateResult} from 'lit';
import type {Connector} from '../../model/method-kind.js';
import {KeyslotCredentialFormElement} from '../credential-form/credential-form.js';

/**
 * Has the user authorise in a window of the provider, and hands the host one validated credential.
 * Asks for nothing: all that the method needs beside comes from `values` and `presets`.
 *
 * @summary The window of the provider, alone.
 *
 * @slot - A `<script type="application/json">` with the definition of the connector.
 * @slot submit-label - The label of the button.
 * @slot success - What is shown once the host took the credential.
 * @slot footer - Below the button.
 *
 * @fires {KeyslotSubmitEvent} keyslot-submit - The credential is complete and valid. Does not bubble.
 * @fires {KeyslotErrorEvent} keyslot-error - Something went wrong; the element tells the user, too.
 * @fires {KeyslotBeforeAuthorizeEvent} keyslot-before-authorize - A window is about to leave for the provider. Cancelable.
 * @fires {KeyslotAuthorizeStateEvent} keyslot-authorize-state - An attempt to authorise got further.
 */
export class KeyslotAuthorizeButtonElement extends KeyslotCredentialFormElement {
  /** Moves focus to the button. */
  override focus(options?: FocusOptions): void {
    this.forms.find('#success, .submit')?.focus(options);
  }

  protected override get isBare(): boolean {
    return true;
  }

  protected override renderReady(connector: Connector): TemplateResult {
    return this.formView(connector);
  }
}
