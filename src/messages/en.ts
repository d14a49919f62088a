import {enAuthorization} from './en-authorization.js';
import {enAuthorizationTrouble} from './en-authorization-trouble.js';
import {enDialog} from './en-dialog.js';
import {enInterface} from './en-interface.js';
import {enIssues} from './en-issues.js';
import {enOnDemand} from './en-on-demand.js';
import {enPaste} from './en-paste.js';
import type {Messages} from './messages.js';

/** Every word that Keyslot shows, in English. The other languages have the same shape. */
export const en: Messages = {
  ...enInterface,
  ...enIssues,
  ...enOnDemand,
  ...enAuthorization,
  ...enAuthorizationTrouble,
  ...enDialog,
  ...enPaste,
};
