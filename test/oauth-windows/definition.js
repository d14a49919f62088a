// The application whose users sign in, on both pages of the host.

export const PROVIDER = `http://idp.localhost:${location.port}/authorize`;

/**
 * @param method - What the method says, beside the usual.
 * @param rest - What the definition says, beside the usual.
 */
export const definitionOf = (method = {}, {otherMethods = [], ...rest} = {}) => ({
  version: 1,
  id: 'example',
  name: 'Example',
  methods: [
    {
      id: 'window',
      type: 'oauth2-authorization-code',
      authorizationUrl: PROVIDER,
      clientId: 'example-client',
      scopes: [{value: 'orders:read', required: true}],
      ...method,
    },
    ...otherMethods,
  ],
  ...rest,
});
