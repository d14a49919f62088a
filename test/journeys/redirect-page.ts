import '../../src/define.js';
import {KeyslotSubmitEvent} from '../../src/index.js';

// Told to the test, which has this page in a frame.
const element = document.querySelector('keyslot-connect')!;
element.addEventListener('keyslot-submit', (event) => {
  if (event instanceof KeyslotSubmitEvent) parent.postMessage(event.credential, origin);
});
// What the test says is still there when the user comes back.
const told = new URLSearchParams(location.search).get('told') ?? '{}';
Object.assign(element, JSON.parse(told));
parent.postMessage('ready', origin);
