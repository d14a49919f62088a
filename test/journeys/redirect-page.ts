import '../../src/define.js';
import {KeyslotSubmitEvent} from '../../src/index.js';
import {oauth, signInAt} from '../support/sign-in.js';

// Told to the test, which has this page in a frame.
const element = document.querySelector('keyslot-connect')!;
element.addEventListener('keyslot-submit', (event) => {
  if (event instanceof KeyslotSubmitEvent) parent.postMessage(event.credential, origin);
});
element.oauth = {...oauth, mode: 'redirect'};
element.connector = signInAt('/allow');
parent.postMessage('ready', origin);
