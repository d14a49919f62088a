import type {Journey} from '../support/journey.js';

const digits = '0123456789abcdef';
const hex = (length: number) => digits.repeat(3).slice(0, length);

/** A token is got before the answer. */
const afterToken = [[401], [200, 200]] as const;

/** The connectors of shops and marketplaces, and what an application there knows. */
export const shops: readonly Journey[] = [
  {
    connectorId: 'adobe-commerce',
    methodId: 'integration-token',
    entries: {'Shop address': 'https://magento.example.com', 'Access token': 'adobe-token-1'},
    wrong: {field: 'Access token', key: 'token', text: 'adobe-token-2'},
    type: 'token',
    values: {url: 'https://magento.example.com', token: 'adobe-token-1'},
  },
  {
    connectorId: 'bigcommerce',
    methodId: 'store-token',
    entries: {'Store hash': 'abc123xyz', 'Access token': 'bigcommerce-token-1'},
    wrong: {field: 'Access token', key: 'token', text: 'bigcommerce-token-2'},
    type: 'token',
    values: {storeHash: 'abc123xyz', token: 'bigcommerce-token-1'},
  },
  {
    connectorId: 'commercetools',
    methodId: 'api-client',
    entries: {
      'Project key': 'my-shop',
      Cloud: {pick: 'Amazon Web Services'},
      Region: {pick: 'North America (Ohio)'},
      'Client ID': 'ct client',
      'Client secret': 'ct+secret/1',
      Scope: 'manage_orders:my-shop view_products:my-shop',
    },
    wrong: {field: 'Client secret', key: 'clientSecret', text: 'ct secret/1'},
    type: 'oauth2-client-credentials',
    values: {
      projectKey: 'my-shop',
      cloud: 'aws',
      region: 'us-east-2',
      clientId: 'ct client',
      clientSecret: 'ct+secret/1',
      scope: 'manage_orders:my-shop view_products:my-shop',
    },
    answers: afterToken,
  },
  {
    connectorId: 'ebay',
    methodId: 'refresh-token',
    entries: {
      Environment: {pick: 'Sandbox'},
      Marketplace: {pick: 'Germany'},
      'App ID (client ID)': 'Acme-App-SBX',
      'Cert ID (client secret)': 'SBX-cert-1',
      'Refresh token': 'v^1.1#i^1#r^1',
    },
    wrong: {field: 'Refresh token', key: 'refreshToken', text: 'v^1.1#i^1#r^0'},
    type: 'custom',
    values: {
      host: 'api.sandbox.ebay.com',
      marketplace: 'EBAY_DE',
      clientId: 'Acme-App-SBX',
      clientSecret: 'SBX-cert-1',
      refreshToken: 'v^1.1#i^1#r^1',
    },
    answers: afterToken,
  },
  {
    connectorId: 'eva',
    methodId: 'api-key',
    entries: {'Eva address': 'https://api.acme.eva-online.cloud', 'API key': 'eva-key-1'},
    wrong: {field: 'API key', key: 'token', text: 'eva-key-2'},
    type: 'token',
    values: {url: 'https://api.acme.eva-online.cloud', token: 'eva-key-1'},
  },
  {
    connectorId: 'shopify',
    methodId: 'admin-token',
    entries: {
      'Store name': 'acme-store',
      'Admin API access token': `shpat_${hex(32)}`,
      'Advanced settings': {press: 'Enter'},
      'API version (optional)': {pick: 'July 2026'},
    },
    wrong: {
      field: 'Admin API access token',
      key: 'token',
      text: `shpat_${hex(31)}0`,
    },
    type: 'token',
    values: {store: 'acme-store', token: `shpat_${hex(32)}`, apiVersion: '2026-07'},
  },
  {
    connectorId: 'shopify',
    methodId: 'legacy-password',
    choose: 'Private app password Being phased out',
    entries: {'Store name': 'old-store', 'Private app password': `shppa_${hex(32)}`},
    wrong: {field: 'Private app password', key: 'token', text: hex(32)},
    type: 'token',
    values: {store: 'old-store', token: `shppa_${hex(32)}`},
  },
  {
    connectorId: 'shopware',
    methodId: 'integration',
    entries: {
      'Shop address': 'https://shopware.example.com',
      'Access key ID': 'SWIA-ACCESS-1',
      'Secret access key': 'shopware-secret-1',
    },
    wrong: {field: 'Access key ID', key: 'clientId', text: 'SWIA-ACCESS-2'},
    type: 'oauth2-client-credentials',
    values: {
      url: 'https://shopware.example.com',
      clientId: 'SWIA-ACCESS-1',
      clientSecret: 'shopware-secret-1',
      scope: 'write',
    },
    answers: afterToken,
  },
  {
    connectorId: 'woocommerce',
    methodId: 'rest-keys',
    entries: {
      'Shop address': 'https://woo.example.com',
      'Consumer key': `ck_${hex(40)}`,
      'Consumer secret': `cs_${hex(40)}`,
      'Advanced settings': {press: 'Enter'},
      "Check the shop's certificate": {press: ' '},
    },
    wrong: {field: 'Consumer secret', key: 'password', text: `cs_${hex(39)}0`},
    type: 'basic',
    values: {
      url: 'https://woo.example.com',
      username: `ck_${hex(40)}`,
      password: `cs_${hex(40)}`,
      verifyCertificate: false,
    },
  },
];
