import {defineMethodKind} from '../model/define-method-kind.js';

/** One token that the user already has, however it was obtained (RFC 6750 calls it a bearer token). */
export const token = defineMethodKind({
  type: 'token',
  variables: [{key: 'token', required: true, secret: true}],
  request: {headers: {Authorization: 'Bearer {{token}}'}},
});
