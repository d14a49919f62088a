import {html, nothing, type TemplateResult} from 'lit';
import type {Wording} from '../../messages/wording.js';
import type {ExistingCredential} from '../../model/credential.js';
import type {Connector} from '../../model/method-kind.js';
import {onDemandWords} from './on-demand-words.js';

/** Says that what is stored was made in a way that is gone, or has changed since. */
export function storedHintView(
  {methods}: Connector,
  methodId: string | undefined,
  existing: ExistingCredential | undefined,
  wording: Wording,
): TemplateResult | typeof nothing {
  if (!existing) return nothing;
  const method = methods.find(({id}) => id === existing.methodId);
  const isGone = method?.status !== 'available';
  const hasChanged = method?.id === methodId && method?.type !== (existing.type ?? method?.type);
  if (!isGone && !hasChanged) return nothing;
  const words = onDemandWords(wording);
  return html`<p part="stored-hint" class="notice">
    ${isGone ? words.storedMethodGone : words.storedMethodChanged}
  </p>`;
}
