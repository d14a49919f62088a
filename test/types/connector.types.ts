import {
  builtIns,
  defineConnector,
  defineMethodKind,
  type ConnectorDefinition,
  type MethodKind,
} from '../../src/core.js';

/** As `stories/connectors/shopify.json` has it. */
export const shopify = defineConnector({
  version: 1,
  id: 'shopify',
  name: 'Shopify',
  docs: 'https://help.shopify.com/en/manual/apps/app-types/custom-apps',
  variables: [
    {
      key: 'store',
      label: 'Store name',
      required: true,
      help: 'The part of your admin address before .myshopify.com.',
      example: 'my-store',
      suffix: '.myshopify.com',
      format: 'dns-label',
      alias: 'store_name',
    },
  ],
  methods: [
    {
      id: 'admin-token',
      type: 'token',
      name: {en: 'Admin API access token'},
      recommended: true,
      variables: [
        {use: 'store', advanced: true},
        {key: 'token', pattern: {regex: 'shpat_[0-9a-fA-F]{32}', message: {en: 'The whole token'}}},
        {
          key: 'apiVersion',
          type: 'select',
          default: '2026-10',
          options: [{value: '2026-10', label: 'October 2026'}, {value: '2026-07'}],
        },
        {key: 'own', visibleWhen: {key: 'apiVersion', in: ['2026-07']}, autofill: 'login'},
      ],
    },
    {id: 'login', type: 'basic', deprecated: true},
  ],
});

// @ts-expect-error -- a connector has methods
defineConnector({id: 'a', name: 'A'});
// @ts-expect-error -- and a name
defineConnector({id: 'a', methods: []});
// @ts-expect-error -- there is one version of the format
defineConnector({version: 2, id: 'a', name: 'A', methods: []});
// @ts-expect-error -- no unknown properties
defineConnector({id: 'a', name: 'A', methods: [], author: 'me'});
// @ts-expect-error -- a method has an id
defineConnector({id: 'a', name: 'A', methods: [{type: 'token'}]});
// @ts-expect-error -- and a type that is known
defineConnector({id: 'a', name: 'A', methods: [{id: 'a', type: 'saml'}]});
// @ts-expect-error -- no unknown settings
defineConnector({id: 'a', name: 'A', methods: [{id: 'a', type: 'token', in: 'header'}]});
// @ts-expect-error -- a name is a text, or one for each language
defineConnector({id: 'a', name: {en: 1}, methods: []});

const withVariable = <const V extends object>(variable: V) =>
  ({id: 'a', name: 'A', methods: [{id: 'a', type: 'custom', variables: [variable]}]}) as const;

defineConnector(withVariable({key: 'a'}));
// @ts-expect-error -- a variable has a key
defineConnector(withVariable({label: 'A'}));
// @ts-expect-error -- a variable has a type that is known
defineConnector(withVariable({key: 'a', type: 'color'}));
// @ts-expect-error -- a format is known
defineConnector(withVariable({key: 'a', format: 'ipv4'}));
// @ts-expect-error -- an option has a value
defineConnector(withVariable({key: 'a', type: 'select', options: [{label: 'A'}]}));
// @ts-expect-error -- a length is a number
defineConnector(withVariable({key: 'a', maxLength: '5'}));
// @ts-expect-error -- a pattern has a regex
defineConnector(withVariable({key: 'a', pattern: {message: 'x'}}));

const pin = defineMethodKind({
  type: 'pin',
  settings: {properties: {digits: {type: 'number'}}, required: ['digits']},
});
const plain: MethodKind<'plain'> = {type: 'plain', bind: () => ({})};
export const registry = builtIns.with(pin, plain);

export const ownKinds = defineConnector<typeof registry>({
  id: 'acme',
  name: 'Acme',
  methods: [
    {id: 'a', type: 'pin', digits: 4},
    // A plain object says nothing about its settings.
    {id: 'b', type: 'plain', anything: true},
    {id: 'c', type: 'token'},
  ],
});

// @ts-expect-error -- a setting that is needed
defineConnector<typeof registry>({id: 'a', name: 'A', methods: [{id: 'a', type: 'pin'}]});
defineConnector<typeof registry>({
  id: 'a',
  name: 'A',
  // @ts-expect-error -- a setting is of its type
  methods: [{id: 'a', type: 'pin', digits: 'four'}],
});
// @ts-expect-error -- without the registry the type is unknown
defineConnector({id: 'a', name: 'A', methods: [{id: 'a', type: 'pin', digits: 4}]});

// Where the kinds are not known, any type will do.
export const open: ConnectorDefinition = {
  id: 'acme',
  name: 'Acme',
  methods: [{id: 'a', type: 'pin', digits: 4}],
};
