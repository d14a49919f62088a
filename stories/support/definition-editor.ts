import {css, html, LitElement, type PropertyDeclarations, type TemplateResult} from 'lit';
import {parseConnector} from '../../src/index.js';
import '../../src/define.js';

/** A definition as text, what becomes of it, and what its author should mend. */
export class DefinitionEditor extends LitElement {
  static override properties: PropertyDeclarations = {definition: {}};
  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
      gap: 2rem;
      align-items: start;
    }

    label {
      font-weight: 600;
    }

    textarea {
      box-sizing: border-box;
      inline-size: 100%;
      block-size: 28rem;
      padding: 0.75rem;
      background: Field;
      color: FieldText;
      font:
        0.875rem/1.5 ui-monospace,
        monospace;
      direction: ltr;
    }
  `;

  definition = '';

  protected override render(): TemplateResult {
    const {value, problem} = readJson(this.definition);
    const findings = parseConnector(value).diagnostics.map(
      ({severity, code, path}) => `${severity}: ${code} at ${path || 'the root'}`,
    );
    return html`
      <div>
        <label for="definition">Definition</label>
        <textarea
          id="definition"
          spellcheck="false"
          .value=${this.definition}
          @input=${this.#onInput}
        ></textarea>
        <div role="status">
          ${
            problem === undefined
              ? html`<ul>
                  ${findings.map((finding) => html`<li>${finding}</li>`)}
                </ul>`
              : html`<p>${problem}</p>`
          }
        </div>
      </div>
      <keyslot-connect .connector=${value}></keyslot-connect>
    `;
  }

  readonly #onInput = ({target}: Event) => {
    if (target instanceof HTMLTextAreaElement) this.definition = target.value;
  };
}

function readJson(text: string): {readonly value?: unknown; readonly problem?: string} {
  try {
    return {value: JSON.parse(text) as unknown};
  } catch (error) {
    return {problem: String(error)};
  }
}
