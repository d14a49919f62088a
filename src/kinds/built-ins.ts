import {createMethodRegistry} from '../model/method-registry.js';
import {basic} from './basic.js';
import {custom} from './custom.js';
import {token} from './token.js';

/** The kinds that come with Keyslot. `builtIns.with(mine)` makes a registry that knows one more. */
export const builtIns = createMethodRegistry(basic, token, custom);

/** The kinds that come with Keyslot, as a type. */
export type BuiltIns = typeof builtIns;
