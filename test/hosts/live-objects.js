// Counts what would keep a page busy, or an element reachable, after it was removed. Runs before all
// scripts of the page, as a script of its own.
(() => {
  const live = new Map();
  const ids = new WeakMap();
  let nextId = 0;
  const idOf = (object) => {
    if (!ids.has(object)) ids.set(object, (nextId += 1));
    return ids.get(object);
  };
  const violations = [];
  document.addEventListener(
    'securitypolicyviolation',
    ({violatedDirective, blockedURI, sample}) => {
      violations.push({violatedDirective, blockedURI, sample});
    },
  );
  window.liveObjects = {read: () => [...live.values()].sort(), violations};

  watchListeners();
  watchTimers();
  watchChannels();
  watchObservers();

  /** Targets that outlive what a framework mounts. */
  function nameOf(target) {
    if (target === window) return 'window';
    if (target === document) return 'document';
    if (target === document.documentElement || target === document.body) return target.localName;
    if (target instanceof MediaQueryList) return target.media;
    return undefined;
  }

  function watchListeners() {
    const {addEventListener, removeEventListener} = EventTarget.prototype;
    const keyOf = (target, type, listener, options) => {
      const capture = typeof options === 'boolean' ? options : Boolean(options?.capture);
      return `${idOf(target)} ${type} ${idOf(listener)} ${capture}`;
    };
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const target = this ?? window;
      addEventListener.call(target, type, listener, options);
      const name = nameOf(target);
      if (!name || !listener || options?.signal?.aborted) return;
      const key = keyOf(target, type, listener, options);
      live.set(key, `listener to ${type} of ${name}`);
      const forget = () => live.delete(key);
      if (options?.signal) addEventListener.call(options.signal, 'abort', forget);
      if (options?.once) addEventListener.call(target, type, forget, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      const target = this ?? window;
      if (listener) live.delete(keyOf(target, type, listener, options));
      removeEventListener.call(target, type, listener, options);
    };
  }

  function watchTimers() {
    for (const name of ['Timeout', 'Interval']) {
      const [start, stop] = [window[`set${name}`], window[`clear${name}`]];
      window[`set${name}`] = (handler, delay, ...given) => {
        const run = (...values) => {
          if (name === 'Timeout') live.delete(`timer ${id}`);
          handler(...values);
        };
        const id = start(run, delay, ...given);
        live.set(`timer ${id}`, `timer of ${delay ?? 0} ms`);
        return id;
      };
      window[`clear${name}`] = (id) => {
        live.delete(`timer ${id}`);
        stop(id);
      };
    }
  }

  function watchChannels() {
    const Original = window.BroadcastChannel;
    window.BroadcastChannel = class extends Original {
      constructor(name) {
        super(name);
        live.set(`channel ${idOf(this)}`, 'channel');
      }

      close() {
        live.delete(`channel ${idOf(this)}`);
        super.close();
      }
    };
  }

  /** Of the page; those of removed elements go with them. */
  function watchObservers() {
    const {observe, disconnect} = MutationObserver.prototype;
    MutationObserver.prototype.observe = function (target, options) {
      observe.call(this, target, options);
      const name = nameOf(target);
      if (name) live.set(`observer ${idOf(this)}`, `observer of ${name}`);
    };
    MutationObserver.prototype.disconnect = function () {
      live.delete(`observer ${idOf(this)}`);
      disconnect.call(this);
    };
  }
})();
