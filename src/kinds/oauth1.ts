import {defineMethodKind} from '../model/define-method-kind.js';
import {string} from '../model/definition-schema.js';

/** Requests signed with two pairs of keys (RFC 5849). */
export const oauth1 = defineMethodKind({
  type: 'oauth1',
  settings: {
    properties: {
      /** How requests are signed (RFC 5849 §3.4); HMAC-SHA256 is what newer providers ask for. */
      signatureMethod: {
        enum: ['HMAC-SHA1', 'HMAC-SHA256', 'PLAINTEXT', 'RSA-SHA1'],
        default: 'HMAC-SHA1',
      },
      /** Where the user grants access, when the keys of the token come from there; may hold placeholders. */
      authorizationUrl: string,
      /** The consumer, when the user brings none. */
      consumerKey: string,
    },
  },
  addresses: ['authorizationUrl'],
  variables: ({signatureMethod, authorizationUrl, consumerKey}) => {
    const isRsa = signatureMethod === 'RSA-SHA1';
    // A private key signs alone (RFC 5849 §3.4.3).
    const tokens = isRsa ? [TOKEN] : [TOKEN, TOKEN_SECRET];
    return [
      ...(consumerKey === undefined ? [CONSUMER_KEY, isRsa ? PRIVATE_KEY : CONSUMER_SECRET] : []),
      ...(authorizationUrl === undefined ? tokens : []),
      {key: 'realm'},
    ];
  },
  authorization: ({authorizationUrl}) =>
    authorizationUrl === undefined ? undefined : {protocol: 'oauth1', authorizationUrl},
  signature: 'oauth1',
});

const CONSUMER_KEY = {key: 'consumerKey', required: true} as const;
const CONSUMER_SECRET = {key: 'consumerSecret', required: true, secret: true} as const;
const PRIVATE_KEY = {
  key: 'privateKey',
  type: 'multiline',
  format: 'pem',
  required: true,
  secret: true,
} as const;
const TOKEN = {key: 'token', required: true, secret: true} as const;
const TOKEN_SECRET = {key: 'tokenSecret', required: true, secret: true} as const;
