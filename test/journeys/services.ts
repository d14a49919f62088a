import type {Journey} from '../support/journey.js';

const uuid = (end: string) => `01234567-89ab-4cde-8f01-23456789ab${end}`;
const airtableToken = `patA1b2C3d4E5f6G7.${'0123456789abcdef'.repeat(4)}`;
const xeroClient = '0123456789ABCDEF'.repeat(2);

/** A token is got before the answer. */
const afterToken = [[401], [200, 200]] as const;

/** What an SFTP connection has when nobody changes it. */
const untouched = {root: '/', timeout: 30, maxTries: 4};

/** As PEM: the one whose certificate NetSuite has, and the one of a user of the SFTP server. */
export interface PrivateKeys {
  readonly netsuite: string;
  readonly sftp: string;
}

/** The other connectors, and what an application there knows. */
export const services = (privateKeys: PrivateKeys): readonly Journey[] => [
  {
    connectorId: 'airtable',
    methodId: 'personal-token',
    entries: {
      'Personal access token': airtableToken,
      'Base ID': 'appAbCdEfGhIjKlMn',
      'Table ID': 'tblAbCdEfGhIjKlMn',
    },
    wrong: {
      field: 'Personal access token',
      key: 'token',
      text: `${airtableToken.slice(0, -1)}0`,
    },
    type: 'token',
    values: {token: airtableToken, baseId: 'appAbCdEfGhIjKlMn', tableId: 'tblAbCdEfGhIjKlMn'},
  },
  {
    connectorId: 'akeneo',
    methodId: 'connection',
    entries: {
      'PIM address': 'https://pim.example.com',
      'Client ID': '1_client',
      Secret: 'pim secret',
      Username: 'connection_1',
      Password: 'pim password',
    },
    wrong: {field: 'Username', key: 'username', text: 'connection_2'},
    type: 'custom',
    values: {
      url: 'https://pim.example.com',
      clientId: '1_client',
      clientSecret: 'pim secret',
      username: 'connection_1',
      password: 'pim password',
    },
    answers: afterToken,
  },
  {
    connectorId: 'business-central',
    methodId: 'service',
    entries: {
      'Tenant ID': uuid('c1'),
      'Environment name': 'Production',
      'Application (client) ID': uuid('c2'),
      'Client secret': 'aB8~Q.secret_1',
    },
    wrong: {field: 'Application (client) ID', key: 'clientId', text: uuid('c3')},
    type: 'oauth2-client-credentials',
    values: {
      tenantId: uuid('c1'),
      environment: 'Production',
      clientId: uuid('c2'),
      clientSecret: 'aB8~Q.secret_1',
      scope: 'https://api.businesscentral.dynamics.com/.default',
    },
    answers: afterToken,
  },
  {
    connectorId: 'hubspot',
    methodId: 'private-app',
    entries: {'Access token': `pat-eu1-${uuid('c3')}`},
    wrong: {field: 'Access token', key: 'token', text: `pat-eu1-${uuid('c4')}`},
    type: 'token',
    values: {token: `pat-eu1-${uuid('c3')}`},
  },
  {
    connectorId: 'netsuite',
    methodId: 'tba',
    entries: {
      'Account ID': '1234567-sb1',
      'Consumer key': 'ns consumer',
      'Consumer secret': 'ns consumer secret',
      'Token ID': 'ns token',
      'Token secret': 'ns token secret',
      Realm: '1234567_SB1',
    },
    wrong: {field: 'Realm', key: 'realm', text: '1234567_SB2'},
    type: 'oauth1',
    values: {
      account: '1234567-sb1',
      consumerKey: 'ns consumer',
      consumerSecret: 'ns consumer secret',
      token: 'ns token',
      tokenSecret: 'ns token secret',
      realm: '1234567_SB1',
    },
  },
  {
    connectorId: 'netsuite',
    methodId: 'm2m',
    choose: 'OAuth 2 with a certificate',
    entries: {
      'Account ID': '1234567-sb1',
      'Consumer key': 'ns client',
      'Certificate ID': 'certificate-1',
      'Private key': privateKeys.netsuite,
    },
    wrong: {field: 'Certificate ID', key: 'certificateId', text: 'certificate-2'},
    type: 'oauth2-client-credentials',
    values: {
      account: '1234567-sb1',
      clientId: 'ns client',
      certificateId: 'certificate-1',
      privateKey: privateKeys.netsuite,
      scope: 'rest_webservices',
    },
    answers: afterToken,
  },
  {
    connectorId: 'odoo',
    methodId: 'api-key',
    entries: {
      'Odoo address': 'https://acme.odoo.com',
      Database: 'acme',
      'Email or user name': 'anna@example.com',
      'API key': 'odoo-key-1',
    },
    wrong: {field: 'API key', key: 'apiKey', text: 'odoo-key-2'},
    type: 'custom',
    values: {
      url: 'https://acme.odoo.com',
      database: 'acme',
      username: 'anna@example.com',
      apiKey: 'odoo-key-1',
    },
    // Its no is a result.
    answers: [[200], [200]],
  },
  {
    connectorId: 'sftp',
    methodId: 'password',
    choose: 'User name and password',
    entries: {
      Host: 'sftp.example.com',
      'Port (optional)': '2222',
      'User name': 'anna',
      Password: 'sftp: pass word',
    },
    wrong: {field: 'Password', key: 'password', text: 'sftp: password'},
    type: 'custom',
    values: {
      host: 'sftp.example.com',
      port: 2222,
      username: 'anna',
      password: 'sftp: pass word',
      ...untouched,
    },
  },
  {
    connectorId: 'sftp',
    methodId: 'key',
    entries: {
      Host: 'sftp.example.com',
      'Port (optional)': '2222',
      'User name': 'anna',
      'Private key': privateKeys.sftp,
      'Passphrase (optional)': 'open sesame',
    },
    wrong: {field: 'Passphrase (optional)', key: 'passphrase', text: 'open barley'},
    type: 'custom',
    values: {
      host: 'sftp.example.com',
      port: 2222,
      username: 'anna',
      privateKey: privateKeys.sftp,
      passphrase: 'open sesame',
      ...untouched,
    },
  },
  {
    connectorId: 'xero',
    methodId: 'custom-connection',
    entries: {
      'Client ID': xeroClient,
      'Client secret': 'xero-secret-1',
      'Advanced settings': {press: 'Enter'},
      'Scope (optional)': 'accounting.transactions accounting.contacts',
    },
    wrong: {
      field: 'Scope (optional)',
      key: 'scope',
      text: 'accounting.transactions accounting.reports',
    },
    type: 'oauth2-client-credentials',
    values: {
      baseUrl: 'https://api.xero.com',
      clientId: xeroClient,
      clientSecret: 'xero-secret-1',
      scope: 'accounting.transactions accounting.contacts',
    },
    answers: afterToken,
  },
];
