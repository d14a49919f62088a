import {ContextConsumer} from '@lit/context';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {KeyslotCloseEvent, type CloseReason} from '../../controllers/close-event.js';
import {messagesContext} from '../../controllers/contexts.js';
import {DialogContentController} from '../../controllers/dialog-content-controller.js';
import {languageOf} from '../../controllers/nearest-language.js';
import {ModalController} from '../../controllers/modal-controller.js';
import {enDialog} from '../../messages/en-dialog.js';
import {mergeMessages, type Messages, type PartialMessages} from '../../messages/messages.js';
import {isForeign} from '../../model/localized-text.js';
import {version} from '../../version.js';
import {baseStyles} from '../styles/base.styles.js';
import {dialogStyles} from '../styles/dialog.styles.js';
import {closeView, discardView, doneView} from '../views/dialog-views.js';

/**
 * Shows its content in a modal dialog, and asks before anything typed in it is lost.
 *
 * @summary A native dialog around any of the others.
 *
 * @slot - What the dialog shows: `keyslot-connect`, or any other content.
 *
 * @fires {KeyslotCloseEvent} keyslot-close - The dialog is about to close. Cancelled, it stays open.
 *
 * @csspart dialog - The native dialog; `::part(dialog)::backdrop` dims the page.
 * @csspart bar - The row of the close button.
 * @csspart close - The button that closes.
 * @csspart content - The content, which scrolls.
 * @csspart question - The question whether what was entered may go, with its buttons.
 * @csspart button - Each button there, and below the content.
 * @csspart keep - The button that goes on.
 * @csspart discard - The button that closes all the same.
 * @csspart foot - The row of the button that closes after a success.
 * @csspart done - That button.
 *
 * @cssproperty [--keyslot-color-text=CanvasText] - Text.
 * @cssproperty [--keyslot-color-ground=Canvas] - The ground of the dialog.
 * @cssproperty [--keyslot-color-backdrop=rgb(0 0 0 / 0.5)] - What dims the page behind the dialog.
 *
 * @cssproperty [--keyslot-dialog-width=36rem] - The greatest width of the dialog.
 */
export class KeyslotDialogElement extends LitElement {
  /** The version of Keyslot that the element belongs to. */
  static readonly version = version;
  static override styles: CSSResultGroup = [baseStyles, dialogStyles];
  static override properties: PropertyDeclarations = {
    open: {type: Boolean, reflect: true},
    label: {},
    messages: {attribute: false},
  };

  /** Whether the dialog shows. Set to false, it closes without a question. */
  open = false;

  /** What names the dialog for those who cannot see it. Without it, the title of the content does. */
  label: string | undefined;

  /** Words in place of Keyslot's own. */
  messages: PartialMessages | undefined;

  readonly #provided = new ContextConsumer(this, {context: messagesContext, subscribe: true});
  readonly #content = new DialogContentController(this);
  /** What asked to close, while the user is asked in turn. */
  #asking: CloseReason | undefined;

  constructor() {
    super();
    new ModalController(this, {
      onShow: () => this.#content.enter(),
      onAsk: (reason) => {
        if (reason === 'escape' && this.#asking) this.#onKeep();
        else this.close(reason);
      },
    });
  }

  /** Opens the dialog, and moves focus to the first field. */
  show(): void {
    this.open = true;
  }

  /** Asks to close, as the close button does: what was typed is not lost without a question. */
  close(reason: CloseReason = 'call'): void {
    const {isDirty} = this.#content;
    if (this.#asking) void this.#ask(this.#asking);
    else if (this.open && this.#announce(reason, isDirty)) {
      if (isDirty) void this.#ask(reason);
      else this.open = false;
    }
  }

  protected override willUpdate(): void {
    if (!this.open) this.#asking = undefined;
    // An answer of the page may come during the question, which then has focus.
    else if (this.#asking && !this.#content.isDirty) this.#onKeep();
  }

  protected override render(): TemplateResult {
    const {hasSucceeded, title} = this.#content;
    const words = this.#words;
    const isAsking = this.#asking !== undefined;
    const {language = ''} = this.messages ?? this.#provided.value ?? {language: 'en'};
    return html`<dialog
      part="dialog"
      lang=${ifDefined(!this.label && isForeign(language, languageOf(this)) ? language : undefined)}
      aria-label=${this.label || title || words.label}
    >
      ${hasSucceeded ? nothing : closeView(words, () => this.close('button'))}
      <div part="content" class="content" .inert=${isAsking} @focusout=${this.#content.onFocusOut}>
        <slot></slot>
      </div>
      ${isAsking ? discardView(words, this.#onKeep, this.#onDiscard) : nothing}
      ${hasSucceeded ? doneView(words, () => this.close('done')) : nothing}
    </dialog>`;
  }

  get #words(): Messages['dialog'] {
    const changes = [this.#provided.value, this.messages];
    return changes.reduce(mergeMessages<typeof enDialog>, enDialog).dialog;
  }

  /** Tells the page that the dialog is about to close, and whether it lets it. */
  #announce(reason: CloseReason, isDirty: boolean): boolean {
    return this.dispatchEvent(new KeyslotCloseEvent(reason, isDirty));
  }

  async #ask(reason: CloseReason): Promise<void> {
    this.#content.leave();
    this.#asking = reason;
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[part~="keep"]')?.focus();
  }

  readonly #onKeep = () => {
    this.#asking = undefined;
    this.requestUpdate();
    void this.updateComplete.then(() => this.#content.return());
  };

  readonly #onDiscard = () => {
    const reason = this.#asking;
    if (reason && this.#announce(reason, false)) {
      this.#content.forget();
      this.open = false;
    } else this.#onKeep();
  };
}
