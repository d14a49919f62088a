import {defineMethodKind} from '../model/define-method-kind.js';
import {string, texts} from '../model/definition-schema.js';
import {objectSchema} from '../model/json-schema.js';

/** A client that asks for a token in its own name (RFC 6749 §4.4). The host asks; the user provides. */
export const oauth2ClientCredentials = defineMethodKind({
  type: 'oauth2-client-credentials',
  settings: {
    properties: {
      /** The token endpoint; may hold placeholders. */
      tokenUrl: string,
      /** How the client authenticates there (RFC 6749 §2.3, RFC 7523 §2.2). */
      clientAuthentication: {
        enum: ['basic', 'post', 'private-key-jwt', 'none'],
        default: 'basic',
      },
      /** How an assertion is made for `private-key-jwt` (RFC 7523 §3). */
      assertion: {
        ...objectSchema({
          /** The signature algorithm (RFC 7518 §3.1). */
          algorithm: {enum: ['RS256', 'PS256', 'ES256'], default: 'RS256'},
          /** The `kid` of the header; may hold placeholders. */
          keyId: string,
          /** Further claims; may hold placeholders. */
          claims: {...texts, default: {}},
        }),
        default: {},
      },
    },
    required: ['tokenUrl'],
  },
  addresses: ['tokenUrl'],
  templates: ['assertion'],
  variables: ({clientAuthentication}) => [
    {key: 'clientId', required: true},
    ...CLIENT_SECRETS[clientAuthentication],
    {key: 'scope', advanced: true},
  ],
  request: {headers: {Authorization: 'Bearer {{accessToken}}'}},
});

const clientSecret = {key: 'clientSecret', required: true, secret: true} as const;

const CLIENT_SECRETS = {
  basic: [clientSecret],
  post: [clientSecret],
  'private-key-jwt': [
    {key: 'privateKey', type: 'multiline', format: 'pem', required: true, secret: true},
  ],
  none: [],
} as const;
