import * as z from 'zod/mini';
import type {
  FieldValue,
  LocalizedText,
  OptionDefinition,
  PatternDefinition,
  RequestTemplate,
  VariableDefinition,
  VariableOverrides,
  VariableUse,
  VisibilityDefinition,
} from './definition.js';
import {isJsonObject} from './json.js';

/** A schema whose result is exactly the interface that documents it. */
type SchemaOf<T> = z.ZodMiniType<T>;

const optional = z.exactOptional;
const isScalar = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isJsonObject(value) && Object.values(value).every((entry) => typeof entry === 'string');

// Predicates, where zod's own unions and records would cost every page 0.3 kB more.
/** Texts by name. */
export const texts = z.custom<Readonly<Record<string, string>>>(isTexts);
export const text = z.custom<LocalizedText>((value) => typeof value === 'string' || isTexts(value));
const scalar = z.custom<string | number | boolean>(isScalar);

const count = z.number().check(z.refine((value) => Number.isInteger(value) && value >= 0));

/** A name that other parts of a definition, a credential or a template refer to. */
const identifier = z
  .string()
  .check(z.refine((name) => name.length <= 128 && /^[^\s{}\p{Cc}\p{Cs}]+$/u.test(name)));

const overrides = {
  label: optional(text),
  help: optional(text),
  required: optional(z.boolean()),
  advanced: optional(z.boolean()),
  configurable: optional(z.boolean()),
  alias: optional(z.string()),
  default: optional(
    z.custom<FieldValue>(
      (value) =>
        isScalar(value) ||
        (Array.isArray(value) && value.every((entry) => typeof entry === 'string')),
    ),
  ),
} satisfies {[name in keyof VariableOverrides]: unknown};

export const variableSchema: SchemaOf<VariableDefinition> = z.strictObject({
  ...overrides,
  key: identifier,
  type: optional(z.literal(['text', 'multiline', 'url', 'email', 'number', 'boolean', 'select'])),
  secret: optional(z.boolean()),
  example: optional(z.string()),
  docs: optional(z.string()),
  options: optional(
    z.array<SchemaOf<OptionDefinition>>(
      z.strictObject({
        value: z.string(),
        label: optional(text),
        description: optional(text),
        group: optional(text),
      }),
    ),
  ),
  pattern: optional<SchemaOf<PatternDefinition>>(
    z.strictObject({regex: z.string(), message: optional(text)}),
  ),
  format: optional(
    z.literal(['email', 'url', 'origin', 'hostname', 'dns-label', 'uuid', 'pem', 'json']),
  ),
  minLength: optional(count),
  maxLength: optional(count),
  min: optional(z.number()),
  max: optional(z.number()),
  prefix: optional(z.string()),
  suffix: optional(z.string()),
  visibleWhen: optional<SchemaOf<VisibilityDefinition>>(
    z.strictObject({key: identifier, equals: optional(scalar), in: optional(z.array(scalar))}),
  ),
  autofill: optional(z.literal(['machine', 'login'])),
});

export const useSchema: SchemaOf<VariableUse> = z.strictObject({...overrides, use: identifier});

/** Names and values that cannot begin another header (RFC 9110 §5.1, §5.5). */
const headers = z.custom<Readonly<Record<string, string>>>(
  (fields) =>
    isTexts(fields) &&
    Object.entries(fields).every(
      ([name, value]) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/[\r\n\0]/.test(value),
    ),
);

const requestTemplate: SchemaOf<RequestTemplate> = z.strictObject({
  headers: optional(headers),
  query: optional(texts),
  body: optional(texts),
});

/** What all methods have. Variables are read one by one, so that each has its own diagnostics. */
export const methodShape = {
  id: identifier,
  type: identifier,
  name: optional(text),
  description: optional(text),
  icon: optional(z.string()),
  docs: optional(z.string()),
  recommended: optional(z.boolean()),
  deprecated: optional(z.boolean()),
  variables: optional(z.array(z.unknown())),
  request: optional(requestTemplate),
  tokenRequest: optional(requestTemplate),
};
export const methodSchema = z.object(methodShape);

export const connectorSchema = z.strictObject({
  version: optional(z.literal(1)),
  id: identifier,
  name: text,
  logo: optional(z.string()),
  docs: optional(z.string()),
  variables: optional(z.array(z.unknown())),
  methods: z.array(z.unknown()),
});
