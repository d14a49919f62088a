import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Variable} from '../model/method-kind.js';
import type {CredentialFormController} from './credential-form-controller.js';
import type {MethodForm} from './method-form.js';

/** How long a secret stays visible, in milliseconds. */
export const REVEAL_LIMIT_MS = 30_000;

/** Masks what was revealed when nobody looks any more: after a while, and when the page is left. */
export class RevealGuard implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #forms: CredentialFormController;
  readonly #onTimeout: (form: MethodForm, variable: Variable) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;

  /** @param onTimeout - Called with each field that is masked after a while: somebody may look on. */
  constructor(
    host: ReactiveControllerHost,
    forms: CredentialFormController,
    onTimeout: (form: MethodForm, variable: Variable) => void,
  ) {
    this.#host = host;
    this.#forms = forms;
    this.#onTimeout = onTimeout;
    host.addController(this);
  }

  hostUpdated(): void {
    const count = this.#forms.forms.reduce((sum, {revealed}) => sum + revealed.size, 0);
    if (count === this.#count) return;
    const isMore = count > this.#count;
    this.#count = count;
    if (count === 0) this.#rest();
    else if (isMore) this.#watch();
  }

  hostDisconnected(): void {
    if (this.#count > 0) this.#mask();
  }

  /** Somebody goes on with what is shown. */
  renew(): void {
    if (this.#count > 0) this.#watch();
  }

  #watch(): void {
    this.#rest();
    this.#timer = setTimeout(() => {
      for (const form of this.#forms.forms) {
        const shown = form.method.variables.filter(({key}) => form.revealed.has(key));
        for (const variable of shown) this.#onTimeout(form, variable);
      }
      this.#mask();
    }, REVEAL_LIMIT_MS);
    addEventListener('blur', this.#mask);
    document.addEventListener('visibilitychange', this.#mask);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    removeEventListener('blur', this.#mask);
    document.removeEventListener('visibilitychange', this.#mask);
  }

  readonly #mask = (): void => {
    for (const {revealed} of this.#forms.forms) revealed.clear();
    this.#host.requestUpdate();
  };
}
