import {html, type TemplateResult} from 'lit';
import type {SubmitResult} from '../../controllers/submit-event.js';
import {issueMessages} from '../../messages/issue-words.js';
import type {Wording} from '../../messages/wording.js';
import {resultView} from './result-view.js';

/** Says that the host took the credential, and for whose account. Takes focus from the form. */
export function successView(
  result: SubmitResult,
  wording: Wording,
  onEdit: () => void,
): TemplateResult {
  const {success, edit} = issueMessages(wording);
  return html`<div part="success" class="success" id="success" tabindex="-1">
    <slot name="success">
      ${resultView(result, success(wording.connectorName()), wording)}
      <div class="actions">
        <button part="button edit" type="button" @click=${onEdit}>${edit}</button>
      </div>
    </slot>
  </div>`;
}
