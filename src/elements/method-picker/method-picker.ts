import type {CSSResultGroup, TemplateResult} from 'lit';
import {MethodChoiceController} from '../../controllers/method-choice-controller.js';
import type {Connector} from '../../model/method-kind.js';
import {ConnectorElement} from '../connector-element.js';
import {baseStyles} from '../styles/base.styles.js';
import {methodPickerStyles} from '../styles/method-picker.styles.js';
import {methodPickerView} from '../views/method-picker-view.js';

/**
 * Lets a user choose one of the authentication methods of a connector.
 *
 * @summary The choice of a method, alone.
 *
 * @slot - A `<script type="application/json">` with the definition of the connector.
 *
 * @fires {KeyslotMethodChangeEvent} keyslot-method-change - The user chose another method.
 * @fires {KeyslotErrorEvent} keyslot-error - The definition cannot be used.
 *
 * @csspart picker - The group of methods.
 * @csspart legend - The question above them.
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
 */
export class KeyslotMethodPickerElement extends ConnectorElement {
  static override styles: CSSResultGroup = [baseStyles, methodPickerStyles];

  readonly #choice = new MethodChoiceController(this);

  /** Moves focus to the chosen method, or to the first. */
  override focus(options?: FocusOptions): void {
    const {renderRoot} = this;
    const radio = renderRoot.querySelector<HTMLElement>('input[type="radio"]:checked');
    const target = radio ?? renderRoot.querySelector<HTMLElement>('input:enabled');
    target?.focus(options);
  }

  protected override get announcement(): string {
    return this.#choice.announcement(this.connection.connector, this.wording);
  }

  protected override renderReady(connector: Connector): TemplateResult {
    const {wording, methodId} = this;
    const {disabled} = this.environment;
    const {isIncomplete} = this.connection;
    const choice = this.#choice;
    return methodPickerView({connector, methodId, wording, disabled, isIncomplete, choice});
  }
}
