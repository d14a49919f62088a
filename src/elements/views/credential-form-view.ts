import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {
  identityOf,
  type CredentialFormController,
} from '../../controllers/credential-form-controller.js';
import type {MethodForm} from '../../controllers/method-form.js';
import type {Wording} from '../../messages/wording.js';
import type {Connector} from '../../model/method-kind.js';
import {dynamicElement} from '../directives/dynamic-element.js';
import {fieldView} from './field-view.js';

export interface CredentialFormModel {
  readonly connector: Connector;
  readonly controller: CredentialFormController;
  readonly wording: Wording;
  readonly disabled: boolean;
  readonly isPending: boolean;
  readonly isEditing: boolean;
  /** Whether the host shows something of its own in place of the chosen method's form. */
  readonly isReplaced: boolean;
  readonly onSubmit: (event: SubmitEvent) => void;
  /** A kind's own editor made a credential. */
  readonly onEditorSubmit: (event: Event) => void;
  readonly onReveal: (form: MethodForm, key: string) => void;
  readonly onCancel: () => void;
  readonly onReplace: () => void;
}

/** The forms of all visited methods, of which one shows, and the buttons below them. */
export function credentialFormView(model: CredentialFormModel): TemplateResult {
  const {controller} = model;
  return html`
    ${controller.forms.map((form) => keyed(form.prefix, methodFormView(form, model)))}
    ${
      controller.current && !controller.current.method.editor && !model.isReplaced
        ? actionsView(controller.current, model)
        : nothing
    }
  `;
}

function methodFormView(form: MethodForm, model: CredentialFormModel): TemplateResult {
  const {connector, controller, disabled} = model;
  const {method} = form;
  const isCurrent = form === controller.current;
  const content = method.editor
    ? html`<div part="editor" @keyslot-submit=${{handleEvent: model.onEditorSubmit, capture: true}}>
        ${dynamicElement(method.editor, {connector, method, disabled})}
      </div>`
    : nativeFormView(form, model);
  return html`<div part="method-panel" ?hidden=${!isCurrent}>
    ${method.editor ? summaryView(form, model) : nothing}
    <slot name="method:${method.id}" @slotchange=${model.onReplace}>${content}</slot>
  </div>`;
}

function nativeFormView(form: MethodForm, model: CredentialFormModel): TemplateResult {
  const {controller} = model;
  const onKey = (handle: (key: string) => void) => (event: Event) => {
    const key = event.target instanceof HTMLElement ? event.target.dataset['key'] : undefined;
    if (key !== undefined) handle(key);
  };
  const shown = new Set(controller.shownVariables(form));
  // Those not shown leave a gap, so that the others keep their place and their inputs.
  const fieldsView = (isAdvanced: boolean) =>
    form.method.variables.map((variable) => {
      const {advanced = false} = variable;
      if (advanced !== isAdvanced || !shown.has(variable)) return nothing;
      return keyed(identityOf(variable), fieldView({...model, variable, form}));
    });
  const hasAdvanced = [...shown].some(({advanced}) => advanced);
  // Neither a method that could put values in the URL, nor names that could carry them there, should
  // a script of the page keep the submit handler from running.
  return html`<form
    part="form"
    id=${form.prefix}
    method="dialog"
    novalidate
    aria-busy=${model.isPending ? 'true' : 'false'}
    @submit=${model.onSubmit}
    @input=${onKey((key) => {
      controller.changeField(form, key);
    })}
    @focusout=${onKey((key) => {
      controller.leaveField(form, key);
    })}
  >
    ${summaryView(form, model)}
    <fieldset part="fields" class="fields" ?disabled=${model.disabled}>
      ${fieldsView(false)}
      ${
        hasAdvanced
          ? html`<details part="advanced" class="advanced">
              <summary part="advanced-summary">${model.wording.messages.advanced}</summary>
              <div class="fields">${fieldsView(true)}</div>
            </details>`
          : nothing
      }
    </fieldset>
  </form>`;
}

/** What is wrong in one place, with links to the fields (WCAG 2.2, 3.3.1). */
function summaryView(form: MethodForm, {controller, wording}: CredentialFormModel) {
  const {formProblem, problems, faulty} = form;
  if (!formProblem && (!form.failed || faulty.length < 2)) return nothing;
  const title = formProblem?.say(wording) ?? wording.messages.summary(faulty.length);
  const focusField = (key: string) => (event: Event) => {
    event.preventDefault();
    controller.control(key)?.focus();
  };
  return html`<div
    part="summary"
    class="summary"
    id="${form.prefix}-summary"
    role="group"
    tabindex="-1"
    aria-labelledby="${form.prefix}-summary-title"
  >
    <p class="summary-title" id="${form.prefix}-summary-title">
      <bdi>${title}</bdi>
    </p>
    ${
      faulty.length
        ? html`<ul>
            ${faulty.map(
              ({key}) =>
                html`<li>
                  <a href="#${form.idOf('field', key)}" @click=${focusField(key)}
                    >${problems.get(key)?.say(wording)}</a
                  >
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </div>`;
}

function actionsView(form: MethodForm, model: CredentialFormModel): TemplateResult {
  const {wording, isPending, isEditing, disabled} = model;
  const {messages} = wording;
  return html`<div part="actions" class="actions">
    <button
      part="submit"
      class="submit"
      type="submit"
      form=${form.prefix}
      ?disabled=${disabled}
      aria-disabled=${isPending ? 'true' : 'false'}
    >
      <span ?hidden=${isPending}>
        <slot name="submit-label">${isEditing ? messages.save : messages.submit}</slot>
      </span>
      <span ?hidden=${!isPending}>${messages.pending}</span>
    </button>
    ${
      isPending
        ? html`<button part="cancel" class="cancel" type="button" @click=${model.onCancel}>
            ${messages.cancel}
          </button>`
        : nothing
    }
  </div>`;
}
