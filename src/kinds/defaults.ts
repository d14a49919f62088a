import type {CredentialChangeOf, CredentialOf, ExistingCredential} from '../model/credential.js';
import type {DefinedMethodKind} from '../model/define-method-kind.js';
import type {
  ConnectorDefinition,
  MethodDefinition,
  MethodDefinitionBase,
} from '../model/definition.js';
import type {WrittenFor} from '../model/json-schema.js';
import type {Limits} from '../model/limits.js';
import type {MethodKind} from '../model/method-kind.js';
import type {MethodRegistry} from '../model/method-registry.js';
import {parseConnectorWith} from '../model/parse-connector.js';
import {readConnector, type ParseResult} from '../model/read-connector.js';
import {validateCredentialFor, type CredentialValidation} from '../model/validate-credential.js';
import {builtIns, type BuiltIns} from './built-ins.js';

/** What a definition of a kind looks like. */
type DefinitionOf<K> =
  K extends DefinedMethodKind<infer T, infer _V, infer S>
    ? MethodDefinitionBase & {readonly type: T} & WrittenFor<S>
    : K extends MethodKind<infer T>
      ? MethodDefinition & {readonly type: T}
      : never;

interface ValidationOptions<R extends MethodRegistry> {
  readonly registry?: R;
  readonly issuer?: string | undefined;
}

type KindOf<R extends MethodRegistry> = R['kinds'][number];

/**
 * Helps to write a definition in TypeScript: completion and checks in the editor, nothing at run
 * time. With kinds of your own: `defineConnector<typeof registry>({…})`.
 */
export function defineConnector<R extends MethodRegistry = BuiltIns>(
  definition: ConnectorDefinition<DefinitionOf<KindOf<R>>>,
): ConnectorDefinition<DefinitionOf<KindOf<R>>> {
  return definition;
}

/**
 * Reads a connector definition from anywhere. Never throws: problems are diagnostics, and a method
 * that cannot be used stays in the list with `status: 'unavailable'` and the reason. The connector
 * is a deep-frozen copy; parsing it again is free.
 *
 * @param options.registry - The kinds to understand. The built-in ones, when absent.
 * @param options.limits - How large the definition may be.
 */
export function parseConnector(
  input: unknown,
  options: {readonly registry?: MethodRegistry; readonly limits?: Partial<Limits>} = {},
): ParseResult {
  return parseConnectorWith(options.registry ?? builtIns, input, options.limits);
}

/**
 * Judges a credential by the definition of its connector. Never throws, is synchronous, and says the
 * same in the browser and on a server: validate there what arrives.
 *
 * @param connector - A definition, or what was parsed of it.
 * @param options.existing - What is stored, when the credential changes an existing connection.
 * @param options.registry - The kinds to understand. The built-in ones, when absent.
 * @param options.issuer - Who must have answered a sign-in (RFC 9207), where your backend names
 *   another issuer than the definition does.
 */
export function validateCredential<R extends MethodRegistry = BuiltIns>(
  connector: unknown,
  input: unknown,
  options: {readonly existing: ExistingCredential} & ValidationOptions<R>,
): CredentialValidation<CredentialChangeOf<R>>;
export function validateCredential<R extends MethodRegistry = BuiltIns>(
  connector: unknown,
  input: unknown,
  options?: ValidationOptions<R>,
): CredentialValidation<CredentialOf<R>>;
export function validateCredential<R extends MethodRegistry = BuiltIns>(
  connector: unknown,
  input: unknown,
  options: {readonly existing?: ExistingCredential | undefined} & ValidationOptions<R>,
): CredentialValidation<CredentialOf<R> | CredentialChangeOf<R>>;
export function validateCredential(
  connector: unknown,
  input: unknown,
  options: {
    readonly existing?: ExistingCredential | undefined;
  } & ValidationOptions<MethodRegistry> = {},
): CredentialValidation<unknown> {
  const {registry = builtIns, existing, issuer} = options;
  const {connector: read} = readConnector(registry, connector);
  return validateCredentialFor(read, input, existing, false, issuer);
}
