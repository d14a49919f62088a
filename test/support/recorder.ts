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
type Level = (typeof LEVELS)[number];

/** Everything that left the elements of a page since the recording began. */
export class Recorder {
  readonly events: Event[] = [];
  readonly console: unknown[][] = [];
  readonly errors: unknown[] = [];
  readonly #end = new AbortController();
  readonly #originals = new Map<Level, (...args: unknown[]) => void>(
    LEVELS.map((level) => [level, console[level] as (...args: unknown[]) => void]),
  );

  constructor() {
    const options = {capture: true, signal: this.#end.signal};
    for (const type of KEYSLOT_EVENTS) {
      // Events that do not bubble pass the window on their way down.
      window.addEventListener(type, (event) => this.events.push(event), options);
    }
    window.addEventListener('error', ({error}) => this.errors.push(error), options);
    window.addEventListener('unhandledrejection', ({reason}) => this.errors.push(reason), options);
    for (const level of LEVELS) {
      console[level] = (...args: unknown[]) => this.console.push(args);
    }
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
    for (const [level, original] of this.#originals) console[level] = original;
  }
}
