import {aTimeout, expect} from '@open-wc/testing';
import {DISCONNECT_GRACE_MS} from '../../src/elements/form-element.js';

/** What is still alive of what was begun while it was counted. */
export interface Leaks {
  readonly listeners: number;
  readonly timers: number;
  readonly channels: number;
  /** Controls of removed elements that still hold a value. */
  readonly heldValues: number;
}

/**
 * Mounts, uses and unmounts something, and expects that nothing stays behind once the grace after a
 * disconnect is over.
 *
 * @param act - Returns the elements that it removed.
 */
export async function expectNoLeaks(act: () => Promise<readonly Element[]>): Promise<void> {
  expect(await countLeaks(act)).to.deep.equal({
    listeners: 0,
    timers: 0,
    channels: 0,
    heldValues: 0,
  });
}

/** Does something and counts what it leaves behind. */
export async function countLeaks(
  act: () => Promise<readonly Element[]>,
  settleFor = DISCONNECT_GRACE_MS + 100,
): Promise<Leaks> {
  const stops = new Set<() => void>();
  const listeners = watchListeners(stops);
  const timers = watchTimers(stops);
  const channels = watchChannels(stops);
  try {
    const removed = await act();
    await aTimeout(settleFor);
    return {
      listeners: listeners.size,
      timers: timers.size,
      channels: channels.size,
      heldValues: removed.flatMap(heldValues).length,
    };
  } finally {
    stops.forEach((stop) => {
      stop();
    });
  }
}

/** Listeners on what outlives an element: the window, the document, its outermost elements. */
function watchListeners(stops: Set<() => void>): ReadonlySet<string> {
  const live = new Set<string>();
  const ids = new WeakMap<object, number>();
  let nextId = 0;
  const idOf = (object: object) => {
    if (!ids.has(object)) ids.set(object, nextId++);
    return ids.get(object)!;
  };
  const isGlobal = (target: unknown) =>
    target === window ||
    target === document ||
    target === document.documentElement ||
    target === document.body ||
    target === window.visualViewport ||
    target instanceof MediaQueryList;
  const keyOf = (target: object, type: string, listener: object, options: unknown) => {
    const isCapture =
      typeof options === 'object'
        ? Boolean((options as AddEventListenerOptions | null)?.capture)
        : Boolean(options);
    return [idOf(target), type, idOf(listener), isCapture].join(' ');
  };

  const {addEventListener, removeEventListener} = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    // A call without an object means the window.
    const target = (this as EventTarget | undefined) ?? window;
    addEventListener.call(target, type, listener, options);
    if (!listener || !isGlobal(target)) return;
    const {signal, once} = typeof options === 'object' ? options : {};
    if (signal?.aborted) return;
    const key = keyOf(target, type, listener, options);
    live.add(key);
    const forget = () => live.delete(key);
    if (signal) addEventListener.call(signal, 'abort', forget, {once: true});
    if (once) addEventListener.call(target, type, forget, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = (this as EventTarget | undefined) ?? window;
    removeEventListener.call(target, type, listener, options);
    if (listener && isGlobal(target)) live.delete(keyOf(target, type, listener, options));
  };
  stops.add(() => Object.assign(EventTarget.prototype, {addEventListener, removeEventListener}));
  return live;
}

function watchTimers(stops: Set<() => void>): ReadonlySet<number> {
  const live = new Set<number>();
  const {setTimeout, clearTimeout, setInterval, clearInterval} = window;
  const start = window as {setTimeout: unknown; setInterval: unknown};
  start.setTimeout = (
    handler: (...args: unknown[]) => void,
    delay?: number,
    ...args: unknown[]
  ) => {
    const id = setTimeout(() => {
      live.delete(id);
      handler(...args);
    }, delay);
    live.add(id);
    return id;
  };
  start.setInterval = (handler: () => void, delay?: number, ...args: unknown[]) => {
    const id = setInterval(handler, delay, ...args);
    live.add(id);
    return id;
  };
  window.clearTimeout = window.clearInterval = (id) => {
    if (typeof id === 'number') live.delete(id);
    clearTimeout(id);
  };
  stops.add(() => Object.assign(window, {setTimeout, clearTimeout, setInterval, clearInterval}));
  return live;
}

function watchChannels(stops: Set<() => void>): ReadonlySet<BroadcastChannel> {
  const live = new Set<BroadcastChannel>();
  const Original = window.BroadcastChannel;
  window.BroadcastChannel = class extends Original {
    constructor(name: string) {
      super(name);
      live.add(this);
    }

    override close(): void {
      live.delete(this);
      super.close();
    }
  };
  stops.add(() => (window.BroadcastChannel = Original));
  return live;
}

const heldValues = (element: Element): string[] =>
  [
    ...(element.shadowRoot?.querySelectorAll<HTMLInputElement>(
      'input:not([type="checkbox"], [type="radio"]), textarea',
    ) ?? []),
  ]
    .map(({value}) => value)
    .filter(Boolean);
