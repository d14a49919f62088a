import {defineMethodKind} from '../model/define-method-kind.js';

/** A user name and a password (RFC 7617). */
export const basic = defineMethodKind({
  type: 'basic',
  variables: [
    {key: 'username', required: true},
    {key: 'password', required: true, secret: true},
  ],
  signature: 'basic',
  // A server splits the two at the first colon (RFC 7617 §2).
  check: ({username}) =>
    String(username).includes(':') ? [{code: 'field_colon', key: 'username'}] : [],
});
