import {html, nothing, type TemplateResult} from 'lit';
import type {CredentialFormController} from '../../controllers/credential-form-controller.js';
import type {MethodForm} from '../../controllers/method-form.js';
import type {Wording} from '../../messages/wording.js';
import type {OptionDefinition} from '../../model/definition.js';
import type {Connector, Variable} from '../../model/method-kind.js';

export interface FieldModel {
  readonly variable: Variable;
  readonly form: MethodForm;
  readonly connector: Connector;
  readonly controller: CredentialFormController;
  readonly wording: Wording;
  /** Whether an answer of the host is pending. */
  readonly isPending: boolean;
  readonly onReveal: (form: MethodForm, key: string) => void;
}

/** One field: its label, what helps to fill it in, what is wrong with it, and its control. */
export function fieldView(model: FieldModel): TemplateResult {
  const {variable, form, wording} = model;
  const {key, type} = variable;
  const label = wording.label(variable, form.method);
  const id = form.idOf('field', key);
  const isOptional =
    !variable.required && type !== 'boolean' && !model.controller.isFixed(variable);
  const labelView = html`<label part="label" for=${id}
    ><bdi>${label}</bdi>${
      isOptional
        ? html` <span part="optional" class="optional">(${wording.messages.optional})</span>`
        : nothing
    }</label
  >`;
  const [first, second] =
    type === 'boolean' ? [controlView(model), labelView] : [labelView, nothing];
  return html`<div part="field field-${type}" class="field ${type}">
    ${first} ${second} ${helpView(model, label)} ${problemView(model)}
    ${type === 'boolean' ? nothing : controlView(model)}
  </div>`;
}

function helpView({variable, form, wording, controller}: FieldModel, label: string) {
  const {key, help, example, docs} = variable;
  const {messages} = wording;
  const lines = [
    controller.isStored(form, variable) && messages.stored,
    controller.isFixed(variable) && messages.preset,
    help !== undefined && wording.text(help),
    example && messages.example(example),
  ].filter((line) => typeof line === 'string');
  if (!lines.length && !docs) return nothing;
  return html`<div part="help" class="help">
    <span id=${form.idOf('help', key)}>
      ${lines.map((line) => html`<bdi class="help-line">${line}</bdi> `)}
    </span>
    ${
      docs
        ? html`<a
            part="docs-link"
            href=${docs}
            target="_blank"
            rel="noopener noreferrer"
            referrerpolicy="no-referrer"
            >${messages.docsLink}<span class="visually-hidden">
              ${label} (${messages.newTab})</span
            ></a
          >`
        : nothing
    }
  </div>`;
}

function problemView({variable: {key}, form, wording}: FieldModel) {
  const problem = form.problems.get(key);
  if (!problem) return nothing;
  return html`<p part="error" class="error" id=${form.idOf('problem', key)}>
    <span class="visually-hidden">${wording.messages.errorPrefix}</span>
    <bdi>${problem.say(wording)}</bdi>
  </p>`;
}

function controlView(model: FieldModel): TemplateResult {
  const {variable, form} = model;
  const {key, type, prefix, suffix, secret} = variable;
  if (type === 'boolean') return checkboxView(model);
  const control =
    type === 'select'
      ? selectView(model)
      : type === 'multiline'
        ? textareaView(model)
        : inputView(model);
  const adornment = (part: 'prefix' | 'suffix', text: string | undefined) =>
    text === undefined
      ? nothing
      : html`<span part=${part} class="adornment" id=${form.idOf(part, key)}>${text}</span>`;
  return html`<div part="control" class="control">
    ${adornment('prefix', prefix)} ${control} ${adornment('suffix', suffix)}
    ${secret && type !== 'multiline' ? revealView(model) : nothing}
  </div>`;
}

/** The attributes that all controls of a field have in common. */
function commonOf({variable, form, controller, isPending}: FieldModel) {
  const {key, prefix, suffix, help, example, required = false} = variable;
  const isFixed = controller.isFixed(variable);
  const isStored = controller.isStored(form, variable);
  const describedBy = [
    prefix !== undefined && form.idOf('prefix', key),
    suffix !== undefined && form.idOf('suffix', key),
    (help !== undefined || example || isStored || isFixed) && form.idOf('help', key),
    form.problems.has(key) && form.idOf('problem', key),
  ].filter((id) => typeof id === 'string');
  return {
    id: form.idOf('field', key),
    start: form.start.get(key) ?? '',
    describedBy: describedBy.join(' '),
    isInvalid: form.problems.has(key),
    isRequired: required && !isStored,
    isReadOnly: isFixed || isPending,
  };
}

const INPUT_MODES: Readonly<Record<string, string>> = {
  url: 'url',
  email: 'email',
  number: 'decimal',
};

/** Tells browsers whose value this is (HTML §4.10.18.7.1). */
function autocompleteOf({secret, autofill}: Variable, {id}: Connector): 'off' | 'new-password' {
  if (autofill === 'login') {
    // Template checkers know the plain tokens only.
    return `section-${id} ${secret ? 'current-password' : 'username'}` as 'off';
  }
  // Chrome ignores "off" for a password and would fill in the user's own; it heeds "new-password".
  return secret ? 'new-password' : 'off';
}

function inputView(model: FieldModel): TemplateResult {
  const {variable, form, connector} = model;
  const {key, type, secret = false, autofill = 'machine', format} = variable;
  const common = commonOf(model);
  const inputType = secret && !form.revealed.has(key) ? 'password' : 'text';
  const inputMode = INPUT_MODES[type] ?? INPUT_MODES[format ?? ''] ?? 'text';
  const isLogin = autofill === 'login';
  return html`<input
    part="input"
    id=${common.id}
    data-key=${key}
    type=${inputType}
    inputmode=${inputMode}
    autocomplete=${autocompleteOf(variable, connector)}
    autocapitalize="none"
    autocorrect="off"
    spellcheck="false"
    translate="no"
    data-1p-ignore=${isLogin ? nothing : ''}
    data-bwignore=${isLogin ? nothing : ''}
    data-lpignore=${isLogin ? nothing : 'true'}
    data-form-type=${isLogin ? nothing : 'other'}
    data-protonpass-ignore=${isLogin ? nothing : 'true'}
    ?required=${common.isRequired}
    ?readonly=${common.isReadOnly}
    aria-invalid=${common.isInvalid ? 'true' : 'false'}
    aria-describedby=${common.describedBy}
    .value=${String(common.start)}
  />`;
}

function textareaView(model: FieldModel): TemplateResult {
  const {variable} = model;
  const common = commonOf(model);
  return html`<textarea
    part="input"
    class=${variable.secret ? 'masked' : ''}
    id=${common.id}
    data-key=${variable.key}
    rows="5"
    autocomplete="off"
    autocapitalize="none"
    autocorrect="off"
    spellcheck="false"
    translate="no"
    data-1p-ignore
    data-bwignore
    data-lpignore="true"
    data-form-type="other"
    data-protonpass-ignore="true"
    ?required=${common.isRequired}
    ?readonly=${common.isReadOnly}
    aria-invalid=${common.isInvalid ? 'true' : 'false'}
    aria-describedby=${common.describedBy}
    .value=${String(common.start)}
  ></textarea>`;
}

function selectView(model: FieldModel): TemplateResult {
  const {variable, wording} = model;
  const common = commonOf(model);
  const {options = []} = variable;
  const groups = new Map<string, OptionDefinition[]>();
  for (const option of options) {
    const group = option.group === undefined ? '' : wording.text(option.group);
    const members = groups.get(group);
    if (members) members.push(option);
    else groups.set(group, [option]);
  }
  const optionView = ({value, label, description}: OptionDefinition) => {
    const words = label === undefined ? value : wording.text(label);
    return html`<option value=${value} .selected=${value === common.start}>
      ${words}${description === undefined ? nothing : ` – ${wording.text(description)}`}
    </option>`;
  };
  return html`<select
    part="input"
    id=${common.id}
    data-key=${variable.key}
    autocomplete="off"
    ?required=${common.isRequired}
    ?disabled=${common.isReadOnly}
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

function checkboxView(model: FieldModel): TemplateResult {
  const {variable} = model;
  const common = commonOf(model);
  return html`<input
    part="checkbox"
    type="checkbox"
    id=${common.id}
    data-key=${variable.key}
    ?disabled=${common.isReadOnly}
    aria-invalid=${common.isInvalid ? 'true' : 'false'}
    aria-describedby=${common.describedBy}
    .checked=${common.start === true}
  />`;
}

function revealView({variable, form, wording, onReveal}: FieldModel): TemplateResult {
  const {key} = variable;
  const {messages} = wording;
  const words = form.revealed.has(key) ? messages.hide : messages.show;
  return html`<button
    part="reveal"
    class="reveal"
    type="button"
    aria-controls=${form.idOf('field', key)}
    @click=${() => {
      onReveal(form, key);
    }}
  >
    ${words}<span class="visually-hidden"> ${wording.label(variable, form.method)}</span>
  </button>`;
}
