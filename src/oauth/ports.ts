/** A window that was opened for the provider. All of it is best effort: the provider may cut it off. */
export interface AuthorizationWindow {
  /** Whether it looks closed. It also does when the provider cut it off (COOP). */
  readonly isClosed: boolean;
  /** Says what is happening for as long as the window is blank. */
  show(text: string): void;
  navigate(url: string): void;
  /** @returns Whether there is a window that could be brought to the front. */
  focus(): boolean;
  close(): void;
}

/** What listens; an answer goes back the way that the message came. */
export type MessageListener = (data: unknown, reply: (message: object) => void) => void;

/** A channel between pages of one origin (HTML, BroadcastChannel). */
export interface AuthorizationChannel {
  post(message: object): void;
  close(): void;
}

/** What keeps texts by name for as long as the tab is open (HTML, `sessionStorage`). */
export interface AuthorizationStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What ends something that was begun. */
export type Stop = () => void;

/** Everything outside of itself that an attempt needs. `browserPorts` is the browser's. */
export interface AuthorizationPorts {
  /** The origin of the page. */
  readonly origin: string;
  /** Whether the page is allowed cryptography (Secure Contexts §3.1). */
  readonly isSecure: boolean;
  /** Whether another site's page is around this one, so that channels do not reach it. */
  readonly isEmbedded: boolean;
  /** Whether an answer of the callback page can arrive. */
  readonly canReceive: boolean;
  readonly isOnline: () => boolean;
  readonly now: () => number;
  /**
   * Calls again and again, and when the page is looked at again: timers sleep meanwhile. Tells whether
   * the user came back to the page through the history.
   */
  readonly tick: (listener: (isRestored?: boolean) => void) => Stop;
  readonly after: (milliseconds: number, listener: () => void) => Stop;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly sha256: (text: string) => Promise<Uint8Array>;
  /** Opens a window, in the click of the user or not at all. */
  readonly openWindow: () => AuthorizationWindow | undefined;
  /** Why no window opened. */
  readonly whyBlocked: () => 'popup_blocked' | 'popup_unavailable';
  /** @returns Nothing where the browser has no channels. */
  readonly openChannel: (
    name: string,
    listener: MessageListener,
  ) => AuthorizationChannel | undefined;
  /** Listens to messages of windows with one of these origins. */
  readonly listen: (origins: readonly string[], listener: MessageListener) => Stop;
  /** What lasts until the tab closes, for redirect mode. Throws where it is not to be had. */
  readonly storage: () => AuthorizationStorage;
  /** Where the page is: path and query. */
  readonly location: () => string;
  /** Leaves the page for an address. */
  readonly leave: (url: string) => void;
}
