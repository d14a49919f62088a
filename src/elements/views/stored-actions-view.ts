import {html, nothing, type TemplateResult} from 'lit';
import {actionView} from './controls/action-view.js';
import {storedState, type FieldModel} from './controls/field-model.js';
import {rendered} from './controls/held-state.js';
import {onDemandWords} from './on-demand-words.js';

/** What can be done with a stored secret: replaced, removed, and left as it was after all. */
export function storedActionsView(model: FieldModel): TemplateResult | typeof nothing {
  const {variable, wording, controller, isPending} = model;
  const {key, required} = variable;
  const words = onDemandWords(wording);
  const state = storedState(model);
  if (!state || isPending || controller.inputs.isDisabled) return nothing;
  // What was done last is taken back first.
  if (model.watch?.adviceOn(model)?.kind === 'done') return nothing;
  return html`<div part="stored-actions" class="stored-actions">
    ${
      state === 'kept'
        ? html`${actionView(model, 'replace', words.replace, () => {
            controller.focusField(key);
          })}
          ${required ? nothing : actionView(model, 'remove', words.remove, () => void clear(model))}`
        : actionView(model, 'undo', words.undo, () => void keep(model))
    }
  </div>`;
}

/** A stored secret is to be removed. */
function clear(model: FieldModel): Promise<void> {
  model.form.cleared.add(model.variable.key);
  return settle(model);
}

/** A stored secret is to stay as it is, after all. */
function keep(model: FieldModel): Promise<void> {
  const {variable, form, controller} = model;
  form.cleared.delete(variable.key);
  controller.fields.put(form, variable, controller.fields.initial(form, variable));
  return settle(model);
}

async function settle({variable, form, controller}: FieldModel): Promise<void> {
  form.problems.delete(variable.key);
  controller.changeField(form, variable.key);
  // The button that was pressed is gone.
  await rendered(controller.find(`#${form.prefix}`));
  controller.focusField(variable.key);
}
