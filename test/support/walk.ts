import {aTimeout, expect} from '@open-wc/testing';
import {accessibilityTree, givesTree} from './accessibility-tree.js';
import {eventually} from './authorization.js';
import {descriptionOf, nameOf, wordsOf, type Driver, type KeyslotElement} from './driver.js';
import {Keyboard} from './keyboard.js';

/** A button above an element, for a walk to start from: nothing of the element has focus yet. */
export function startBefore(element: Element): HTMLElement {
  const start = document.createElement('button');
  start.textContent = 'Start';
  element.before(start);
  return start;
}

/** How Chromium calls what has another name in ARIA. */
const ROLES: Readonly<Record<string, string>> = {DisclosureTriangle: 'disclosure', generic: 'text'};

/** How soon after focus came to a text it may change, and is read as it is then. */
const READING_MS = 200;

/** What is said when focus comes into it. */
const CONTEXTS = 'fieldset, [role="group"], [role="alertdialog"], dialog';

/**
 * A walk through a page by the keyboard alone, which writes down in order what a person gets who cannot
 * see it: what focus comes to, with role, name, states and description, and what is announced.
 */
export class Walk {
  readonly #use: Driver<KeyslotElement>;
  readonly #start: HTMLElement;
  readonly #keyboard: Keyboard;
  #heard: string[] = [];
  readonly #end = new AbortController();
  readonly #announcements: MutationObserver;
  readonly #sampling: ReturnType<typeof setInterval>;
  #last: Element | undefined;
  #contexts: readonly Element[] = [];
  #announced = '';
  #reading: Promise<unknown> | undefined;

  /** @param start - What has focus at first: a walk has no moment in which nothing has. */
  constructor(use: Driver<KeyslotElement>, start: HTMLElement, ...others: readonly Element[]) {
    this.#use = use;
    this.#start = start;
    this.#keyboard = new Keyboard(use as Driver);
    this.again();
    // Where focus goes within a root, that root keeps to itself.
    const roots = [document, use.root, ...others.map(({shadowRoot}) => shadowRoot!)];
    for (const root of roots) {
      root.addEventListener('focusin', () => this.#noteFocus(), {signal: this.#end.signal});
    }
    // What is taken away while it has focus loses it without an event.
    this.#sampling = setInterval(() => this.#noteFocus(), 5);
    const region = use.root.querySelector('[role="status"]')!;
    this.#announced = wordsOf(region);
    this.#announcements = new MutationObserver(() => this.#noteAnnouncement(region));
    this.#announcements.observe(region, {childList: true, characterData: true, subtree: true});
  }

  stop(): void {
    this.#end.abort();
    this.#announcements.disconnect();
    clearInterval(this.#sampling);
  }

  /** Goes back to the start. WebKit's driver cannot press two keys at once, as for going backwards. */
  again(): void {
    this.#last = this.#start;
    this.#contexts = [];
    this.#start.focus();
  }

  /** Presses keys, one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#keyboard.press(key);
      await this.#compare();
    }
  }

  /** Writes where focus is. */
  async write(text: string): Promise<void> {
    await this.#keyboard.write(text);
    await this.#compare();
  }

  /** Erases what focus is in, from its end. */
  async erase(): Promise<void> {
    const {value} = this.#last as HTMLInputElement;
    await this.press('End', ...Array.from(value, () => 'Backspace'));
  }

  /** What was heard since this was last asked. */
  async heard(): Promise<readonly string[]> {
    await this.#use.settle();
    this.#noteFocus();
    await this.#compare();
    await this.#reading;
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  /** Waits for something that is heard by and by, and returns what was heard since this was last asked. */
  async until(line: string): Promise<readonly string[]> {
    await eventually(() => this.#heard.includes(line), `nobody hears ${line}`);
    return this.heard();
  }

  #noteAnnouncement(region: Element): void {
    const words = wordsOf(region);
    // Nobody is told that there is nothing to tell.
    if (words && words !== this.#announced) this.#heard.push(`status: ${words}`);
    this.#announced = words;
  }

  #noteFocus(): void {
    const element = innermost();
    if (element === this.#last) return;
    this.#last = element;
    if (element === document.body) {
      this.#heard.push('nothing has focus');
      return;
    }
    const contexts = contextsOf(element);
    const entered = contexts.filter((context) => !this.#contexts.includes(context));
    this.#contexts = contexts;
    const index = this.#heard.push('') - 1;
    const heard = this.#heard;
    const note = () =>
      (heard[index] = [...entered.map(contextLineOf), lineOf(element)].join(' > '));
    note();
    // A radio button is checked after focus came to it.
    setTimeout(note);
    if (roleOf(element) === 'text') this.#reading = read(element, note);
  }

  /** Where the browser tells, it tells assistive technology the same of what has focus. */
  async #compare(): Promise<void> {
    const before = toldOf(innermost());
    if (!givesTree || innermost() === document.body) return;
    const focused = (await accessibilityTree()).filter((node) => node['focused'] === true).at(-1);
    // It may have changed meanwhile.
    if (!focused || JSON.stringify(before) !== JSON.stringify(toldOf(innermost()))) return;
    const {role, name, description} = focused;
    expect({role: ROLES[role] ?? role, name, description}).to.deep.equal(before);
  }
}

/** Notes what a text becomes while it is about to be read. */
async function read(text: Element, note: () => void): Promise<void> {
  const end = performance.now() + READING_MS;
  const observer = new MutationObserver(() => {
    if (performance.now() < end) note();
  });
  observer.observe(text, {childList: true, characterData: true, subtree: true});
  await aTimeout(READING_MS);
  observer.disconnect();
}

function innermost(): Element {
  let element = document.activeElement ?? document.body;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

const toldOf = (element: Element) => ({
  role: roleOf(element),
  name: nameOf(element),
  description: descriptionOf(element),
});

function lineOf(element: Element): string {
  const {checked} = element as HTMLInputElement;
  const states = [
    /radio|checkbox/.test(roleOf(element)) && (checked ? 'checked' : 'not checked'),
    element.matches(':required') && 'required',
    element.matches(':read-only:is(input, textarea)') && !/radio|checkbox/.test(roleOf(element))
      ? 'read-only'
      : false,
    element.getAttribute('aria-disabled') === 'true' && 'unavailable',
    element.getAttribute('aria-invalid') === 'true' && 'invalid',
    element.localName === 'summary' &&
      (element.parentElement?.hasAttribute('open') ? 'expanded' : 'collapsed'),
  ].filter((state) => typeof state === 'string');
  const description = descriptionOf(element);
  return [
    `${roleOf(element)} "${nameOf(element)}"`,
    ...states,
    ...(description ? [`(${description})`] : []),
  ].join(' ');
}

function roleOf(element: Element): string {
  const {role, localName} = element;
  if (role) return role;
  if (element instanceof HTMLInputElement) {
    const roles: Readonly<Record<string, string>> = {
      radio: 'radio',
      checkbox: 'checkbox',
      search: 'searchbox',
    };
    return roles[element.type] ?? 'textbox';
  }
  const roles: Readonly<Record<string, string>> = {
    a: 'link',
    button: 'button',
    select: 'combobox',
    summary: 'disclosure',
    textarea: 'textbox',
  };
  return roles[localName] ?? 'text';
}

/** What an element is in that has a name of its own, from the outermost in. */
function contextsOf(element: Element): readonly Element[] {
  const contexts: Element[] = [];
  let each: Element | null = element;
  while (each) {
    if (each !== element && each.matches(CONTEXTS) && contextNameOf(each)) contexts.unshift(each);
    each = each.assignedSlot ?? each.parentElement ?? hostOf(each);
  }
  return contexts;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

const contextLineOf = (context: Element) =>
  `${context.role ?? (context.localName === 'dialog' ? 'dialog' : 'group')} "${contextNameOf(context)}"`;

function contextNameOf(context: Element): string {
  const legend = context.querySelector(':scope > legend');
  if (legend) return wordsOf(legend);
  const isNamed = context.hasAttribute('aria-label') || context.hasAttribute('aria-labelledby');
  return isNamed ? nameOf(context) : '';
}
