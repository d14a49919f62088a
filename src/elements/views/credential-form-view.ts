import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {keyed} from 'lit/directives/keyed.js';
import {identityOf} from '../../controllers/carry-values.js';
import type {MethodForm} from '../../controllers/method-form.js';
import type {ExistingCredential} from '../../model/credential.js';
import type {Connector, Variable} from '../../model/method-kind.js';
import type {OAuthOptions} from '../../oauth/oauth-options.js';
import type {AuthorizationLoader} from '../authorization-loader.js';
import type {FormWatch} from '../form-watch.js';
import {actionsView, type ActionsModel} from './actions-view.js';
import {docsLinkView} from './docs-link-view.js';
import {fieldView} from './field-view.js';
import type {OnDemandViews} from './controls/field-model.js';
import {summaryView} from './summary-view.js';

export interface CredentialFormModel extends ActionsModel {
  readonly connector: Connector;
  readonly disabled: boolean;
  /** The views of what few forms have, once they are loaded. */
  readonly onDemand: OnDemandViews | undefined;
  /** What runs the window of the provider. */
  readonly authorization: AuthorizationLoader;
  readonly existing: ExistingCredential | undefined;
  /** How the page lets its users authorise. */
  readonly oauth: OAuthOptions | undefined;
  /** Whether the host shows something of its own in place of the chosen method's form. */
  readonly isReplaced: boolean;
  /** Whether the page provides every value, so that nothing is asked for. */
  readonly isBare: boolean;
  /** What looks at what comes into the form, once it is loaded. */
  readonly watch: FormWatch | undefined;
  readonly onSubmit: (event: SubmitEvent) => void;
  readonly announce: (notice: string) => void;
}

/** The forms of all visited methods, of which one shows, and the buttons below them. */
export function credentialFormView(model: CredentialFormModel): TemplateResult {
  const {controller, authorization} = model;
  const form = model.isReplaced ? undefined : controller.current;
  return html`
    ${controller.forms.map((form) => {
      // What is out of sight is rendered when it is left, and when it comes back.
      const reasons = [form === controller.current ? model : form.prefix];
      return keyed(
        form.prefix,
        guard(reasons, () => methodFormView(form, model)),
      );
    })}
    ${
      form && !form.method.editor
        ? html`${authorization.view(form, model)} ${actionsView(form, model)}`
        : nothing
    }
  `;
}

function methodFormView(form: MethodForm, model: CredentialFormModel): TemplateResult {
  const {method} = form;
  const isCurrent = form === model.controller.current;
  const content = method.editor
    ? html`${docsView(form, model)} ${model.onDemand?.editorView(method.editor, form, model)}`
    : nativeFormView(form, model);
  return html`<div part="method-panel" ?hidden=${!isCurrent}>
    ${method.editor ? summaryView(form, model) : nothing}
    ${model.slot(`method:${method.id}`, content)}
  </div>`;
}

/** A page about the method, where more than its button is shown. */
function docsView({method}: MethodForm, {wording, isBare}: CredentialFormModel) {
  const {docs} = method;
  if (!docs || isBare) return nothing;
  const link = docsLinkView(
    docs,
    wording.messages.instructions,
    wording.methodName(method),
    wording,
  );
  return html`<p class="help">${link}</p>`;
}

function nativeFormView(form: MethodForm, model: CredentialFormModel): TemplateResult {
  const {controller, onDemand} = model;
  const onKey = (handle: (key: string) => void) => (event: Event) => {
    const key = keyOf(event.target);
    if (key !== undefined) handle(key);
  };
  const shown = new Set(model.isBare ? [] : controller.fields.shown(form));
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
    @input=${onKey((key) => controller.changeField(form, key))}
    @change=${onKey((key) => controller.changeField(form, key))}
    @focusout=${onKey((key) => controller.judge?.leaveField(form, key, model))}
  >
    ${summaryView(form, model)} ${docsView(form, model)} ${onDemand?.notesView(form, model)}
    <fieldset part="fields" class="fields" ?disabled=${model.disabled}>
      ${sectionsView(form, model, shown, false)}
      ${
        hasAdvanced
          ? html`<details part="advanced" class="advanced">
              <summary part="advanced-summary">${model.wording.messages.advanced}</summary>
              <div class="fields">${sectionsView(form, model, shown, true)}</div>
            </details>`
          : nothing
      }
    </fieldset>
  </form>`;
}

/** The field that an event is about: a native input's, or that of a control of the host's. */
function keyOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  return target.dataset['key'] ?? target.closest('[slot^="field:"]')?.slot.slice('field:'.length);
}

/** The fields under the headings of their groups. Neighbours of one group stand together. */
function sectionsView(
  form: MethodForm,
  model: CredentialFormModel,
  shown: ReadonlySet<Variable>,
  isAdvanced: boolean,
) {
  const sections: {readonly heading: string; readonly members: Variable[]}[] = [];
  for (const variable of form.method.variables) {
    if ((variable.advanced ?? false) !== isAdvanced) continue;
    const heading = variable.group === undefined ? '' : model.wording.text(variable.group);
    const last = sections.at(-1);
    if (last?.heading === heading) last.members.push(variable);
    else sections.push({heading, members: [variable]});
  }
  return sections.map(({heading, members}, index) => {
    const id = `${form.prefix}-group-${String(isAdvanced)}-${index}`;
    // Those not shown leave a gap, so that the others keep their place and their inputs.
    const views = members.map((variable) =>
      shown.has(variable)
        ? keyed(identityOf(variable), fieldView({...model, variable, form}))
        : nothing,
    );
    if (!heading) return views;
    return members.some((variable) => shown.has(variable))
      ? html`<fieldset part="group" class="fields group" aria-labelledby=${id}>
          <legend part="group-legend" class="group-legend" id=${id}><bdi>${heading}</bdi></legend>
          ${views}
        </fieldset>`
      : nothing;
  });
}
