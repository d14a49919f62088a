import type {ConnectorDefinition} from '../../src/index.js';

const response = await fetch('/provider-address.json');

/** Where the provider of the tests is. */
export const {origin: provider} = (await response.json()) as {readonly origin: string};

/** An application whose users sign in at the provider, which does this with it. */
export const signInAt = (path: '/allow' | '/deny' | '/wait'): ConnectorDefinition => ({
  id: 'shop',
  name: 'Shop',
  methods: [
    {
      id: 'sign-in',
      type: 'oauth2-authorization-code',
      authorizationUrl: provider + path,
      issuer: provider,
      clientId: 'client-1',
      scopes: [
        {value: 'read', required: true},
        {value: 'write', label: 'Change orders'},
      ],
      variables: [
        {key: 'store', label: 'Store name', required: true},
        {key: 'pin', label: 'PIN', secret: true},
      ],
    },
  ],
});

/** How the page of the tests lets its users sign in. */
export const oauth = {
  redirectUri: new URL('/test/journeys/callback.html', location.href).href,
  allowLoopback: true,
};
