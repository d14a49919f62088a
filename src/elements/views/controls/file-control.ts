import {html, type TemplateResult} from 'lit';
import {controlModel, type FieldModel} from './field-model.js';

export function fileView(model: FieldModel): TemplateResult {
  const {id} = controlModel(model);
  return html`<input id=${id} data-key=${model.variable.key} />`;
}
