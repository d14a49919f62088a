import assert from 'node:assert/strict';
import {
  createHmac,
  createPublicKey,
  createSign,
  constants,
  generateKeyPairSync,
  verify,
} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import OAuth from 'oauth-1.0a';
import {
  builtIns,
  KeyslotRequestError,
  resolveRequest,
  resolveTokenRequest,
} from '../../dist/core.js';

/** Also run in the browser, by `test/request/resolve-request.test.ts`, which says what is in them. */
const cases = JSON.parse(
  readFileSync(new URL('../support/request-cases.json', import.meta.url), 'utf8'),
);
const connectorWith = (method) => ({id: 'acme', name: 'Acme', methods: [method]});

for (const [group, resolve] of Object.entries({
  requests: resolveRequest,
  tokenRequests: resolveTokenRequest,
})) {
  describe(`${resolve.name} in Node, as in the browser`, () => {
    for (const {name, method, values, options, expected, error} of cases[group]) {
      const resolved = () => resolve(connectorWith(method), {methodId: 'one', values}, options);
      if (error) {
        it(`refuses ${name}, and repeats no value`, async () => {
          await assert.rejects(resolved, (found) => {
            assert.ok(found instanceof KeyslotRequestError);
            assert.deepEqual({code: found.code, params: found.params}, error);
            assert.doesNotMatch(`${found.stack} ${JSON.stringify(found)}`, /secret-1/);
            return true;
          });
        });
      } else {
        it(`writes ${name}`, async () => {
          assert.deepEqual(await resolved(), expected);
        });
      }
    }
  });
}

const {privateKey, publicKey} = generateKeyPairSync('rsa', {modulusLength: 2048});
const pem = privateKey.export({type: 'pkcs8', format: 'pem'});

/**
 * An independent signer: the package for the base string, Node for the signature. It does not decode
 * names in an address, so all parameters are given beside it.
 */
function signatureOf(signatureMethod, {method, url, parameters}, values, protocol) {
  const data = {};
  for (const [name, value] of parameters) data[name] = [...(data[name] ?? []), value];
  const hash = (base, key) => {
    switch (signatureMethod) {
      case 'RSA-SHA1':
        return createSign('RSA-SHA1').update(base).sign(privateKey, 'base64');
      case 'PLAINTEXT':
        return key;
      default:
        return createHmac(signatureMethod.slice(5), key).update(base).digest('base64');
    }
  };
  const signer = new OAuth({
    consumer: {key: values.consumerKey, secret: values.consumerSecret ?? ''},
    signature_method: signatureMethod,
    hash_function: hash,
  });
  return signer.getSignature({method, url, data}, values.tokenSecret, protocol);
}

const protocolOf = (header) =>
  Object.fromEntries(
    [...header.matchAll(/(oauth_\w+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      decodeURIComponent(value),
    ]),
  );

describe('signed requests, beside another implementation', () => {
  const text = fc.oneof(
    fc.string({minLength: 1, maxLength: 10, unit: 'grapheme'}),
    fc.string({minLength: 1, maxLength: 6, unit: fc.constantFrom(..."ab!*'()~ +&=%2é😀")}),
  );
  const name = fc.constantFrom('a', 'b', 'c@', 'a b', 'ä', 'A', 'a1', 'a-1', '~x', 'z!');
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'put', 'DELETE'),
    host: fc.constantFrom('api.example.com', 'API.example.com:8443', 'localhost:80'),
    path: fc.array(text, {maxLength: 3}),
    // Names repeat, with other values.
    query: fc.array(fc.tuple(name, text), {maxLength: 5}),
    form: fc.dictionary(name, text, {maxKeys: 3}),
    nonce: fc.string({minLength: 1, unit: fc.constantFrom(...'abc019-_')}),
    timestamp: fc.nat(),
  });
  const secrets = fc.record({
    consumerKey: text,
    consumerSecret: text,
    token: text,
    tokenSecret: text,
  });

  for (const signatureMethod of ['HMAC-SHA1', 'HMAC-SHA256', 'PLAINTEXT', 'RSA-SHA1']) {
    const runs = signatureMethod === 'RSA-SHA1' ? 100 : 500;
    it(`agree about ${runs} random requests signed by ${signatureMethod}`, async () => {
      const connector = connectorWith({id: 'one', type: 'oauth1', signatureMethod});
      // The message of a failure tells the seed that repeats it.
      await fc.assert(
        fc.asyncProperty(request, secrets, async (one, {consumerSecret, tokenSecret, ...keys}) => {
          const {host, path, query, form, nonce, timestamp} = one;
          const isRsa = signatureMethod === 'RSA-SHA1';
          const values = {...keys, ...(isRsa ? {privateKey: pem} : {consumerSecret, tokenSecret})};
          const pairs = query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
          const url = `https://${host}/${path.map(encodeURIComponent).join('/')}${pairs && `?${pairs}`}`;
          const method = one.method;
          const {headers} = await resolveRequest(
            connector,
            {methodId: 'one', values},
            {request: {method, url, form}, nonce, timestamp},
          );
          const {oauth_signature: signature, ...protocol} = protocolOf(headers.Authorization);
          assert.deepEqual(protocol, {
            oauth_consumer_key: keys.consumerKey,
            oauth_token: keys.token,
            oauth_signature_method: signatureMethod,
            oauth_timestamp: String(timestamp),
            oauth_nonce: nonce,
          });
          const {origin, pathname} = new URL(url);
          const parameters = [...query, ...Object.entries(form)];
          assert.equal(
            signature,
            signatureOf(
              signatureMethod,
              {method, url: origin + pathname, parameters},
              values,
              protocol,
            ),
          );
        }),
        {numRuns: runs},
      );
    });
  }
});

describe('client assertions, verified by Node', () => {
  const ec = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const rsa = {key: publicKey};
  const algorithms = {
    RS256: {pem, key: rsa},
    PS256: {pem, key: {...rsa, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32}},
    ES256: {
      pem: ec.privateKey.export({type: 'pkcs8', format: 'pem'}),
      key: {key: createPublicKey(ec.privateKey), dsaEncoding: 'ieee-p1363'},
    },
  };
  for (const [algorithm, {pem: key, key: verifier}] of Object.entries(algorithms)) {
    it(`are signed by ${algorithm}`, async () => {
      const connector = connectorWith({
        id: 'one',
        type: 'oauth2-client-credentials',
        clientAuthentication: 'private-key-jwt',
        tokenUrl: 'https://acme.example.com/token',
        assertion: {algorithm},
      });
      const values = {clientId: 'c', privateKey: key};
      const {body} = await resolveTokenRequest(connector, {methodId: 'one', values});
      const [header, payload, signature] = body.client_assertion.split('.');
      const isSigned = (text) =>
        verify('sha256', Buffer.from(text), verifier, Buffer.from(signature, 'base64url'));
      assert.equal(JSON.parse(Buffer.from(header, 'base64url')).alg, algorithm);
      assert.equal(isSigned(`${header}.${payload}`), true);
      assert.equal(isSigned(`${header}.${payload}x`), false);
    });
  }
});

describe('a credential of each type', () => {
  it('is resolved', async () => {
    const settings = {
      'api-key': {parameterName: 'X-Api-Key'},
      'oauth2-client-credentials': {tokenUrl: 'https://acme.example.com/token'},
      'oauth2-authorization-code': {authorizationUrl: 'https://acme.example.com/authorize'},
    };
    const refused = [];
    for (const kind of builtIns.kinds) {
      const method = {id: 'one', type: kind.type, ...settings[kind.type]};
      const values = Object.fromEntries(
        (kind.bind(method).variables ?? []).map(({key}) => [key, 'x']),
      );
      const options = {
        accessToken: 'at',
        request: {method: 'GET', url: 'https://acme.example.com/'},
      };
      await resolveRequest(connectorWith(method), {methodId: 'one', values}, options).catch(
        ({code}) => refused.push([kind.type, code]),
      );
    }
    assert.deepEqual(refused, []);
  });
});
