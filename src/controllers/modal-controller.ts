import type {ReactiveController, ReactiveElement} from 'lit';
import {BackdropPress} from './backdrop-press.js';
import {focusedElement} from './focused-element.js';

interface ModalHost extends ReactiveElement {
  readonly open: boolean;
}

/** What the controller tells its element. */
interface ModalPorts {
  /** The dialog shows now. */
  readonly onShow: () => void;
  /** The user asks to close. */
  readonly onAsk: (reason: 'escape' | 'backdrop') => void;
}

/**
 * Keeps a native modal dialog as open as its element says, whatever the browser does to it.
 *
 * A browser may close a dialog without leave: on the second Escape, when the user did nothing else in
 * between (HTML, close watchers). So the key is taken before it gets there, and a dialog that was
 * closed all the same is opened again.
 */
export class ModalController implements ReactiveController {
  readonly #host: ModalHost;
  readonly #ports: ModalPorts;
  readonly #backdrop = new BackdropPress();
  #dialog: HTMLDialogElement | null = null;
  #isShown = false;
  #opener: HTMLElement | undefined;

  constructor(host: ModalHost, ports: ModalPorts) {
    this.#host = host;
    this.#ports = ports;
    host.addController(this);
  }

  hostConnected(): void {
    this.#sync();
  }

  hostDisconnected(): void {
    const opener = this.#isShown ? this.#opener : undefined;
    this.#isShown = false;
    this.#dialog?.close();
    // What is only moved shows again at its new place.
    queueMicrotask(() => {
      if (!this.#host.isConnected && focusedElement() === document.body) opener?.focus();
    });
  }

  hostUpdated(): void {
    this.#dialog ??= this.#listen();
    this.#sync();
  }

  #listen(): HTMLDialogElement | null {
    const dialog = this.#host.renderRoot.querySelector('dialog');
    dialog?.addEventListener('cancel', this.#onCancel);
    dialog?.addEventListener('close', this.#onClose);
    dialog?.addEventListener('keydown', this.#onKeyDown);
    dialog?.addEventListener('pointerdown', (event) => this.#backdrop.down(event));
    dialog?.addEventListener('click', (event) => {
      if (this.#backdrop.click(event)) this.#ports.onAsk('backdrop');
    });
    return dialog;
  }

  #sync(): void {
    const dialog = this.#dialog;
    if (!dialog || !this.#host.isConnected || this.#host.open === this.#isShown) return;
    this.#isShown = this.#host.open;
    this.#opener = this.#isShown ? focusedElement() : undefined;
    if (!this.#isShown) {
      dialog.close();
      // With nowhere to go back to, Firefox leaves focus in what is hidden now.
      const {activeElement} = this.#host.getRootNode() as Document | ShadowRoot;
      if (this.#host.contains(activeElement)) focusedElement()?.blur();
      return;
    }
    this.#backdrop.begin();
    // Else the browser would bring focus to the first button: it does not look into slots (HTML §6.6.6).
    dialog.inert = true;
    dialog.showModal();
    dialog.inert = false;
    this.#ports.onShow();
  }

  readonly #onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (!this.#dialog || hasOwnEscape(event, this.#dialog)) return;
    event.preventDefault();
    this.#ports.onAsk('escape');
  };

  readonly #onCancel = (event: Event) => {
    // That of a file input bubbles.
    if (event.target !== this.#dialog || !event.cancelable) return;
    event.preventDefault();
    this.#ports.onAsk('escape');
  };

  readonly #onClose = () => {
    if (!this.#isShown || this.#dialog?.open !== false) return;
    this.#dialog.showModal();
    this.#ports.onAsk('escape');
  };
}

/** Whether Escape means something else first, where focus is: the browser knows what is open. */
function hasOwnEscape(event: KeyboardEvent, dialog: HTMLElement): boolean {
  const path = event.composedPath();
  return path
    .slice(0, path.indexOf(dialog))
    .some(
      (node) =>
        node instanceof Element && node.matches('dialog, [popover], select, [type="search"]'),
    );
}
