import {enOnDemand} from '../../messages/en-on-demand.js';
import type {InterfaceMessages} from '../../messages/messages.js';
import type {Wording} from '../../messages/wording.js';

/** The words for what few forms have, beside those of every form. */
export type OnDemandWords = InterfaceMessages & typeof enOnDemand;

const merged = new WeakMap<InterfaceMessages, OnDemandWords>();

/** The words of the moment: the host's own where it has some. */
export function onDemandWords(wording: Wording): OnDemandWords {
  const {messages} = wording;
  let words = merged.get(messages);
  if (!words) {
    words = wording.over(enOnDemand) as OnDemandWords;
    merged.set(messages, words);
  }
  return words;
}
