import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {onDemandWords} from '../on-demand-words.js';
import {Combobox} from './combobox.js';
import {controlModel, type FieldModel} from './field-model.js';
import type {ListedOption} from './option-list.js';

/** A choice of many options: what is typed finds them. */
export function comboboxView(model: FieldModel): TemplateResult {
  const {variable, form, wording, controller} = model;
  const common = controlModel(model);
  const {id} = common;
  const combobox = new Combobox(model, common.isReadOnly || controller.inputs.isDisabled);
  const {isOpen, shown, active} = combobox;
  return html`<input
      part="input"
      type="text"
      role="combobox"
      id=${id}
      data-key=${variable.key}
      autocomplete="off"
      autocapitalize="none"
      autocorrect="off"
      spellcheck="false"
      data-1p-ignore
      data-bwignore
      data-lpignore="true"
      data-form-type="other"
      data-protonpass-ignore="true"
      placeholder=${wording.messages.choose}
      ?required=${common.isRequired}
      ?readonly=${common.isReadOnly}
      aria-labelledby=${form.idOf('label', variable.key)}
      aria-autocomplete="list"
      aria-expanded=${isOpen && shown.length ? 'true' : 'false'}
      aria-controls="${id}-list"
      aria-activedescendant=${active ? optionId(id, active) : ''}
      aria-invalid=${common.isInvalid ? 'true' : 'false'}
      aria-describedby=${common.describedBy}
      .value=${live(combobox.text)}
      @input=${combobox.onInput}
      @click=${combobox.onClick}
      @keydown=${combobox.onKeydown}
      @blur=${combobox.onBlur}
    /><span class="arrow" aria-hidden="true"></span>
    <div part="popup" class="popup" ?hidden=${!isOpen} @mousedown=${keepFocus}>
      <div
        role="listbox"
        id="${id}-list"
        aria-labelledby=${form.idOf('label', variable.key)}
        ?hidden=${!shown.length}
      >
        ${isOpen ? groupViews(id, combobox) : nothing}
      </div>
      ${isOpen ? remarkView(combobox, model) : nothing}
    </div>`;
}

const optionId = (id: string, {index}: ListedOption) => `${id}-option-${index}`;

/** The input keeps the focus, whatever is clicked. */
const keepFocus = (event: Event) => {
  event.preventDefault();
};

function groupViews(id: string, combobox: Combobox) {
  const groups = Map.groupBy(combobox.shown, ({heading}) => heading);
  return [...groups].map(([heading, members]) => {
    const views = members.map((option) => optionView(id, option, combobox));
    const headingId = `${id}-heading-${members[0]?.index ?? ''}`;
    return heading
      ? html`<div role="group" aria-labelledby=${headingId}>
          <div class="heading" id=${headingId} role="presentation"><bdi>${heading}</bdi></div>
          ${views}
        </div>`
      : views;
  });
}

function optionView(id: string, option: ListedOption, combobox: Combobox): TemplateResult {
  const {label, description} = option;
  const isActive = option === combobox.active;
  return html`<button
    part="option"
    class=${isActive ? 'option active' : 'option'}
    type="button"
    role="option"
    tabindex="-1"
    id=${optionId(id, option)}
    aria-selected=${option.value === combobox.chosen?.value ? 'true' : 'false'}
    @click=${() => combobox.choose(option)}
  >
    <bdi>${label}</bdi>
    ${description ? html`<bdi class="help">${description}</bdi>` : nothing}
  </button>`;
}

/** What is not in the list: nothing at all, or too many. */
function remarkView({shown, matches}: Combobox, {wording}: FieldModel) {
  const words = onDemandWords(wording);
  if (shown.length && shown.length === matches.length) return nothing;
  return html`<p class="help remark">
    ${shown.length ? words.moreOptions(shown.length, matches.length) : words.optionResult(0)}
  </p>`;
}
