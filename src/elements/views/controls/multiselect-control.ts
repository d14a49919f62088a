import {html, nothing, type TemplateResult} from 'lit';
import {controlModel, type FieldModel} from './field-model.js';

/** The choices of a `multiselect`, as checkboxes (APG, checkbox group). */
export function multiselectView(model: FieldModel): TemplateResult {
  const {variable, form, controller, wording} = model;
  const {key, options = []} = variable;
  const {id, describedBy, isReadOnly} = controlModel(model);
  const chosen = (controller.fields.read(form, variable) ?? []) as readonly string[];
  const toggle = (value: string) => {
    const rest = chosen.filter((other) => other !== value);
    const isChosen = rest.length < chosen.length;
    const wanted = isChosen ? rest : [...rest, value];
    // In the order of the definition, whatever was ticked first.
    controller.hold(
      form,
      key,
      options.map((option) => option.value).filter((value) => wanted.includes(value)),
    );
  };
  return html`<div
    part="choices"
    class="choices"
    id=${id}
    role="group"
    aria-labelledby=${form.idOf('label', key)}
    aria-describedby=${describedBy}
  >
    ${options.map(
      ({value, label, description}, index) =>
        html`<label part="choice" class="choice">
          <input
            part="checkbox"
            type="checkbox"
            data-key=${key}
            ?disabled=${isReadOnly}
            aria-describedby=${description === undefined ? nothing : `${id}-${index}`}
            .checked=${chosen.includes(value)}
            @change=${() => toggle(value)}
          />
          <span>
            <bdi>${label === undefined ? value : wording.text(label)}</bdi>
            ${
              description === undefined
                ? nothing
                : html`<bdi class="help" id="${id}-${index}">${wording.text(description)}</bdi>`
            }
          </span>
        </label>`,
    )}
  </div>`;
}
