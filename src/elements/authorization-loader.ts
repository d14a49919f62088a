import type {CSSResult, ReactiveController} from 'lit';
import type {
  AuthorizationController,
  AuthorizationHost,
} from '../controllers/authorization-controller.js';
import type {MethodForm} from '../controllers/method-form.js';
import type {SubmissionPorts} from '../controllers/submission-controller.js';
import type {Connector} from '../model/method-kind.js';
import {openAuthorizationWindow} from '../oauth/browser/open-window.js';
import type * as authorizationViews from './views/authorization-views.js';
import type {AuthorizationModel, AuthorizationTroubleViews} from './views/authorization-views.js';

/**
 * Loads what runs the window of the provider when a connector offers it, and opens the window in the
 * click, whether or not that is loaded: browsers block windows that open later.
 */
export class AuthorizationLoader implements ReactiveController {
  /** Fetches what runs an attempt. */
  static load = (): Promise<typeof authorizationViews> => import('./views/authorization-views.js');

  readonly #host: Omit<AuthorizationHost, 'loadTroubleViews'>;
  #loading: Promise<AuthorizationController> | undefined;
  #views: typeof authorizationViews | undefined;
  #troubleViews: AuthorizationTroubleViews | undefined;
  #opened: Window | null | undefined;
  #connector: Connector | undefined;
  /** What runs an attempt, once it is loaded. */
  controller: AuthorizationController | undefined;

  constructor(host: Omit<AuthorizationHost, 'loadTroubleViews'>) {
    this.#host = host;
    host.element.addController(this);
  }

  /** What stands between the fields of a form and its buttons. */
  view(form: MethodForm, model: Omit<AuthorizationModel, 'authorization' | 'troubleViews'>) {
    const authorization = this.controller;
    const troubleViews = this.#troubleViews;
    return (
      authorization && this.#views?.authorizationView(form, {...model, authorization, troubleViews})
    );
  }

  hostUpdated(): void {
    const {connector} = this.#host.forms.inputs;
    const isOffered = connector?.methods.some(
      (method) => method.status === 'available' && method.authorization,
    );
    if (this.controller?.isInTrouble && !this.#troubleViews) {
      // What is on screen already tells how to go on: wait, try again or cancel.
      this.#loadTroubleViews().catch(() => undefined);
    }
    if (!connector || connector === this.#connector || !isOffered) return;
    this.#connector = connector;
    // A failure to load is told when the user wants to authorise.
    this.#load()
      .then((controller) => this.#host.oauth() && controller.resume(connector.id))
      .catch(() => undefined);
  }

  /** To be called in the click, before anything is waited for. */
  open(): void {
    const {forms, oauth} = this.#host;
    const form = forms.current;
    if (!form?.method.authorization || !oauth() || oauth()?.mode === 'redirect') return;
    // Until its rules are loaded nobody knows whether a form has a mistake.
    const isDue = forms.judge?.isAuthorizationDue(form) ?? true;
    if (isDue) this.#opened = openAuthorizationWindow();
  }

  /** Closes a window that was opened and not needed. */
  close(): void {
    this.#opened?.close();
    this.#opened = undefined;
  }

  readonly authorize: SubmissionPorts['authorize'] = async (form, credential, scopes) => {
    try {
      const controller = await this.#load();
      const opened = this.#opened;
      this.#opened = undefined;
      return await controller.authorize(form, credential, scopes, opened);
    } catch {
      await this.#host.submission.failToLoad(form);
      return undefined;
    }
  };

  async #load(): Promise<AuthorizationController> {
    this.#loading ??= AuthorizationLoader.load().then((views) => {
      this.#adopt(views.authorizationStyles);
      this.#views = views;
      this.controller = new views.AuthorizationController({
        ...this.#host,
        loadTroubleViews: () => this.#loadTroubleViews(),
      });
      return this.controller;
    });
    try {
      return await this.#loading;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }

  async #loadTroubleViews(): Promise<AuthorizationTroubleViews> {
    if (!this.#troubleViews) {
      this.#troubleViews = await import('./views/authorization-trouble-views.js');
      this.#adopt(this.#troubleViews.authorizationTroubleStyles);
    }
    return this.#troubleViews;
  }

  #adopt({styleSheet}: CSSResult): void {
    const {element} = this.#host;
    if (styleSheet) element.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    element.requestUpdate();
  }
}
