import {isSubmitEvent} from '../controllers/is-submit-event.js';
import type {KeyslotSubmitEvent, SubmitResult} from '../controllers/submit-event.js';
import type {MethodKind} from '../model/method-kind.js';
import {insist} from './clause.js';
import {readSample, type SampleMethod} from './kind-samples.js';
import {turn, within} from './wait.js';

/** How long an editor may take to hand over what was entered, in milliseconds. */
const SUBMIT_LIMIT = 800;

/** What an editor is tried on. */
export interface EditorSamples {
  /** The settings of a definition that has the editor, beside its `id` and `type`. */
  readonly settings?: object;
  /**
   * Enters a credential by the controls of the editor, and hands it over, as a user does: nothing can
   * be done with a control that is disabled.
   */
  readonly connect: (editor: HTMLElement) => void | Promise<void>;
  /** A text in what `connect` enters that nobody may see, and that stands nowhere else. */
  readonly secret: string;
}

const places = new WeakSet<Node>();

/** Whether something is of an editor that is tried, or its place. */
export function isOnStage(node: Node): boolean {
  for (let each: Node | null = node; each; each = each.parentNode)
    if (places.has(each)) return true;
  return false;
}

/** What a page does with a credential. */
export type Answer = (event: KeyslotSubmitEvent) => Promise<SubmitResult | undefined>;

/** The element of Keyslot around an editor: gives it what it needs, and takes what it hands over. */
export class EditorStage {
  readonly sample: SampleMethod;
  readonly place = document.createElement('div');
  readonly editor: HTMLElement;
  /** What was handed over. */
  readonly submits: KeyslotSubmitEvent[] = [];
  /** How many events have the name of those that hand over, but nothing to hand over. */
  impostors = 0;
  /** How many events tell that something was entered. */
  inputs = 0;
  readonly #connect: EditorSamples['connect'];
  #onSubmit: () => void = () => undefined;

  constructor(kind: MethodKind, {settings, connect}: EditorSamples, answer: Answer = accept) {
    this.#connect = connect;
    places.add(this.place);
    this.sample = readSample(kind, settings);
    this.editor = document.createElement(tagOf(this.sample));
    // What an editor does with the event afterwards does not count: Keyslot hears of it first.
    this.place.addEventListener('keyslot-submit', (event) => this.#hear(event, answer), true);
    this.place.addEventListener('input', () => this.inputs++);
  }

  /** Puts the editor on the page, as a form does: it may be disabled, or wait for its properties. */
  async show(how: 'ready' | 'disabled' | 'later' = 'ready'): Promise<void> {
    if (how !== 'later') this.give({disabled: how === 'disabled'});
    document.body.append(this.place);
    this.place.append(this.editor);
    await this.settle();
    this.give({disabled: how === 'disabled'});
    await this.settle();
  }

  /** Sets the properties of the editor, as each update does. */
  give({disabled}: {readonly disabled: boolean}): void {
    const {connector, method} = this.sample;
    Object.assign(this.editor, {connector, method, disabled});
  }

  /** Enters a credential, and waits until it is handed over. */
  async connect(): Promise<void> {
    const submitted = new Promise<void>((resolve) => (this.#onSubmit = resolve));
    await this.#connect(this.editor);
    const say = () =>
      this.impostors
        ? 'An event named keyslot-submit is no KeyslotSubmitEvent'
        : 'connect() is done, and nothing is handed over';
    await within(SUBMIT_LIMIT, submitted, say);
    await this.settle();
  }

  /** Enters a credential, and tells whether it is handed over. */
  async hasConnected(): Promise<boolean> {
    try {
      await this.connect();
      return true;
    } catch {
      return false;
    }
  }

  /** Tries to enter a credential where that should come to nothing. */
  async tryToConnect(): Promise<void> {
    try {
      await this.#connect(this.editor);
    } catch {
      // What it wanted to use is not there, or not to be used.
    }
    await this.settle();
  }

  /** Lets the editor show what it was told, and do what it is about to. */
  async settle(): Promise<void> {
    await (this.editor as Partial<{updateComplete: Promise<unknown>}>).updateComplete;
    await turn();
    await turn();
  }

  remove(): void {
    this.place.remove();
  }

  #hear(event: Event, answer: Answer): void {
    if (isSubmitEvent(event)) {
      this.submits.push(event);
      event.respondWith(answer(event));
      this.#onSubmit();
    } else this.impostors++;
  }
}

const accept: Answer = () => Promise.resolve({});

/** The tag of the editor of a sample. */
export function tagOf({method, diagnostics}: SampleMethod): string {
  const [reason] = diagnostics;
  insist(method !== undefined, () => `The definition cannot be used: ${reason?.code ?? ''}`);
  const {editor = ''} = method;
  insist(editor !== '', () => 'The kind names no editor');
  insist(customElements.get(editor) !== undefined, () => `<${editor}> is not registered`);
  return editor;
}
