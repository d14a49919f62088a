import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {
  apiKeyMethod,
  apiKeyInCookie,
  apiKeyInQuery,
  authorizationCode,
  basicMethod,
  certificate,
  clientCredentials,
  customMethod,
  noneMethod,
  oauth1Method,
  oauth1Rsa,
  tokenMethod,
} from './fixtures/kinds.js';
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {connectWith, find} from './support/play.js';
import {button, field, inside, method} from './support/shadow.js';

const meta = {
  title: 'Kinds',
  component: 'keyslot-connect',
  tags: ['!autodocs'],
  args: connectArgs,
  argTypes: connectArgTypes,
  render: (args) => connect(args),
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

const pem = ['-----BEGIN PRIVATE KEY-----', 'MIIEvQIBADANBg', '-----END PRIVATE KEY-----', ''].join(
  '\n',
);

/** `basic`: a user name and a password. */
export const Basic: Story = {
  args: {connector: basicMethod},
  play: async ({canvasElement}) => {
    const credential = await connectWith(canvasElement, {
      'User name': 'anna',
      Password: 'correct horse',
    });
    await expect(credential).toEqual({
      connectorId: 'harbour',
      methodId: 'login',
      type: 'basic',
      values: {username: 'anna', password: 'correct horse'},
    });
  },
};

/** A colon would end the user name, so it is pointed out. */
export const BasicColon: Story = {
  args: {connector: basicMethod},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.type(field(element, 'User name'), 'anna:admin');
    await userEvent.type(field(element, 'Password'), 'x');
    await userEvent.click(button(element));
    await inside(element).findByText('Enter the user name without a colon');
  },
};

/** `token`: one token that the user already has. */
export const Token: Story = {
  args: {connector: tokenMethod},
  play: async ({canvasElement}) => {
    const credential = await connectWith(canvasElement, {'Access token': 'token-1'});
    await expect(credential).toEqual({
      connectorId: 'harbour',
      methodId: 'token',
      type: 'token',
      values: {token: 'token-1'},
    });
  },
};

/** `api-key`, sent in a header. */
export const ApiKey: Story = {
  args: {connector: apiKeyMethod},
  play: async ({canvasElement}) => {
    const credential = await connectWith(canvasElement, {'API key': 'key-1'});
    await expect(credential).toEqual({
      connectorId: 'harbour',
      methodId: 'key',
      type: 'api-key',
      values: {apiKey: 'key-1'},
    });
  },
};

/** `api-key`, sent in the query. For the user it is the same. */
export const ApiKeyInQuery: Story = {
  args: {connector: apiKeyInQuery},
  play: async ({canvasElement}) => {
    const credential = await connectWith(canvasElement, {'API key': 'key & 1'});
    await expect(credential.values).toEqual({apiKey: 'key & 1'});
  },
};

/** `api-key`, sent in a cookie, which cannot hold every character. */
export const ApiKeyInCookie: Story = {
  args: {connector: apiKeyInCookie},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.type(field(element, 'API key'), 'key; 1');
    await userEvent.click(button(element));
    await inside(element).findByText(
      'Enter the API key without spaces, commas, quotes or semicolons',
    );
    const credential = await connectWith(canvasElement, {'API key': 'key-1'});
    await expect(credential.values).toEqual({apiKey: 'key-1'});
  },
};

/** `oauth2-client-credentials`: a client and its secret. The page’s own server asks for the token. */
export const ClientCredentials: Story = {
  args: {connector: clientCredentials},
  play: async ({canvasElement}) => {
    const credential = await connectWith(canvasElement, {
      'Client ID': 'client-1',
      'Client secret': 'correct horse',
    });
    await expect(credential).toEqual({
      connectorId: 'harbour',
      methodId: 'client',
      type: 'oauth2-client-credentials',
      values: {clientId: 'client-1', clientSecret: 'correct horse'},
    });
  },
};

/** The same with a private key, and a value that becomes a part of the token endpoint’s address. */
export const ClientCredentialsPrivateKey: Story = {
  args: {connector: certificate},
  play: async ({canvasElement}) => {
    const credential = await connectWith(canvasElement, {
      Account: 'acme-1',
      'Client ID': 'client-1',
      'Private key': pem,
    });
    await expect(credential).toEqual({
      connectorId: 'harbour',
      methodId: 'certificate',
      type: 'oauth2-client-credentials',
      values: {account: 'acme-1', clientId: 'client-1', privateKey: pem},
    });
  },
};

/** A value for the address that would send the secret elsewhere is refused. */
export const AddressInjection: Story = {
  args: {connector: certificate},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.type(field(element, 'Account'), 'evil.example/');
    await userEvent.type(field(element, 'Client ID'), 'client-1');
    await userEvent.type(field(element, 'Private key'), pem);
    await userEvent.click(button(element));
    await inside(element).findByText(
      'Enter only the account, for example acme-1, without https:// or slashes',
    );
  },
};

/**
 * `oauth2-authorization-code`: access that is granted in a window of the provider.
 */
export const AuthorizationCode: Story = {
  args: {connector: authorizationCode},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.click(method(element, /Sign in with Harbour/));
    await waitFor(() => expect(button(element, 'Continue to sign in')).toBeEnabled());
  },
};

/** `oauth1`: two pairs of keys, with which each request is signed. */
export const OAuth1: Story = {
  args: {connector: oauth1Method},
  play: async ({canvasElement}) => {
    const credential = await connectWith(canvasElement, {
      'Consumer key': 'consumer-1',
      'Consumer secret': 'correct horse',
      Token: 'token-1',
      'Token secret': 'battery staple',
      'Realm (optional)': '1234567_SB1',
    });
    await expect(credential).toEqual({
      connectorId: 'harbour',
      methodId: 'signed',
      type: 'oauth1',
      values: {
        consumerKey: 'consumer-1',
        consumerSecret: 'correct horse',
        token: 'token-1',
        tokenSecret: 'battery staple',
        realm: '1234567_SB1',
      },
    });
  },
};

/** The same, signed with a private key. */
export const OAuth1Rsa: Story = {
  args: {connector: oauth1Rsa},
  play: async ({canvasElement}) => {
    const credential = await connectWith(canvasElement, {
      'Consumer key': 'consumer-1',
      'Private key': pem,
      Token: 'token-1',
    });
    await expect(credential.values).toEqual({
      consumerKey: 'consumer-1',
      privateKey: pem,
      token: 'token-1',
    });
  },
};

/** `custom`: nothing but the variables that the definition lists. */
export const Custom: Story = {
  args: {connector: customMethod},
  play: async ({canvasElement}) => {
    const credential = await connectWith(canvasElement, {
      Database: 'harbour',
      Port: '5433',
      Passphrase: 'correct horse',
    });
    await expect(credential).toEqual({
      connectorId: 'harbour',
      methodId: 'database',
      type: 'custom',
      values: {database: 'harbour', port: 5433, passphrase: 'correct horse'},
    });
  },
};

/** `none`: nothing to prove. There is still something to confirm. */
export const None: Story = {
  args: {connector: noneMethod},
  play: async ({canvasElement}) => {
    const credential = await connectWith(canvasElement, {});
    await expect(credential).toEqual({
      connectorId: 'harbour',
      methodId: 'open',
      type: 'none',
      values: {},
    });
  },
};
