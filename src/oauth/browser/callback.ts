// The page that the provider sends the user back to. Stands alone: no imports at run time.
import type {RefusalReason, ResponseFault, ResultMessage} from '../message.js';

type Words =
  | 'working'
  | 'done'
  | 'cancelled'
  | 'superseded'
  | 'expired'
  | 'invalid'
  | 'unclaimed'
  | 'unknown'
  | 'copy';

/** Each can be replaced by a `data-` attribute of that name on the element that shows them. */
const WORDS: Readonly<Record<Words, string>> = {
  working: 'Just a moment…',
  done: 'Done. You can close this window.',
  cancelled: 'This sign-in was cancelled. You can close this window.',
  superseded: 'A newer sign-in has begun. Go on there; you can close this window.',
  expired: 'This sign-in took too long. Close this window, go back to the page and start again.',
  invalid: 'This answer could not be used. Close this window, go back to the page and start again.',
  unclaimed: 'Nothing was saved. Close this window, go back to the page and start again.',
  copy: 'Copy the address that the page asks for',
  unknown: 'No sign-in is in progress. You can close this window.',
};

const REPEAT_MS = 250;
const GIVE_UP_MS = 5000;
const RECORD_LIFE_MS = 15 * 60_000;
const MAX_LENGTH = 4096;
const MAX_TEXT = 500;
const UNSUPPORTED = ['access_token', 'id_token', 'response'];
const KNOWN = [
  ...UNSUPPORTED,
  ...'code,state,iss,error,error_description,error_uri,oauth_token,oauth_verifier,denied'.split(
    ',',
  ),
];
const REASONS: readonly RefusalReason[] = ['cancelled', 'superseded', 'expired', 'invalid'];

interface Answer {
  readonly state: string;
  readonly params: Readonly<Record<string, string>>;
  readonly fault?: ResponseFault;
}

// A server may import the module all the same.
if (typeof document === 'object') start();

function start(): void {
  const {search, hash, href} = location;
  // First of all: what follows, or fails, must not find a code in the address.
  history.replaceState(null, '', href.split(/[?#]/)[0]);
  const answer = readAnswer(search, hash);
  if (!answer) show('unknown');
  else if (!resume(answer)) send(answer, href);
}

/** What the provider said, of what is known; or nothing, when it is no answer to anything. */
function readAnswer(search: string, hash: string): Answer | undefined {
  // Some providers add what is no part of an answer, such as `#_=_`.
  const [query = [], fragment = []] = [search, hash].map((text) =>
    [...new URLSearchParams(text.slice(1))].filter(([name]) => KNOWN.includes(name)),
  );
  const params: Record<string, string> = {};
  let fault: ResponseFault | undefined = query.length && fragment.length ? 'malformed' : undefined;
  for (const [name, value] of [...query, ...fragment]) {
    if (UNSUPPORTED.includes(name)) {
      fault ??= 'unsupported';
      continue;
    }
    const isText = name === 'error_description';
    if (name in params || (!isText && value.length > MAX_LENGTH)) fault = 'malformed';
    else params[name] = isText ? value.slice(0, MAX_TEXT) : value;
  }
  const {state = ''} = params;
  if (!/^[A-Za-z0-9._~-]{22,512}$/.test(state)) return undefined;
  return {state, params, ...(fault && {fault})};
}

/** In redirect mode the page to go back to was left in this very tab. */
function resume({state, params, fault}: Answer): boolean {
  const {origin} = location;
  const key = `keyslot/oauth/1:${state}`;
  try {
    const record = JSON.parse(sessionStorage.getItem(key) ?? '') as Record<string, unknown>;
    const {type, createdAt, returnPath, params: known} = record;
    if (type !== 'redirect' || known) return false;
    const target = new URL(String(returnPath), origin);
    const isSame = target.origin === origin && String(returnPath).startsWith('/');
    if (!isSame || !(Date.now() - Number(createdAt) < RECORD_LIFE_MS)) {
      sessionStorage.removeItem(key);
      return false;
    }
    sessionStorage.setItem(key, JSON.stringify({...record, params, ...(fault && {fault})}));
    location.replace(target.href);
    return true;
  } catch {
    // There is no record, or no storage.
    return false;
  }
}

/** Tells the page that waits, on every way there is, until it says that it heard. */
function send({state, params, fault}: Answer, address: string): void {
  const message: ResultMessage = {
    ns: 'keyslot/oauth',
    v: 1,
    t: 'result',
    state,
    params,
    ...(fault && {fault}),
  };
  show('working');
  const opener = window.opener as Window | null;
  const openerOrigins = statusElement().dataset['openerOrigins']?.split(/\s+/) ?? [location.origin];
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(`keyslot/oauth/1:${state}`);
    channel.onmessage = ({data}) => hear(data);
  } catch {
    // There are none here, or not for this page.
  }
  const receive = ({data, source, origin}: MessageEvent) => {
    if (source === opener && openerOrigins.includes(origin)) hear(data);
  };
  addEventListener('message', receive);

  const post = () => {
    channel?.postMessage(message);
    for (const target of openerOrigins) {
      try {
        // Never to just any page that opened this one.
        if (target !== '*') opener?.postMessage(message, target);
      } catch {
        // The attribute holds no origin; the others may.
      }
    }
  };
  const repeat = setInterval(post, REPEAT_MS);
  let copyButton: HTMLElement | undefined;
  const stop = () => {
    copyButton?.remove();
    clearInterval(repeat);
    clearTimeout(limit);
    removeEventListener('message', receive);
    channel?.close();
  };
  const limit = setTimeout(() => {
    // A page that slept may still say that it heard.
    clearInterval(repeat);
    show('unclaimed');
    copyButton = offerCopy(address);
  }, GIVE_UP_MS);
  post();

  function hear(data: unknown): void {
    const {ns, v, t, state: theirs, reason} = (data ?? {}) as Readonly<Record<string, unknown>>;
    const isVerdict = t === 'ack' || t === 'nack' || t === 'cancel';
    if (ns !== message.ns || v !== 1 || theirs !== state || !isVerdict) return;
    stop();
    if (t === 'ack') {
      show('done');
      window.close();
    } else show(REASONS.find((known) => known === reason) ?? 'cancelled');
  }
}

/**
 * The last resort where no message arrives: the user carries the address to the page that waits. It is
 * shown to nobody who does not ask for it.
 */
function offerCopy(address: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = textOf('copy');
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      prompt(textOf('copy'), address);
    }
  };
  statusElement().after(button);
  return button;
}

/** Says what came of it, where the page has a place for that or at its end. */
function show(words: Words): void {
  statusElement().textContent = textOf(words);
}

function textOf(words: Words): string {
  return statusElement().dataset[words] ?? WORDS[words];
}

function statusElement(): HTMLElement {
  const known = document.querySelector<HTMLElement>('[data-keyslot-callback]');
  if (known) return known;
  const element = document.createElement('p');
  element.setAttribute('role', 'status');
  element.dataset['keyslotCallback'] = '';
  document.body.append(element);
  return element;
}
