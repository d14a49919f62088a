import {ElementDriver, type UpdatingElement} from './element-driver.js';
import {fieldsIn, readField, type Field, type FieldEntry, type FieldReading} from './field.js';
import {fillField} from './fill-field.js';
import {waitFor, within} from './wait.js';
import {named, nameOf} from './words.js';

/** What became of a press on the submit button. */
export type SubmitStatus =
  /** The credential was handed over in `keyslot-submit`; the page may still have to answer. */
  | 'submitted'
  /** Something is wrong with what was entered. */
  | 'invalid'
  /** The user is sent to a window of the provider first. */
  | 'authorizing'
  /** Something else went wrong. */
  | 'failed';

/** What became of a credential that was handed over. */
export type AnswerStatus =
  /** The page took it. */
  | 'connected'
  /** The page tried it, and it works. */
  | 'verified'
  /** The page did not take it, or did not answer. */
  | 'refused';

/** How a driver goes about it. */
export interface DriverOptions {
  /** How long to wait for what has to come by itself, in milliseconds; 1,500 when absent. */
  readonly timeout?: number;
}

/**
 * Drives an element of Keyslot in the tests of a page that uses it, as a person does: by the words
 * on screen. For a dialog, or any element around one of Keyslot, it drives what is in there.
 *
 * @example
 * const use = keyslotDriver(document.querySelector('keyslot-connect')!);
 * await use.ready();
 * await use.chooseMethod('API key');
 * await use.fill({'API key': 'an-api-key'});
 * const {status} = await use.submit();
 */
export const keyslotDriver = (element: Element, options: DriverOptions = {}): KeyslotDriver =>
  new KeyslotDriver(element, options);

/** Uses an element as a person does. Its errors name what is on screen, never what was entered. */
export class KeyslotDriver extends ElementDriver {
  readonly #place: Element;
  readonly #timeout: number;

  constructor(element: Element, {timeout = 1500}: DriverOptions = {}) {
    super();
    this.#place = element;
    this.#timeout = timeout;
  }

  /** The element with the methods or the fields: of a dialog, the one within. */
  get element(): UpdatingElement {
    const found = [this.#place, ...this.#place.querySelectorAll('*')].find(isKeyslot);
    if (found) return found;
    throw new Error(
      `<${this.#place.localName}> is no element of Keyslot and has none in it, or nothing registered ` +
        "it: import 'keyslot/define'",
    );
  }

  /** Waits until the element can be used: registered, with its definition, and all of it loaded. */
  async ready(): Promise<void> {
    const {localName} = this.#place;
    if (localName.includes('-')) {
      const say = () => `<${localName}> is not registered: import 'keyslot/define'`;
      await within(this.#timeout, customElements.whenDefined(localName), say);
    }
    await loadParts();
    await this.settle();
  }

  /** Waits until the element shows what it was told, and nothing of it is still to be loaded. */
  override async settle(): Promise<void> {
    await super.settle();
    const isLoaded = () => this.visible('[aria-busy="true"]:not(form)').length === 0;
    await this.#waitFor(isLoaded, 'The element is still loading; has it got a connector?');
  }

  /** Chooses a way to connect by its name. */
  async chooseMethod(name: string): Promise<void> {
    const radio = this.method(name);
    if (radio.matches(':disabled')) throw new Error(`The method "${name}" cannot be chosen`);
    radio.click();
    await this.settle();
  }

  /** The labels of the fields on screen, in their order. */
  get fields(): readonly string[] {
    return this.#fields.map(({label}) => label);
  }

  /** What a field holds, as it reads on screen. */
  value(label: string): FieldReading {
    return readField(this.#field(label));
  }

  /**
   * Fills fields in by their labels, one after the other, so that one may make the next appear: with
   * a text or the words of an option; true or false; a list of the words of options; values by their
   * names; or a file.
   */
  async fill(entries: Readonly<Record<string, FieldEntry>>): Promise<void> {
    const page = {
      settle: () => this.settle(),
      waitFor: (isSo: () => boolean, what: string) => this.#waitFor(isSo, what),
    };
    for (const [label, entry] of Object.entries(entries)) {
      await fillField(this.#field(label), entry, page);
    }
  }

  /** Presses the submit button, whatever it says, and waits until what was entered is judged. */
  async submit(): Promise<{readonly status: SubmitStatus}> {
    const button = this.visible('[part~="submit"]')[0] ?? this.button('Submit');
    const isBusy = button.getAttribute('aria-disabled') === 'true';
    if (isBusy || button.matches(':disabled')) {
      throw new Error(`"${nameOf(button)}" cannot be pressed${isBusy ? ' again yet' : ''}`);
    }
    const end = new AbortController();
    const judged = heardFrom(this.element, end.signal);
    try {
      button.click();
      const status = await within(this.#timeout, judged, () => 'Nothing came of submitting');
      await this.settle();
      // The words for it may have to be loaded first.
      const isTold = () =>
        status !== 'failed' ||
        this.summary !== undefined ||
        (!this.#isPending && this.status !== '');
      await this.#waitFor(isTold, 'Nothing tells what went wrong');
      return {status};
    } finally {
      end.abort();
    }
  }

  /** Waits until the page has answered what was submitted. */
  async answered(): Promise<{readonly status: AnswerStatus}> {
    await this.#waitFor(() => !this.#isPending, 'The page has not answered');
    await this.settle();
    const [result] = this.visible('[part~="success"], [part~="verified"]');
    if (!result) return {status: 'refused'};
    return {status: result.matches('[part~="success"]') ? 'connected' : 'verified'};
  }

  /** What is said to be wrong, by the labels of the fields. */
  get errors(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.#fields.flatMap(({label, error}) => (error === undefined ? [] : [[label, error]])),
    );
  }

  protected override get roots(): readonly ParentNode[] {
    const {shadowRoot} = this.#place;
    const inner = super.roots;
    return shadowRoot && !inner.includes(shadowRoot) ? [...inner, shadowRoot] : inner;
  }

  get #fields(): readonly Field[] {
    return this.roots.flatMap(fieldsIn);
  }

  #field(label: string): Field {
    return named(this.#fields, label, (field) => field.label, 'No field');
  }

  get #isPending(): boolean {
    try {
      return this.element.matches(':state(pending)');
    } catch {
      // A browser, or what stands in for one, that knows no states.
      return this.visible('form[aria-busy="true"]').length > 0;
    }
  }

  #waitFor(isSo: () => boolean, what: string): Promise<void> {
    // The children too: a form outside of the shadow root comes as one.
    return waitFor(isSo, [...this.roots, this.element], this.#timeout, () => what);
  }
}

/** Also one of another copy of Keyslot. */
const isKeyslot = (element: Element): element is UpdatingElement =>
  'connector' in element && 'updateComplete' in element && element.shadowRoot !== null;

/** Fetches what elements load on demand, so that it is at hand once one of them asks for it. */
async function loadParts(): Promise<void> {
  await Promise.all([
    import('../elements/outcome.js'),
    import('../elements/light-form.js'),
    import('../elements/views/on-demand-views.js'),
    import('../elements/views/authorization-views.js'),
    import('../elements/views/authorization-trouble-views.js'),
  ]);
}

/** The first that an element tells of a submit. */
function heardFrom(element: Element, signal: AbortSignal): Promise<SubmitStatus> {
  return new Promise((resolve) => {
    const hear = (type: string, status: (event: Event) => SubmitStatus) => {
      element.addEventListener(type, (event) => resolve(status(event)), {signal});
    };
    hear('keyslot-submit', () => 'submitted');
    hear('keyslot-before-authorize', () => 'authorizing');
    hear('keyslot-error', (event) => {
      const {code, phase} = event as Event & {readonly code?: string; readonly phase?: string};
      // A window that was blocked is still waited for.
      if (code === 'popup_blocked') return 'authorizing';
      return phase === 'input' ? 'invalid' : 'failed';
    });
  });
}
