// What the applications of `stories/connectors` demand, by the address that they answer at, as their
// own documentation says it. Nothing of Keyslot is used here.
import {createPrivateKey, createPublicKey, generateKeyPairSync} from 'node:crypto';
import {text} from 'node:stream/consumers';
import {serve} from './serve.mjs';
import {basic, basicClient, isAsserted, isSigned, same} from './verify-request.mjs';

// Short, because it is typed in the journeys.
const netsuite = generateKeyPairSync('rsa', {modulusLength: 1024});
const sftp = generateKeyPairSync('ec', {namedCurve: 'P-256'});

/** The private keys whose public halves the applications know. */
export const privateKeys = {
  netsuite: netsuite.privateKey.export({type: 'pkcs8', format: 'pem'}),
  sftp: sftp.privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'open sesame',
  }),
};

const digits = '0123456789abcdef';
const hex = (length) => digits.repeat(3).slice(0, length);

const authorizedBy =
  (...allowed) =>
  ({headers}) =>
    allowed.some((value) => same(headers.authorization, value));
const bearer = (token) => authorizedBy(`Bearer ${token}`);
const holds = (fields, expected) =>
  Object.keys(fields).length === Object.keys(expected).length &&
  Object.entries(expected).every(([name, value]) => same(fields[name], value));

/** A header of the application's own, and none of the standard's beside it. */
const ownHeader =
  (name, ...allowed) =>
  ({headers}) =>
    headers.authorization === undefined && allowed.some((value) => same(headers[name], value));

/** A token endpoint at which the client is in the header (RFC 6749 §2.3.1). */
const tokenForBasic =
  (accessToken, [clientId, clientSecret], fields) =>
  ({headers, form}) =>
    same(headers.authorization, basicClient(clientId, clientSecret)) &&
    holds(form, fields) && {access_token: accessToken};

/** A token endpoint at which the client is in the body. */
const tokenForPost =
  (accessToken, fields) =>
  ({headers, form}) =>
    headers.authorization === undefined && holds(form, fields) && {access_token: accessToken};

const clientCredentials = (fields) => ({grant_type: 'client_credentials', ...fields});
const uuid = (end) => `01234567-89ab-4cde-8f01-23456789ab${end}`;
const netsuiteApi = 'https://1234567-sb1.suitetalk.api.netsuite.com/services/rest';
const netsuiteToken = `${netsuiteApi}/auth/oauth2/v1/token`;

/** Each answers what is said with 200, true where that is whose account it is, and false for 401. */
const endpoints = {
  'GET https://magento.example.com/rest/V1/store/storeConfigs': bearer('adobe-token-1'),

  'GET https://api.airtable.com/v0/appAbCdEfGhIjKlMn/tblAbCdEfGhIjKlMn': bearer(
    `patA1b2C3d4E5f6G7.${digits.repeat(4)}`,
  ),

  'POST https://pim.example.com/api/oauth/v1/token': ({headers, json}) =>
    same(headers.authorization, basic('1_client', 'pim secret')) &&
    holds(json, {grant_type: 'password', username: 'connection_1', password: 'pim password'}) && {
      access_token: 'akeneo-access',
    },
  'GET https://pim.example.com/api/rest/v1/channels': bearer('akeneo-access'),

  'GET https://api.bigcommerce.com/stores/abc123xyz/v2/store': ownHeader(
    'x-auth-token',
    'bigcommerce-token-1',
  ),

  [`POST https://login.microsoftonline.com/${uuid('c1')}/oauth2/v2.0/token`]: tokenForPost(
    'microsoft-access',
    clientCredentials({
      client_id: uuid('c2'),
      client_secret: 'aB8~Q.secret_1',
      scope: 'https://api.businesscentral.dynamics.com/.default',
    }),
  ),
  [`GET https://api.businesscentral.dynamics.com/v2.0/${uuid('c1')}/Production/api/v2.0/companies`]:
    bearer('microsoft-access'),

  'POST https://auth.us-east-2.aws.commercetools.com/oauth/token': tokenForBasic(
    'commercetools-access',
    ['ct client', 'ct+secret/1'],
    clientCredentials({scope: 'manage_orders:my-shop view_products:my-shop'}),
  ),
  'GET https://api.us-east-2.aws.commercetools.com/my-shop': bearer('commercetools-access'),

  'POST https://api.sandbox.ebay.com/identity/v1/oauth2/token': tokenForBasic(
    'ebay-access',
    ['Acme-App-SBX', 'SBX-cert-1'],
    {grant_type: 'refresh_token', refresh_token: 'v^1.1#i^1#r^1'},
  ),
  'GET https://api.sandbox.ebay.com/sell/account/v1/privilege': ({headers}) =>
    same(headers.authorization, 'Bearer ebay-access') &&
    same(headers['x-ebay-c-marketplace-id'], 'EBAY_DE'),

  'GET https://api.acme.eva-online.cloud/api/core/me': bearer('eva-key-1'),

  'GET https://api.hubapi.com/account-info/v3/details': bearer(`pat-eu1-${uuid('c3')}`),

  [`GET ${netsuiteApi}/record/v1/metadata-catalog`]: (request) =>
    bearer('netsuite-access')(request) ||
    isSigned(request, {
      signatureMethod: 'HMAC-SHA256',
      consumer: {key: 'ns consumer', secret: 'ns consumer secret'},
      token: {key: 'ns token', secret: 'ns token secret'},
      realm: '1234567_SB1',
    }),
  [`POST ${netsuiteToken}`]: ({form}) =>
    same(form.grant_type, 'client_credentials') &&
    isAsserted(new URLSearchParams(form), {
      algorithm: 'PS256',
      publicKey: netsuite.publicKey,
      clientId: 'ns client',
      keyId: 'certificate-1',
      audience: netsuiteToken,
      claims: {scope: 'rest_webservices'},
    }) && {access_token: 'netsuite-access'},

  'POST https://acme.odoo.com/jsonrpc': ({json}) => ({
    jsonrpc: '2.0',
    // Odoo says no with a result, and 200.
    result:
      JSON.stringify(json.params) ===
        JSON.stringify({
          service: 'common',
          method: 'login',
          args: ['acme', 'anna@example.com', 'odoo-key-1'],
        }) && 7,
  }),

  // Not HTTP in truth: what an SFTP client would be given, and what the server would find.
  'POST https://sftp.example.com:2222/': ({json}) =>
    same(json.username, 'anna') &&
    (json.privateKey === undefined
      ? same(json.password, 'sftp: pass word')
      : isOwnerOf(json.privateKey, json.passphrase)),

  'GET https://acme-store.myshopify.com/admin/api/2026-07/shop.json': ownHeader(
    'x-shopify-access-token',
    `shpat_${hex(32)}`,
  ),
  'GET https://old-store.myshopify.com/admin/api/2026-10/shop.json': ownHeader(
    'x-shopify-access-token',
    `shppa_${hex(32)}`,
  ),

  'POST https://shopware.example.com/api/oauth/token': tokenForPost(
    'shopware-access',
    clientCredentials({
      client_id: 'SWIA-ACCESS-1',
      client_secret: 'shopware-secret-1',
      scope: 'write',
    }),
  ),
  'GET https://shopware.example.com/api/_info/version': bearer('shopware-access'),

  'GET https://woo.example.com/wp-json/wc/v3/system_status': authorizedBy(
    basic(`ck_${hex(40)}`, `cs_${hex(40)}`),
  ),

  'POST https://identity.xero.com/connect/token': tokenForBasic(
    'xero-access',
    [hex(32).toUpperCase(), 'xero-secret-1'],
    clientCredentials({scope: 'accounting.transactions accounting.contacts'}),
  ),
  'GET https://api.xero.com/api.xro/2.0/Organisation': bearer('xero-access'),
};

/** Whether somebody has the private key to the public one that the server knows. */
function isOwnerOf(key, passphrase) {
  try {
    return createPublicKey(createPrivateKey({key, passphrase})).equals(sftp.publicKey);
  } catch {
    return false;
  }
}

/** All the applications at one address on loopback; `x-forwarded-host` says which is meant. */
export const startThirdParties = () =>
  serve(async (request) => {
    const {method, headers} = request;
    const url = new URL(`https://${headers['x-forwarded-host']}${request.url}`);
    const body = await text(request);
    const [type] = (headers['content-type'] ?? '').split(';');
    const answer = endpoints[`${method} ${url.href}`]?.({
      method,
      url,
      headers,
      form: type === 'application/x-www-form-urlencoded' ? formOf(body) : {},
      json: type === 'application/json' ? JSON.parse(body) : {},
    });
    if (answer === undefined) return [404, {}];
    if (!answer) return [401, {}];
    return [200, answer === true ? {account: 'anna@example.com'} : answer];
  });

const formOf = (body) => Object.fromEntries(new URLSearchParams(body));
