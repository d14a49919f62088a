import type {ReactiveControllerHost, TemplateResult} from 'lit';
import type {PasteController, Pasted, PastePorts} from '../controllers/paste-controller.js';
import {RevealGuard} from '../controllers/reveal-guard.js';
import {adoptStyles} from './styles/adopt-styles.js';
import {outcomeStyles} from './styles/outcome.styles.js';
import type {actionView} from './views/controls/action-view.js';
import type {FieldModel} from './views/controls/field-model.js';
import type * as pasteParts from './paste.js';

/** What typing and taking back do; what comes in another way was pasted, dropped or filled in. */
const TYPED = /^(?:insertText|insertLineBreak|insertComposition|delete|history)/;
/** What typing a credential seldom makes, so that it is worth a closer look. */
const UNUSUAL = /^\s|\s$|[^\x20-\x7e]|["'`=:\\]/;
/** Larger files are no settings. */
const FILE_LIMIT = 100_000;

interface WatchedHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Notices what comes into a form other than by typing, and loads what looks at it. */
export class FormWatch {
  /** Fetches what looks at values. */
  static load = (): Promise<typeof pasteParts> => import('./paste.js');

  readonly #host: HTMLElement;
  readonly #ports: PastePorts;
  #parts: typeof pasteParts | undefined;
  #controller: PasteController | undefined;
  /** What is about to be pasted. */
  #pasted: Pasted | undefined;

  constructor(host: WatchedHost, ports: PastePorts) {
    const {renderRoot: root} = host;
    const {forms, announce, wording} = ports;
    this.#host = host;
    this.#ports = ports;
    adoptStyles(host, outcomeStyles);
    new RevealGuard(host, forms, ({method}, variable) => {
      announce(wording().messages.hidden(wording().label(variable, method)));
    });
    root.addEventListener('paste', this.#onPaste as EventListener);
    root.addEventListener('input', this.#onInput as EventListener);
    root.addEventListener('focusout', this.#onLeave);
    root.addEventListener('dragover', this.#onDragOver as EventListener);
    root.addEventListener('drop', this.#onDrop as EventListener);
  }

  /** What there is to say of what a field was given. */
  adviceView(model: FieldModel, action: typeof actionView): TemplateResult | undefined {
    return this.#controller && this.#parts?.adviceView(model, this.#controller, action);
  }

  readonly #onPaste = ({clipboardData, target}: ClipboardEvent) => {
    const text = clipboardData?.getData('text/plain');
    const {value: before = ''} = target as Partial<HTMLInputElement>;
    this.#pasted = text === undefined ? undefined : {text, before};
  };

  readonly #onInput = ({target, inputType}: InputEvent) => {
    const pasted = this.#pasted;
    this.#pasted = undefined;
    const isTyped = inputType && TYPED.test(inputType);
    // What was said of the value is over when it changes; nothing new is said while somebody types.
    if (!isTyped || this.#hasAdvice(target)) void this.#inspect(target, pasted);
  };

  readonly #onLeave = ({target}: Event) => {
    const {value = ''} = target as Partial<HTMLInputElement>;
    if (this.#controller || UNUSUAL.test(value)) void this.#inspect(target);
  };

  /** Without it, a file that is dropped takes the place of the page. */
  readonly #onDragOver = (event: DragEvent) => {
    if (isForForm(event)) event.preventDefault();
  };

  readonly #onDrop = (event: DragEvent) => {
    if (!isForForm(event)) return;
    event.preventDefault();
    const {current} = this.#ports.forms;
    const [file] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (!current || this.#ports.forms.inputs.isDisabled) return;
    void (async () => {
      const content = file && file.size <= FILE_LIMIT ? await file.text() : text;
      (await this.#load())?.inspectDropped(current, content);
    })();
  };

  #hasAdvice(target: EventTarget | null): boolean {
    const {current, variable} = this.#place(target);
    return Boolean(current && variable && this.#controller?.adviceOn(current, variable));
  }

  async #inspect(target: EventTarget | null, pasted?: Pasted): Promise<void> {
    const {current, variable} = this.#place(target);
    if (!current || !variable || !this.#ports.forms.fields.isDirty(current, variable)) return;
    (await this.#load())?.inspect(current, variable.key, pasted);
  }

  /** The field of the form that an event is about. */
  #place(target: EventTarget | null) {
    const {current} = this.#ports.forms;
    const key = isTextControl(target) ? target.dataset['key'] : undefined;
    return {current, variable: current?.find(key)};
  }

  /** Nothing when it cannot be loaded: the form works without. */
  async #load(): Promise<PasteController | undefined> {
    try {
      this.#parts ??= await FormWatch.load();
    } catch {
      return undefined;
    }
    const {PasteController, pasteStyles, adviceWords} = this.#parts;
    if (!this.#controller) {
      adoptStyles(this.#host, pasteStyles);
      this.#controller = new PasteController(this.#ports, adviceWords);
    }
    return this.#controller;
  }
}

const isTextControl = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** A field takes the text that is dropped on it, and one for files has taken its file. */
function isForForm({target, dataTransfer, defaultPrevented}: DragEvent): boolean {
  const isFile = dataTransfer?.types.includes('Files') ?? false;
  const isFileField = target instanceof Element && target.closest('[part="file"]') !== null;
  return !defaultPrevented && !isFileField && (isFile || !isTextControl(target));
}
