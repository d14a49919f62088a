import {createMethodRegistry} from '../model/method-registry.js';
import {apiKey} from './api-key.js';
import {basic} from './basic.js';
import {custom} from './custom.js';
import {none} from './none.js';
import {oauth1} from './oauth1.js';
import {oauth2AuthorizationCode} from './oauth2-authorization-code.js';
import {oauth2ClientCredentials} from './oauth2-client-credentials.js';
import {token} from './token.js';

/** The kinds that come with Keyslot. `builtIns.with(mine)` makes a registry that knows one more. */
export const builtIns = createMethodRegistry(
  basic,
  token,
  apiKey,
  oauth2ClientCredentials,
  oauth2AuthorizationCode,
  oauth1,
  custom,
  none,
);

/** The kinds that come with Keyslot, as a type. */
export type BuiltIns = typeof builtIns;
