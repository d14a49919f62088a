import {KeyslotConnectElement} from '../elements/connect/connect.js';
import {isFree} from './is-free.js';

declare global {
  interface HTMLElementTagNameMap {
    'keyslot-connect': KeyslotConnectElement;
  }
}

if (isFree('keyslot-connect')) customElements.define('keyslot-connect', KeyslotConnectElement);
