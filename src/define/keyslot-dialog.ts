import {KeyslotDialogElement} from '../elements/dialog/dialog.js';
import {isFree} from './is-free.js';

declare global {
  interface HTMLElementTagNameMap {
    'keyslot-dialog': KeyslotDialogElement;
  }
}

if (isFree('keyslot-dialog')) customElements.define('keyslot-dialog', KeyslotDialogElement);
