import {html, nothing} from 'lit';
import type {MethodForm} from '../../controllers/method-form.js';
import type {ExistingCredential} from '../../model/credential.js';
import type {Wording} from '../../messages/wording.js';
import {onDemandWords} from './on-demand-words.js';

/** What becomes of what the user allowed before: it stays, unless the user wants to do it again. */
export function storedAuthorizationView(
  form: MethodForm,
  existing: ExistingCredential | undefined,
  wording: Wording,
  update: () => void,
) {
  if (existing?.methodId !== form.method.id) return nothing;
  const words = onDemandWords(wording);
  const again = () => {
    form.isReauthorizing = true;
    update();
  };
  return form.isReauthorizing
    ? html`<p part="authorization-status" class="help">${words.authorizationDue}</p>`
    : html`<p part="authorization-status" class="help">
        ${words.authorizationKept}
        <button part="authorize-again" class="action" type="button" @click=${again}>
          ${words.authorizeAgain}
        </button>
      </p>`;
}
