// What runs the window of the provider: loaded when a connector offers it, as a chunk of its own.
import {html, nothing, type TemplateResult} from 'lit';
import type {AuthorizationController} from '../../controllers/authorization-controller.js';
import type {CredentialFormController} from '../../controllers/credential-form-controller.js';
import {scopesOf} from '../../controllers/form-grant.js';
import type {MethodForm} from '../../controllers/method-form.js';
import {authorizationWords} from '../../messages/authorization-words.js';
import type {Wording} from '../../messages/wording.js';
import type {AuthorizationPlan} from '../../model/authorization.js';
import type {ExistingCredential} from '../../model/credential.js';
import {expandUrlTemplate} from '../../model/expand-template.js';
import type {AuthorizationAttempt} from '../../oauth/authorization-attempt.js';

import type {OnDemandViews} from './controls/field-model.js';
import type * as troubleViews from './authorization-trouble-views.js';

export {AuthorizationController} from '../../controllers/authorization-controller.js';
export {authorizationStyles} from '../styles/authorization.styles.js';

export type AuthorizationTroubleViews = typeof troubleViews;

export interface AuthorizationModel {
  readonly authorization: AuthorizationController;
  readonly wording: Wording;
  readonly disabled: boolean;
  readonly announce: (notice: string) => void;
  readonly controller: CredentialFormController;
  readonly existing: ExistingCredential | undefined;
  readonly onDemand: OnDemandViews | undefined;
  /** The views of attempts that do not go on by themselves, once they are loaded. */
  readonly troubleViews: AuthorizationTroubleViews | undefined;
}

/** Between the fields and the buttons: where the user will sign in and what for, or what goes on there. */
export function authorizationView(form: MethodForm, model: AuthorizationModel) {
  const {authorization: plan} = form.method;
  const {authorization} = model;
  if (!plan) return nothing;
  const {attempt} = authorization;
  return attempt && attempt.status !== 'settled'
    ? attemptView(form, attempt, model)
    : planView(form, plan, model);
}

function planView(form: MethodForm, plan: AuthorizationPlan, model: AuthorizationModel) {
  const {authorization, wording, existing, onDemand, controller} = model;
  const words = authorizationWords(wording);
  // What was granted may be for something else than what the form says by now.
  const isDue = controller.judge?.isAuthorizationDue(form);
  const isGranted = form.grant && !isDue;
  return html`<div part="authorization" class="fields authorization">
    ${
      isGranted
        ? html`<p part="authorization-status"><bdi>${words.authorized}</bdi></p>`
        : html`<p part="authorization-origin" class="help">
            <bdi>${words.destination(placeOf(form, plan, model))}</bdi>
          </p>`
    }
    ${model.troubleViews?.embeddedView(model)} ${scopesView(form, plan, model)}
    ${isGranted ? nothing : onDemand?.storedAuthorizationView(form, existing, wording, isDue, authorization)}
  </div>`;
}

/**
 * Where the user will be sent, as far as that is known. In punycode, as nobody can tell some letters
 * apart.
 */
function placeOf(
  form: MethodForm,
  {authorizationUrl}: AuthorizationPlan,
  {controller, wording}: AuthorizationModel,
): string {
  const values = form.method.variables.map(
    (variable) => [variable.key, controller.fields.content(form, variable)] as const,
  );
  const address = expandUrlTemplate(authorizationUrl, Object.fromEntries<unknown>(values));
  return address.ok ? new URL(address.text).host : wording.connectorName();
}

/** What is asked for. What does not have to be can be left out. */
function scopesView(
  form: MethodForm,
  {scopes = []}: AuthorizationPlan,
  {authorization, wording, existing, disabled}: AuthorizationModel,
) {
  if (!scopes.length) return nothing;
  const asked = new Set(scopesOf(form, existing));
  const choose = (value: string) => (event: Event) => {
    asked[(event.currentTarget as HTMLInputElement).checked ? 'add' : 'delete'](value);
    form.scopes = asked;
    authorization.update();
  };
  return html`<fieldset part="scopes" class="fields" ?disabled=${disabled}>
    <legend part="scopes-legend">
      <bdi>${authorizationWords(wording).scopesTitle(wording.connectorName())}</bdi>
    </legend>
    ${scopes.map(
      ({value, label = value, description, required}) =>
        html`<label part="scope" class="field boolean">
          <input
            part="checkbox"
            type="checkbox"
            ?disabled=${required}
            .checked=${asked.has(value)}
            @change=${choose(value)}
          />
          <bdi>${wording.text(label)}</bdi>
          ${description ? html`<bdi class="help">${wording.text(description)}</bdi>` : nothing}
        </label>`,
    )}
  </fieldset>`;
}

function attemptView(
  form: MethodForm,
  attempt: AuthorizationAttempt,
  model: AuthorizationModel,
): TemplateResult {
  const {authorization, wording, troubleViews} = model;
  const words = authorizationWords(wording);
  const {status, isExpiring} = attempt;
  const hasWindow = /waiting|closed/.test(status) && authorization.oauth?.mode !== 'redirect';
  // A window that the provider cut off cannot be shown.
  const isReachable = status === 'waiting' && attempt.hasWindow;
  const act = () => {
    if (!isReachable || !attempt.focus()) authorization.restart();
  };
  return html`<div
    part="authorization authorizing"
    class="fields authorization group authorizing"
    tabindex="-1"
  >
    <p part="authorization-status">
      <bdi>${isExpiring ? words.expiring : words.authorizing[status]}</bdi>
    </p>
    ${
      status === 'blocked'
        ? nothing
        : html`<progress part="progress" aria-hidden="true"></progress>`
    }
    ${
      hasWindow
        ? html`<button part="reopen" class="action" type="button" @click=${act}>
            ${isReachable ? words.reopen : words.tryAgain}
          </button>`
        : nothing
    }
    ${authorization.isInTrouble ? troubleViews?.troubleView(form, attempt, model) : nothing}
  </div>`;
}
