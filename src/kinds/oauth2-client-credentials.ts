import * as z from 'zod/mini';
import {defineMethodKind} from '../model/define-method-kind.js';
import {texts} from '../model/definition-schema.js';

/** A client that asks for a token in its own name (RFC 6749 §4.4). The host asks; the user provides. */
export const oauth2ClientCredentials = defineMethodKind({
  type: 'oauth2-client-credentials',
  settings: {
    /** The token endpoint; may hold placeholders. */
    tokenUrl: z.string(),
    /** How the client authenticates there (RFC 6749 §2.3, RFC 7523 §2.2). */
    clientAuthentication: z._default(
      z.literal(['basic', 'post', 'private-key-jwt', 'none']),
      'basic',
    ),
    /** How an assertion is made for `private-key-jwt` (RFC 7523 §3). */
    assertion: z._default(
      z.strictObject({
        /** The signature algorithm (RFC 7518 §3.1). */
        algorithm: z._default(z.literal(['RS256', 'PS256', 'ES256']), 'RS256'),
        /** The `kid` of the header; may hold placeholders. */
        keyId: z.exactOptional(z.string()),
        /** Further claims; may hold placeholders. */
        claims: z._default(texts, {}),
      }),
      {algorithm: 'RS256', claims: {}},
    ),
  },
  addresses: ['tokenUrl'],
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
