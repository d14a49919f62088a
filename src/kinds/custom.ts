import {defineMethodKind} from '../model/define-method-kind.js';

/** Nothing but the variables that the definition lists. */
export const custom = defineMethodKind({type: 'custom'});
