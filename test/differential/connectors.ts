import * as fc from 'fast-check';
import type {ConnectorDefinition, VariableDefinition, VariableUse} from '../../src/core.js';
import {changes, seldom, shapes} from './variables.js';

/** What a condition may wait for, and a host may say. */
export const TELLING = ['', ' ', 'x', 'abc', 'my-store', 0, 1, 5, '5', true, false] as const;

interface Kind {
  readonly settings: {readonly type: string; readonly [name: string]: unknown};
  /** Some of the variables that come with it. */
  readonly locked: readonly string[];
}

const oauth2 = (tokenUrl: string, clientAuthentication: string): Kind => ({
  settings: {type: 'oauth2-client-credentials', tokenUrl, clientAuthentication},
  locked: ['clientId', 'scope'],
});

const signIn = (authorizationUrl: string, settings: object, ...locked: string[]): Kind => ({
  settings: {type: 'oauth2-authorization-code', authorizationUrl, ...settings},
  locked,
});

/** What can be asked for: always, unless the user says otherwise, or if the user says so. */
export const SCOPES = [
  {value: 'read', required: true},
  {value: 'write', default: true},
  {value: 'admin'},
] as const;

const custom: Kind = {settings: {type: 'custom'}, locked: []};

const kinds: readonly Kind[] = [
  custom,
  {settings: {type: 'none'}, locked: []},
  {settings: {type: 'basic'}, locked: ['username', 'password']},
  {settings: {type: 'token'}, locked: ['token']},
  ...['header', 'query', 'cookie'].map((place) => ({
    settings: {type: 'api-key', in: place, parameterName: 'key', prefix: 'K '},
    locked: ['apiKey'],
  })),
  ...['basic', 'post', 'private-key-jwt', 'none'].map((authentication) =>
    oauth2('https://id.example.com/token', authentication),
  ),
  ...[
    'https://{{a}}.example.com/',
    'https://id.example.com/{{a}}?b={{b}}',
    '{{origin}}/token',
    'http://{{b}}.localhost:8080/',
  ].map((address) => oauth2(address, 'none')),
  ...['HMAC-SHA256', 'RSA-SHA1'].map((signatureMethod) => ({
    settings: {type: 'oauth1', signatureMethod},
    locked: ['consumerKey', 'realm'],
  })),
];

const windows: readonly Kind[] = [
  signIn('https://id.example.com/', {}, 'clientId', 'clientSecret'),
  signIn('https://{{a}}.example.com/', {scopes: SCOPES}, 'clientId', 'clientSecret'),
  signIn('https://id.example.com/', {scopes: SCOPES, clientId: 'keyslot'}),
  signIn('https://id.example.com/{{a}}', {
    clientId: 'keyslot',
    tokenUrl: 'https://id.example.com/{{b}}',
  }),
  ...[{}, {consumerKey: 'keyslot'}].map((settings) => ({
    settings: {type: 'oauth1', authorizationUrl: 'https://{{a}}.example.com/', ...settings},
    locked: Object.keys(settings).length > 0 ? ['realm'] : ['consumerKey', 'realm'],
  })),
];

const OWN_KEYS = ['a', 'b', 'c', 'd', 'toString', 'é"]', 'origin'] as const;
const MOST = 7;

const listOf = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.array(arbitrary, {minLength: MOST, maxLength: MOST});

const condition = fc.record({
  /** The place of the variable that it is about. */
  on: fc.nat(MOST),
  equals: seldom(2, fc.constantFrom(...TELLING)),
  several: seldom(2, fc.array(fc.constantFrom(...TELLING), {maxLength: 3})),
});

const parts = fc.record({
  kind: fc.oneof(
    {weight: 4, arbitrary: fc.constant(custom)},
    {weight: 2, arbitrary: fc.constantFrom(...kinds)},
    {weight: 3, arbitrary: fc.constantFrom(...windows)},
  ),
  own: fc.uniqueArray(fc.tuple(fc.constantFrom(...OWN_KEYS), shapes), {
    maxLength: 5,
    selector: ([key]) => key,
  }),
  ofKind: fc.array(seldom(3, changes), {minLength: 2, maxLength: 2}),
  ofConnector: listOf(seldom(4, changes)),
  conditions: listOf(seldom(3, condition)),
});

/** Definitions with one method that can be used. */
export const connectors: fc.Arbitrary<ConnectorDefinition> = parts.map(
  ({kind: {settings, locked}, own, ofKind, ofConnector, conditions}) => {
    const named = [...JSON.stringify(settings).matchAll(/\{\{(\w+)\}\}/g)].map(([, key]) => key!);
    const missing = named.filter((name) => !own.some(([key]) => key === name));
    const changed = locked.flatMap((key, index) => (ofKind[index] ? {key, ...ofKind[index]} : []));
    const plain: readonly VariableDefinition[] = [
      ...changed,
      ...own.map(([key, shape]) => ({key, ...shape})),
      ...missing.map((key) => ({key, required: true})),
    ];
    const keys = [...locked, ...plain.map(({key}) => key)];
    const variables = plain.map((variable, index): VariableDefinition => {
      const given = conditions[index];
      const visibleWhen = given && {
        key: keys[given.on % keys.length]!,
        ...(given.equals !== undefined && {equals: given.equals}),
        ...(given.several && {in: given.several}),
      };
      return {
        ...variable,
        // An address names no secret.
        ...(variable.secret && named.includes(variable.key) && {secret: false}),
        // Nothing else can stand for a whole origin.
        ...(variable.key === 'origin' && {format: 'origin'}),
        ...(visibleWhen && {visibleWhen}),
      };
    });
    const isShared = ({key}: VariableDefinition, index: number) =>
      ofConnector[index] !== undefined && !locked.includes(key);
    return {
      id: 'acme',
      name: 'Acme',
      variables: variables.filter(isShared),
      methods: [
        {
          id: 'only',
          ...settings,
          variables: variables.map((variable, index): VariableDefinition | VariableUse =>
            isShared(variable, index) ? {use: variable.key, ...ofConnector[index]} : variable,
          ),
        },
      ],
    };
  },
);
