import {expect, oneEvent} from '@open-wc/testing';
import {openHostile, used} from '../support/hostile.js';

/** An element where a page may put it: in frames of any origin, and in roots of other elements. */

/** The page under another name: of another origin, and of another site. */
const elsewhere = location.origin.replace('127.0.0.1', 'localhost');

const frames: [what: string, origin: string, sandbox: string | undefined][] = [
  ['of the same origin', location.origin, undefined],
  ['of another origin', elsewhere, undefined],
  [
    'of the same origin in a sandbox with its origin',
    location.origin,
    'allow-scripts allow-forms allow-same-origin',
  ],
  ['without an origin, in a sandbox', location.origin, 'allow-scripts allow-forms'],
  ['of another origin, in a sandbox', elsewhere, 'allow-scripts allow-forms'],
];

describe('an element in a frame', () => {
  for (const [what, origin, sandbox] of frames) {
    it(`${what} hands over one credential`, async () => {
      const frame = document.createElement('iframe');
      if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
      frame.src = `${origin}/hostile/page.html`;
      const loaded = oneEvent(frame, 'load');
      document.body.append(frame);
      await loaded;
      const answer = oneEvent(window, 'message');
      frame.contentWindow!.postMessage('use', '*');
      const {data} = (await answer) as unknown as MessageEvent<unknown>;
      const isReachable = frame.contentDocument !== null;
      frame.remove();
      expect(data).to.deep.equal(used);
      expect(isReachable).to.equal(
        origin === location.origin && sandbox !== 'allow-scripts allow-forms',
      );
    });
  }
});

describe('an element in a root of another element', () => {
  for (const mode of ['open', 'closed'] as const) {
    it(`that is ${mode} hands over one credential`, async () => {
      const {view, use, close} = await openHostile();
      await view.load('keyslot');
      const outer = view.document.createElement('div');
      const inner = view.document.createElement('div');
      outer.attachShadow({mode}).append(inner);
      view.document.body.append(outer);
      const came = await use(inner.attachShadow({mode}));
      close();
      expect(came).to.deep.equal(used);
    });
  }
});
