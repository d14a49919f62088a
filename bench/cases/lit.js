// Bare Lit: one element, one root, native inputs that keep what is typed.
import {css, html, LitElement, unsafeCSS} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import styles from './form.css?text';
import {problemOf} from './rules.js';

class BareFormElement extends LitElement {
  static properties = {
    definition: {attribute: false},
    chosen: {state: true},
    problems: {state: true},
  };

  static styles = css`
    ${unsafeCSS(styles)}
  `;

  #hasFailed = false;

  constructor() {
    super();
    this.chosen = 0;
    this.problems = {};
  }

  get #method() {
    return this.definition.methods[this.chosen];
  }

  render() {
    const {title, methods} = this.definition;
    const {id, help, fields} = this.#method;
    return html`<div class="form">
      <fieldset>
        <legend>${title}</legend>
        ${methods.map(
          ({label}, index) =>
            html`<label class="method"
              ><input
                type="radio"
                name="method"
                value=${index}
                .checked=${index === this.chosen}
                @change=${this.#onChoose}
              />${label}</label
            >`,
        )}
      </fieldset>
      <form novalidate @submit=${this.#onSubmit} @input=${this.#onInput}>
        <p class="help">${help}</p>
        ${keyed(
          id,
          fields.map((field) => this.#renderField(field)),
        )}
        <button type="submit">Connect</button>
      </form>
    </div>`;
  }

  #renderField({name, label, help, kind, required, options}) {
    const problem = this.problems[name] ?? '';
    const isInvalid = problem ? 'true' : 'false';
    return html`<div class="field">
      <label for=${name}>${label}</label>
      ${
        kind === 'select'
          ? html`<select
              id=${name}
              name=${name}
              ?required=${required}
              aria-invalid=${isInvalid}
              aria-describedby="${name}-help ${name}-error"
            >
              <option value=""></option>
              ${options.map((option) => html`<option value=${option}>${option}</option>`)}
            </select>`
          : html`<input
              id=${name}
              name=${name}
              type=${kind}
              autocomplete="off"
              ?required=${required}
              aria-invalid=${isInvalid}
              aria-describedby="${name}-help ${name}-error"
            />`
      }
      <p class="help" id="${name}-help">${help}</p>
      <p class="error" id="${name}-error">${problem}</p>
    </div>`;
  }

  #onChoose({target}) {
    this.chosen = Number(target.value);
    this.problems = {};
    this.#hasFailed = false;
  }

  #onInput({target}) {
    if (!this.#hasFailed) return;
    const {name, value} = target;
    const definition = this.#method.fields.find((field) => field.name === name);
    const problem = problemOf(definition, value);
    if ((this.problems[name] ?? '') !== problem) {
      this.problems = {...this.problems, [name]: problem};
    }
  }

  #onSubmit(event) {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.target));
    const problems = this.#method.fields.map((field) => [
      field.name,
      problemOf(field, values[field.name]),
    ]);
    this.problems = Object.fromEntries(problems);
    this.#hasFailed = problems.some(([, problem]) => problem);
    if (!this.#hasFailed) this.onSubmit(values);
  }
}

customElements.define('bare-form', BareFormElement);

export function mount(container, definition, {onSubmit}) {
  const element = Object.assign(document.createElement('bare-form'), {definition, onSubmit});
  container.append(element);
  return element;
}

export const unmount = (element) => element.remove();
export const choose = ({renderRoot}, index) =>
  renderRoot.querySelectorAll('[name="method"]')[index].click();
export const field = ({renderRoot}, name) => renderRoot?.querySelector(`#${name}`);
export const submit = ({renderRoot}) => renderRoot.querySelector('button').click();
export const errorCount = ({renderRoot}) =>
  [...renderRoot.querySelectorAll('.error')].filter(({textContent}) => textContent).length;
