import {html, type TemplateResult} from 'lit';
import type {FieldModel} from './field-model.js';

/** A button about one field, named with it. */
export function actionView(
  {variable, form, wording}: FieldModel,
  part: 'reveal' | 'insist' | 'replace' | 'remove' | 'undo' | 'mend' | 'move' | 'fill' | 'decline',
  words: string,
  onClick: () => void,
  look: 'reveal' | 'action' = part === 'reveal' ? 'reveal' : 'action',
): TemplateResult {
  return html`<button
    part=${part}
    class=${look}
    type="button"
    aria-controls=${form.idOf('field', variable.key)}
    @click=${onClick}
  >
    ${words}<span class="visually-hidden"> ${wording.label(variable, form.method)}</span>
  </button>`;
}
