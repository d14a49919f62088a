import {html, nothing, type TemplateResult} from 'lit';
import type {Wording} from '../../messages/wording.js';
import type {Connector} from '../../model/method-kind.js';

/** The logo of the connector, and what is being done with it. */
export function headerView(
  {logo}: Connector,
  wording: Wording,
  headingLevel: number,
  isEditing: boolean,
): TemplateResult {
  const {messages} = wording;
  const title = isEditing ? messages.titleEditing : messages.title;
  return html`<div part="header" class="header">
    ${
      logo
        ? html`<img part="logo" class="logo" src=${logo} alt="" referrerpolicy="no-referrer" />`
        : nothing
    }
    <div part="title" class="title" role="heading" aria-level=${headingLevel}>
      <bdi>${title(wording.connectorName())}</bdi>
    </div>
  </div>`;
}
