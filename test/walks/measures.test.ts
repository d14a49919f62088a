import {expect, html} from '@open-wc/testing';
import type {VariableDefinition} from '../../src/index.js';
import {SCOPES} from '../support/authorization.js';
import {manyMethods, twoMethods} from '../support/definitions.js';
import {mount, nameOf, type Driver} from '../support/driver.js';
import {SignInPage} from '../support/sign-in-page.js';

const options = Array.from({length: 20}, (_, index) => ({value: `v${index}`, label: `V ${index}`}));
const address = 'https://acme.example.com/a-long-address-without-any-space-in-it';

/** Each kind of field, with all that can stand around it. */
const variables: readonly VariableDefinition[] = [
  {key: 'text', label: 'Text', required: true, help: address, docs: 'https://acme.com/docs'},
  {key: 'lines', label: 'Lines', type: 'multiline', required: true},
  {key: 'part', label: 'Part', prefix: 'https://', suffix: '.a-long-name.example.com'},
  {key: 'yes', label: 'Yes', type: 'boolean', help: 'Or no.'},
  {key: 'choice', label: 'Choice', type: 'select', options: options.slice(0, 3)},
  {key: 'search', label: 'Search', type: 'select', options},
  {key: 'several', label: 'Several', type: 'multiselect', options: options.slice(0, 3)},
  {key: 'file', label: 'File', type: 'file'},
  {key: 'pairs', label: 'Pairs', type: 'keyvalue'},
  {key: 'secret', label: 'Secret', secret: true, required: true},
  {key: 'pin', label: 'PIN', secret: true},
  {key: 'more', label: 'More', advanced: true},
];
const everything = {
  ...twoMethods,
  methods: [
    {
      id: 'all',
      type: 'custom',
      name: 'Everything',
      variables,
      notes: [{label: 'Address', value: address}],
    },
    ...twoMethods.methods,
  ],
};

let page: SignInPage | undefined;

afterEach(() => {
  page?.close();
  page = undefined;
});

const states: readonly (readonly [state: string, reach: () => Promise<Driver>])[] = [
  [
    'with every type of field, at fault',
    async () => {
      const use = await mount(
        html`<keyslot-connect
          .connector=${everything}
          .existing=${{methodId: 'all', values: {}, stored: ['pin']}}
          verification="offered"
        ></keyslot-connect>`,
      );
      await use.submit();
      await use.press('Advanced settings');
      return use;
    },
  ],
  [
    'with many methods',
    () => mount(html`<keyslot-connect .connector=${manyMethods(9)}></keyslot-connect>`),
  ],
  [
    'whose sign-in is blocked',
    async () => {
      page = await SignInPage.open();
      await page.beginBlocked('wait', {options: {mode: 'auto'}, settings: {scopes: SCOPES}});
      page.use.part('paste')!.querySelector('summary')!.click();
      return page.use as unknown as Driver;
    },
  ],
];

const TARGETS = 'a, button, summary, input, select, textarea';
/** WCAG 2.2, 2.5.8: a circle of this diameter around a small target touches no other one. */
const TARGET = 24;

interface Target {
  readonly name: string;
  readonly box: DOMRect;
}

/** What can be pressed. A label is part of the target that it presses. */
function targetsOf(use: Driver): readonly Target[] {
  return [...use.root.querySelectorAll<HTMLElement>(TARGETS)]
    .filter((element) => element.checkVisibility() && !element.matches(':disabled'))
    .map((element) => ({
      name: nameOf(element),
      box: (element.closest('label') ?? element).getBoundingClientRect(),
    }));
}

const centre = ({left, top, width, height}: DOMRect) =>
  [left + width / 2, top + height / 2] as const;
const isSmall = ({box}: Target) => Math.min(box.width, box.height) < TARGET - 0.01;

function distance([x, y]: readonly [number, number], {left, right, top, bottom}: DOMRect): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

function isCrowded(target: Target, others: readonly Target[]): boolean {
  const at = centre(target.box);
  return others.some(
    (other) =>
      other !== target &&
      (distance(at, other.box) < TARGET / 2 ||
        (isSmall(other) &&
          Math.hypot(at[0] - centre(other.box)[0], at[1] - centre(other.box)[1]) < TARGET)),
  );
}

/** What is cut off, or stands out of the element. */
function overflowing(use: Driver): readonly string[] {
  const {element, root} = use;
  const {right} = element.getBoundingClientRect();
  const wrong = [...root.querySelectorAll<HTMLElement>('*')]
    .filter((each) => each.checkVisibility() && !each.closest('.visually-hidden'))
    .filter((each) => isCut(each) || each.getBoundingClientRect().right > right + 1)
    .map(({localName, className}) => `${localName}.${className}`);
  return element.scrollWidth > element.clientWidth + 1 ? ['the element', ...wrong] : wrong;
}

/** A field may hold more than it shows. */
function isCut(element: HTMLElement): boolean {
  if (element.matches('input, select, textarea')) return false;
  const {overflowX, overflowY} = getComputedStyle(element);
  const {scrollWidth, clientWidth, scrollHeight, clientHeight} = element;
  const cuts = /hidden|clip/;
  return (
    (cuts.test(overflowX) && scrollWidth > clientWidth + 1) ||
    (cuts.test(overflowY) && scrollHeight > clientHeight + 1)
  );
}

describe('a form', () => {
  for (const [state, reach] of states) {
    it(`${state} has targets that are large enough, or far enough apart`, async () => {
      const targets = targetsOf(await reach());
      expect(targets.length).to.be.above(5);
      const wrong = targets.filter((target) => isSmall(target) && isCrowded(target, targets));
      expect(wrong.map(({name, box}) => `${name} ${box.width} × ${box.height}`)).to.deep.equal([]);
    });

    it(`${state} is read without scrolling to the side at 320 px`, async () => {
      const use = await reach();
      use.element.style.inlineSize = '320px';
      await use.settle();
      expect(overflowing(use)).to.deep.equal([]);
    });

    it(`${state} loses nothing when its text is twice as large`, async () => {
      const use = await reach();
      use.element.style.inlineSize = '480px';
      use.element.style.fontSize = '200%';
      await use.settle();
      expect(overflowing(use)).to.deep.equal([]);
    });

    it(`${state} loses nothing by the spacing that a reader prefers`, async () => {
      const use = await reach();
      use.element.style.inlineSize = '320px';
      const spacing = document.createElement('style');
      spacing.textContent = `
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }
      `;
      use.root.append(spacing);
      await use.settle();
      expect(overflowing(use)).to.deep.equal([]);
    });
  }
});

describe('a field', () => {
  it('lets a text be pasted, a secret too', async () => {
    const use = await mount(
      html`<keyslot-connect method-id="all" .connector=${everything}></keyslot-connect>`,
    );
    const inputs = use.root.querySelectorAll<HTMLElement>('input, textarea');
    expect(inputs.length).to.be.above(5);
    for (const input of inputs) {
      const paste = new Event('paste', {bubbles: true, composed: true, cancelable: true});
      expect(input.dispatchEvent(paste)).to.be.true;
    }
  });
});
