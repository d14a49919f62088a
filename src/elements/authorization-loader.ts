import type {ReactiveController} from 'lit';
import type {
  AuthorizationController,
  AuthorizationHost,
} from '../controllers/authorization-controller.js';
import type {MethodForm} from '../controllers/method-form.js';
import type {SubmissionPorts} from '../controllers/submission-controller.js';
import type {Connector} from '../model/method-kind.js';
import {openAuthorizationWindow} from '../oauth/browser/open-window.js';
import type {AuthorizationModel} from './views/authorization-views.js';
import type * as authorizationViews from './views/authorization-views.js';

type AuthorizationViews = typeof authorizationViews;

/**
 * Loads what runs the window of the provider when a connector offers it, and opens the window in the
 * click, whether or not that is loaded: browsers block windows that open later.
 */
export class AuthorizationLoader implements ReactiveController {
  readonly #host: AuthorizationHost;
  #loading: Promise<AuthorizationController> | undefined;
  #opened: Window | null | undefined;
  #connector: Connector | undefined;
  #views: AuthorizationViews | undefined;
  /** What runs an attempt, once it is loaded. */
  controller: AuthorizationController | undefined;

  constructor(host: AuthorizationHost) {
    this.#host = host;
    host.element.addController(this);
  }

  /** What stands between the fields of a form and its buttons. */
  view(form: MethodForm, model: Omit<AuthorizationModel, 'authorization'>) {
    const {controller: authorization} = this;
    return authorization && this.#views?.authorizationView(form, {...model, authorization});
  }

  hostUpdated(): void {
    const {connector} = this.#host.forms.inputs;
    const isOffered = connector?.methods.some(
      (method) => method.status === 'available' && method.authorization,
    );
    if (!connector || connector === this.#connector || !isOffered) return;
    this.#connector = connector;
    // A failure to load is told when the user wants to authorise.
    this.#load()
      .then((controller) => this.#host.oauth() && controller.resume(connector.id))
      .catch(() => undefined);
  }

  /** To be called in the click, before anything is waited for. */
  open(): void {
    const {forms, submission, oauth} = this.#host;
    const form = forms.current;
    if (!form?.method.authorization || !oauth() || oauth()?.mode === 'redirect') return;
    // Once it is loaded, a form with a mistake opens no window.
    const isDue = forms.judge ? forms.judge.isAuthorizationDue(form) : true;
    if (submission.isPending) this.controller?.reopen();
    else if (isDue) this.#opened = openAuthorizationWindow();
  }

  /** Closes a window that was opened and not needed. */
  close(): void {
    this.#opened?.close();
    this.#opened = undefined;
  }

  readonly authorize: SubmissionPorts['authorize'] = async (form, credential, scopes) => {
    const opened = this.#opened;
    this.#opened = undefined;
    try {
      const controller = await this.#load();
      return await controller.authorize(form, credential, scopes, opened);
    } catch {
      opened?.close();
      await this.#host.submission.failToLoad(form);
      return undefined;
    }
  };

  async #load(): Promise<AuthorizationController> {
    this.#loading ??= import('./views/authorization-views.js').then((views) => {
      const {styleSheet} = views.authorizationStyles;
      if (styleSheet) this.#host.element.shadowRoot?.adoptedStyleSheets.push(styleSheet);
      this.#views = views;
      this.controller = new views.AuthorizationController(this.#host);
      this.#host.element.requestUpdate();
      return this.controller;
    });
    try {
      return await this.#loading;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }
}
