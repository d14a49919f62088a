import {defineMethodKind} from '../model/define-method-kind.js';

/** Nothing to prove: an open API. */
export const none = defineMethodKind({type: 'none'});
