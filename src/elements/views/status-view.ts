import {html, type TemplateResult} from 'lit';
import type {ConnectorStatus} from '../../controllers/connector-controller.js';
import type {Wording} from '../../messages/wording.js';

/** What stands in for a connector that is not there yet. */
export const connectorLoadingView = ({messages}: Wording): TemplateResult =>
  html`<div part="loading" class="loading" aria-busy="true">
    <span class="visually-hidden">${messages.loading}</span>
    <span class="placeholder short"></span>
    <span class="placeholder"></span>
    <span class="placeholder"></span>
  </div>`;

/**
 * What there is to say to those who cannot see it; or to all, of a connector that cannot be read or has
 * no methods: in the one region that was there before, so that it is heard when it comes later.
 */
export function statusView(
  status: ConnectorStatus,
  wording: Wording,
  announcement: string | undefined,
): TemplateResult {
  const notice = noticeView(status, wording);
  return html`<div class=${notice ? '' : 'visually-hidden'} role="status">
    ${notice ?? announcement}
  </div>`;
}

function noticeView(status: ConnectorStatus, wording: Wording): TemplateResult | undefined {
  const {failed, empty} = wording.messages;
  if (status === 'failed') return html`<p part="failed" class="notice">${failed}</p>`;
  return status === 'empty'
    ? html`<p part="empty" class="notice">${empty(wording.connectorName())}</p>`
    : undefined;
}
