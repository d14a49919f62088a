import {fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/define.js';
import {focusedElement} from '../../src/controllers/focused-element.js';
import {isSubmitEvent} from '../../src/controllers/is-submit-event.js';
import type {Credential, VariableDefinition} from '../../src/core.js';
import type {KeyslotSubmitEvent} from '../../src/controllers/submit-event.js';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import type {KeyslotCredentialFormElement} from '../../src/elements/credential-form/credential-form.js';
import type {KeyslotDialogElement} from '../../src/elements/dialog/dialog.js';
import type {KeyslotMethodPickerElement} from '../../src/elements/method-picker/method-picker.js';
import {ElementDriver, type MethodCard} from '../../src/testing/element-driver.js';
import {enter} from '../../src/testing/fill-field.js';
import {descriptionOf, named, nameOf} from '../../src/testing/words.js';
import {formOf} from './definitions.js';

export {descriptionOf, nameOf, wordsOf} from '../../src/testing/words.js';

export type KeyslotElement =
  | KeyslotConnectElement
  | KeyslotCredentialFormElement
  | KeyslotDialogElement
  | KeyslotMethodPickerElement;
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

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

/** Uses an element as a person does, control by control, in whatever state it is. */
export class Driver<E extends KeyslotElement = KeyslotConnectElement> extends ElementDriver {
  readonly element: E;

  constructor(element: E) {
    super();
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  /** Waits until the rules for values are loaded, and what was asked for is on screen. */
  async ready(): Promise<void> {
    await this.element.updateComplete;
    await import('../../src/elements/outcome.js');
    await import('../../src/elements/views/on-demand-views.js');
    await this.settle();
    // What has a form outside of the shadow root is loaded by the element, in its own time.
    const isAwaited = () => this.root.querySelector('.placeholder:not(.loading > *, .control > *)');
    if (isAwaited()) {
      await waitUntil(() => !isAwaited(), 'the form is still to be loaded', {timeout: 4000});
    }
  }

  /** The one visible element of a part. */
  part(name: string): HTMLElement | undefined {
    return this.parts(name)[0];
  }

  parts(name: string): readonly HTMLElement[] {
    return this.visible(`[part~="${name}"]`);
  }

  /** The ways to connect by their accessible names, which have their badges in them. */
  override get methods(): readonly MethodCard[] {
    const names = this.radios.map(nameOf);
    return super.methods.map((method, index) => ({...method, name: names[index]!}));
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
      enter(control, value);
      await this.settle();
    }
  }

  override button(name: string): HTMLButtonElement {
    return super.button(name) as HTMLButtonElement;
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

  /** The name of what has focus in the element. Empty when nothing has. */
  get focused(): string {
    const focused = focusedElement();
    const isWithin = focused && this.roots.some((root) => root.contains(focused));
    return isWithin ? nameOf(focused) : '';
  }

  hasState(name: string): boolean {
    return this.element.matches(`:state(${name})`);
  }

  /** The controls of all fields, also those out of sight. */
  get fieldMarkup(): readonly Control[] {
    return this.roots.flatMap((root) => [...root.querySelectorAll<Control>('[data-key]')]);
  }

  get #controls(): readonly Control[] {
    return this.visible('[data-key]') as readonly Control[];
  }
}

/** A label without the mark that a field can be left blank. */
const labelOf = (control: Control): string => nameOf(control).replace(/ \(optional\)$/, '');

function errorOf(control: Control): string {
  const [, words] = /Error: (.*)$/.exec(descriptionOf(control)) ?? [];
  if (words === undefined) throw new Error(`Nothing says what is wrong with ${labelOf(control)}`);
  return words;
}
