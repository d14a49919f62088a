import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createBackend} from '../../examples/server/backend.mjs';
import {known, privateKey, startLoopbackApi} from '../support/loopback-api.mjs';

let api;
let backend;
let address;

/** A method for each way that a credential can travel, and the values the application knows. */
const methods = (apiUrl) => {
  const clientCredentials = (clientAuthentication) => ({
    id: clientAuthentication,
    type: 'oauth2-client-credentials',
    clientAuthentication,
    tokenUrl: `${apiUrl}/token/${clientAuthentication}`,
  });
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
    {id: 'hmac-sha1', type: 'oauth1', signatureMethod: 'HMAC-SHA1'},
    {id: 'hmac-sha256', type: 'oauth1', signatureMethod: 'HMAC-SHA256'},
    {
      id: 'custom',
      type: 'custom',
      request: {headers: {'X-Token': '{{secret}}'}},
      variables: [{key: 'secret', secret: true, required: true}],
    },
    {id: 'none', type: 'none'},
    {id: 'gone', type: 'none'},
    ...['basic', 'post', 'none', 'private-key-jwt'].map((name) => ({
      ...clientCredentials(name),
      id: `cc-${name}`,
    })),
  ];
};

const pem = privateKey.export({type: 'pkcs8', format: 'pem'});
const client = {clientId: known.clientId};
const secretClient = {...client, clientSecret: known.clientSecret};
const signed = {
  consumerKey: known.consumer.key,
  consumerSecret: known.consumer.secret,
  token: known.signedToken.key,
  tokenSecret: known.signedToken.secret,
};

const cases = {
  basic: {path: '/basic', values: {username: known.username, password: known.password}},
  bearer: {path: '/bearer', values: {token: known.token}},
  'own-header': {path: '/own-header', values: {token: known.token}},
  'header-key': {path: '/header-key', values: {apiKey: known.apiKey}},
  'query-key': {path: '/query-key', values: {apiKey: known.apiKey}},
  'cookie-key': {path: '/cookie-key', values: {apiKey: known.apiKey}},
  'hmac-sha1': {path: '/oauth1', values: signed},
  'hmac-sha256': {path: '/oauth1', values: {...signed, realm: '1234567_SB1'}},
  custom: {path: '/own-header', values: {secret: known.token}},
  none: {path: '/none', values: {}},
  'cc-basic': {path: '/oauth2', values: secretClient},
  'cc-post': {path: '/oauth2', values: secretClient},
  'cc-none': {path: '/oauth2', values: client},
  'cc-private-key-jwt': {path: '/oauth2', values: {...client, privateKey: pem}},
};

/** Sends a credential as the page does. */
async function connect(methodId, values) {
  const {type} = methods(api.url).find(({id}) => id === methodId);
  return post(JSON.stringify({connectorId: 'loopback', methodId, type, values}));
}

async function post(body) {
  const response = await fetch(address, {method: 'POST', body});
  return {status: response.status, body: await response.json()};
}

describe('the example backend', () => {
  before(async () => {
    api = await startLoopbackApi();
    backend = createBackend({
      findConnector: () => ({id: 'loopback', name: 'Loopback', methods: methods(api.url)}),
      apiUrl: ({methodId}) =>
        methodId === 'gone' ? 'http://127.0.0.1:9/' : api.url + cases[methodId].path,
      origin: 'http://127.0.0.1',
    });
    await new Promise((resolve) => backend.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${backend.address().port}`;
  });

  after(async () => {
    await api.close();
    await new Promise((resolve) => backend.close(resolve));
  });

  for (const [methodId, {values}] of Object.entries(cases)) {
    it(`connects by ${methodId}`, async () => {
      assert.deepEqual(await connect(methodId, values), {
        status: 200,
        body: {account: 'anna@example.com'},
      });
    });

    if (methodId === 'none') continue;
    it(`is refused by the application when a value of ${methodId} is wrong`, async () => {
      const secret = Object.keys(values).findLast((key) => key !== 'realm' && key !== 'privateKey');
      const wrong = {...values, [secret]: 'wrong'};
      assert.equal((await connect(methodId, wrong)).body.message, 'The application refused it');
    });
  }

  it('says at which field a private key cannot be read', async () => {
    const privateKey = pem.replace(/\n.*\n/, '\nAAAA\n');
    const {status, body} = await connect('cc-private-key-jwt', {...client, privateKey});
    assert.equal(status, 422);
    assert.deepEqual(Object.keys(body.fields), ['privateKey']);
  });

  it('says when the application does not answer', async () => {
    const {status, body} = await connect('gone', {});
    assert.equal(status, 502);
    assert.deepEqual(body, {message: 'The application does not answer'});
  });

  for (const [name, body] of Object.entries({
    'no JSON': ['{"a', 400],
    'no object': ['5', 422],
    'another connector': ['{"connectorId":"other"}', 422],
  })) {
    it(`refuses ${name}, and goes on`, async () => {
      const [sent, status] = body;
      assert.equal((await post(sent)).status, status);
      assert.equal((await connect('none', {})).status, 200);
    });
  }

  it('lets the page ask before it posts', async () => {
    const response = await fetch(address, {method: 'OPTIONS'});
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), 'http://127.0.0.1');
  });

  it('says what is wrong with a credential that breaks the definition', async () => {
    const {status, body} = await connect('basic', {username: 'a:b', password: 'x'});
    assert.equal(status, 422);
    assert.deepEqual(
      body.issues.map(({code, key}) => [code, key]),
      [['field_colon', 'username']],
    );
  });
});
