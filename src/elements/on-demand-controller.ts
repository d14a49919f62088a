import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {CredentialFormController} from '../controllers/credential-form-controller.js';
import type {MethodForm} from '../controllers/method-form.js';
import type {ExistingCredential} from '../model/credential.js';
import {adoptStyles} from './styles/adopt-styles.js';
import type {OnDemandViews} from './views/controls/field-model.js';

interface OnDemandHost extends ReactiveControllerHost, HTMLElement {
  readonly existing: ExistingCredential | undefined;
}

/** Loads the views of what few forms have when one of them is shown, and watches for slotted fields. */
export class OnDemandController implements ReactiveController {
  /** Fetches the views. */
  static load = (): Promise<OnDemandViews> => import('./views/on-demand-views.js');

  readonly #host: OnDemandHost;
  readonly #forms: CredentialFormController;
  readonly #onFailure: (form: MethodForm | undefined) => void;
  #views: OnDemandViews | undefined;
  #isLoading = false;
  #hasFailed = false;

  constructor(
    host: OnDemandHost,
    forms: CredentialFormController,
    onFailure: (form: MethodForm | undefined) => void,
  ) {
    this.#host = host;
    this.#forms = forms;
    this.#onFailure = onFailure;
    host.addController(this);
  }

  /** The views, once they are loaded. */
  get views(): OnDemandViews | undefined {
    return this.#views;
  }

  /** What could not be loaded may be tried again, at the next update: the user has acted since. */
  retry(): void {
    this.#hasFailed = false;
  }

  hostUpdated(): void {
    if (!this.#views && !this.#isLoading && !this.#hasFailed && this.#isNeeded()) void this.#load();
  }

  #isNeeded(): boolean {
    const {current} = this.#forms;
    return (
      this.#forms.inputs.sources.existing !== undefined ||
      (current !== undefined && this.#isNeededFor(current))
    );
  }

  #isNeededFor(form: MethodForm): boolean {
    const {notes, editor, authorization, variables} = form.method;
    return (
      notes !== undefined ||
      editor !== undefined ||
      // A client of the user's own has to be told where its users come back to.
      (authorization !== undefined && variables.some(({locked}) => locked)) ||
      variables.some(
        (variable) => form.isHeld(variable) || this.#forms.fields.ownControl(variable.key),
      )
    );
  }

  async #load(): Promise<void> {
    const form = this.#forms.current;
    if (form?.formProblem?.code === 'load_failed') form.formProblem = undefined;
    this.#isLoading = true;
    try {
      this.#views = await OnDemandController.load();
      adoptStyles(this.#host, this.#views.onDemandStyles);
      this.#host.requestUpdate();
    } catch {
      this.#hasFailed = true;
      this.#onFailure(form);
    } finally {
      this.#isLoading = false;
    }
  }
}
