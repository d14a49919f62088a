import {html, nothing, type TemplateResult} from 'lit';
import type {OptionDefinition} from '../../../model/definition.js';
import {checked} from '../checked.js';
import {controlModel, type FieldModel} from './field-model.js';

export function selectView(model: FieldModel): TemplateResult {
  const {variable, wording} = model;
  const common = controlModel(model);
  const {options = []} = variable;
  const start = String(common.start);
  const isOffered = !start || options.some(({value}) => value === start);
  // What is offered no more is shown all the same: it would be lost in silence.
  const shown = isOffered ? options : [...options, {value: start}];
  const groups = Map.groupBy(shown, ({group = ''}) => wording.text(group));
  const optionView = ({value, label, description}: OptionDefinition) => {
    const words = label === undefined ? value : wording.text(label);
    return html`<option value=${value} .selected=${value === start}>
      ${words}${description === undefined ? nothing : ` – ${wording.text(description)}`}
    </option>`;
  };
  return html`<select
    part="input select"
    id=${common.id}
    data-key=${variable.key}
    autocomplete="off"
    ?required=${common.isRequired}
    ?disabled=${common.isFixed}
    aria-invalid=${common.isInvalid ? 'true' : 'false'}
    aria-describedby=${common.describedBy}
  >
    ${
      options.some(({value}) => value === '')
        ? nothing
        : html`<option value="">${wording.messages.choose}</option>`
    }
    ${[...groups].map(([group, members]) =>
      group
        ? html`<optgroup label=${group}>${members.map(optionView)}</optgroup>`
        : members.map(optionView),
    )}
  </select>`;
}

export function checkboxView(model: FieldModel): TemplateResult {
  const {variable} = model;
  const common = controlModel(model);
  return html`<input
    part="checkbox"
    type="checkbox"
    id=${common.id}
    data-key=${variable.key}
    ?disabled=${common.isFixed}
    aria-invalid=${common.isInvalid ? 'true' : 'false'}
    aria-describedby=${common.describedBy}
    .checked=${checked(common.start === true)}
  />`;
}
