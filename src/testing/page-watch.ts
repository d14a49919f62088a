/** Watches the page until it is stopped. */
export interface Watch {
  /** What was found, in words. */
  readonly found: () => readonly string[];
  readonly stop: () => void;
}

interface Listening {
  readonly target: EventTarget;
  readonly type: string;
  readonly listener: unknown;
  readonly isCapture: boolean;
}

/** Finds the listeners that stay on what outlives an element. */
export function watchListeners(): Watch {
  const live = new Set<Listening>();
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  const lasting = new Set<EventTarget>([window, document, document.documentElement, document.body]);
  const forget = (same: Listening) => {
    for (const each of live) {
      const isSame = (Object.keys(same) as (keyof Listening)[]).every(
        (key) => each[key] === same[key],
      );
      if (isSame) live.delete(each);
    }
  };
  const listeningOf = (
    target: EventTarget,
    [type, listener, options]: Parameters<typeof removeEventListener>,
  ): Listening => {
    const {capture = false} = typeof options === 'object' ? options : {capture: options};
    return {target, type, listener, isCapture: capture};
  };
  EventTarget.prototype.addEventListener = function (...details) {
    // A call without an object means the window.
    const target = (this as EventTarget | undefined) ?? window;
    addEventListener.apply(target, details);
    const [type, listener, options] = details;
    const {once = false, signal} = typeof options === 'object' ? options : {};
    if (!listener || !lasting.has(target) || signal?.aborted) return;
    const listening = listeningOf(target, details);
    forget(listening);
    live.add(listening);
    const drop = () => forget(listening);
    if (once) addEventListener.call(target, type, drop, {once, capture: listening.isCapture});
    if (signal) addEventListener.call(signal, 'abort', drop, {once: true});
  };
  EventTarget.prototype.removeEventListener = function (...details) {
    const target = (this as EventTarget | undefined) ?? window;
    removeEventListener.apply(target, details);
    forget(listeningOf(target, details));
  };
  return {
    found: () => [...live].map(({target, type}) => `${type} on ${nameOf(target)}`),
    stop: () => Object.assign(EventTarget.prototype, {addEventListener, removeEventListener}),
  };
}

const nameOf = (target: EventTarget) =>
  target === window
    ? 'window'
    : target === document
      ? 'document'
      : `<${(target as Element).localName}>`;

/** Finds what changes on the page, apart from some elements and what is in them. */
export function watchChanges(isOwn: (node: Node) => boolean): Watch {
  const found: string[] = [];
  const note = (records: readonly MutationRecord[]) => {
    for (const {target, type, attributeName, addedNodes, removedNodes} of records) {
      const isMoved = [...addedNodes, ...removedNodes].some(isOwn);
      if (!isMoved && !isOwn(target)) found.push(`${attributeName ?? type} of ${nameOf(target)}`);
    }
  };
  const observer = new MutationObserver(note);
  const changes = {attributes: true, characterData: true, childList: true, subtree: true};
  observer.observe(document, changes);
  return {
    found() {
      note(observer.takeRecords());
      return found;
    },
    stop: () => observer.disconnect(),
  };
}

/** Finds promises that are rejected although nobody minds. */
export function watchRejections(): Watch {
  const found: string[] = [];
  const note = (event: PromiseRejectionEvent) => {
    // A runner would take it for a failure of its own.
    event.preventDefault();
    event.stopImmediatePropagation();
    found.push('a rejection that nobody handles');
  };
  window.addEventListener('unhandledrejection', note, true);
  return {
    found: () => found,
    stop: () => window.removeEventListener('unhandledrejection', note, true),
  };
}
