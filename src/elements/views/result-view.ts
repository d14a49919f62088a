import {html, nothing, type TemplateResult} from 'lit';
import type {SubmitResult} from '../../controllers/submit-event.js';
import {issueMessages} from '../../messages/issue-words.js';
import type {Wording} from '../../messages/wording.js';

/** What the host answered: that it went well, for whose account, and what to know all the same. */
export function resultView(
  {account, warnings = []}: SubmitResult,
  title: string,
  wording: Wording,
): TemplateResult {
  const {messages} = wording;
  return html`<p part="success-title" class="success-title"><bdi>${title}</bdi></p>
    ${account === undefined ? nothing : html`<p part="account"><bdi>${messages.account(account)}</bdi></p>`}
    ${
      warnings.length
        ? html`<ul part="warnings" class="warnings">
            ${warnings.map((warning) => html`<li><bdi>${wording.text(warning)}</bdi></li>`)}
          </ul>`
        : nothing
    }`;
}

/** That the host has tried the connection, and that it works. */
export const verifiedView = (result: SubmitResult, wording: Wording): TemplateResult =>
  html`<div part="verified" class="verified">
    ${resultView(result, issueMessages(wording).verified, wording)}
  </div>`;
