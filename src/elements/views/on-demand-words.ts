import {enOnDemand} from '../../messages/en-on-demand.js';
import type {InterfaceMessages} from '../../messages/messages.js';
import type {Wording} from '../../messages/wording.js';

/** The words for what few forms have, beside those of every form. */
export type OnDemandWords = InterfaceMessages & typeof enOnDemand;

/** The words of the moment: the host's own where it has some. */
export const onDemandWords = (wording: Wording): OnDemandWords =>
  wording.over(enOnDemand) as OnDemandWords;
