import type {ReactiveController, ReactiveElement} from 'lit';
import {focusedElement} from './focused-element.js';
import {isServer} from './is-server.js';

/** What the elements of Keyslot have in common, as far as a dialog uses it. */
interface ContentElement extends ReactiveElement {
  readonly isDirty?: boolean;
  forget?(): void;
}

/** Knows the elements of Keyslot within a dialog, when they change, and where focus is in them. */
export class DialogContentController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #watched = new WeakSet<ContentElement>();
  #observer: MutationObserver | undefined;
  readonly #watcher: ReactiveController = {hostUpdated: () => this.#onUpdate()};
  #isFocusDue = false;
  #lastFocused: HTMLElement | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new MutationObserver(() => {
      this.#watch();
      this.#onUpdate();
    });
    this.#observer.observe(this.#host, {childList: true, subtree: true});
    this.#watch();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** Whether closing would lose something that was typed, or an answer that is waited for. */
  get isDirty(): boolean {
    return this.#elements.some(
      (element) => element.isDirty === true || element.matches(':state(pending)'),
    );
  }

  /** Whether the page took a credential, and nothing was begun since. */
  get hasSucceeded(): boolean {
    return this.#elements.some((element) => element.matches(':state(connected)'));
  }

  /** What the content says it is about. */
  get title(): string {
    const title = this.#elements[0]?.shadowRoot?.querySelector('[part~="title"]');
    return title?.textContent.trim() ?? '';
  }

  /** Moves focus to the first field, as soon as there is one. */
  enter(): void {
    this.#lastFocused = undefined;
    this.#isFocusDue = true;
    void this.#focusFirst();
  }

  /** Focus is about to be taken away: what becomes inert loses it without an event. */
  leave(): void {
    if (this.#hasFocus) this.#lastFocused = focusedElement();
  }

  /** Moves focus back to where it was. */
  return(): void {
    this.#lastFocused?.focus();
    if (!this.#hasFocus) this.enter();
  }

  /** Focus left the content. Where it went within an element, its root keeps to itself. */
  readonly onFocusOut = (event: FocusEvent): void => {
    const [target] = event.composedPath();
    if (target instanceof HTMLElement) this.#lastFocused = target;
  };

  /** Forgets what was typed. */
  forget(): void {
    for (const element of this.#elements) element.forget?.();
  }

  get #hasFocus(): boolean {
    return this.#host.querySelector(':focus-within') !== null;
  }

  get #elements(): readonly ContentElement[] {
    return isServer ? [] : [...this.#host.querySelectorAll('*')].filter(isContent);
  }

  #watch(): void {
    for (const element of this.#elements) {
      if (!this.#watched.has(element)) element.addController(this.#watcher);
      this.#watched.add(element);
    }
    for (const {localName} of this.#host.querySelectorAll(':not(:defined)')) {
      void customElements.whenDefined(localName).then(() => {
        if (this.#host.isConnected) this.#watch();
      });
    }
  }

  #onUpdate(): void {
    this.#host.requestUpdate();
    if (this.#isFocusDue) void this.#focusFirst();
  }

  async #focusFirst(): Promise<void> {
    const [first] = this.#elements;
    await first?.updateComplete;
    if (!this.#isFocusDue) return;
    if (!this.#hasFocus) first?.focus();
    this.#isFocusDue = !this.#hasFocus;
    // Until there is one, focus is not to be outside.
    if (focusedElement() === document.body) this.#host.renderRoot.querySelector('button')?.focus();
  }
}

/** Also one of another copy of Keyslot. */
const isContent = (element: Element): element is ContentElement =>
  'connector' in element && 'addController' in element;
