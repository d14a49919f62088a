import * as z from 'zod/mini';
import {defineMethodKind} from '../model/define-method-kind.js';
import {text, texts} from '../model/definition-schema.js';
import type {DiagnosticList} from '../model/diagnostic.js';
import {needsWindow} from './needs-window.js';

/** Parameters that only the flow itself may set (RFC 6749 §4.1.1, RFC 7636 §4.3, RFC 9101 §5). */
const RESERVED =
  /^(?:client_(?:id|secret)|code_challenge(?:_method)?|nonce|redirect_uri|request(?:_uri)?|response_(?:mode|type)|scope|state)$/;

/** A user who grants access in a window of the provider (RFC 6749 §4.1, with PKCE, RFC 7636). */
export const oauth2AuthorizationCode = defineMethodKind({
  type: 'oauth2-authorization-code',
  settings: {
    /** Where the user grants access; may hold placeholders. */
    authorizationUrl: z.string(),
    /** Where the host exchanges the code; may hold placeholders. */
    tokenUrl: z.exactOptional(z.string()),
    /** The issuer that a response must name (RFC 9207). */
    issuer: z.exactOptional(z.string()),
    /** What can be asked for. */
    scopes: z._default(
      z.array(
        z.strictObject({
          /** What is asked for. */
          value: z.string(),
          /** What it means, for people. The value, when absent. */
          label: z.exactOptional(text),
          /** A remark shown beside the label. */
          description: z.exactOptional(text),
          /** Whether it is always asked for. */
          required: z.exactOptional(z.boolean()),
          /** Whether it is asked for unless the user says otherwise. */
          default: z.exactOptional(z.boolean()),
        }),
      ),
      [],
    ),
    /** What stands between scopes; a space in the standard (RFC 6749 §3.3). */
    scopeSeparator: z._default(z.string(), ' '),
    /** The client, when the user brings none. */
    clientId: z.exactOptional(z.string()),
    /** Whether the code is bound to a proof key. */
    pkce: z._default(z.boolean(), true),
    /** Further parameters of the authorization request. */
    authorizationParams: z._default(texts, {}),
  },
  addresses: ['authorizationUrl', 'tokenUrl'],
  variables: ({clientId}) =>
    clientId === undefined
      ? [
          {key: 'clientId', required: true},
          {key: 'clientSecret', required: true, secret: true},
        ]
      : [],
  request: {headers: {Authorization: 'Bearer {{accessToken}}'}},
  diagnose: ({authorizationUrl, authorizationParams}, place) => {
    // A second question mark belongs to a value.
    const query = authorizationUrl.replace(/^[^?]*/, '');
    const check = (names: Iterable<string>, at: DiagnosticList) => {
      for (const name of names) {
        if (RESERVED.test(name)) at.error('definition_reserved_param', {name});
      }
    };
    check(Object.keys(authorizationParams), place.at('authorizationParams'));
    check(new URLSearchParams(query).keys(), place.at('authorizationUrl'));
    needsWindow(place);
  },
});
