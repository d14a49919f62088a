import {ContextConsumer, type Context} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {builtIns} from '../kinds/built-ins.js';
import {enInterface} from '../messages/en-interface.js';
import {mergeMessages, type InterfaceMessages, type PartialMessages} from '../messages/messages.js';
import type {MethodRegistry} from '../model/method-registry.js';
import {disabledContext, messagesContext, registryContext} from './contexts.js';
import {ancestorsOf, languageOf} from './nearest-language.js';

interface EnvironmentHost extends ReactiveControllerHost, HTMLElement {
  readonly registry: MethodRegistry | undefined;
  readonly messages: PartialMessages | undefined;
  readonly disabled: boolean;
}

/** What surrounds an element: its own properties first, then what its ancestors provide. */
export class EnvironmentController implements ReactiveController {
  readonly #host: EnvironmentHost;
  readonly #registry;
  readonly #messages;
  readonly #disabled;
  #observer: MutationObserver | undefined;
  #merged: {readonly from: readonly unknown[]; readonly messages: InterfaceMessages} | undefined;

  constructor(host: EnvironmentHost) {
    this.#host = host;
    const consume = <C extends Context<unknown, unknown>>(context: C) =>
      new ContextConsumer(host, {context, subscribe: true});
    this.#registry = consume(registryContext);
    this.#messages = consume(messagesContext);
    this.#disabled = consume(disabledContext);
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new MutationObserver(() => this.#host.requestUpdate());
    for (const element of ancestorsOf(this.#host)) {
      // A slot that is not rendered yet cannot say that there is something for it.
      this.#observer.observe(element, {
        attributeFilter: ['lang'],
        childList: element === this.#host,
      });
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  get registry(): MethodRegistry {
    return this.#host.registry ?? this.#registry.value ?? builtIns;
  }

  get disabled(): boolean {
    return this.#host.disabled || this.#disabled.value === true;
  }

  get messages(): InterfaceMessages {
    const from = [this.#messages.value, this.#host.messages] as const;
    if (!this.#merged || from.some((part, index) => part !== this.#merged?.from[index])) {
      // Words that do not say what language they are in may be in that of the page.
      const {language = ''} = from[1] ?? from[0] ?? enInterface;
      const messages = from.reduce<InterfaceMessages>(mergeMessages, enInterface);
      this.#merged = {from, messages: {...messages, language}};
    }
    return this.#merged.messages;
  }

  /** The language of what is around the element. */
  get language(): string {
    return languageOf(this.#host);
  }
}
