// What the host of the journeys knows about the applications that it connects.

/** Where an application says whose account a credential belongs to, by connector. */
const addresses = {
  'adobe-commerce': ({url}) => `${url}/rest/V1/store/storeConfigs`,
  airtable: ({baseId, tableId}) => `https://api.airtable.com/v0/${baseId}/${tableId}`,
  bigcommerce: ({storeHash}) => `https://api.bigcommerce.com/stores/${storeHash}/v2/store`,
  'business-central': ({tenantId, environment}) =>
    `https://api.businesscentral.dynamics.com/v2.0/${tenantId}/${environment}/api/v2.0/companies`,
  commercetools: ({region, cloud, projectKey}) =>
    `https://api.${region}.${cloud}.commercetools.com/${projectKey}`,
  eva: ({url}) => `${url}/api/core/me`,
  hubspot: () => 'https://api.hubapi.com/account-info/v3/details',
  netsuite: ({account}) =>
    `https://${account}.suitetalk.api.netsuite.com/services/rest/record/v1/metadata-catalog`,
  shopify: ({store, apiVersion = '2026-10'}) =>
    `https://${store}.myshopify.com/admin/api/${apiVersion}/shop.json`,
  shopware: ({url}) => `${url}/api/_info/version`,
  woocommerce: ({url}) => `${url}/wp-json/wc/v3/system_status`,
  xero: ({baseUrl}) => `${baseUrl}/api.xro/2.0/Organisation`,
};

export const apiUrl = ({connectorId, values}) => addresses[connectorId](values);

/** The connectors of the type `custom`: what is done with their values is for the host alone. */
export const signIns = {
  akeneo: ({values: {url, clientId, clientSecret, username, password}}, send) =>
    signInWithToken(
      send,
      `${url}/api/oauth/v1/token`,
      {
        headers: {...basic(clientId, clientSecret), ...json},
        body: JSON.stringify({grant_type: 'password', username, password}),
      },
      `${url}/api/rest/v1/channels`,
    ),

  ebay: ({values: {host, marketplace, clientId, clientSecret, refreshToken}}, send) =>
    signInWithToken(
      send,
      `https://${host}/identity/v1/oauth2/token`,
      {
        headers: basic(clientId, clientSecret),
        body: new URLSearchParams({grant_type: 'refresh_token', refresh_token: refreshToken}),
      },
      `https://${host}/sell/account/v1/privilege`,
      {'X-EBAY-C-MARKETPLACE-ID': marketplace},
    ),

  odoo: async ({values: {url, database, username, apiKey}}, send) => {
    const params = {service: 'common', method: 'login', args: [database, username, apiKey]};
    const answer = await post(send, `${url}/jsonrpc`, {jsonrpc: '2.0', method: 'call', params});
    const {result} = await answer.json();
    return result ? Response.json({account: 'anna@example.com'}) : undefined;
  },

  sftp: ({values: {host, port, ...values}}, send) => post(send, `https://${host}:${port}/`, values),
};

const json = {'content-type': 'application/json'};

const post = (send, url, body) =>
  send(url, {method: 'POST', headers: json, body: JSON.stringify(body)});

const basic = (username, password) => ({
  authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
});

async function signInWithToken(send, tokenUrl, request, url, headers = {}) {
  const answer = await send(tokenUrl, {method: 'POST', ...request});
  const {access_token: token} = await answer.json();
  if (!token) return undefined;
  return send(url, {headers: {...headers, authorization: `Bearer ${token}`}});
}
