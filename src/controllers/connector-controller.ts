import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {findMethod, type ExistingCredential} from '../model/credential.js';
import type {Diagnostic} from '../model/diagnostic.js';
import type {AvailableMethod, Connector} from '../model/method-kind.js';
import type {MethodRegistry} from '../model/method-registry.js';
import {readConnector, type ParseResult} from '../model/read-connector.js';

/** What the controller needs of its element. */
export interface ConnectorHost extends ReactiveControllerHost, HTMLElement {
  connector: unknown;
  methodId: string | undefined;
  readonly existing?: ExistingCredential | undefined;
}

/** Whether there is a definition yet, and whether it can be used. */
export type ConnectorStatus = 'loading' | 'failed' | 'empty' | 'ready';

/**
 * Reads the definition of an element, from its property or from a JSON script among its children,
 * and settles which method is chosen.
 *
 * Owns the parsed connector. Does not own the choice itself: that is the `methodId` of the element,
 * which a host can set and read at any time.
 */
export class ConnectorController implements ReactiveController {
  readonly #host: ConnectorHost;
  readonly #registry: () => MethodRegistry;
  readonly #stored: () => ExistingCredential | undefined;
  #input: unknown;
  #inputRegistry: MethodRegistry | undefined;
  #scriptText: string | undefined;
  #result: ParseResult | undefined;
  #settledId: string | undefined;
  #existing: ExistingCredential | undefined;

  /** @param stored - What is stored by now, where something was saved since the page said so. */
  constructor(
    host: ConnectorHost,
    registry: () => MethodRegistry,
    stored: () => ExistingCredential | undefined,
  ) {
    this.#host = host;
    this.#registry = registry;
    this.#stored = stored;
    host.addController(this);
  }

  get connector(): Connector | undefined {
    return this.#result?.connector;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#result?.diagnostics ?? [];
  }

  /** Whether the definition has more methods than are taken from one. */
  get isIncomplete(): boolean {
    return this.diagnostics.some(
      ({code, path}) => code === 'definition_limit_exceeded' && path === '/methods',
    );
  }

  get status(): ConnectorStatus {
    if (!this.#result) return 'loading';
    if (!this.connector) return 'failed';
    return this.connector.methods.length ? 'ready' : 'empty';
  }

  /** The chosen method, when it can be used. */
  get method(): AvailableMethod | undefined {
    return findMethod(this.connector, this.#host.methodId);
  }

  /** Reads the definition in a `<script type="application/json">` among the children. */
  readScript(): void {
    const script = this.#host.querySelector(':scope > script[type="application/json"]');
    const text = script?.textContent ?? undefined;
    if (text === this.#scriptText) return;
    this.#scriptText = text;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.readScript();
  }

  /** Reads what the element was given, before it is rendered: on a server as well. */
  prepare(): void {
    const {connector} = this.#host;
    const input = connector ?? this.#scriptText;
    const registry = this.#registry();
    if (input !== this.#input || registry !== this.#inputRegistry) {
      this.#input = input;
      this.#inputRegistry = registry;
      const definition = connector ?? parseJson(this.#scriptText);
      const before = this.connector?.id;
      this.#result = input === undefined ? undefined : readConnector(registry, definition);
      // What was settled for one connector says nothing about the next.
      if (this.connector?.id !== before && this.#host.methodId === this.#settledId) {
        this.#host.methodId = undefined;
      }
    }
    // Nor does what was settled before it was known what is stored.
    if (this.#host.existing !== this.#existing) {
      this.#existing = this.#host.existing;
      if (this.#existing && this.#host.methodId === this.#settledId)
        this.#host.methodId = undefined;
    }
    if (this.connector && !this.method) {
      this.#settledId = this.#initialId(this.connector);
      this.#host.methodId = this.#settledId;
    }
  }

  /** The stored method, else the only one, else the recommended one, else none. */
  #initialId({methods}: Connector): string | undefined {
    const available = methods.filter(({status}) => status === 'available');
    const stored = this.#stored();
    const initial =
      available.find(({id}) => id === stored?.methodId) ??
      (available.length === 1 ? available[0] : available.find(({recommended}) => recommended));
    return initial?.id;
  }
}

/** Text that is no JSON stays text, which parsing a definition then refuses. */
function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return text;
  }
}
