// Counts what an attempt has begun on the page and not ended. Has to run before all else.

/** What keeps a page busy, or awake, or reachable, of what is in use here. */
const WATCHED = new Set(['message', 'visibilitychange', 'pageshow', 'abort']);

const channels = new Set();
/** Whom they listen to, by what identifies them. */
const listeners = new Map();
/** Who is gone is not listened to any more; nor is a signal that aborted, as it does so once. */
const isHeard = (reference) => {
  const target = reference.deref();
  return target !== undefined && !target.aborted;
};
const intervals = new Set();
const timers = new Map();

/** The timers of the page itself, which do not count. */
export const delay = (
  (start) => (milliseconds) =>
    new Promise((done) => start(done, milliseconds))
)(window.setTimeout.bind(window));

export const countLive = () => ({
  channels: channels.size,
  listeners: [...listeners.values()].filter(isHeard).length,
  intervals: intervals.size,
  timers: timers.size,
});

/** Lets pass what time the timers of attempts still need. */
export function elapse() {
  for (const [id, listener] of [...timers]) {
    window.clearTimeout(id);
    listener();
  }
}

/** How often the page came back as it was left. */
export let restored = 0;
window.addEventListener('pageshow', ({persisted}) => {
  if (persisted) restored += 1;
});

watchChannels();
watchListeners();
watchTimers();

function watchChannels() {
  const Original = window.BroadcastChannel;
  if (!Original) return;
  window.BroadcastChannel = class extends Original {
    constructor(name) {
      super(name);
      channels.add(this);
    }

    close() {
      channels.delete(this);
      super.close();
    }
  };
}

function watchListeners() {
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  const ids = new WeakMap();
  let last = 0;
  const idOf = (object) => {
    if (!ids.has(object)) ids.set(object, (last += 1));
    return ids.get(object);
  };
  const keyOf = (target, type, listener) => `${idOf(target)} ${type} ${idOf(Object(listener))}`;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    addEventListener.call(target, type, listener, options);
    if (!WATCHED.has(type)) return;
    const key = keyOf(target, type, listener);
    listeners.set(key, new WeakRef(target));
    const {signal} = Object(options);
    if (signal) addEventListener.call(signal, 'abort', () => listeners.delete(key));
  };
  EventTarget.prototype.removeEventListener = function (type, listener, ...rest) {
    const target = this ?? window;
    listeners.delete(keyOf(target, type, listener));
    removeEventListener.call(target, type, listener, ...rest);
  };
}

function watchTimers() {
  const {setTimeout, clearTimeout, setInterval, clearInterval} = window;
  window.setTimeout = (listener, milliseconds) => {
    const id = setTimeout(() => {
      timers.delete(id);
      listener();
    }, milliseconds);
    timers.set(id, listener);
    return id;
  };
  window.setInterval = (listener, milliseconds) => {
    const id = setInterval(listener, milliseconds);
    intervals.add(id);
    return id;
  };
  window.clearTimeout = (id) => {
    timers.delete(id);
    clearTimeout(id);
  };
  window.clearInterval = (id) => {
    intervals.delete(id);
    clearInterval(id);
  };
}
