import type {Authorization} from '../model/authorization.js';
import {
  isExpiring,
  PREPARE_LIMIT_MS,
  step,
  verdictOn,
  type AttemptEvent,
  type AttemptState,
  type AuthorizationStatus,
  type Outcome,
} from './attempt-state.js';
import {KeyslotAuthorizationError, type CancelReason} from './authorization-error.js';
import {canUseThisTab, findObstacle, type AuthorizationRequest} from './authorization-request.js';
import {
  channelName,
  isKnownParameter,
  readResult,
  verdictMessage,
  type AuthorizationMessage,
  type ResultMessage,
} from './message.js';
import type {AuthorizationPorts, AuthorizationWindow, Stop} from './ports.js';
import {prepareAuthorization} from './prepare-authorization.js';
import {receiveResponse, type ResponseSources} from './receive-response.js';
import {keepTombstone} from './tombstones.js';

const TEN_MINUTES_MS = 600_000;

/** One attempt to have a user authorise. It ends exactly once, whatever happens. */
export class AuthorizationAttempt {
  /** What was granted. Rejects with a {@link KeyslotAuthorizationError}. */
  readonly result: Promise<Authorization>;
  /** The same without a rejection. */
  readonly outcome: Promise<Outcome>;
  readonly #request: AuthorizationRequest;
  readonly #ports: AuthorizationPorts;
  readonly #ended = new AbortController();
  #state: AttemptState;
  #settle!: (outcome: Outcome) => void;
  #window: AuthorizationWindow | undefined;
  #sources: ResponseSources | undefined;
  #recordKey: string | undefined;
  #url: URL | undefined;
  #wasExpiring = false;
  #ignored = 0;
  #stops: Stop[] = [];
  #buryTombstone: Stop = () => undefined;

  constructor(request: AuthorizationRequest, ports: AuthorizationPorts) {
    this.#request = request;
    this.#ports = ports;
    const {oauth, signal} = request;
    const timeout = oauth.timeout ?? TEN_MINUTES_MS;
    const now = ports.now();
    const isReachable = !ports.isEmbedded && oauth.redirectUri.startsWith(`${ports.origin}/`);
    this.#state = {
      status: 'preparing',
      deadline: now + timeout,
      timeout,
      prepareBy: now + PREPARE_LIMIT_MS,
      closePolicy: oauth.closePolicy ?? 'advise',
      hasWindow: false,
      ...(!isReachable && !oauth.waitForCompletion && {hint: 'transport_unreachable'}),
    };
    this.outcome = new Promise((resolve) => (this.#settle = resolve));
    this.result = this.outcome.then((outcome) => {
      if (outcome.ok) return outcome.authorization;
      throw outcome.error;
    });
    // Whoever does not ask for it is not to be told of it.
    this.result.catch(() => undefined);

    const obstacle = findObstacle(request, ports);
    if (obstacle || signal?.aborted) {
      request.window?.close();
      this.#dispatch(obstacle ? {type: 'failed', error: obstacle} : CANCELLED_BY_SIGNAL);
      return;
    }
    if (oauth.mode !== 'redirect' && !this.#open()) return;
    const abort = () => this.#dispatch(CANCELLED_BY_SIGNAL);
    signal?.addEventListener('abort', abort);
    this.#stops.push(
      () => signal?.removeEventListener('abort', abort),
      // Whoever comes back to the page has left the provider.
      ports.tick((isRestored) => {
        if (isRestored && this.#recordKey) this.cancel('user');
        else this.#look();
      }),
    );
    void this.#run();
  }

  get status(): AuthorizationStatus {
    return this.#state.status;
  }

  /** Whether it ends within a minute unless {@link extend} is called. */
  get isExpiring(): boolean {
    return isExpiring(this.#state, this.#ports.now());
  }

  /** Where the user authorises, once that is known. */
  get url(): string | undefined {
    return this.#url?.href;
  }

  /** How many messages were ignored, as they were foreign or malformed. */
  get ignoredMessages(): number {
    return this.#ignored;
  }

  /** Whether this tab can be used in place of a window. */
  get canUseThisTab(): boolean {
    return canUseThisTab(this.#request, this.#ports);
  }

  /** Ends the attempt. Does nothing once it has ended. */
  cancel(reason: CancelReason = 'host'): void {
    this.#dispatch({type: 'cancelled', reason});
  }

  /** Gives the user as much time again. */
  extend(): void {
    this.#dispatch({type: 'extended', now: this.#ports.now()});
  }

  /** Whether there is a window that could be brought to the front. */
  get hasWindow(): boolean {
    return this.#window?.isClosed === false;
  }

  /** Brings the window to the front. Tells whether there is one to bring there. */
  focus(): boolean {
    return this.#window?.focus() ?? false;
  }

  /** The user followed a link to {@link url} in place of a window that was blocked. */
  follow(): void {
    if (this.#url) this.#left();
  }

  /**
   * Takes the address that the user ended on, where nothing else could bring the answer. Tells whether
   * it is an address of the callback page, with an answer to this attempt. Rejects when what reads
   * addresses could not be loaded.
   */
  async paste(address: string): Promise<boolean> {
    const detours = await import('./detours.js');
    const {expected} = this.#state;
    if (!expected) return false;
    const {redirectUri, state} = expected;
    const answer = detours.readAddress(address.trim(), redirectUri, state, isKnownParameter);
    const message = readResult(answer, state);
    if (message) this.#judge(message);
    return message !== undefined;
  }

  /** Goes on in this tab, where a window is blocked. */
  async useThisTab(): Promise<void> {
    if (this.status === 'settled' || !this.canUseThisTab) return;
    try {
      await this.#leave();
    } catch (error) {
      this.#refuse(error);
    }
  }

  /** Lets go of what is left of an attempt that ended: the channel that tells late answers so. */
  dispose(): void {
    this.cancel();
    this.#buryTombstone();
  }

  #open(): boolean {
    const {window, windowText, whenBlocked} = this.#request;
    this.#window = (window === undefined ? this.#ports.openWindow() : window) ?? undefined;
    if (this.#window) {
      this.#window.show(windowText ?? '');
      this.#state = {...this.#state, hasWindow: true};
      return true;
    }
    const code = this.#ports.whyBlocked();
    if (code === 'popup_blocked' && whenBlocked === 'wait') return true;
    this.#dispatch({type: 'failed', error: new KeyslotAuthorizationError(code)});
    return false;
  }

  async #run(): Promise<void> {
    try {
      const {signal} = this.#ended;
      const {url, expected} = await prepareAuthorization(this.#request, this.#ports, signal);
      if (signal.aborted) return;
      this.#url = url;
      this.#dispatch({type: 'prepared', expected});
      this.#listen(expected.state, signal);
      const isAllowed = this.#request.onBeforeNavigate?.(url.origin) !== false;
      if (!isAllowed) this.cancel('host');
      // The user may just have closed the blank window.
      this.#look();
      if (this.#state.outcome) return;
      if (this.#request.oauth.mode === 'redirect') await this.#leave();
      else {
        this.#window?.navigate(url.href);
        this.#left(!this.#window);
      }
    } catch (error) {
      this.#refuse(error);
    }
  }

  /** What has become of the window, and of the time. */
  #look(): void {
    const isClosed = this.#window?.isClosed ?? false;
    const isOnline = this.#ports.isOnline();
    this.#dispatch({type: 'tick', now: this.#ports.now(), isClosed, isOnline});
  }

  /** Before the window leaves, so that no answer is missed. */
  #listen(state: string, signal: AbortSignal): void {
    const {connectorId, method, oauth} = this.#request;
    const attempt = {connectorId, methodId: method.id, state};
    this.#sources = receiveResponse(attempt, oauth, this.#ports, signal, {
      onResult: (message) => this.#judge(message),
      onReference: (reference) => this.#dispatch({type: 'completed', reference}),
      onForeign: () => (this.#ignored += 1),
    });
  }

  /** Takes an answer, or tells that it comes in vain. */
  #judge(message: ResultMessage): AuthorizationMessage {
    this.#dispatch({type: 'result', message});
    return verdictMessage(message.state, verdictOn(this.#state));
  }

  async #leave(): Promise<void> {
    const {expected} = this.#state;
    if (!expected || !this.#url) return;
    const key = channelName(expected.state);
    try {
      // Few need it, and those who do have been asked to leave the page anyway.
      const {storeRecord} = await import('./detours.js');
      if (this.#ended.signal.aborted) return;
      storeRecord(key, this.#request, expected, this.#ports);
    } catch {
      throw new KeyslotAuthorizationError('storage_unavailable');
    }
    this.#recordKey = key;
    this.#ports.leave(this.#url.href);
    this.#left();
  }

  #left(isBlocked = false): void {
    this.#dispatch({type: 'left', now: this.#ports.now(), isBlocked});
  }

  #refuse(error: unknown): void {
    const known = error instanceof KeyslotAuthorizationError;
    // What a window throws when it cannot go somewhere is about the address.
    const cause = known ? error : new KeyslotAuthorizationError('authorize_url_invalid');
    this.#dispatch({type: 'failed', error: cause});
  }

  #dispatch(event: AttemptEvent): void {
    const before = this.#state;
    this.#state = step(before, event);
    const {isExpiring} = this;
    const hasChanged = this.#state.status !== before.status || isExpiring !== this.#wasExpiring;
    this.#wasExpiring = isExpiring;
    if (this.#state.outcome && !before.outcome) this.#end();
    if (hasChanged) this.#request.onChange?.(this);
  }

  #end(): void {
    const {outcome, expected} = this.#state;
    if (!outcome) return;
    for (const stop of this.#stops.splice(0)) stop();
    this.#ended.abort();
    if (this.#recordKey) this.#ports.storage().removeItem(this.#recordKey);
    const channel = expected && this.#sources?.end(verdictOn(this.#state));
    // Also past the deadline: the user may still be with the provider.
    if (channel) this.#buryTombstone = keepTombstone(channel, TEN_MINUTES_MS, this.#ports);
    this.#settle(outcome);
    // After the answer to the page in it.
    queueMicrotask(() => this.#window?.close());
  }
}

const CANCELLED_BY_SIGNAL = {type: 'cancelled', reason: 'signal'} as const;
