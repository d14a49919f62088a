import type {ConnectorDefinition, VariableDefinition} from '../../src/core.js';

/** A connector with one method of the kind that brings no variables of its own. */
export const formOf = (...variables: VariableDefinition[]): ConnectorDefinition => ({
  id: 'acme',
  name: 'Acme',
  methods: [{id: 'only', type: 'custom', name: 'Keys', variables}],
});

/** Two methods, neither of them chosen, that share a store and a secret. */
export const twoMethods: ConnectorDefinition = {
  id: 'acme',
  name: 'Acme',
  variables: [
    {key: 'store', label: 'Store name', required: true},
    {key: 'pin', label: 'PIN', secret: true},
  ],
  methods: [
    {
      id: 'key',
      type: 'token',
      name: 'API key',
      description: 'Made in the settings',
      variables: [{use: 'store'}, {use: 'pin'}],
    },
    {
      id: 'login',
      type: 'basic',
      name: 'Password',
      description: 'What you sign in with',
      variables: [{use: 'store'}, {use: 'pin'}],
    },
  ],
};

/** As many methods as asked for, named by their place. */
export const manyMethods = (count: number, names: readonly string[] = []): ConnectorDefinition => ({
  id: 'acme',
  name: 'Acme',
  methods: Array.from({length: count}, (_, index) => ({
    id: `method-${index}`,
    type: 'token',
    name: names[index] ?? `Way ${index}`,
  })),
});

/** One method that asks for a user name and a password. */
export const login: ConnectorDefinition = {
  id: 'acme',
  name: 'Acme',
  methods: [{id: 'login', type: 'basic'}],
};
