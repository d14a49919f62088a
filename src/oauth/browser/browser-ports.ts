import type {AuthorizationPorts, AuthorizationWindow, MessageListener} from '../ports.js';
import {openAuthorizationWindow} from './open-window.js';

/** How often a window is looked at. More often, and it would look closed before its answer arrives. */
const TICK_MS = 500;

/** What an attempt needs, of the browser. */
export function browserPorts(): AuthorizationPorts {
  const {origin} = window;
  const hasChannels = typeof BroadcastChannel === 'function';
  return {
    origin,
    isSecure: window.isSecureContext,
    isEmbedded: isEmbedded(),
    canReceive: origin !== 'null' && (hasChannels || typeof window.postMessage === 'function'),
    isOnline: () => navigator.onLine,
    now: () => Date.now(),
    tick(listener) {
      const ended = new AbortController();
      const timer = setInterval(listener, TICK_MS);
      window.addEventListener('visibilitychange', () => listener(), ended);
      window.addEventListener('pageshow', ({persisted}) => listener(persisted), ended);
      return () => {
        clearInterval(timer);
        ended.abort();
      };
    },
    after(milliseconds, listener) {
      const timer = setTimeout(listener, milliseconds);
      return () => clearTimeout(timer);
    },
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    sha256: async (text) =>
      new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
    openWindow() {
      const opened = openAuthorizationWindow();
      return opened ? asAuthorizationWindow(opened) : undefined;
    },
    // A frame may be forbidden windows altogether, or get none to hold although one opens: that uses
    // the click up as well.
    whyBlocked: () =>
      window !== window.top && navigator.userActivation.hasBeenActive
        ? 'popup_unavailable'
        : 'popup_blocked',
    openChannel,
    listen(origins, listener) {
      const receive = ({origin, source, data}: MessageEvent<unknown>) => {
        if (!origins.includes(origin)) return;
        listener(data, (message) => source?.postMessage(message, {targetOrigin: origin}));
      };
      window.addEventListener('message', receive);
      return () => window.removeEventListener('message', receive);
    },
    storage: () => window.sessionStorage,
    location: () => location.pathname + location.search + location.hash,
    leave: (url) => location.assign(url),
  };
}

/** A window as an attempt uses it. Another site's page in it allows next to nothing. */
export function asAuthorizationWindow(opened: Window): AuthorizationWindow {
  return {
    get isClosed() {
      return opened.closed;
    },
    show(text) {
      try {
        const {document} = opened;
        document.title = text;
        document.body.textContent = text;
      } catch {
        // It is not blank any more, or was cut off.
      }
    },
    navigate(url) {
      opened.location.replace(url);
    },
    focus() {
      if (opened.closed) return false;
      opened.focus();
      return true;
    },
    close() {
      opened.close();
    },
  };
}

function openChannel(name: string, listener: MessageListener) {
  try {
    const channel = new BroadcastChannel(name);
    const post = (message: object) => channel.postMessage(message);
    channel.onmessage = ({data}: MessageEvent<unknown>) => listener(data, post);
    return {post, close: () => channel.close()};
  } catch {
    // There are none here; the callback page writes to its opener too.
    return undefined;
  }
}

/** Whether a page of another site is around this one: storage and channels are not shared then. */
function isEmbedded(): boolean {
  try {
    return window.top?.location.origin !== window.origin;
  } catch {
    return true;
  }
}
