import {expect} from '@open-wc/testing';
import {resolveTokenRequest, type FieldValues} from '../../src/core.js';
import {ecKeys, rsaKeys, toBytes} from '../support/keys.js';
import {connectorWith} from '../support/model.js';

const tokenUrl = 'https://{{account}}.example.com/token';
const variables = [
  {key: 'account', required: true},
  {key: 'certificateId', required: true},
];
const values = {account: 'acme', clientId: 'client 😀', certificateId: 'cert-1', scope: 'a b'};

const algorithms = {
  RS256: {keys: () => rsaKeys('RSASSA-PKCS1-v1_5', 'SHA-256'), verify: {name: 'RSASSA-PKCS1-v1_5'}},
  PS256: {keys: () => rsaKeys('RSA-PSS', 'SHA-256'), verify: {name: 'RSA-PSS', saltLength: 32}},
  ES256: {keys: ecKeys, verify: {name: 'ECDSA', hash: 'SHA-256'}},
};

const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (byte) =>
    byte.charCodeAt(0),
  );
const jsonOf = (part: string): unknown => JSON.parse(new TextDecoder().decode(fromBase64Url(part)));

async function assertionOf(assertion: object, given: FieldValues, options: object) {
  const connector = connectorWith({
    id: 'one',
    type: 'oauth2-client-credentials',
    clientAuthentication: 'private-key-jwt',
    tokenUrl,
    assertion,
    variables,
  });
  const request = await resolveTokenRequest(connector, {methodId: 'one', values: given}, options);
  const [header = '', payload = '', signature = ''] = (
    request.body['client_assertion'] ?? ''
  ).split('.');
  return {
    request,
    header: jsonOf(header),
    payload: jsonOf(payload) as Readonly<Record<string, unknown>>,
    signed: toBytes(`${header}.${payload}`),
    signature: fromBase64Url(signature),
  };
}

describe('a client assertion (RFC 7523)', () => {
  for (const [algorithm, {keys, verify}] of Object.entries(algorithms)) {
    it(`signed by ${algorithm} can be verified with the public key`, async () => {
      const {publicKey, pem} = await keys();
      const {signature, signed, header} = await assertionOf(
        {algorithm},
        {...values, privateKey: pem},
        {},
      );
      expect(header).to.deep.equal({alg: algorithm, typ: 'JWT'});
      expect(await crypto.subtle.verify(verify, publicKey, signature, signed)).to.be.true;
      signed[signed.length - 1]! ^= 1;
      expect(await crypto.subtle.verify(verify, publicKey, signature, signed)).to.be.false;
    });

    it(`is refused for ${algorithm} when the key is of another kind`, async () => {
      const {pem} = await (algorithm === 'ES256' ? algorithms.RS256 : algorithms.ES256).keys();
      const privateKey = pem;
      let code: unknown;
      await assertionOf({algorithm}, {...values, privateKey}, {}).catch((error: unknown) => {
        ({code} = error as {code: unknown});
      });
      expect(code).to.equal('request_private_key');
    });
  }

  it('says who, to whom and for how long', async () => {
    const {pem} = await ecKeys();
    const {request, header, payload} = await assertionOf(
      {algorithm: 'ES256', keyId: '{{certificateId}}', claims: {scope: '{{scope}}', sub: 'own'}},
      {...values, privateKey: pem},
      {nonce: 'n', timestamp: 1000},
    );
    expect(header).to.deep.equal({alg: 'ES256', typ: 'JWT', kid: 'cert-1'});
    expect(payload).to.deep.equal({
      iss: values.clientId,
      sub: 'own',
      aud: 'https://acme.example.com/token',
      jti: 'n',
      iat: 1000,
      exp: 1300,
      scope: 'a b',
    });
    expect(request.url).to.equal('https://acme.example.com/token');
    expect(request.headers).to.deep.equal({});
    expect(Object.keys(request.body)).to.deep.equal([
      'grant_type',
      'scope',
      'client_assertion_type',
      'client_assertion',
    ]);
    expect(request.body).to.include({
      grant_type: 'client_credentials',
      scope: 'a b',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    });
  });

  it('has another id each time', async () => {
    const {pem} = await ecKeys();
    const ids = new Set<unknown>();
    for (let count = 0; count < 20; count += 1) {
      const {payload} = await assertionOf({algorithm: 'ES256'}, {...values, privateKey: pem}, {});
      ids.add(payload['jti']);
    }
    expect(ids.size).to.equal(20);
  });

  it('takes a key whose lines end as on Windows, with words around it', async () => {
    const {publicKey, pem} = await ecKeys();
    const privateKey = `Bag Attributes\r\n${pem.replaceAll('\n', '\r\n')}\r\n`;
    const {signature, signed} = await assertionOf(
      {algorithm: 'ES256'},
      {...values, privateKey},
      {},
    );
    const {verify} = algorithms.ES256;
    expect(await crypto.subtle.verify(verify, publicKey, signature, signed)).to.be.true;
  });
});
