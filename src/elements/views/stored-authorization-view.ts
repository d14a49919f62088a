import {html, nothing, type TemplateResult} from 'lit';
import type {MethodForm} from '../../controllers/method-form.js';
import type {ExistingCredential} from '../../model/credential.js';
import type {Wording} from '../../messages/wording.js';
import {onDemandWords} from './on-demand-words.js';

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
