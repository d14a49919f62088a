import type {ReactiveControllerHost} from 'lit';
import type {Wording} from '../messages/wording.js';
import type {Connector, Method} from '../model/method-kind.js';
import {comparable} from './comparable.js';
import {KeyslotMethodChangeEvent} from './method-change-event.js';

/** From how many methods on the picker has a filter. */
export const FILTER_FROM = 8;

interface ChoiceHost extends ReactiveControllerHost, HTMLElement {
  methodId: string | undefined;
}

/** Takes the user's choice of a method, and narrows down a long list of them. */
export class MethodChoiceController {
  readonly #host: ChoiceHost;
  readonly #onUse: (notice: string) => void;
  #filter = '';

  /** @param onUse - Called when the user chooses or searches, with what there is to say of it. */
  constructor(host: ChoiceHost, onUse: (notice: string) => void = () => undefined) {
    this.#host = host;
    this.#onUse = onUse;
  }

  /** What was typed in the filter. */
  get filter(): string {
    return this.#filter;
  }

  choose(methodId: string): void {
    if (methodId === this.#host.methodId) return;
    this.#onUse('');
    this.#host.methodId = methodId;
    this.#host.dispatchEvent(new KeyslotMethodChangeEvent(methodId));
  }

  search(filter: string, connector: Connector, wording: Wording): void {
    this.#filter = filter;
    this.#onUse(this.announcement(connector, wording));
    this.#host.requestUpdate();
  }

  /** How many methods the filter left. Nothing, before anything was typed. */
  announcement(connector: Connector | undefined, wording: Wording): string {
    if (!connector || !this.#filter) return '';
    const shown = connector.methods.filter((method) => this.matches(method, wording));
    return wording.messages.filterResult(shown.length, connector.methods.length);
  }

  /** Whether the name or description of a method holds what was typed. */
  matches(method: Method, wording: Wording): boolean {
    if (!this.#filter) return true;
    const {description} = method;
    const words = [wording.methodName(method), description && wording.text(description)].join(' ');
    return comparable(words).includes(comparable(this.#filter));
  }
}
