import {html, type TemplateResult} from 'lit';
import type {Wording} from '../../messages/wording.js';

/** A link to a page about something, which is named for those who do not see where the link stands. */
export function docsLinkView(
  address: string,
  words: string,
  name: string,
  {messages}: Wording,
): TemplateResult {
  return html`<a
    part="docs-link"
    href=${address}
    target="_blank"
    rel="noopener noreferrer"
    referrerpolicy="no-referrer"
    >${words}<span class="visually-hidden"> ${name} (${messages.newTab})</span></a
  >`;
}
