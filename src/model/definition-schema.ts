import {objectSchema} from './json-schema.js';

export const string = {type: 'string'} as const;
export const boolean = {type: 'boolean'} as const;
const number = {type: 'number'} as const;
const list = {type: 'array'} as const;

/** Texts by name. */
export const texts = {type: 'object', additionalProperties: string} as const;
export const text = {type: ['string', 'object'], additionalProperties: string} as const;
const scalar = {type: ['string', 'number', 'boolean']} as const;
const count = {type: 'integer', minimum: 0} as const;

/** A name that other parts of a definition, a credential or a template refer to. */
export const identifier = {
  type: 'string',
  maxLength: 128,
  pattern: String.raw`^[^\s{}\u0000-\u001f\u007f-\u009f\ud800-\udfff]+$`,
} as const;

const overrides = {
  label: text,
  help: text,
  required: boolean,
  advanced: boolean,
  configurable: boolean,
  alias: string,
  default: {type: [...scalar.type, 'array'], items: string},
} as const;

export const variableSchema = objectSchema(
  {
    ...overrides,
    key: identifier,
    type: {
      enum: [
        'text',
        'multiline',
        'url',
        'email',
        'number',
        'boolean',
        'select',
        'multiselect',
        'file',
        'keyvalue',
      ],
    },
    group: text,
    secret: boolean,
    example: string,
    docs: string,
    options: {
      ...list,
      items: objectSchema({value: string, label: text, description: text, group: text}, ['value']),
    },
    pattern: objectSchema({regex: string, message: text, severity: {enum: ['error', 'warning']}}, [
      'regex',
    ]),
    format: {enum: ['email', 'url', 'origin', 'hostname', 'dns-label', 'uuid', 'pem', 'json']},
    minLength: count,
    maxLength: count,
    min: number,
    max: number,
    prefix: string,
    suffix: string,
    encoding: {enum: ['text', 'base64']},
    visibleWhen: objectSchema({key: identifier, equals: scalar, in: {...list, items: scalar}}, [
      'key',
    ]),
    autofill: {enum: ['machine', 'login']},
  },
  ['key'],
);

export const useSchema = objectSchema({...overrides, use: identifier}, ['use']);

/** A token (RFC 9110 §5.6.2). */
export const headerName = {type: 'string', pattern: "^[\\w!#$%&'*+.^`|~-]+$"} as const;

/** Names and values that cannot begin another header (RFC 9110 §5.1, §5.5). */
const headers = {
  type: 'object',
  propertyNames: headerName,
  additionalProperties: {type: 'string', pattern: String.raw`^[^\r\n\0]*$`},
} as const;

const requestTemplate = objectSchema({headers, query: texts, body: texts});

/**
 * What all methods have; a kind reads the rest. Variables are read one by one, so that each has its
 * own diagnostics.
 */
export const methodSchema = {
  type: 'object',
  properties: {
    id: identifier,
    type: identifier,
    name: text,
    description: text,
    icon: string,
    docs: string,
    recommended: boolean,
    deprecated: boolean,
    variables: list,
    notes: {...list, items: objectSchema({label: text, text, value: string})},
    request: requestTemplate,
    tokenRequest: requestTemplate,
  },
  required: ['id', 'type'],
} as const;

export const connectorSchema = objectSchema(
  {
    version: {enum: [1]},
    id: identifier,
    name: text,
    logo: string,
    docs: string,
    variables: list,
    methods: list,
  },
  ['id', 'name', 'methods'],
);
