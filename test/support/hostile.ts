import {waitUntil} from '@open-wc/testing';
import type {View} from './canary.js';
import {openFrame} from './open-frame.js';

/** The window of a page that uses Keyslot by itself: see `hostile-page.js`. */
export type HostileView = View & {
  readonly violations: readonly string[];
  readonly warnings: readonly string[];
  readonly load: (copy: 'keyslot' | 'older' | 'older-connect') => Promise<object>;
  readonly useElement: (place?: Node) => Promise<Used>;
};

/** What came of using an element. */
export interface Used {
  readonly wrong: readonly string[];
  readonly credentials: readonly object[];
  readonly violations: readonly string[];
  readonly warnings: readonly string[];
  readonly uncaught: readonly string[];
}

/** What comes of it where all is well: what is missing is said, and one credential is handed over. */
export const used: Used = {
  wrong: ['Enter the user name', 'Enter the password'],
  credentials: [
    {
      connectorId: 'acme',
      methodId: 'only',
      type: 'basic',
      values: {
        username: 'ada',
        password: 'p4ss',
        port: 8080,
        region: 'b',
        pem: 'one\ntwo',
        headers: [['x-a', '1']],
        live: true,
        reason: 'because',
      },
    },
  ],
  violations: [],
  warnings: [],
  uncaught: [],
};

/** Opens the page in a frame, with a policy for Trusted Types; an empty one asks for none. */
export async function openHostile(trustedTypes = 'lit-html') {
  const query = new URLSearchParams({'trusted-types': trustedTypes}).toString();
  const frame = await openFrame(`/hostile/page.html?${query}`, 'width: 800px; height: 600px');
  const view = frame.contentWindow as HostileView;
  await waitUntil(() => 'useElement' in view, 'the page did not start');
  return {
    view,
    /** Uses an element on the page, and tells what came of it. */
    use: async (place?: Node) => structuredClone(await view.useElement(place)),
    close: () => {
      frame.remove();
    },
  };
}
