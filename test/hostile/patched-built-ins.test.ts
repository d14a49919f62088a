import {expect} from '@open-wc/testing';
import {openHostile, used, type HostileView} from '../support/hostile.js';

/** Pages whose scripts changed what all of the page is made of, before Keyslot came. */

type Patch = (view: HostileView) => void;
type Callable = (this: unknown, ...parameters: unknown[]) => unknown;

/** Puts around a function of the page what only passes everything on. */
function wrap(holder: object, name: string): void {
  const record = holder as Record<string, Callable>;
  const original = record[name]!;
  record[name] = function (...parameters) {
    return original.apply(this, parameters);
  };
}

const patches: [what: string, patch: Patch][] = [
  [
    'JSON that somebody listens in on',
    ({JSON}) => {
      wrap(JSON, 'stringify');
      wrap(JSON, 'parse');
    },
  ],
  [
    'JSON that sorts names',
    (view) => {
      const {stringify} = view.JSON;
      view.JSON.stringify = (value: unknown) =>
        stringify(value, (_name, part: unknown) =>
          typeof part === 'object' && part !== null && !Array.isArray(part)
            ? view.Object.fromEntries(view.Object.entries(part).sort())
            : part,
        );
    },
  ],
  [
    'enumerable members of all lists',
    ({Array}) => {
      Object.assign(Array.prototype, {last: () => undefined, contains: () => false});
    },
  ],
  [
    'lists that write themselves as JSON',
    ({Array, JSON}) => {
      const {stringify} = JSON;
      Object.assign(Array.prototype, {
        toJSON(this: unknown[]) {
          return `[${this.map((part) => stringify(part)).join(', ')}]`;
        },
      });
    },
  ],
  [
    'objects that write themselves as JSON',
    ({Object}) => {
      Object.assign(Object.prototype, {
        toJSON(this: object) {
          return Object.assign(Array.isArray(this) ? [] : {}, this);
        },
      });
    },
  ],
  [
    'texts that write themselves as JSON',
    ({String}) => {
      Object.assign(String.prototype, {
        toJSON(this: string) {
          return `"${this}"`;
        },
      });
    },
  ],
  [
    'objects that write nothing of themselves as JSON',
    ({Object}) => {
      Object.assign(Object.prototype, {toJSON: () => 'nothing'});
    },
  ],
  [
    'members of all objects, named like fields',
    ({Object}) => {
      for (const name of ['username', 'password', 'pem', 'reason', 'headers', 'extend']) {
        // Enumerable ones break what bundlers put around modules.
        Object.defineProperty(Object.prototype, name, {value: 'of somebody else', writable: true});
      }
    },
  ],
  [
    'methods of lists that somebody wrote again',
    ({Array}) => {
      for (const name of ['map', 'filter', 'find', 'some', 'every', 'flatMap', 'includes', 'at']) {
        wrap(Array.prototype, name);
      }
      Array.prototype.map = function <T, U>(
        this: T[],
        make: (part: T, index: number, all: T[]) => U,
      ) {
        const made: U[] = [];
        for (let index = 0; index < this.length; index += 1) {
          made.push(make(this[index] as T, index, this));
        }
        return made;
      };
    },
  ],
  [
    'a registry of elements that makes each a class of its own',
    (view) => {
      const {customElements} = view;
      const define = customElements.define.bind(customElements);
      customElements.define = (tag, constructor) => {
        define(tag, class extends constructor {});
      };
    },
  ],
  [
    'listeners that somebody keeps account of',
    ({EventTarget}) => {
      wrap(EventTarget.prototype, 'addEventListener');
      wrap(EventTarget.prototype, 'removeEventListener');
      wrap(EventTarget.prototype, 'dispatchEvent');
    },
  ],
  [
    'promises and timers of somebody else',
    (view) => {
      view.Promise = class<T> extends view.Promise<T> {};
      wrap(view, 'setTimeout');
      wrap(view, 'queueMicrotask');
    },
  ],
  [
    'roots that are always open, and elements that are made by somebody else',
    ({Element, Document}) => {
      wrap(Element.prototype, 'attachShadow');
      wrap(Document.prototype, 'createElement');
      wrap(Document.prototype, 'importNode');
    },
  ],
];

describe('on a page with', () => {
  for (const [what, patch] of patches) {
    it(`${what}, a form says what is missing and hands over one credential`, async () => {
      const {view, use, close} = await openHostile();
      try {
        patch(view);
        await view.load('keyslot');
        expect(await use()).to.deep.equal(used);
      } finally {
        close();
      }
    });

    it(`${what} since it was loaded, a form does the same`, async () => {
      const {view, use, close} = await openHostile();
      try {
        await view.load('keyslot');
        patch(view);
        expect(await use()).to.deep.equal(used);
      } finally {
        close();
      }
    });
  }
});
