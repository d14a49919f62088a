import {html, nothing, type TemplateResult} from 'lit';
import type {SubmitResult} from '../../controllers/submit-event.js';
import type {Wording} from '../../messages/wording.js';

/** Says that the host took the credential, and for whose account. Takes focus from the form. */
export function successView({account}: SubmitResult, wording: Wording): TemplateResult {
  const {messages} = wording;
  return html`<div part="success" class="success" id="success" tabindex="-1">
    <slot name="success">
      <p class="success-title">
        <bdi>${messages.success(wording.connectorName())}</bdi>
      </p>
      ${account === undefined ? nothing : html`<p><bdi>${messages.account(account)}</bdi></p>`}
    </slot>
  </div>`;
}
