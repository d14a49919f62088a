import {html, nothing, type TemplateResult} from 'lit';
import type {actionView} from './controls/action-view.js';
import type {FieldModel} from './controls/field-model.js';

/**
 * What is wrong with a field, and how to have it all the same.
 *
 * @param buttonView - Draws a button about the field, as the form does.
 */
export function problemView(
  model: FieldModel,
  buttonView: typeof actionView,
): TemplateResult | typeof nothing {
  const {variable, form, wording, controller} = model;
  const {key} = variable;
  const problem = form.problems.get(key);
  if (!problem) return nothing;
  return html`<p part="error" class="error" id=${form.idOf('problem', key)}>
      <span class="visually-hidden">${wording.messages.errorPrefix}</span>
      <bdi>${problem.say(wording)}</bdi>
    </p>
    ${
      problem.canInsist
        ? buttonView(model, 'insist', wording.messages.insist, () => {
            controller.judge?.insist(form, key);
          })
        : nothing
    }`;
}
