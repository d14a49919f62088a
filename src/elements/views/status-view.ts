import {html, type TemplateResult} from 'lit';
import type {ConnectorStatus} from '../../controllers/connector-controller.js';
import type {Wording} from '../../messages/wording.js';

/** What stands in for a connector that is not there yet, cannot be read, or has no methods. */
export function statusView(status: ConnectorStatus, wording: Wording): TemplateResult {
  const {messages} = wording;
  switch (status) {
    case 'loading':
      return html`<div part="loading" class="loading" aria-busy="true">
        <span class="visually-hidden">${messages.loading}</span>
        <span class="placeholder short"></span>
        <span class="placeholder"></span>
        <span class="placeholder"></span>
      </div>`;
    case 'failed':
      return html`<p part="failed" class="notice">${messages.failed}</p>`;
    default:
      return html`<p part="empty" class="notice">${messages.empty(wording.connectorName())}</p>`;
  }
}
