import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {ConnectorController} from '../controllers/connector-controller.js';
import {EnvironmentController} from '../controllers/environment-controller.js';
import {KeyslotErrorEvent, type ErrorDetails} from '../controllers/error-event.js';
import type {ExistingCredential} from '../model/credential.js';
import type {PartialMessages} from '../messages/messages.js';
import {Wording} from '../messages/wording.js';
import type {Diagnostic} from '../model/diagnostic.js';
import type {Connector} from '../model/method-kind.js';
import type {MethodRegistry} from '../model/method-registry.js';
import {version} from '../version.js';
import {connectorLoadingView, statusView} from './views/status-view.js';

/**
 * What all elements share: a definition, the chosen method, and the words to show them with.
 *
 * A base class rather than a controller because it is properties: they have to be declared on the
 * element to be its API.
 *
 * @csspart loading - What stands in for a definition that is not there yet.
 * @csspart failed - That the definition cannot be used.
 * @csspart empty - That there are no methods.
 *
 * @cssproperty [--keyslot-color-text=inherit] - Text.
 * @cssproperty [--keyslot-color-muted=color-mix(in srgb, currentColor 72%, transparent)] - Help and descriptions.
 * @cssproperty [--keyslot-color-border=color-mix(in srgb, currentColor 22%, transparent)] - The border of cards.
 * @cssproperty [--keyslot-color-control-border=color-mix(in srgb, currentColor 56%, transparent)] - The border of inputs and buttons.
 * @cssproperty [--keyslot-color-surface=color-mix(in srgb, currentColor 5%, transparent)] - The ground of prefixes, placeholders and fixed values.
 * @cssproperty [--keyslot-color-field=light-dark(#fff, #16181d)] - The ground of inputs.
 * @cssproperty [--keyslot-color-accent=light-dark(#1f5fd0, #8ab4ff)] - The choice, links and the submit button.
 * @cssproperty [--keyslot-color-on-accent=light-dark(#fff, #0b1324)] - Text on the submit button.
 * @cssproperty [--keyslot-color-danger=light-dark(#b3201b, #ff9d94)] - Errors.
 * @cssproperty [--keyslot-color-success=light-dark(#12703a, #7ad9a0)] - Success, and the recommended method.
 * @cssproperty [--keyslot-color-focus=var(--keyslot-color-accent)] - The ring around what has focus.
 *
 * @cssproperty [--keyslot-focus-width=2px] - The width of the ring around what has focus.
 * @cssproperty [--keyslot-space=1rem] - The unit of all distances.
 * @cssproperty [--keyslot-density=1] - A factor on that unit.
 * @cssproperty [--keyslot-radius=0.5rem] - Corners.
 * @cssproperty [--keyslot-width=34rem] - The greatest width.
 * @cssproperty [--keyslot-control-size=2.75rem] - The least height of inputs and buttons.
 *
 * @cssproperty [--keyslot-font-size-small=0.875em] - The size of help, remarks and small buttons.
 * @cssproperty [--keyslot-font-weight-strong=600] - The weight of headings, labels and buttons.
 */
export abstract class ConnectorElement extends LitElement {
  /** The version of Keyslot that the element belongs to. */
  static readonly version = version;
  static override properties: PropertyDeclarations = {
    connector: {attribute: false},
    methodId: {attribute: 'method-id'},
    registry: {attribute: false},
    messages: {attribute: false},
    disabled: {type: Boolean, reflect: true},
  };

  /**
   * The connector: a raw definition, or what `parseConnector` made of it. Without it, the JSON of a
   * `<script type="application/json">` child is used.
   */
  connector: unknown;

  /** The id of the chosen method. Follows the user's choice. */
  methodId: string | undefined;

  /** The kinds of method to understand. The built-in ones, when neither set nor provided. */
  registry: MethodRegistry | undefined;

  /** Words in place of Keyslot's own. */
  messages: PartialMessages | undefined;

  /** Whether input is refused. */
  disabled = false;

  protected readonly environment = new EnvironmentController(this);
  protected readonly connection = new ConnectorController(
    this,
    () => this.environment.registry,
    () => this.stored,
  );
  protected wording = new Wording(this.environment.messages, '', undefined);
  #reported: readonly Diagnostic[] = [];
  #isMixed = false;

  /** What is wrong with the structure of the definition; `parseConnector` tells more. */
  get diagnostics(): readonly Diagnostic[] {
    return this.connection.diagnostics;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.connection.prepare();
    const {connector} = this.connection;
    this.wording = new Wording(this.environment.messages, this.environment.language, connector);
  }

  protected override updated(): void {
    const {wording, renderRoot} = this;
    this.#isMixed ||= wording.isForeign || wording.tags.size > 0;
    // Also when nothing is any more. Without it, all is as if nobody knew the languages.
    if (this.#isMixed) {
      import('./mark-languages.js').then(
        ({markLanguages}) => markLanguages(renderRoot, wording),
        () => undefined,
      );
    }
    const {diagnostics, status} = this.connection;
    if (diagnostics === this.#reported) return;
    this.#reported = diagnostics;
    const first = diagnostics.find(({severity}) => severity === 'error');
    if (status === 'failed' && first) {
      this.report({code: first.code, phase: 'definition', retry: 'none'});
    }
  }

  protected override render(): TemplateResult {
    const {connector, status} = this.connection;
    return html`
      <slot
        hidden
        @slotchange=${() => {
          this.connection.readScript();
        }}
      ></slot>
      ${
        connector && status === 'ready'
          ? this.renderReady(connector)
          : status === 'loading'
            ? connectorLoadingView(this.wording)
            : nothing
      }
      ${statusView(status, this.wording, this.announcement)}
    `;
  }

  /** What is stored, where something can be. */
  protected get stored(): ExistingCredential | undefined {
    return undefined;
  }

  /** What to tell those who cannot see it (WCAG 2.2, 4.1.3). */
  protected abstract get announcement(): string | undefined;

  /** What to show once there is a connector with methods. */
  protected abstract renderReady(connector: Connector): TemplateResult;

  /** Tells the host that something went wrong. */
  protected report(details: ErrorDetails): void {
    this.dispatchEvent(new KeyslotErrorEvent(details));
  }
}
