import {KeyslotSubmitEvent, type Credential, type CredentialChange} from '../../src/index.js';

const KEYSLOT_EVENTS = [
  'keyslot-submit',
  'keyslot-method-change',
  'keyslot-error',
  'keyslot-before-authorize',
  'keyslot-authorize-state',
  'keyslot-close',
];
const LEVELS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const;

/** What a page was asked for, and what was sent along. */
export interface SentRequest {
  readonly url: string;
  readonly content: string;
}

/** Everything that left the elements of a page since the recording began. */
export class Recorder {
  readonly events: Event[] = [];
  readonly console: unknown[][] = [];
  readonly errors: unknown[] = [];
  /** Bodies that are streams or forms are not read. */
  readonly requests: SentRequest[] = [];
  readonly #end = new AbortController();
  readonly #undo: (() => void)[] = [];

  /** @param view - The window of the page: this one, or that of a frame. */
  constructor(view: Window & typeof globalThis = window) {
    const options = {capture: true, signal: this.#end.signal};
    for (const type of KEYSLOT_EVENTS) {
      // Events that do not bubble pass the window on their way down.
      view.addEventListener(type, (event) => this.events.push(event), options);
    }
    view.addEventListener('error', ({error}) => this.errors.push(error), options);
    view.addEventListener('unhandledrejection', ({reason}) => this.errors.push(reason), options);
    for (const level of LEVELS) {
      this.#replace(
        view.console,
        level,
        () =>
          (...args: unknown[]) =>
            this.console.push(args),
      );
    }
    this.#recordRequests(view);
  }

  /** The types of the events so far. */
  get types(): readonly string[] {
    return this.events.map(({type}) => type);
  }

  /** The events of one class. */
  of<E extends Event>(constructor: new (...args: never[]) => E): readonly E[] {
    return this.events.filter((event): event is E => event instanceof constructor);
  }

  get submits(): readonly KeyslotSubmitEvent[] {
    return this.events.filter((event) => event instanceof KeyslotSubmitEvent);
  }

  /** What was handed over. */
  get credentials(): readonly (Credential | CredentialChange)[] {
    return this.submits.map(({credential}) => credential);
  }

  stop(): void {
    this.#end.abort();
    for (const undo of this.#undo.splice(0)) undo();
  }

  #recordRequests(view: Window & typeof globalThis): void {
    const note = (url: unknown, ...contents: unknown[]) => {
      this.requests.push({url: String(url), content: contents.map(textOf).join('\n')});
    };
    this.#replace(view, 'fetch', (fetch) => (input: RequestInfo | URL, init?: RequestInit) => {
      note(input instanceof view.Request ? input.url : input, init?.body, init?.headers);
      return fetch.call(view, input, init);
    });
    this.#replace(view.navigator, 'sendBeacon', (send) => (url: string, data?: BodyInit) => {
      note(url, data);
      return send.call(view.navigator, url, data);
    });
    const {prototype} = view.XMLHttpRequest;
    const addresses = new WeakMap<object, unknown>();
    this.#replace(prototype, 'open', (open) => {
      return function (this: XMLHttpRequest, ...parameters: unknown[]) {
        addresses.set(this, parameters[1]);
        open.apply(this, parameters);
      };
    });
    this.#replace(prototype, 'send', (send) => {
      return function (this: XMLHttpRequest, body: unknown) {
        note(addresses.get(this), body);
        send.call(this, body);
      };
    });
  }

  /** Puts another function in place of one until the recording stops. */
  #replace(target: object, name: string, wrap: (original: Callable) => unknown): void {
    const holder = target as Record<string, unknown>;
    const own = Object.getOwnPropertyDescriptor(target, name);
    holder[name] = wrap(holder[name] as Callable);
    this.#undo.push(() => {
      if (own) Object.defineProperty(target, name, own);
      else Reflect.deleteProperty(target, name);
    });
  }
}

type Callable = (this: unknown, ...parameters: unknown[]) => unknown;

/** What of a request can be read as it is. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (content instanceof URLSearchParams) return content.toString();
  if (content instanceof Headers) return JSON.stringify([...content]);
  return content === undefined ? '' : JSON.stringify(content);
}
