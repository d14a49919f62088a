import {aTimeout, waitUntil} from '@open-wc/testing';
import {FakeTimers} from './fake-timers.js';
import {cleanUps, frameOf} from './frames.js';

export const PAGE = '/test/oauth/callback-page.html';
/** The state of the attempt that is answered: another in each file, as channels reach all pages. */
export const state: string = crypto.randomUUID();
export const channelName = `keyslot/oauth/1:${state}`;
/** The query of a good answer. */
export const code = `code=the-code&state=${state}`;

type Page = Window & typeof globalThis;

/** Called by every page that is opened in a frame, before its script runs. */
export type Prepare = (page: Page) => void;
const hooks = window as {prepareCallbackPage?: Prepare};

/** Puts the timers of a page in the hands of the test. */
function takeTimers(page: Page): FakeTimers {
  const timers = new FakeTimers();
  const stops: (() => void)[] = [];
  const start = (act: () => void, delay: number, every?: number) =>
    stops.push(timers.start(act, delay, every));
  const stop = (id: number) => stops[id - 1]?.();
  Object.assign(page, {
    setTimeout: (act: () => void, delay: number) => start(act, delay),
    setInterval: (act: () => void, delay: number) => start(act, delay, delay),
    clearTimeout: stop,
    clearInterval: stop,
  });
  return timers;
}

/** A callback page in a frame, and all that it did. */
export interface Opened {
  readonly page: Page;
  readonly clock: FakeTimers;
  /** The addresses that were opened, this one and those it went on to. */
  readonly addresses: readonly string[];
  /** How often it closed itself. */
  readonly closed: () => number;
  readonly text: () => string;
}

/** Opens the callback page, changed by the test before its script runs. */
export async function open(address: string, prepare: Prepare = () => undefined): Promise<Opened> {
  const addresses: string[] = [];
  let clock: FakeTimers | undefined;
  let closed = 0;
  hooks.prepareCallbackPage = (page) => {
    addresses.push(page.location.href.replace(location.origin, ''));
    clock = takeTimers(page);
    page.close = () => (closed += 1);
    // A frame has none.
    Object.defineProperty(page, 'opener', {value: null, configurable: true, writable: true});
    if (addresses.length === 1) prepare(page);
  };
  cleanUps.push(() => delete hooks.prepareCallbackPage);
  const frame = await frameOf(address);
  const page = frame.contentWindow as Page;
  return {
    page,
    clock: clock!,
    addresses,
    closed: () => closed,
    text: () => page.document.querySelector('[role="status"]')?.textContent ?? '',
  };
}

export const openQuery = (query: string, prepare?: Prepare) => open(`${PAGE}?${query}`, prepare);

/** Listens on the channel of the attempt, as the page that waits does. */
export function listen() {
  const channel = new BroadcastChannel(channelName);
  const heard: unknown[] = [];
  channel.onmessage = ({data}) => heard.push(data);
  cleanUps.push(() => channel.close());
  return {heard, say: (message: unknown) => channel.postMessage(message)};
}

/** A message of the page that waits. */
export const verdict = (message: object) => ({ns: 'keyslot/oauth', v: 1, state, ...message});

/** What the first message says that a page sends which was opened with this query. */
export async function resultOfQuery(query: string) {
  const {heard} = listen();
  await openQuery(query);
  await waitUntil(() => heard.length > 0);
  return heard[0];
}

/** Messages between pages need a moment. */
export const delivered = () => aTimeout(50);
