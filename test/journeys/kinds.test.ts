import {expect} from '@open-wc/testing';
import {builtIns} from '../../src/kinds/built-ins.js';
import {startBackend} from '../support/backend.js';
import {offerEach, walkEach, type Journey} from '../support/journey.js';

type Known = Readonly<Record<string, {readonly values: Readonly<Record<string, string>>}>>;

const backend = await startBackend<Known>('loopback');
const privateKey = backend.known['rsa-sha1']!.values['privateKey']!;
const unreadableKey = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----';

/** What is typed for a signed request, and the credential that it makes. */
const signed = {
  entries: {
    'Consumer key': 'consumer-1',
    'Consumer secret': 'consumer secret',
    Token: 'signed-1',
    'Token secret': 'token secret',
  },
  type: 'oauth1',
  values: {
    consumerKey: 'consumer-1',
    consumerSecret: 'consumer secret',
    token: 'signed-1',
    tokenSecret: 'token secret',
  },
};

/** The same for a client with a secret; a token comes before the answer. */
const client = {
  entries: {'Client ID': 'client & co', 'Client secret': 's e c+r/e=t'},
  wrong: {field: 'Client secret', key: 'clientSecret', text: 's e c r/e=t'},
  type: 'oauth2-client-credentials',
  values: {clientId: 'client & co', clientSecret: 's e c+r/e=t'},
  answers: [[401], [200, 200]],
} as const;

const keyClient = {
  ...client,
  entries: {'Client ID': 'client & co', 'Private key': privateKey},
  values: {clientId: 'client & co', privateKey},
};

const apiKey = {
  entries: {'API key': 'key-1'},
  wrong: {field: 'API key', key: 'apiKey', text: 'key-2'},
  type: 'api-key',
  values: {apiKey: 'key-1'},
};

const token = {
  entries: {'Access token': 'token-1'},
  wrong: {field: 'Access token', key: 'token', text: 'token-2'},
  type: 'token',
  values: {token: 'token-1'},
};

const journeys: readonly Omit<Journey, 'connectorId'>[] = [
  {
    methodId: 'basic',
    entries: {'User name': 'anna', Password: 'pässwörd: 100 %'},
    wrong: {field: 'Password', key: 'password', text: 'passwörd: 100 %'},
    type: 'basic',
    values: {username: 'anna', password: 'pässwörd: 100 %'},
  },
  {...token, methodId: 'bearer'},
  {...token, methodId: 'own-header'},
  {...apiKey, methodId: 'header-key'},
  {...apiKey, methodId: 'query-key'},
  {...apiKey, methodId: 'cookie-key'},
  {
    ...signed,
    methodId: 'hmac-sha1',
    wrong: {field: 'Consumer key', key: 'consumerKey', text: 'consumer-2'},
  },
  {
    ...signed,
    methodId: 'hmac-sha256',
    entries: {...signed.entries, 'Realm (optional)': '1234567_SB1'},
    wrong: {field: 'Consumer secret', key: 'consumerSecret', text: 'consumer-secret'},
    values: {...signed.values, realm: '1234567_SB1'},
  },
  {
    ...signed,
    methodId: 'plaintext',
    wrong: {field: 'Token secret', key: 'tokenSecret', text: 'token-secret'},
  },
  {
    ...signed,
    methodId: 'rsa-sha1',
    entries: {
      'Consumer key': 'consumer-1',
      'Private key': privateKey,
      Token: 'signed-1',
    },
    wrong: {field: 'Token', key: 'token', text: 'signed-2'},
    values: {consumerKey: 'consumer-1', privateKey, token: 'signed-1'},
  },
  {
    methodId: 'custom',
    entries: {Secret: 'token-1'},
    wrong: {field: 'Secret', key: 'secret', text: 'token-2'},
    type: 'custom',
    values: {secret: 'token-1'},
  },
  {methodId: 'none', entries: {}, type: 'none', values: {}},
  {...client, methodId: 'cc-basic'},
  {...client, methodId: 'cc-post'},
  {
    ...client,
    methodId: 'cc-none',
    entries: {'Client ID': 'client & co'},
    wrong: {field: 'Client ID', key: 'clientId', text: 'client + co'},
    values: {clientId: 'client & co'},
  },
  {
    ...keyClient,
    methodId: 'cc-private-key-jwt',
    wrong: {field: 'Client ID', key: 'clientId', text: 'client + co'},
  },
  {
    ...keyClient,
    methodId: 'cc-private-key-jwt',
    wrong: {
      field: 'Private key',
      key: 'privateKey',
      text: unreadableKey,
      error: 'Enter a PKCS #8 key: BEGIN PRIVATE KEY',
    },
    // The application is not even asked.
    answers: [[], [200, 200]],
  },
];

const signIns = [
  {methodId: 'three-legged', type: 'oauth1', name: 'Signed requests'},
  {methodId: 'authorization-code', type: 'oauth2-authorization-code', name: 'Sign in'},
].map((method) => ({...method, connectorId: method.methodId}));

describe('every kind, by the keyboard alone', () => {
  walkEach(
    backend,
    journeys.map((journey) => ({...journey, connectorId: journey.methodId})),
  );
  offerEach(backend, signIns);
});

describe('the journeys', () => {
  const walked = [...journeys, ...signIns];

  it('are of every method of the application on loopback', () => {
    const methodIds = backend.connectors.map(({id}) => id);
    expect(walked.map(({methodId}) => methodId)).to.include.members(methodIds);
  });

  it('are of every kind', () => {
    const types = builtIns.kinds.map(({type}) => type);
    expect(walked.map(({type}) => type)).to.include.members(types);
  });
});
