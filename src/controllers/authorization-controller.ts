import type {ReactiveControllerHost} from 'lit';
import {authorizationWords} from '../messages/authorization-words.js';
import type {Wording} from '../messages/wording.js';
import type {Authorization} from '../model/authorization.js';
import type {Credential, CredentialChange} from '../model/credential.js';
import {AuthorizationAttempt} from '../oauth/authorization-attempt.js';
import {KeyslotAuthorizationError} from '../oauth/authorization-error.js';
import {asAuthorizationWindow, browserPorts} from '../oauth/browser/browser-ports.js';
import {openAuthorizationWindow} from '../oauth/browser/open-window.js';
import type {OAuthOptions} from '../oauth/oauth-options.js';
import {channelName} from '../oauth/message.js';
import {judgeRecord} from '../oauth/resume-authorization.js';
import {KeyslotAuthorizeStateEvent, KeyslotBeforeAuthorizeEvent} from './authorize-events.js';
import type {CredentialFormController} from './credential-form-controller.js';
import type {ErrorDetails} from './error-event.js';
import type {MethodForm} from './method-form.js';
import type {SubmissionController} from './submission-controller.js';

/** How soon after focus came to a text it may change, and is read as it is then. */
const READING_MS = 200;

interface TroubleWords {
  readonly problemWords: (error: KeyslotAuthorizationError, wording: Wording) => string;
}

/** What the controller needs of its element. */
export interface AuthorizationHost {
  readonly element: ReactiveControllerHost & HTMLElement & {methodId: string | undefined};
  readonly forms: CredentialFormController;
  readonly submission: SubmissionController;
  readonly oauth: () => OAuthOptions | undefined;
  readonly wording: () => Wording;
  readonly report: (details: ErrorDetails) => void;
  /** What tells the element apart from others that may go on after a sign-in in this tab. */
  readonly resumeKey: () => string;
  /** Loads what tells of attempts that do not succeed. */
  readonly loadTroubleViews: () => Promise<TroubleWords>;
  /** Hands over what the form holds. */
  readonly submit: () => void;
}

/**
 * Has the user of a form authorise: one attempt at a time, from the click to what was granted.
 *
 * Owns the attempt and what is said of it. Does not own what was granted: that is the form's.
 */
export class AuthorizationController {
  readonly ports = browserPorts();
  readonly #host: AuthorizationHost;
  #attempt: AuthorizationAttempt | undefined;
  /** The last one whose window was blocked, which is told once. */
  #blocked: AuthorizationAttempt | undefined;
  #next: Window | null | undefined;
  /** Until when what is said of the attempt is read where focus came to it. */
  #readUntil = 0;

  constructor(host: AuthorizationHost) {
    this.#host = host;
  }

  /** The attempt that the user is at. */
  get attempt(): AuthorizationAttempt | undefined {
    return this.#attempt;
  }

  /** Whether the attempt may not go on by itself. */
  get isInTrouble(): boolean {
    const {status = 'settled', isExpiring = false} = this.#attempt ?? {};
    return isExpiring || /blocked|closed/.test(status) || this.ports.isEmbedded;
  }

  /** How the page lets its users authorise. */
  get oauth(): OAuthOptions | undefined {
    return this.#host.oauth();
  }

  /**
   * Has the user authorise what a valid form asks for.
   *
   * @param opened - The window that was opened in the click; `null` when it was blocked.
   * @returns What was granted; nothing when it came to nothing, which the user was told.
   */
  async authorize(
    form: MethodForm,
    {connectorId, values}: Credential | CredentialChange,
    scopes: readonly string[],
    opened: Window | null | undefined,
  ): Promise<Authorization | undefined> {
    const {element, submission, wording} = this.#host;
    const {oauth} = this;
    if (!oauth) {
      opened?.close();
      submission.wait(undefined);
      await this.tell(form, new KeyslotAuthorizationError('authorization_unavailable'));
      return undefined;
    }
    const pending = new AbortController();
    pending.signal.addEventListener('abort', () => {
      this.#attempt?.cancel(element.isConnected ? 'user' : 'disconnected');
    });
    submission.wait(pending);
    this.#next = opened;
    try {
      for (;;) {
        const window = this.#next && asAuthorizationWindow(this.#next);
        const attempt = new AuthorizationAttempt(
          {
            connectorId,
            method: form.method,
            values,
            scopes,
            oauth,
            window,
            resumeKey: this.#host.resumeKey(),
            windowText: authorizationWords(wording()).opening(wording().connectorName()),
            whenBlocked: 'wait',
            onBeforeNavigate: (origin) =>
              element.dispatchEvent(new KeyslotBeforeAuthorizeEvent(form.method.id, origin)),
            onChange: (changed) => this.#onChange(form, changed),
          },
          this.ports,
        );
        this.#attempt = attempt;
        element.requestUpdate();
        const outcome = await attempt.outcome;
        if (outcome.ok) return outcome.authorization;
        if (outcome.error.reason === 'superseded') continue;
        submission.wait(undefined);
        await this.tell(form, outcome.error);
        return undefined;
      }
    } finally {
      this.#attempt = undefined;
      submission.wait(undefined);
    }
  }

  /** Begins anew in another window. To be called in the click. */
  restart(): void {
    this.#next = openAuthorizationWindow();
    this.#attempt?.cancel('superseded');
    this.focus();
  }

  /** Brings focus to what is said of the attempt, which is read there: the button that was pressed goes. */
  focus(): void {
    this.#readUntil = performance.now() + READING_MS;
    this.#host.submission.say();
    this.#host.forms.find('.authorizing')?.focus();
  }

  /** Something that the user chose is to be shown. What was tried was something else. */
  update(): void {
    this.#host.submission.invalidate();
    this.#host.element.requestUpdate();
  }

  /** Goes on where a user left off who authorised in this tab, where the page lets users do so. */
  async resume(connectorId: string): Promise<void> {
    if (!/redirect|auto/.test(this.oauth?.mode ?? '')) return;
    const {resumeForm} = await import('./resume-form.js');
    await resumeForm(this, this.#host, {connectorId, prefix: channelName(''), judge: judgeRecord});
  }

  #onChange(form: MethodForm, attempt: AuthorizationAttempt): void {
    const {status, isExpiring} = attempt;
    const {element, report, submission, wording} = this.#host;
    const {id: methodId} = form.method;
    element.dispatchEvent(new KeyslotAuthorizeStateEvent(methodId, status, isExpiring));
    if (status === 'blocked' && this.#blocked !== attempt) {
      this.#blocked = attempt;
      report({code: 'popup_blocked', phase: 'window', retry: 'redirect', methodId});
    }
    const {expiring, authorizing} = authorizationWords(wording());
    const isRead = performance.now() < this.#readUntil;
    submission.say(isRead ? undefined : isExpiring ? expiring : authorizing[status]);
  }

  /** Tells the user, and the page, how an attempt ended that did not succeed. */
  readonly tell = async (form: MethodForm, error: KeyslotAuthorizationError): Promise<void> => {
    const {forms, submission, report, wording} = this.#host;
    const {code, phase, retry} = error;
    report({code, phase, retry, methodId: form.method.id});
    if (code === 'flow_cancelled') submission.say(wording().messages.cancelled);
    else {
      const {problemWords} = await this.#host.loadTroubleViews();
      form.formProblem = {code, say: (words) => problemWords(error, words)};
      submission.say('');
      await forms.showProblems();
    }
  };
}
