import {aTimeout, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/define.js';
import {isSubmitEvent} from '../../src/controllers/is-submit-event.js';
import type {Credential, VariableDefinition} from '../../src/core.js';
import type {KeyslotSubmitEvent} from '../../src/controllers/submit-event.js';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import type {KeyslotCredentialFormElement} from '../../src/elements/credential-form/credential-form.js';
import type {KeyslotDialogElement} from '../../src/elements/dialog/dialog.js';
import type {KeyslotMethodPickerElement} from '../../src/elements/method-picker/method-picker.js';
import {formOf} from './definitions.js';

export type KeyslotElement =
  | KeyslotConnectElement
  | KeyslotCredentialFormElement
  | KeyslotDialogElement
  | KeyslotMethodPickerElement;
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** One of the ways to connect, as it reads on screen. */
export interface MethodCard {
  readonly name: string;
  readonly description: string;
  readonly isChosen: boolean;
  readonly isDisabled: boolean;
}

/** Puts an element on the page and waits until it is ready to be used. */
export async function mount<E extends KeyslotElement = KeyslotConnectElement>(
  template: Parameters<typeof fixture>[0],
): Promise<Driver<E>> {
  const use = new Driver(await fixture<E>(template));
  await use.ready();
  return use;
}

/** Shows a form of some fields, with what the host says about their values. */
export const mountFields = (
  variables: readonly VariableDefinition[],
  {values, presets, existing}: Partial<KeyslotConnectElement> = {},
): Promise<Driver> =>
  mount(
    html`<keyslot-connect
      .connector=${formOf(...variables)}
      .values=${values}
      .presets=${presets}
      .existing=${existing}
    ></keyslot-connect>`,
  );

export const driver = <E extends KeyslotElement>(element: E): Driver<E> => new Driver(element);

/**
 * Types with real keys. WebKit's driver loses the second of two equal letters that come together, and
 * the second of two spaces wherever they are.
 */
export async function typeKeys(text: string): Promise<void> {
  for (const run of text.replace(/ |(.)(?=\1)/gu, '$&\0').split('\0')) await sendKeys({type: run});
}

/** Uses an element as a person does: finds things by the words that name them. */
export class Driver<E extends KeyslotElement = KeyslotConnectElement> {
  readonly element: E;

  constructor(element: E) {
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  /** Waits until the rules for values are loaded, and what was asked for is on screen. */
  async ready(): Promise<void> {
    await this.element.updateComplete;
    await import('../../src/controllers/form-judge.js');
    await import('../../src/elements/views/on-demand-views.js');
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.element.updateComplete;
    await aTimeout(0);
    await this.element.updateComplete;
  }

  /** The one visible element of a part. */
  part(name: string): HTMLElement | undefined {
    return this.parts(name)[0];
  }

  parts(name: string): readonly HTMLElement[] {
    return visible(this.root.querySelectorAll<HTMLElement>(`[part~="${name}"]`));
  }

  get methods(): readonly MethodCard[] {
    return visible(this.root.querySelectorAll<HTMLInputElement>('[type="radio"]')).map((radio) => ({
      name: nameOf(radio),
      description: descriptionOf(radio),
      isChosen: radio.checked,
      isDisabled: radio.matches(':disabled'),
    }));
  }

  method(name: string): HTMLInputElement {
    const radios = visible(this.root.querySelectorAll<HTMLInputElement>('[type="radio"]'));
    return named(radios, name, (radio) => wordsOf(radio.closest('label')!.querySelector('bdi')!));
  }

  async choose(name: string): Promise<void> {
    this.method(name).closest('label')!.click();
    await this.settle();
  }

  /** The labels of the fields on screen, in their order. */
  get labels(): readonly string[] {
    return this.#controls.map(labelOf);
  }

  field(label: string): Control {
    return named(this.#controls, label, labelOf);
  }

  input(label: string): HTMLInputElement {
    return this.field(label) as HTMLInputElement;
  }

  values(): Record<string, string | boolean> {
    return Object.fromEntries(
      this.#controls.map((control) => [
        labelOf(control),
        control.type === 'checkbox' ? (control as HTMLInputElement).checked : control.value,
      ]),
    );
  }

  /** Types with real keys, after what the field holds already. */
  async type(label: string, text: string): Promise<void> {
    const control = this.field(label);
    control.focus();
    if (control instanceof HTMLInputElement) {
      control.setSelectionRange(control.value.length, control.value.length);
    }
    await typeKeys(text);
    await this.settle();
  }

  async erase(label: string): Promise<void> {
    const control = this.input(label);
    control.focus();
    control.select();
    await sendKeys({press: 'Backspace'});
    await this.settle();
  }

  /** Leaves a field for the next thing on the page. */
  async leave(label: string): Promise<void> {
    this.field(label).focus();
    await sendKeys({press: 'Tab'});
    await this.settle();
  }

  /** Fills fields as a password manager does: value, then event. */
  async fill(values: Readonly<Record<string, string | boolean>>): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      const control = this.field(label);
      if (typeof value === 'boolean') (control as HTMLInputElement).checked = value;
      else control.value = value;
      control.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      control.dispatchEvent(new Event('change', {bubbles: true}));
      await this.settle();
    }
  }

  /** A visible button, by its words. */
  button(name: string): HTMLButtonElement {
    return named(visible(this.root.querySelectorAll<HTMLButtonElement>('button')), name, wordsOf);
  }

  get buttons(): readonly string[] {
    return visible(this.root.querySelectorAll('button')).map(wordsOf);
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.settle();
  }

  /** Clicks the submit button, whatever it says. */
  async submit(): Promise<void> {
    this.part('submit')!.click();
    await this.settle();
  }

  /** Submits, and returns the values that are handed over. Nothing, when none are. */
  async submitted(): Promise<Credential['values'] | undefined> {
    let values: Credential['values'] | undefined;
    const note = (event: Event) => {
      if (isSubmitEvent(event)) ({values} = event.credential);
    };
    this.element.addEventListener('keyslot-submit', note);
    await this.submit();
    this.element.removeEventListener('keyslot-submit', note);
    return values;
  }

  /** Does with a credential what a host would do. */
  onSubmit(listener: (event: KeyslotSubmitEvent) => void): void {
    this.element.addEventListener('keyslot-submit', (event) => {
      if (isSubmitEvent(event)) listener(event);
    });
  }

  /** What is said to be wrong, by the label of the field. */
  get errors(): Record<string, string> {
    return Object.fromEntries(
      this.#controls
        .filter((control) => control.getAttribute('aria-invalid') === 'true')
        .map((control) => [labelOf(control), errorOf(control)]),
    );
  }

  /** What is said to be wrong as a whole, and with which fields. */
  get summary(): {readonly title: string; readonly links: readonly string[]} | undefined {
    const summary = this.part('summary');
    return (
      summary && {title: nameOf(summary), links: [...summary.querySelectorAll('a')].map(wordsOf)}
    );
  }

  /** What is announced to those who cannot see it. */
  get status(): string {
    return wordsOf(this.root.querySelector('[role="status"]')!);
  }

  /** The name of what has focus in the element. Empty when nothing has. */
  get focused(): string {
    const {activeElement} = this.root;
    return activeElement ? nameOf(activeElement) : '';
  }

  hasState(name: string): boolean {
    return this.element.matches(`:state(${name})`);
  }

  get #controls(): readonly Control[] {
    return visible(this.root.querySelectorAll<Control>('[data-key]'));
  }
}

const visible = <E extends Element>(elements: Iterable<E>): readonly E[] =>
  [...elements].filter((element) => element.checkVisibility());

function named<E>(candidates: readonly E[], name: string, nameIn: (candidate: E) => string): E {
  const found = candidates.filter((candidate) => nameIn(candidate) === name);
  if (found.length === 1) return found[0]!;
  const names = candidates.map(nameIn).join('", "');
  throw new Error(`${found.length} of ${candidates.length} are named "${name}": "${names}"`);
}

/** The words a person gets from a part of the page: slots are filled, what is hidden is left out. */
export function wordsOf(node: Node): string {
  return rawWordsOf(node).replace(/\s+/g, ' ').trim();
}

function rawWordsOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && getComputedStyle(node).display === 'none') return '';
  const assigned = node instanceof HTMLSlotElement ? node.assignedNodes({flatten: true}) : [];
  return [...(assigned.length ? assigned : node.childNodes)].map(rawWordsOf).join('');
}

/** The accessible name, by the attributes that Keyslot uses (ARIA accname §4.3.2). */
export function nameOf(element: Element): string {
  const byId = wordsOfIds(element, 'aria-labelledby');
  if (byId) return byId;
  const labels = 'labels' in element ? (element as HTMLInputElement).labels : undefined;
  return labels?.length ? [...labels].map(wordsOf).join(' ') : wordsOf(element);
}

/** The accessible description. */
export const descriptionOf = (element: Element): string => wordsOfIds(element, 'aria-describedby');

function wordsOfIds(element: Element, attribute: string): string {
  const root = element.getRootNode() as ShadowRoot;
  const ids = (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
  const missing = ids.filter((id) => !root.getElementById(id));
  if (missing.length) throw new Error(`${attribute} names nothing: ${missing.join(', ')}`);
  return ids
    .map((id) => wordsOf(root.getElementById(id)!))
    .join(' ')
    .trim();
}

/** A label without the mark that a field can be left blank. */
const labelOf = (control: Control): string => nameOf(control).replace(/ \(optional\)$/, '');

function errorOf(control: Control): string {
  const [, words] = /Error: (.*)$/.exec(descriptionOf(control)) ?? [];
  if (words === undefined) throw new Error(`Nothing says what is wrong with ${labelOf(control)}`);
  return words;
}
