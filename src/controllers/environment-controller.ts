import {ContextConsumer} from '@lit/context';
import type {ReactiveControllerHost} from 'lit';
import {builtIns} from '../kinds/built-ins.js';
import {enInterface} from '../messages/en-interface.js';
import {mergeMessages, type InterfaceMessages, type PartialMessages} from '../messages/messages.js';
import type {MethodRegistry} from '../model/method-registry.js';
import {disabledContext, messagesContext, registryContext} from './contexts.js';
import {isServer} from './is-server.js';

interface EnvironmentHost extends ReactiveControllerHost, HTMLElement {
  readonly registry: MethodRegistry | undefined;
  readonly messages: PartialMessages | undefined;
  readonly disabled: boolean;
}

/** What surrounds an element: its own properties first, then what its ancestors provide. */
export class EnvironmentController {
  readonly #host: EnvironmentHost;
  readonly #registry;
  readonly #messages;
  readonly #disabled;
  #merged: {readonly from: readonly unknown[]; readonly messages: InterfaceMessages} | undefined;

  constructor(host: EnvironmentHost) {
    this.#host = host;
    this.#registry = new ContextConsumer(host, {context: registryContext, subscribe: true});
    this.#messages = new ContextConsumer(host, {context: messagesContext, subscribe: true});
    this.#disabled = new ContextConsumer(host, {context: disabledContext, subscribe: true});
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
      const messages = from.reduce<InterfaceMessages>(mergeMessages, enInterface);
      this.#merged = {from, messages};
    }
    return this.#merged.messages;
  }

  /** The language of the nearest `lang` attribute, across shadow roots (HTML §3.2.6.1). */
  get language(): string {
    // A server knows of no ancestors.
    let node: Node | null = isServer ? null : this.#host;
    while (node) {
      const holder: Element | null = node instanceof Element ? node.closest('[lang]') : null;
      if (holder) return holder.getAttribute('lang') ?? '';
      const root: Node = node.getRootNode();
      node = root instanceof ShadowRoot ? root.host : null;
    }
    return '';
  }
}
