import {html, nothing, type TemplateResult} from 'lit';
import {actionView} from './controls/action-view.js';
import {checkboxView, selectView} from './controls/choice-controls.js';
import {helpLines, toggleReveal, type FieldModel} from './controls/field-model.js';
import {inputView, textareaView} from './controls/text-controls.js';
import {docsLinkView} from './docs-link-view.js';

/** One field: its label, what helps to fill it in, what is wrong with it, and its control. */
export function fieldView(model: FieldModel): TemplateResult {
  const {type} = model.variable;
  const state = model.form.problems.has(model.variable.key) ? 'invalid' : '';
  const control = placeView(model);
  const [first, second, last] =
    type === 'boolean'
      ? [control, labelView(model), nothing]
      : [labelView(model), nothing, control];
  return html`<div part="field field-${type} ${state}" class="field ${type}">
    ${first} ${second} ${helpView(model)} ${model.outcome?.problemView(model, actionView)} ${last}
    ${model.watch?.adviceView(model, actionView)} ${model.onDemand?.storedActionsView(model)}
  </div>`;
}

function labelView({variable, form, wording, controller}: FieldModel): TemplateResult {
  const {key, type, required} = variable;
  const isOptional = !required && type !== 'boolean' && !controller.fields.isFixed(variable);
  const words = html`<bdi>${wording.label(variable, form.method)}</bdi>${
      isOptional
        ? html`<span part="optional" class="optional">${` (${wording.messages.optional})`}</span>`
        : nothing
    }`;
  const id = form.idOf('label', key);
  // A group of controls, and a control of the host's, cannot be labelled by a `label`.
  return type === 'multiselect' || type === 'keyvalue' || controller.fields.ownControl(key)
    ? html`<span part="label" class="label" id=${id}>${words}</span>`
    : html`<label part="label" class="label" id=${id} for=${form.idOf('field', key)}
        >${words}</label
      >`;
}

function helpView(model: FieldModel) {
  const {variable, form, wording} = model;
  const {key, docs} = variable;
  const lines = helpLines(model);
  if (!lines.length && !docs) return nothing;
  const id = form.idOf('help', key);
  const texts = lines.map((line) => html`<bdi class="help-line">${line}</bdi> `);
  if (!docs) return html`<div part="help" class="help" id=${id}>${texts}</div>`;
  return html`<div part="help" class="help">
    <span id=${id}>${texts}</span>
    ${docsLinkView(docs, wording.messages.docsLink, wording.label(variable, form.method), wording)}
  </div>`;
}

/** The control of a field, or what the host puts in its place. */
function placeView(model: FieldModel): TemplateResult {
  const {variable, form, controller} = model;
  const isReplaced = form === controller.current && controller.fields.ownControl(variable.key);
  return isReplaced
    ? html`<slot name="field:${variable.key}"></slot>`
    : variable.type === 'boolean'
      ? checkboxView(model)
      : adornedView(model);
}

function adornedView(model: FieldModel): TemplateResult {
  const {variable, form} = model;
  const {key, type, prefix, suffix, secret} = variable;
  const adornment = (part: 'prefix' | 'suffix', text: string | undefined) =>
    text === undefined
      ? nothing
      : html`<span part=${part} class="adornment" id=${form.idOf(part, key)}>${text}</span>`;
  const isRevealable = secret && type !== 'multiline' && !form.isHeld(variable);
  return html`<div part="control" class="control">
    ${adornment('prefix', prefix)} ${controlView(model)} ${adornment('suffix', suffix)}
    ${isRevealable ? revealView(model) : nothing}
  </div>`;
}

function controlView(model: FieldModel): TemplateResult {
  const {variable, form, onDemand} = model;
  if (form.isHeld(variable)) {
    return onDemand?.heldControlView(model) ?? loadingView();
  }
  if (variable.type === 'select') return selectView(model);
  return variable.type === 'multiline' ? textareaView(model) : inputView(model);
}

/** What stands in for something that is still to be loaded. */
export const loadingView = (): TemplateResult =>
  html`<span class="placeholder" aria-busy="true"></span>`;

function revealView(model: FieldModel): TemplateResult {
  const {variable, form, wording} = model;
  const {hide, show} = wording.messages;
  const words = form.revealed.has(variable.key) ? hide : show;
  return actionView(model, 'reveal', words, () => toggleReveal(model));
}
