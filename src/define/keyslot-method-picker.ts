import {KeyslotMethodPickerElement} from '../elements/method-picker/method-picker.js';
import {isFree} from './is-free.js';

declare global {
  interface HTMLElementTagNameMap {
    'keyslot-method-picker': KeyslotMethodPickerElement;
  }
}

if (isFree('keyslot-method-picker')) {
  customElements.define('keyslot-method-picker', KeyslotMethodPickerElement);
}
