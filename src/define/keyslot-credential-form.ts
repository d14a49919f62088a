import {KeyslotCredentialFormElement} from '../elements/credential-form/credential-form.js';
import {isFree} from './is-free.js';

declare global {
  interface HTMLElementTagNameMap {
    'keyslot-credential-form': KeyslotCredentialFormElement;
  }
}

if (isFree('keyslot-credential-form')) {
  customElements.define('keyslot-credential-form', KeyslotCredentialFormElement);
}
