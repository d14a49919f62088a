import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createBackend} from '../../examples/server/backend.mjs';
import {startLoopbackApi} from '../support/loopback-api.mjs';
import {loopbackCases as cases, loopbackMethods} from '../support/loopback-methods.mjs';

let api;
let backend;
let address;

const methods = () => [...loopbackMethods(api.url), {id: 'gone', type: 'none'}];

/** Sends a credential as the page does. */
async function connect(methodId, values) {
  const {type} = methods().find(({id}) => id === methodId);
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
      findConnector: () => ({id: 'loopback', name: 'Loopback', methods: methods()}),
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

  for (const [methodId, {values, proof}] of Object.entries(cases)) {
    it(`connects by ${methodId}`, async () => {
      assert.deepEqual(await connect(methodId, values), {
        status: 200,
        body: {account: 'anna@example.com'},
      });
    });

    if (!proof) continue;
    it(`is refused by the application when a value of ${methodId} is wrong`, async () => {
      const wrong = {...values, [proof]: 'wrong'};
      assert.equal((await connect(methodId, wrong)).body.message, 'The application refused it');
    });
  }

  it('says at which field a private key cannot be read', async () => {
    const {values} = cases['cc-private-key-jwt'];
    const privateKey = values.privateKey.replace(/\n.*\n/, '\nAAAA\n');
    const {status, body} = await connect('cc-private-key-jwt', {...values, privateKey});
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
