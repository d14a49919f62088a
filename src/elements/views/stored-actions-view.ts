import {html, nothing, type TemplateResult} from 'lit';
import {actionView} from './controls/action-view.js';
import {storedState, type FieldModel} from './controls/field-model.js';
import {onDemandWords} from './on-demand-words.js';

/** What can be done with a stored secret: replaced, removed, and left as it was after all. */
export function storedActionsView(model: FieldModel): TemplateResult | typeof nothing {
  const {variable, form, wording, controller, isPending} = model;
  const {key, required} = variable;
  const words = onDemandWords(wording);
  const state = storedState(model);
  if (!state || isPending || controller.inputs.isDisabled) return nothing;
  return html`<div part="stored-actions" class="stored-actions">
    ${
      state === 'kept'
        ? html`${actionView(model, 'replace', words.replace, () => {
            controller.focusField(key);
          })}
          ${
            required
              ? nothing
              : actionView(model, 'remove', words.remove, () => controller.clearStored(form, key))
          }`
        : actionView(model, 'undo', words.undo, () => controller.keepStored(form, key))
    }
  </div>`;
}
