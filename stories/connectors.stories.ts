import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import adobeCommerce from './connectors/adobe-commerce.json' with {type: 'json'};
import airtable from './connectors/airtable.json' with {type: 'json'};
import akeneo from './connectors/akeneo.json' with {type: 'json'};
import bigcommerce from './connectors/bigcommerce.json' with {type: 'json'};
import brightpearl from './connectors/brightpearl.json' with {type: 'json'};
import businessCentral from './connectors/business-central.json' with {type: 'json'};
import commercetools from './connectors/commercetools.json' with {type: 'json'};
import ebay from './connectors/ebay.json' with {type: 'json'};
import eva from './connectors/eva.json' with {type: 'json'};
import hubspot from './connectors/hubspot.json' with {type: 'json'};
import netsuite from './connectors/netsuite.json' with {type: 'json'};
import odoo from './connectors/odoo.json' with {type: 'json'};
import quickbooks from './connectors/quickbooks.json' with {type: 'json'};
import sftp from './connectors/sftp.json' with {type: 'json'};
import shopify from './connectors/shopify.json' with {type: 'json'};
import shopware from './connectors/shopware.json' with {type: 'json'};
import woocommerce from './connectors/woocommerce.json' with {type: 'json'};
import xero from './connectors/xero.json' with {type: 'json'};
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {connectWith, fill, find, nextCredential} from './support/play.js';
import {button, field, inside, method} from './support/shadow.js';

const meta = {
  title: 'Connectors',
  component: 'keyslot-connect',
  tags: ['!autodocs'],
  args: connectArgs,
  argTypes: connectArgTypes,
  render: (args) => connect(args),
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

// Put together here, because scanners look for whole keys in source code.
const digits = '0123456789abcdef0123456789abcdef01234567';
const shopifyToken = `shpat_${digits.slice(0, 32)}`;
const shopifyPassword = `shppa_${digits.slice(0, 32)}`;

const uuid = '11111111-2222-3333-4444-555555555555';
const pem = ['-----BEGIN PRIVATE KEY-----', 'MIIEvQIBADANBg', '-----END PRIVATE KEY-----', ''].join(
  '\n',
);

/** A story that fills in a method and looks at the credential. */
const connection = (
  connector: {readonly id: string},
  methodId: string,
  type: string,
  typed: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string | number>>,
): Story => ({
  args: {connector, methodId},
  play: async ({canvasElement}) => {
    await expect(await connectWith(canvasElement, typed)).toEqual({
      connectorId: connector.id,
      methodId,
      type,
      values,
    });
  },
});

/** A story of a connector whose users sign in in a window. */
const signIn = (connector: object): Story => ({
  args: {connector},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await expect(button(element, 'Continue to sign in')).toBeEnabled();
  },
});

/** As it looks when it opens. */
export const Shopify: Story = {args: {connector: shopify}};

/** The recommended method, from an empty form to a connection. */
export const ShopifyAccessToken: Story = {
  args: {connector: shopify},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    await fill(field(element, 'Store name'), 'acme');
    await fill(field(element, 'Admin API access token'), shopifyToken);
    await userEvent.click(button(element));
    await expect(await credential).toEqual({
      connectorId: 'shopify',
      methodId: 'admin-token',
      type: 'token',
      values: {store: 'acme', token: shopifyToken, apiVersion: '2026-10'},
    });
    await inside(element).findByText('Shopify is connected');
  },
};

/** The other method. The name of the store was typed before, and is carried over. */
export const ShopifyPrivateApp: Story = {
  args: {connector: shopify},
  play: async ({canvasElement, args}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    await fill(field(element, 'Store name'), 'acme');
    await userEvent.click(method(element, /Private app password/));
    await expect(args.onMethodChange).toHaveBeenCalledWith({
      type: 'keyslot-method-change',
      methodId: 'legacy-password',
    });
    await waitFor(() => expect(field(element, 'Private app password')).toBeVisible());
    await fill(field(element, 'Private app password'), shopifyPassword);
    await userEvent.click(button(element));
    await expect(await credential).toEqual({
      connectorId: 'shopify',
      methodId: 'legacy-password',
      type: 'token',
      values: {store: 'acme', token: shopifyPassword},
    });
    await inside(element).findByText('Shopify is connected');
  },
};

/** The address of the store was pasted instead of its name, and a token that is cut off. */
export const ShopifyMistakes: Story = {
  args: {connector: shopify},
  play: async ({canvasElement, args}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await fill(field(element, 'Store name'), 'acme.myshopify.com');
    await fill(field(element, 'Admin API access token'), shopifyToken.slice(0, 20));
    await userEvent.click(button(element));
    await waitFor(() =>
      expect(field(element, 'Store name')).toHaveAttribute('aria-invalid', 'true'),
    );
    await expect(field(element, 'Admin API access token')).toHaveAccessibleDescription(
      /Enter the whole access token/,
    );
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

/** As it looks when it opens: one method, so there is nothing to pick. */
export const WooCommerce: Story = {args: {connector: woocommerce}};

/** From an empty form to a connection. What is behind “Advanced settings” is sent as well. */
export const WooCommerceKeys: Story = {
  args: {connector: woocommerce},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    await fill(field(element, 'Shop address'), 'https://shop.example.com');
    await fill(field(element, 'Consumer key'), `ck_${digits}`);
    await fill(field(element, 'Consumer secret'), `cs_${digits}`);
    await userEvent.click(button(element));
    await expect(await credential).toEqual({
      connectorId: 'woocommerce',
      methodId: 'rest-keys',
      type: 'basic',
      values: {
        url: 'https://shop.example.com',
        username: `ck_${digits}`,
        password: `cs_${digits}`,
        verifyCertificate: true,
      },
    });
    await inside(element).findByText('WooCommerce is connected');
  },
};

/** A test shop of one’s own: its certificate is not checked. */
export const WooCommerceTestShop: Story = {
  args: {connector: woocommerce, values: {url: 'http://localhost:8080'}},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    await fill(field(element, 'Consumer key'), `ck_${digits}`);
    await fill(field(element, 'Consumer secret'), `cs_${digits}`);
    await userEvent.click(inside(element).getByText('Advanced settings'));
    await userEvent.click(field(element, "Check the shop's certificate"));
    await userEvent.click(button(element));
    await expect((await credential).values).toEqual({
      url: 'http://localhost:8080',
      username: `ck_${digits}`,
      password: `cs_${digits}`,
      verifyCertificate: false,
    });
  },
};

/** An address and a token. */
export const AdobeCommerce: Story = connection(
  adobeCommerce,
  'integration-token',
  'token',
  {'Shop address': 'https://shop.example.com', 'Access token': 'correct horse'},
  {url: 'https://shop.example.com', token: 'correct horse'},
);

/** A token, and where in the account the data is. */
export const Airtable: Story = connection(
  airtable,
  'personal-token',
  'token',
  {
    'Personal access token': `patA1b2C3d4E5f6G7.${digits}${digits.slice(0, 24)}`,
    'Base ID': 'appAbCdEfGhIjKlMn',
    'Table ID': 'tblAbCdEfGhIjKlMn',
  },
  {
    token: `patA1b2C3d4E5f6G7.${digits}${digits.slice(0, 24)}`,
    baseId: 'appAbCdEfGhIjKlMn',
    tableId: 'tblAbCdEfGhIjKlMn',
  },
);

/** A client and a user of its own: the type `custom`. */
export const Akeneo: Story = connection(
  akeneo,
  'connection',
  'custom',
  {
    'PIM address': 'https://pim.example.com',
    'Client ID': '1_abc',
    Secret: 'correct horse',
    Username: 'connection_1',
    Password: 'battery staple',
  },
  {
    url: 'https://pim.example.com',
    clientId: '1_abc',
    clientSecret: 'correct horse',
    username: 'connection_1',
    password: 'battery staple',
  },
);

/** A token that travels in a header of its own. */
export const BigCommerce: Story = connection(
  bigcommerce,
  'store-token',
  'token',
  {'Store hash': 'abc123xyz', 'Access token': 'correct horse'},
  {storeHash: 'abc123xyz', token: 'correct horse'},
);

/** A sign-in, which needs a window. */
export const Brightpearl: Story = signIn(brightpearl);

/** A client whose token endpoint has the tenant in its path. The scope is fixed, and not shown. */
export const BusinessCentral: Story = connection(
  businessCentral,
  'service',
  'oauth2-client-credentials',
  {
    'Tenant ID': uuid,
    'Environment name': 'Production',
    'Application (client) ID': uuid,
    'Client secret': 'correct horse',
  },
  {
    tenantId: uuid,
    environment: 'Production',
    clientId: uuid,
    clientSecret: 'correct horse',
    scope: 'https://api.businesscentral.dynamics.com/.default',
  },
);

/** A client whose token endpoint depends on the region and the cloud. */
export const Commercetools: Story = connection(
  commercetools,
  'api-client',
  'oauth2-client-credentials',
  {
    'Project key': 'my-shop',
    'Client ID': 'client-1',
    'Client secret': 'correct horse',
    Scope: 'manage_orders:my-shop',
  },
  {
    projectKey: 'my-shop',
    cloud: 'gcp',
    region: 'europe-west1',
    clientId: 'client-1',
    clientSecret: 'correct horse',
    scope: 'manage_orders:my-shop',
  },
);

/** A refresh token with its client, and choices. */
export const Ebay: Story = connection(
  ebay,
  'refresh-token',
  'custom',
  {
    Marketplace: 'EBAY_DE',
    'App ID (client ID)': 'client-1',
    'Cert ID (client secret)': 'correct horse',
    'Refresh token': 'battery staple',
  },
  {
    host: 'api.ebay.com',
    marketplace: 'EBAY_DE',
    clientId: 'client-1',
    clientSecret: 'correct horse',
    refreshToken: 'battery staple',
  },
);

/** An address and a key. */
export const Eva: Story = connection(
  eva,
  'api-key',
  'token',
  {'Eva address': 'https://api.acme.eva-online.cloud', 'API key': 'correct horse'},
  {url: 'https://api.acme.eva-online.cloud', token: 'correct horse'},
);

/** One token. */
export const HubSpot: Story = connection(
  hubspot,
  'private-app',
  'token',
  {'Access token': `pat-eu1-${uuid}`},
  {token: `pat-eu1-${uuid}`},
);

/** Three ways: signed requests are recommended, and the sign-in needs a window. */
export const NetSuite: Story = connection(
  netsuite,
  'tba',
  'oauth1',
  {
    'Account ID': '1234567-sb1',
    'Consumer key': 'consumer-1',
    'Consumer secret': 'correct horse',
    'Token ID': 'token-1',
    'Token secret': 'battery staple',
    Realm: '1234567_SB1',
  },
  {
    account: '1234567-sb1',
    consumerKey: 'consumer-1',
    consumerSecret: 'correct horse',
    token: 'token-1',
    tokenSecret: 'battery staple',
    realm: '1234567_SB1',
  },
);

/** The second way: a certificate. */
export const NetSuiteCertificate: Story = connection(
  netsuite,
  'm2m',
  'oauth2-client-credentials',
  {
    'Account ID': '1234567',
    'Consumer key': 'consumer-1',
    'Certificate ID': 'certificate-1',
    'Private key': pem,
  },
  {
    account: '1234567',
    clientId: 'consumer-1',
    certificateId: 'certificate-1',
    privateKey: pem,
    scope: 'rest_webservices',
  },
);

/** A key that belongs to a user of a database. */
export const Odoo: Story = connection(
  odoo,
  'api-key',
  'custom',
  {
    'Odoo address': 'https://acme.odoo.com',
    Database: 'acme',
    'Email or user name': 'anna@example.com',
    'API key': 'correct horse',
  },
  {
    url: 'https://acme.odoo.com',
    database: 'acme',
    username: 'anna@example.com',
    apiKey: 'correct horse',
  },
);

/** A sign-in, which needs a window. */
export const QuickBooks: Story = signIn(quickbooks);

/** A private key, and numbers behind “Advanced settings”. */
export const Sftp: Story = connection(
  sftp,
  'key',
  'custom',
  {
    Host: 'sftp.example.com',
    'User name': 'anna',
    'Private key': pem,
    'Passphrase (optional)': 'correct horse',
  },
  {
    host: 'sftp.example.com',
    port: 22,
    username: 'anna',
    privateKey: pem,
    passphrase: 'correct horse',
    root: '/',
    timeout: 30,
    maxTries: 4,
  },
);

/** A client whose token endpoint is in the user’s own shop. */
export const Shopware: Story = connection(
  shopware,
  'integration',
  'oauth2-client-credentials',
  {
    'Shop address': 'https://shop.example.com',
    'Access key ID': 'key-1',
    'Secret access key': 'correct horse',
  },
  {
    url: 'https://shop.example.com',
    clientId: 'key-1',
    clientSecret: 'correct horse',
    scope: 'write',
  },
);

/** A client with a form of its own for its name. */
export const Xero: Story = connection(
  xero,
  'custom-connection',
  'oauth2-client-credentials',
  {'Client ID': digits.slice(0, 32).toUpperCase(), 'Client secret': 'correct horse'},
  {
    baseUrl: 'https://api.xero.com',
    clientId: digits.slice(0, 32).toUpperCase(),
    clientSecret: 'correct horse',
  },
);
