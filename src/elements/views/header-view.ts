import {html, nothing, type TemplateResult} from 'lit';
import type {Wording} from '../../messages/wording.js';
import type {ExistingCredential} from '../../model/credential.js';
import type {Connector} from '../../model/method-kind.js';
import {docsLinkView} from './docs-link-view.js';

/** The logo of the connector, or its initial, what is being done with it, and a page about that. */
export function headerView(
  {logo, docs}: Connector,
  wording: Wording,
  headingLevel: number,
  existing: ExistingCredential | undefined,
): TemplateResult {
  const {messages} = wording;
  const name = wording.connectorName();
  const title = existing ? messages.titleEditing : messages.title;
  return html`<div part="header" class="header">
    ${
      logo
        ? html`<img part="logo" class="logo" src=${logo} alt="" referrerpolicy="no-referrer" />`
        : html`<span part="logo" class="logo initial" aria-hidden="true"
            >${/./u.exec(name)?.[0]}</span
          >`
    }
    <div>
      <div part="title" class="title" role="heading" aria-level=${headingLevel}>
        <bdi>${title(name)}</bdi>
      </div>
      ${
        existing?.account === undefined
          ? nothing
          : html`<p part="account" class="help">
              <bdi>${messages.account(existing.account)}</bdi>
            </p>`
      }
      ${
        docs
          ? html`<p class="help">${docsLinkView(docs, messages.instructions, name, wording)}</p>`
          : nothing
      }
    </div>
  </div>`;
}
