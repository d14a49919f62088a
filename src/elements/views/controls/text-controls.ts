import {html, nothing, type TemplateResult} from 'lit';
import type {Connector, Variable} from '../../../model/method-kind.js';
import {controlModel, type FieldModel} from './field-model.js';

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

// `data-rr-is-password` has recorders of sessions mask what is shown, as they do what is masked: rrweb
// knows its own mark, and no other for a single control.
export function inputView(model: FieldModel): TemplateResult {
  const {variable, form, connector} = model;
  const {key, type, secret = false, autofill = 'machine', format} = variable;
  const common = controlModel(model);
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
    ?data-rr-is-password=${secret}
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

export function textareaView(model: FieldModel): TemplateResult {
  const {variable} = model;
  const common = controlModel(model);
  return html`<textarea
    part="input"
    id=${common.id}
    data-key=${variable.key}
    rows="5"
    autocomplete="off"
    autocapitalize="none"
    autocorrect="off"
    spellcheck="false"
    ?data-rr-is-password=${variable.secret}
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
