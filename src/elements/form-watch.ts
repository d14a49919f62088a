import type {ReactiveControllerHost, TemplateResult} from 'lit';
import type {Pasted} from '../controllers/advice-finder.js';
import type {PasteController, PastePorts} from '../controllers/paste-controller.js';
import type {Advice} from '../controllers/paste-advice.js';
import type {MethodForm} from '../controllers/method-form.js';
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
  readonly #guard: RevealGuard;
  /** What is about to be pasted. */
  #pasted: Pasted | undefined;

  constructor(host: WatchedHost, ports: PastePorts) {
    const {renderRoot: root} = host;
    const {forms, announce, wording} = ports;
    this.#host = host;
    this.#ports = ports;
    adoptStyles(host, outcomeStyles);
    this.#guard = new RevealGuard(host, forms, ({method}, variable) => {
      announce(wording().messages.hidden(wording().label(variable, method)));
    });
    root.addEventListener('paste', this.#onPaste as EventListener);
    root.addEventListener('input', this.#onInput as EventListener);
    root.addEventListener('focusout', this.#onLeave);
    root.addEventListener('dragover', this.#onDragOver as EventListener);
    root.addEventListener('drop', this.#onDrop as EventListener);
  }

  /** What there is to say of what a field was given. */
  adviceOn({form, variable}: FieldModel): Advice | undefined {
    return this.#controller?.adviceOn(form, variable);
  }

  /** The same, below the field, with what can be done about it. */
  adviceView(model: FieldModel, action: typeof actionView): TemplateResult | undefined {
    return this.#controller && this.#parts?.adviceView(model, this.#controller, action);
  }

  /** Whether there is something to be done about it, rather than to be taken back. */
  isInDoubt(model: FieldModel): boolean {
    const {kind = 'done'} = this.adviceOn(model) ?? {};
    return kind !== 'done';
  }

  readonly #onPaste = ({clipboardData, target}: ClipboardEvent) => {
    const text = clipboardData?.getData('text/plain');
    const {value: before = ''} = target as Partial<HTMLInputElement>;
    this.#pasted = text === undefined ? undefined : {text, before};
    // What the field does not take in this task it never takes.
    setTimeout(() => (this.#pasted = undefined));
  };

  readonly #onInput = ({target, inputType}: InputEvent) => {
    const pasted = this.#pasted;
    this.#pasted = undefined;
    this.#guard.renew();
    const isTyped = inputType && TYPED.test(inputType);
    // What was said of the value is over when it changes; nothing new is said while somebody types.
    if (!isTyped || this.#isKnown(target)) void this.#inspect(target, pasted);
  };

  readonly #onLeave = ({target}: Event) => {
    const {value = ''} = target as Partial<HTMLInputElement>;
    if (this.#controller || UNUSUAL.test(value)) void this.#inspect(target, undefined, true);
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
    if (!current) return;
    const reading = file && file.size <= FILE_LIMIT ? file.text() : text;
    void this.#look(current, reading, (controller, content) => {
      controller.inspectDropped(current, content);
    });
  };

  #isKnown(target: EventTarget | null): boolean {
    const {current, variable} = this.#place(target);
    return Boolean(current && variable && this.#controller?.isKnown(current, variable));
  }

  async #inspect(target: EventTarget | null, pasted?: Pasted, isLeft?: boolean): Promise<void> {
    const {current, variable} = this.#place(target);
    if (!current || !variable) return;
    if (!this.#isKnown(target) && !this.#ports.forms.fields.isDirty(current, variable)) return;
    await this.#look(current, undefined, (controller) => {
      controller.inspect(current, variable.key, pasted, isLeft);
    });
  }

  /** Has the controller look at a form, unless that has begun anew meanwhile, or is gone. */
  async #look<Content>(
    form: MethodForm,
    reading: Promise<Content> | Content,
    look: (controller: PasteController, content: Content) => void,
  ): Promise<void> {
    const {contents} = form;
    const [controller, content] = await Promise.all([this.#load(), reading]);
    const isThere = this.#host.isConnected && this.#ports.forms.forms.includes(form);
    if (controller && isThere && form.contents === contents) look(controller, content);
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
