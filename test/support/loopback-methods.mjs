import {known, privateKey as key} from './loopback-api.mjs';

/** A method for each way that a credential can travel to the application on loopback. */
export function loopbackMethods(apiUrl) {
  return [
    {id: 'basic', type: 'basic'},
    {id: 'bearer', type: 'token'},
    {
      id: 'own-header',
      type: 'token',
      request: {headers: {authorization: '', 'X-Token': '{{token}}'}},
    },
    {id: 'header-key', type: 'api-key', parameterName: 'X-Api-Key', prefix: 'Key '},
    {id: 'query-key', type: 'api-key', in: 'query', parameterName: 'api_key'},
    {id: 'cookie-key', type: 'api-key', in: 'cookie', parameterName: 'session'},
    ...['HMAC-SHA1', 'HMAC-SHA256', 'PLAINTEXT', 'RSA-SHA1'].map((signatureMethod) => ({
      id: signatureMethod.toLowerCase(),
      type: 'oauth1',
      signatureMethod,
    })),
    {
      id: 'custom',
      type: 'custom',
      request: {headers: {'X-Token': '{{secret}}'}},
      variables: [{key: 'secret', label: 'Secret', secret: true, required: true}],
    },
    {id: 'none', type: 'none'},
    ...['basic', 'post', 'none', 'private-key-jwt'].map((clientAuthentication) => ({
      id: `cc-${clientAuthentication}`,
      type: 'oauth2-client-credentials',
      clientAuthentication,
      tokenUrl: `${apiUrl}/token/${clientAuthentication}`,
    })),
  ];
}

/** Two that need a window of the provider. */
export const windowMethods = (apiUrl) => [
  {id: 'three-legged', type: 'oauth1', authorizationUrl: `${apiUrl}/authorize`},
  {
    id: 'authorization-code',
    type: 'oauth2-authorization-code',
    authorizationUrl: `${apiUrl}/authorize`,
    tokenUrl: `${apiUrl}/token/basic`,
  },
];

const privateKey = key.export({type: 'pkcs8', format: 'pem'});
const client = {clientId: known.clientId};
const secretClient = {...client, clientSecret: known.clientSecret};
const {consumer, signedToken} = known;
const signed = {
  consumerKey: consumer.key,
  consumerSecret: consumer.secret,
  token: signedToken.key,
  tokenSecret: signedToken.secret,
};

/** By method: where the application answers, the values that it knows, and one that proves them. */
export const loopbackCases = {
  basic: {
    path: '/basic',
    values: {username: known.username, password: known.password},
    proof: 'password',
  },
  bearer: {path: '/bearer', values: {token: known.token}, proof: 'token'},
  'own-header': {path: '/own-header', values: {token: known.token}, proof: 'token'},
  'header-key': {path: '/header-key', values: {apiKey: known.apiKey}, proof: 'apiKey'},
  'query-key': {path: '/query-key', values: {apiKey: known.apiKey}, proof: 'apiKey'},
  'cookie-key': {path: '/cookie-key', values: {apiKey: known.apiKey}, proof: 'apiKey'},
  'hmac-sha1': {path: '/hmac-sha1', values: signed, proof: 'tokenSecret'},
  'hmac-sha256': {
    path: '/hmac-sha256',
    values: {...signed, realm: known.realm},
    proof: 'consumerSecret',
  },
  plaintext: {path: '/plaintext', values: signed, proof: 'tokenSecret'},
  'rsa-sha1': {
    path: '/rsa-sha1',
    values: {consumerKey: consumer.key, privateKey, token: signedToken.key},
    proof: 'token',
  },
  custom: {path: '/own-header', values: {secret: known.token}, proof: 'secret'},
  none: {path: '/none', values: {}},
  'cc-basic': {path: '/oauth2', values: secretClient, proof: 'clientSecret'},
  'cc-post': {path: '/oauth2', values: secretClient, proof: 'clientSecret'},
  'cc-none': {path: '/oauth2', values: client, proof: 'clientId'},
  'cc-private-key-jwt': {path: '/oauth2', values: {...client, privateKey}, proof: 'clientId'},
};
