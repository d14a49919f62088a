import type {nothing, ReactiveController, TemplateResult} from 'lit';
import type {
  AuthorizationController,
  AuthorizationHost,
} from '../controllers/authorization-controller.js';
import type {MethodForm} from '../controllers/method-form.js';
import type {SubmissionPorts} from '../controllers/submission-controller.js';
import type {Connector} from '../model/method-kind.js';
import {openAuthorizationWindow} from '../oauth/browser/open-window.js';
import {adoptStyles} from './styles/adopt-styles.js';
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
  /** Ends what was begun by a click and is not yet an attempt. */
  #pending: AbortController | undefined;
  #connector: Connector | undefined;
  #resumeKey: string | undefined;
  /** What runs an attempt, once it is loaded. */
  controller: AuthorizationController | undefined;

  constructor(host: Omit<AuthorizationHost, 'loadTroubleViews'>) {
    this.#host = host;
    host.element.addController(this);
  }

  /** What stands between the fields of a form and its buttons. */
  view(
    form: MethodForm,
    model: Omit<AuthorizationModel, 'authorization' | 'troubleViews'>,
  ): TemplateResult | typeof nothing | undefined {
    const authorization = this.controller;
    const troubleViews = this.#troubleViews;
    return (
      authorization && this.#views?.authorizationView(form, {...model, authorization, troubleViews})
    );
  }

  hostConnected(): void {
    // An element goes on only while it is on the page.
    this.#resumeKey = undefined;
  }

  hostUpdated(): void {
    const {attempt, isInTrouble} = this.controller ?? {};
    if ((attempt || isInTrouble) && !this.#troubleViews) {
      // While the user is away, so that nothing on screen moves later, whatever becomes of the network.
      // What is there already tells how to go on: wait, try again or cancel.
      this.#loadTroubleViews().catch(() => undefined);
    }
    const {connector} = this.#host.forms.inputs;
    this.#endWithConnector(connector);
    const key = this.#host.oauth() && this.#host.resumeKey();
    if (connector === this.#connector && key === this.#resumeKey) return;
    this.#connector = connector;
    this.#resumeKey = key;
    const isOffered = connector?.methods.some(
      (method) => method.status === 'available' && method.authorization,
    );
    if (!connector || !isOffered) return;
    // A failure to load is told when the user wants to authorise.
    this.#load()
      .then((controller) => controller.resume(connector.id))
      .catch(() => undefined);
  }

  /**
   * To be called in the click, before anything is waited for. Returns what closes the window again,
   * should it not be needed.
   */
  open(): () => void {
    // What was begun for the connector before ends now, so that this is not taken for it later.
    this.hostUpdated();
    const {forms, oauth} = this.#host;
    const form = forms.current;
    const hasWindow =
      form?.method.authorization && oauth() && oauth()?.mode !== 'redirect' && isSecureContext;
    this.#pending = new AbortController();
    // Until its rules are loaded nobody knows whether a form has a mistake.
    if (hasWindow && (forms.judge?.isAuthorizationDue(form) ?? !form.grant)) {
      this.#opened = openAuthorizationWindow();
    }
    return () => {
      this.#opened?.close();
      this.#opened = undefined;
      this.#pending = undefined;
    };
  }

  /** Ends an attempt, also one whose parts are still being loaded. */
  cancel(): void {
    const attempt = this.controller?.attempt;
    if (attempt) attempt.cancel('host');
    else this.#pending?.abort();
  }

  readonly authorize: SubmissionPorts['authorize'] = async (form, credential, scopes) => {
    const {submission, element, wording, report} = this.#host;
    const pending = this.#pending ?? new AbortController();
    submission.wait(pending);
    try {
      const controller = await this.#load();
      if (pending.signal.aborted || !element.isConnected) {
        submission.wait(undefined);
        submission.say(wording().messages.cancelled);
        report({code: 'flow_cancelled', phase: 'window', retry: 'same', methodId: form.method.id});
        return undefined;
      }
      const opened = this.#opened;
      this.#opened = undefined;
      return await controller.authorize(form, credential, scopes, opened);
    } catch {
      submission.wait(undefined);
      await this.#host.submission.failToLoad(form);
      return undefined;
    }
  };

  /** What was begun for one application is not to end for another. */
  #endWithConnector(connector: Connector | undefined): void {
    if (connector?.id !== this.#connector?.id) this.cancel();
  }

  async #load(): Promise<AuthorizationController> {
    this.#loading ??= AuthorizationLoader.load().then((views) => {
      adoptStyles(this.#host.element, views.authorizationStyles);
      this.#host.element.requestUpdate();
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
      adoptStyles(this.#host.element, this.#troubleViews.authorizationTroubleStyles);
      this.#host.element.requestUpdate();
    }
    return this.#troubleViews;
  }
}
