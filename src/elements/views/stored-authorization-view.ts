import {html, nothing, type TemplateResult} from 'lit';
import type {MethodForm} from '../../controllers/method-form.js';
import type {ExistingCredential} from '../../model/credential.js';
import type {Wording} from '../../messages/wording.js';
import type {CredentialFormModel} from './credential-form-view.js';
import {onDemandWords} from './on-demand-words.js';

/** Whether saving was to ask to sign in again, when that was last known. It goes with what the form holds. */
const known = new WeakMap<MethodForm['contents'], boolean>();

/**
 * What becomes of what the user allowed before: it stays, unless the user wants to do it again, or has
 * changed what it was granted for.
 *
 * @param isDue - Whether what the form holds has to be authorised.
 */
export function storedAuthorizationView(
  form: MethodForm,
  existing: ExistingCredential | undefined,
  wording: Wording,
  isDue: boolean | undefined,
  authorization: {readonly update: () => void},
): TemplateResult | typeof nothing {
  if (existing?.methodId !== form.method.id) return nothing;
  const {isReauthorizing} = form;
  const words = onDemandWords(wording);
  const change = () => {
    form.isReauthorizing = !isReauthorizing;
    authorization.update();
  };
  return html`<p part="authorization-status" class="help">
    ${isReauthorizing || isDue ? words.authorizationDue : words.authorizationKept}
    ${
      isReauthorizing || !isDue
        ? html`<button part="authorize-again" class="action" type="button" @click=${change}>
            ${isReauthorizing ? words.undo : words.authorizeAgain}
          </button>`
        : nothing
    }
  </p>`;
}

/** Says that saving will ask to sign in again when that becomes so, and when it is so no more. */
export function tellStoredAuthorization(
  form: MethodForm,
  {existing, controller, wording, isPending, announce}: CredentialFormModel,
): void {
  const {method, contents, grant, isReauthorizing} = form;
  const {judge} = controller;
  const isShown = method.authorization && existing?.methodId === method.id && !grant && !isPending;
  if (!isShown || !judge) return;
  const isDue = isReauthorizing || judge.isAuthorizationDue(form);
  // With a mistake in the form nobody knows.
  if (!isDue && !judge.isAuthorizationKept(form)) return;
  const wasDue = known.get(contents) ?? isDue;
  known.set(contents, isDue);
  const words = onDemandWords(wording);
  if (isDue !== wasDue) announce(isDue ? words.authorizationDue : words.authorizationKept);
}
