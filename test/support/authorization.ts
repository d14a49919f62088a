import {aTimeout, waitUntil} from '@open-wc/testing';
import {executeServerCommand, sendKeys, sendMouse} from '@web/test-runner-commands';
import type {ConnectorDefinition, OAuthOptions, VariableDefinition} from '../../src/index.js';
import type {Driver, KeyslotElement} from './driver.js';

/** What a provider does when a window comes: see `wtr-oauth-provider.mjs`. */
export type Act = 'allow' | 'deny' | 'hang' | 'wait';

/** A provider of sign-ins on another origin. Nobody else is with it. */
export interface Provider {
  /** By what it names itself. */
  readonly url: string;
  readonly host: string;
  /** Where its users sign in, when it is to do something. */
  readonly address: (act: Act) => string;
  /** Has the windows that wait go on. */
  readonly tell: (act: 'allow' | 'deny') => Promise<void>;
  /** Where windows were sent since this was last asked, once there are that many. */
  readonly takeRequests: (count?: number) => Promise<readonly URL[]>;
}

export async function startProvider(): Promise<Provider> {
  const url = await executeServerCommand<string, undefined>('start-oauth-provider');
  return {
    url,
    host: new URL(url).host,
    address: (act) => `${url}/authorize?act=${act}`,
    tell: (act) => executeServerCommand('tell-oauth-provider', {url, act}),
    takeRequests: async (count = 0) => {
      const payload = {url, count};
      const requests = await executeServerCommand<readonly string[], typeof payload>(
        'take-oauth-requests',
        payload,
      );
      return requests.map((request) => new URL(request));
    },
  };
}

/** How the test page lets its users sign in. */
export const oauth: OAuthOptions = {
  redirectUri: `${location.origin}/callback/callback.html`,
  allowLoopback: true,
};

export const store: VariableDefinition = {key: 'store', label: 'Store name', required: true};
export const SCOPES = [
  {value: 'read', label: 'Read orders', required: true},
  {value: 'write', label: 'Change orders', default: true},
  {value: 'admin', label: 'Change settings', description: 'Seldom needed'},
];

/** A connector that lets its user sign in at a provider. */
export const signInAt = (
  {url, address}: Provider,
  act: Act,
  settings: object = {},
  variables: readonly VariableDefinition[] = [store],
): ConnectorDefinition => ({
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'sign-in',
      type: 'oauth2-authorization-code',
      name: 'Sign in with Acme',
      authorizationUrl: address(act),
      issuer: url,
      clientId: 'keyslot',
      variables,
      ...settings,
    },
  ],
});

/**
 * The windows that the page has opened. Those that a test leaves open are closed with it. Gives numbers
 * only, as an assertion that fails would describe all of a window.
 */
export class Windows {
  readonly #windowOpen = window.open;
  readonly #all: Window[] = [];
  /** Whether the browser refuses to open any. */
  areBlocked = false;

  constructor() {
    window.open = (...parameters) => {
      const opened = this.areBlocked ? null : this.#windowOpen.apply(window, parameters);
      if (opened) this.#all.push(opened);
      return opened;
    };
  }

  /** How many were opened. */
  get opened(): number {
    return this.#all.length;
  }

  /** How many of them are still open, as far as the page can know. */
  get open(): number {
    return this.#all.filter(({closed}) => !closed).length;
  }

  /** Closes them as the user would. */
  close(): void {
    for (const opened of this.#all) opened.close();
  }

  stop(): void {
    window.open = this.#windowOpen;
    this.close();
  }
}

/** WebKit's driver loses its mouse once another window was open, and keeps its keys. */
const hasMouse = /Chrome|Firefox/.test(navigator.userAgent);

/** Presses something with the mouse, as browsers open windows for no less. */
export async function click(element: HTMLElement): Promise<void> {
  element.scrollIntoView({block: 'center'});
  if (!hasMouse) {
    element.focus();
    await sendKeys({press: element.matches('[type="checkbox"]') ? ' ' : 'Enter'});
    return;
  }
  // What is loaded late may still move it.
  let before: number;
  do {
    before = element.getBoundingClientRect().top;
    await aTimeout(50);
    element.scrollIntoView({block: 'center'});
  } while (element.getBoundingClientRect().top !== before);
  const {left, top, width, height} = element.getBoundingClientRect();
  const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  await sendMouse({type: 'click', position});
}

/** Waits for what takes a window, a provider and the way back. */
export const eventually = (isSo: () => unknown, what: string): Promise<void> =>
  waitUntil(isSo, what, {interval: 10, timeout: 4000});

/** Waits until the user is with the provider. */
export const waiting = <E extends KeyslotElement>(use: Driver<E>): Promise<void> =>
  eventually(() => use.part('reopen'), 'no window waits');

/** Waits until an attempt has ended, and all that follows from it. */
export async function ended<E extends KeyslotElement>(use: Driver<E>): Promise<void> {
  await eventually(() => !use.hasState('authorizing') && !use.hasState('pending'), 'it goes on');
  await use.settle();
}
