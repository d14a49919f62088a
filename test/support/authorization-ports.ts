import type {AuthorizationPlan} from '../../src/model/authorization.js';
import type {AvailableMethod, Variable} from '../../src/model/method-kind.js';
import type {ResponseFault, ResultMessage} from '../../src/oauth/message.js';
import type {
  AuthorizationChannel,
  AuthorizationPorts,
  AuthorizationStorage,
  AuthorizationWindow,
  MessageListener,
  Stop,
} from '../../src/oauth/ports.js';
import {FakeTimers} from './fake-timers.js';

/** How often the fake looks at windows, as the browser's ports do. */
const TICK_MS = 500;

/** A window that shows nothing. */
export class FakeWindow implements AuthorizationWindow {
  isClosed = false;
  /** Cut off by the provider: it looks closed, and closing it does nothing. */
  isCutOff = false;
  text = '';
  /** Where it was sent, in order. */
  readonly urls: string[] = [];
  focused = 0;
  /** What going somewhere throws. */
  obstacle: Error | undefined;

  show(text: string): void {
    this.text = text;
  }

  navigate(url: string): void {
    if (this.obstacle) throw this.obstacle;
    this.urls.push(url);
  }

  focus(): boolean {
    if (this.isClosed) return false;
    this.focused += 1;
    return true;
  }

  close(): void {
    if (!this.isCutOff) this.isClosed = true;
  }

  cutOff(): void {
    this.isClosed = this.isCutOff = true;
  }
}

/** A storage of a tab, which can be full or not to be had. */
export class FakeStorage implements AuthorizationStorage {
  readonly texts = new Map<string, string>();
  isFull = false;

  get length(): number {
    return this.texts.size;
  }

  key(index: number): string | null {
    return [...this.texts.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('It is full.', 'QuotaExceededError');
    this.texts.set(key, value);
  }

  removeItem(key: string): void {
    this.texts.delete(key);
  }
}

interface WindowListener {
  readonly origins: readonly string[];
  readonly listener: MessageListener;
}

interface Channel extends AuthorizationChannel {
  readonly name: string;
  readonly listener: MessageListener;
}

/** Everything outside of an attempt, in the hands of a test: its time passes by {@link advance}. */
export class FakePorts implements AuthorizationPorts {
  origin = 'https://app.example.com';
  isSecure = true;
  isEmbedded = false;
  canReceive = true;
  hasNetwork = true;
  hasChannels = true;
  /** Why windows are blocked, when they are. */
  blockedBy: 'popup_blocked' | 'popup_unavailable' | undefined;
  page = '/settings?tab=2';
  readonly windows: FakeWindow[] = [];
  /** Where the page was sent. */
  readonly urls: string[] = [];
  /** The storage, or nothing where it is not to be had. */
  tabStorage: FakeStorage | undefined = new FakeStorage();
  readonly #timers = new FakeTimers(1_800_000_000_000);
  readonly #channels = new Set<Channel>();
  readonly #listeners = new Set<WindowListener>();
  #randomByte = 0;

  readonly isOnline = () => this.hasNetwork;
  readonly now = () => this.#timers.time;
  readonly whyBlocked = () => this.blockedBy ?? 'popup_blocked';
  readonly location = () => this.page;
  readonly leave = (url: string) => void this.urls.push(url);

  readonly tick = (listener: () => void): Stop => this.#timers.start(listener, TICK_MS, TICK_MS);
  readonly after = (milliseconds: number, listener: () => void): Stop =>
    this.#timers.start(listener, milliseconds);

  /** Every call gives other bytes, and every test the same. */
  readonly randomBytes = (length: number): Uint8Array =>
    Uint8Array.from({length}, () => (this.#randomByte = (this.#randomByte * 5 + 113) % 256));

  /** Not a hash, but as long as one, and known at once. */
  readonly sha256 = (text: string): Promise<Uint8Array> =>
    Promise.resolve(new TextEncoder().encode(text).reverse().slice(0, 32));

  readonly openWindow = (): FakeWindow | undefined => {
    if (this.blockedBy) return undefined;
    const window = new FakeWindow();
    this.windows.push(window);
    return window;
  };

  readonly openChannel = (
    name: string,
    listener: MessageListener,
  ): AuthorizationChannel | undefined => {
    if (!this.hasChannels) return undefined;
    const channel: Channel = {
      name,
      listener,
      post: (message) => this.posted.push(message),
      close: () => this.#channels.delete(channel),
    };
    this.#channels.add(channel);
    return channel;
  };

  readonly listen = (origins: readonly string[], listener: MessageListener): Stop => {
    const entry = {origins, listener};
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  };

  readonly storage = (): FakeStorage => {
    if (!this.tabStorage) throw new DOMException('It is not to be had.', 'SecurityError');
    return this.tabStorage;
  };

  /** What the page told on channels without being asked. */
  readonly posted: unknown[] = [];

  /** The window that was opened last. */
  get window(): FakeWindow {
    const window = this.windows.at(-1);
    if (!window) throw new Error('No window was opened.');
    return window;
  }

  /** What the clock says. */
  get time(): number {
    return this.#timers.time;
  }

  /** What was begun and has not ended. */
  get live() {
    return {
      timers: this.#timers.running,
      channels: this.#channels.size,
      listeners: this.#listeners.size,
    };
  }

  /** The names of the channels that are open. */
  get channelNames(): readonly string[] {
    return [...this.#channels].map(({name}) => name);
  }

  /** Lets time pass. */
  advance(milliseconds: number): void {
    this.#timers.advance(milliseconds);
  }

  /** Lets time pass without the page, as when the machine sleeps. */
  sleep(milliseconds: number): void {
    this.#timers.sleep(milliseconds);
  }

  /** Says something on the channels of a name, as another page would. Returns the replies. */
  say(name: string, data: unknown): readonly unknown[] {
    const replies: unknown[] = [];
    for (const channel of [...this.#channels]) {
      if (channel.name === name)
        channel.listener(structuredClone(data), (reply) => replies.push(reply));
    }
    return replies;
  }

  /** Writes to the window of the page, as a page of another origin would. Returns the replies. */
  write(origin: string, data: unknown): readonly unknown[] {
    const replies: unknown[] = [];
    for (const {origins, listener} of [...this.#listeners]) {
      if (origins.includes(origin)) listener(structuredClone(data), (reply) => replies.push(reply));
    }
    return replies;
  }
}

/** What the callback page tells of an answer. */
export const resultOf = (
  state: string,
  params: Readonly<Record<string, string>> = {code: 'the-code', state},
  fault?: ResponseFault,
): ResultMessage => ({
  ns: 'keyslot/oauth',
  v: 1,
  t: 'result',
  state,
  params,
  ...(fault && {fault}),
});

/** A method that has its users authorise. */
export const windowMethod = (
  plan: Partial<AuthorizationPlan> = {},
  ...variables: readonly Variable[]
): AvailableMethod => ({
  id: 'window',
  type: 'oauth2-authorization-code',
  status: 'available',
  recommended: false,
  deprecated: false,
  variables,
  authorization: {
    protocol: 'oauth2',
    authorizationUrl: 'https://provider.example.com/authorize',
    clientId: 'the-client',
    ...plan,
  },
});
