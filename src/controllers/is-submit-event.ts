import type {KeyslotSubmitEvent} from './submit-event.js';

/** Whether an event hands over a credential; also one of another copy of Keyslot. */
export const isSubmitEvent = (event: Event): event is KeyslotSubmitEvent =>
  event.type === 'keyslot-submit' && 'credential' in event && 'respondWith' in event;
