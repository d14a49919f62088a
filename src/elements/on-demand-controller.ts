import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {CredentialFormController} from '../controllers/credential-form-controller.js';
import type {MethodForm} from '../controllers/method-form.js';
import type {ExistingCredential} from '../model/credential.js';
import type {OnDemandViews} from './views/controls/field-model.js';

interface OnDemandHost extends ReactiveControllerHost, HTMLElement {
  readonly existing: ExistingCredential | undefined;
}

/** Loads the views of what few forms have when one of them is shown, and watches for slotted fields. */
export class OnDemandController implements ReactiveController {
  readonly #host: OnDemandHost;
  readonly #forms: CredentialFormController;
  readonly #onFailure: () => void;
  readonly #observer: MutationObserver;
  #views: OnDemandViews | undefined;
  #isLoading = false;

  constructor(host: OnDemandHost, forms: CredentialFormController, onFailure: () => void) {
    this.#host = host;
    this.#forms = forms;
    this.#onFailure = onFailure;
    // A slot that is not rendered yet cannot say that there is something for it.
    this.#observer = new MutationObserver(() => {
      host.requestUpdate();
    });
    host.addController(this);
  }

  /** The views, once they are loaded. */
  get views(): OnDemandViews | undefined {
    return this.#views;
  }

  hostConnected(): void {
    this.#observer.observe(this.#host, {childList: true});
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdated(): void {
    if (!this.#views && !this.#isLoading && this.#isNeeded()) void this.#load();
  }

  #isNeeded(): boolean {
    return (
      this.#host.existing !== undefined || this.#forms.forms.some((form) => this.#isNeededFor(form))
    );
  }

  #isNeededFor(form: MethodForm): boolean {
    const {notes, editor, authorization, variables} = form.method;
    return (
      notes !== undefined ||
      editor !== undefined ||
      authorization !== undefined ||
      variables.some(
        (variable) => form.isHeld(variable) || this.#forms.fields.ownControl(variable.key),
      )
    );
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    try {
      this.#views = await import('./views/on-demand-views.js');
      const {styleSheet} = this.#views.onDemandStyles;
      if (styleSheet) this.#host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
      this.#host.requestUpdate();
    } catch {
      this.#onFailure();
    }
  }
}
