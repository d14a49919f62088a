import {KeyslotAuthorizeButtonElement} from '../elements/authorize-button/authorize-button.js';
import {isFree} from './is-free.js';

declare global {
  interface HTMLElementTagNameMap {
    'keyslot-authorize-button': KeyslotAuthorizeButtonElement;
  }
}

if (isFree('keyslot-authorize-button')) {
  customElements.define('keyslot-authorize-button', KeyslotAuthorizeButtonElement);
}
