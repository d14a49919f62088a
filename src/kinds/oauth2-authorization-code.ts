import {defineMethodKind} from '../model/define-method-kind.js';
import {boolean, string, text, texts} from '../model/definition-schema.js';
import type {DiagnosticList} from '../model/diagnostic.js';
import {objectSchema} from '../model/json-schema.js';
import {RESERVED_PARAMETERS} from '../model/reserved-parameters.js';

/** A user who grants access in a window of the provider (RFC 6749 §4.1, with PKCE, RFC 7636). */
export const oauth2AuthorizationCode = defineMethodKind({
  type: 'oauth2-authorization-code',
  settings: {
    properties: {
      /** Where the user grants access; may hold placeholders. */
      authorizationUrl: string,
      /** Where the host exchanges the code; may hold placeholders. */
      tokenUrl: string,
      /** The issuer that a response must name (RFC 9207). */
      issuer: string,
      /** What can be asked for. */
      scopes: {
        type: 'array',
        items: objectSchema(
          {
            /** What is asked for. */
            value: string,
            /** What it means, for people. The value, when absent. */
            label: text,
            /** A remark shown beside the label. */
            description: text,
            /** Whether it is always asked for. */
            required: boolean,
            /** Whether it is asked for unless the user says otherwise. */
            default: boolean,
          },
          ['value'],
        ),
        default: [],
      },
      /** What stands between scopes; a space in the standard (RFC 6749 §3.3). */
      scopeSeparator: {type: 'string', default: ' '},
      /** The client, when the user brings none. */
      clientId: string,
      /** Whether the code is bound to a proof key. */
      pkce: {type: 'boolean', default: true},
      /** Further parameters of the authorization request. */
      authorizationParams: {...texts, default: {}},
    },
    required: ['authorizationUrl'],
  },
  addresses: ['authorizationUrl', 'tokenUrl'],
  variables: ({clientId}) =>
    clientId === undefined
      ? [
          {key: 'clientId', required: true},
          {key: 'clientSecret', required: true, secret: true},
        ]
      : [],
  authorization: (settings) => ({protocol: 'oauth2', ...settings}),
  request: {headers: {Authorization: 'Bearer {{accessToken}}'}},
  diagnose: ({authorizationUrl, authorizationParams}, place) => {
    // A second question mark belongs to a value.
    const query = authorizationUrl.replace(/^[^?]*/, '');
    const check = (names: Iterable<string>, at: DiagnosticList) => {
      for (const name of names) {
        if (RESERVED_PARAMETERS.test(name)) at.error('definition_reserved_param', {name});
      }
    };
    check(Object.keys(authorizationParams), place.at('authorizationParams'));
    check(new URLSearchParams(query).keys(), place.at('authorizationUrl'));
  },
});
