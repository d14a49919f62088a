// For hosts whose users have password managers that do not look into shadow roots: loaded when
// `form-root` asks for it, as a chunk of its own.
import {html, nothing, render, type ReactiveController, type TemplateResult} from 'lit';
import type {CredentialFormController} from '../controllers/credential-form-controller.js';
import {lightStyles} from './styles/light-styles.js';
import type {SlotView} from './views/actions-view.js';
import type {KeyslotCredentialFormElement} from './credential-form/credential-form.js';

/** The name of the slot that the child is shown in. */
const SLOT = 'keyslot-form';

/** The events that no shadow root lets out: a form of the page around the element gets none either. */
const KEPT = ['submit', 'change'];

/**
 * Renders the form of an element as a child of it, in the tree of the page.
 *
 * Owns that child, its style sheet and how both come and go. Does not own what is in the form: the
 * views are the same in both places, and what was typed goes along when the place changes.
 */
export class LightForm implements ReactiveController {
  readonly #host: KeyslotCredentialFormElement;
  readonly #forms: CredentialFormController;
  /** Tells all ids in the form apart from those of the page, and of other elements on it. */
  readonly #name = `keyslot-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`;
  readonly #child = document.createElement('div');
  readonly #sheet = new CSSStyleSheet();
  readonly #labels = new MutationObserver(() => this.#host.requestUpdate());
  #sources = 0;
  /** What has adopted the sheet. */
  #root: Document | ShadowRoot | undefined;
  #isLight = false;
  /** Whether this update shows the form in the child. */
  #isDue = false;

  constructor(host: KeyslotCredentialFormElement, forms: CredentialFormController) {
    this.#host = host;
    this.#forms = forms;
    this.#child.slot = SLOT;
    this.#child.setAttribute('data-keyslot-form', this.#name);
    for (const type of KEPT) {
      this.#child.addEventListener(type, (event) => {
        event.stopPropagation();
      });
    }
    host.addController(this);
    host.requestUpdate();
  }

  /** What the forms are in, while that is the child. */
  get tree(): ParentNode | undefined {
    return this.#isLight ? this.#child : undefined;
  }

  /** What stands for a slot in the form, while that is in the child. */
  get slot(): SlotView | undefined {
    return this.#isLight ? this.#slotView : undefined;
  }

  /** Renders the form into the child, and returns what shows it; or leaves it in the shadow root. */
  place(view: () => TemplateResult): TemplateResult {
    const isLight = this.#host.formRoot === 'light' && !this.#hasOwnControls;
    if (isLight !== this.#isLight) for (const form of this.#forms.forms) this.#forms.remember(form);
    this.#isLight = this.#isDue = isLight;
    if (!isLight) return view();
    for (const form of this.#forms.forms) {
      if (!form.prefix.startsWith(this.#name)) form.prefix = `${this.#name}-${form.prefix}`;
    }
    render(view(), this.#child, {host: this.#host});
    const name = `method:${this.#host.methodId ?? ''}`;
    // Not one within the other: Chromium does not draw again what came back to a slot in a slot.
    return html`<slot name=${name} @slotchange=${() => this.#host.requestUpdate()}></slot>
      <slot name=${SLOT} ?hidden=${this.#forms.fields.slotted(name) !== undefined}></slot>`;
  }

  hostConnected(): void {
    if (this.#isLight) this.#show();
  }

  hostDisconnected(): void {
    this.#dropSheet();
  }

  hostUpdate(): void {
    this.#isDue = false;
  }

  hostUpdated(): void {
    if (this.#isDue) this.#show();
    else this.#hide();
  }

  /** A control of the page's own can be slotted into a shadow root only. */
  get #hasOwnControls(): boolean {
    const {current, fields} = this.#forms;
    return current?.method.variables.some(({key}) => fields.ownControl(key)) ?? false;
  }

  /** Nothing can be slotted into a light tree: a method's place is around it, a label is its words. */
  readonly #slotView: SlotView = (name, content) => {
    const own = this.#forms.fields.slotted(name);
    if (name !== 'submit-label' || !own) return content;
    this.#labels.observe(own, {characterData: true, childList: true, subtree: true});
    return own.textContent;
  };

  /** Puts the child where it belongs, whatever the page did to the children of the element. */
  #show(): void {
    if (this.#child.parentNode !== this.#host) {
      // A copy of an element has a copy of its child.
      for (const child of [...this.#host.children]) if (child.slot === SLOT) child.remove();
      this.#host.append(this.#child);
    }
    if (this.#host.isConnected) this.#adoptSheet();
  }

  #hide(): void {
    this.#isLight = false;
    render(nothing, this.#child);
    this.#child.remove();
    this.#dropSheet();
  }

  #adoptSheet(): void {
    const sheets = this.#host.shadowRoot?.adoptedStyleSheets ?? [];
    if (sheets.length !== this.#sources) {
      this.#sheet.replaceSync(lightStyles(sheets, this.#name));
      this.#sources = sheets.length;
    }
    this.#root = this.#host.getRootNode() as Document | ShadowRoot;
    const {adoptedStyleSheets} = this.#root;
    if (!adoptedStyleSheets.includes(this.#sheet)) adoptedStyleSheets.push(this.#sheet);
  }

  #dropSheet(): void {
    const {adoptedStyleSheets = []} = this.#root ?? {};
    const place = adoptedStyleSheets.indexOf(this.#sheet);
    if (place >= 0) adoptedStyleSheets.splice(place, 1);
  }
}
