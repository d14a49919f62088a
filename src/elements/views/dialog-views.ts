import {html, type TemplateResult} from 'lit';
import type {Messages} from '../../messages/messages.js';

type DialogWords = Messages['dialog'];

/** The row of the button that closes. */
export const closeView = (words: DialogWords, onClose: () => void): TemplateResult =>
  html`<div part="bar" class="bar">
    <button part="close" class="close" type="button" aria-label=${words.close} @click=${onClose}>
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M4 4 16 16M16 4 4 16" /></svg>
    </button>
  </div>`;

/** The row of the button that closes after a success. */
export const doneView = (words: DialogWords, onDone: () => void): TemplateResult =>
  html`<div part="foot" class="foot">
    <button part="button done" class="done" type="button" @click=${onDone}>${words.done}</button>
  </div>`;

/** Asks whether what was entered may go. */
export const discardView = (
  words: DialogWords,
  onKeep: () => void,
  onDiscard: () => void,
): TemplateResult =>
  html`<div part="question" class="foot" role="alertdialog" aria-labelledby="question">
    <p id="question" class="question">${words.question}</p>
    <div class="answers">
      <button part="button keep" class="keep" type="button" @click=${onKeep}>${words.keep}</button>
      <button part="button discard" class="discard" type="button" @click=${onDiscard}>
        ${words.discard}
      </button>
    </div>
  </div>`;
