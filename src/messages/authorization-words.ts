import {enAuthorization} from './en-authorization.js';
import type {Wording} from './wording.js';

/** The words about the window of the provider: the host's own where it has some. */
export const authorizationWords = (wording: Wording): typeof enAuthorization =>
  wording.over(enAuthorization);
