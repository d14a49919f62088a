import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {onDemandWords} from '../on-demand-words.js';
import {actionView} from './action-view.js';
import {controlModel, toggleReveal, type ControlModel, type FieldModel} from './field-model.js';
import {heldState, rendered} from './held-state.js';

type Row = readonly [name: string, value: string];

const BLANK: Row = ['', ''];

/** The rows on screen: also those in which nothing was entered yet, which the form does not hold. */
const stateOf = heldState(() => ({rows: [] as readonly Row[]}));

const isFilled = ([name, value]: Row) => name !== '' || value !== '';

function rowsOf(model: FieldModel): readonly Row[] {
  const {controller, form, variable} = model;
  const held = (controller.fields.read(form, variable) ?? []) as readonly Row[];
  const state = stateOf(model);
  const isKnown = JSON.stringify(state.rows.filter(isFilled)) === JSON.stringify(held);
  if (!isKnown) state.rows = held;
  return state.rows.length ? state.rows : [BLANK];
}

function setRows(model: FieldModel, rows: readonly Row[]): void {
  const {controller, form, variable} = model;
  stateOf(model).rows = rows;
  controller.hold(form, variable.key, rows.filter(isFilled));
}

/** Names and values in rows, of which there can be any number. */
export function keyValueView(model: FieldModel): TemplateResult {
  const {variable, form, wording, controller} = model;
  const common = controlModel(model);
  const {id} = common;
  const words = onDemandWords(wording);
  const label = wording.label(variable, form.method);
  const rows = rowsOf(model);
  const {hide, show} = wording.messages;
  const revealWords = form.revealed.has(variable.key) ? hide : show;
  const add = ({currentTarget}: Event) => {
    setRows(model, [...rows, BLANK]);
    void focusOn(currentTarget, `${id}-name-${rows.length}`);
  };
  return html`<div
    part="pairs"
    class="pairs"
    id=${id}
    role="group"
    aria-labelledby=${form.idOf('label', variable.key)}
    aria-describedby=${common.describedBy}
  >
    ${rows.map((_, index) => rowView(rows, index, common, model))}
    ${
      common.isReadOnly || controller.inputs.isDisabled
        ? nothing
        : html`<div class="pair-actions">
            <button part="add-pair" class="action" type="button" id="${id}-add" @click=${add}>
              ${words.addPair}<span class="visually-hidden"> ${label}</span>
            </button>
            ${
              variable.secret
                ? actionView(model, 'reveal', revealWords, () => toggleReveal(model), 'action')
                : nothing
            }
          </div>`
    }
  </div>`;
}

function rowView(
  rows: readonly Row[],
  index: number,
  common: ControlModel,
  model: FieldModel,
): TemplateResult {
  const {variable, form, wording, controller} = model;
  const {id, isReadOnly} = common;
  const words = onDemandWords(wording);
  const label = wording.label(variable, form.method);
  const row = rows[index] ?? BLANK;
  const canRemove = !isReadOnly && !controller.inputs.isDisabled;
  const remove = ({currentTarget}: Event) => {
    setRows(model, rows.toSpliced(index, 1));
    void focusOn(currentTarget, `${id}-name-${index}`, `${id}-add`);
  };
  // A group cannot be invalid (ARIA 1.2), so what is at fault in it is.
  const isAtFault =
    common.isInvalid && (rows.some(isFilled) ? row[0].trim() === '' && isFilled(row) : index === 0);
  return html`<div part="pair" class="pair">
    ${inputView('name', isAtFault)} ${inputView('value', false)}
    ${
      canRemove && (rows.length > 1 || isFilled(row))
        ? html`<button part="remove-pair" class="pair-remove action" type="button" @click=${remove}>
            ${words.remove}<span class="visually-hidden"> ${`${label} ${index + 1}`}</span>
          </button>`
        : nothing
    }
  </div>`;

  function inputView(part: 'name' | 'value', isInvalid: boolean): TemplateResult {
    const isName = part === 'name';
    const inputId = `${id}-${part}-${index}`;
    const isMasked = !isName && variable.secret && !form.revealed.has(variable.key);
    const write = (event: Event) => {
      const {value: text} = event.currentTarget as HTMLInputElement;
      setRows(model, rows.with(index, isName ? [text, row[1]] : [row[0], text]));
    };
    return html`<div class="pair-part">
      <label class="pair-label help" for=${inputId}
        >${isName ? words.pairName : words.pairValue}<span class="visually-hidden">
          ${`${label} ${index + 1}`}</span
        ></label
      >
      <input
        part="input"
        id=${inputId}
        data-key=${variable.key}
        type=${isMasked ? 'password' : 'text'}
        autocomplete=${!isName && variable.secret ? 'new-password' : 'off'}
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        translate="no"
        ?data-rr-is-password=${!isName && variable.secret}
        data-1p-ignore
        data-bwignore
        data-lpignore="true"
        data-form-type="other"
        data-protonpass-ignore="true"
        ?readonly=${isReadOnly}
        aria-invalid=${isInvalid ? 'true' : 'false'}
        aria-describedby=${isInvalid ? form.idOf('problem', variable.key) : ''}
        .value=${live(isName ? row[0] : row[1])}
        @input=${write}
      />
    </div>`;
  }
}

/** Brings focus to the first of these that is there, once what was asked for is on screen. */
async function focusOn(from: EventTarget | null, ...ids: readonly string[]): Promise<void> {
  const root = await rendered(from);
  ids
    .map((id) => root.querySelector<HTMLElement>(`#${CSS.escape(id)}`))
    .find((element) => element !== null)
    ?.focus();
}
