import type {Authorization} from './authorization.js';
import type {Connector, FieldValues, Method, MethodKind} from './method-kind.js';
import type {MethodRegistry} from './method-registry.js';

/** The validated result that a host receives: plain, frozen, serialisable data. */
export interface Credential<T extends string = string, V = object> {
  readonly connectorId: string;
  readonly methodId: string;
  readonly type: T;
  readonly values: V & FieldValues;
  /** What the user granted in the window of the provider, where the method has one. */
  readonly authorization?: Authorization;
}

/** The credential of an existing connection, edited. */
export interface CredentialChange<T extends string = string, V = object> {
  readonly connectorId: string;
  readonly methodId: string;
  readonly type: T;
  /** What was given; a secret that was kept is not among them. */
  readonly values: Partial<V> & FieldValues;
  /** The keys of stored secrets that stay as they are. */
  readonly kept: readonly string[];
  /** The keys of stored secrets to remove. */
  readonly cleared: readonly string[];
  /** What the user granted this time. */
  readonly authorization?: Authorization;
  /** What the user granted before stays as it is. */
  readonly authorizationKept?: true;
}

/** What a host has stored of a connection, without its secrets. */
export interface ExistingCredential {
  readonly methodId: string;
  /** The type the method had then. Where the definition has another by now, nothing is kept. */
  readonly type?: string;
  /** The stored values that are no secrets. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The keys of the stored secrets. */
  readonly stored: readonly string[];
  /** Whose account it is, for people. */
  readonly account?: string;
  /** The scopes that were asked for, where the user authorised. */
  readonly scopes?: readonly string[];
}

type KindOf<R> = R extends MethodRegistry<infer K> ? K : R;

/** The credentials that the kinds of a registry make, discriminated on `type`. */
export type CredentialOf<R> =
  KindOf<R> extends infer K
    ? K extends MethodKind<infer T, infer V>
      ? Credential<T, V>
      : never
    : never;

/** The same for edited credentials. */
export type CredentialChangeOf<R> =
  KindOf<R> extends infer K
    ? K extends MethodKind<infer T, infer V>
      ? CredentialChange<T, V>
      : never
    : never;

/** Stands for a value in what is displayed or logged. */
export const REDACTED = '[redacted]';

/**
 * A copy for display and logs. With the connector its secrets are redacted; without it nobody can
 * tell which values are secrets, so all are.
 */
export function redactCredential<C extends Credential | CredentialChange>(
  credential: C,
  connector?: Connector,
): C {
  const open = new Set(
    findMethod(connector, credential.methodId)
      ?.variables.filter(({secret}) => !secret)
      .map(({key}) => key),
  );
  const values = Object.fromEntries(
    Object.entries(credential.values).map(([key, value]) => [
      key,
      open.has(key) ? value : REDACTED,
    ]),
  );
  const {authorization} = credential;
  if (!authorization) return {...credential, values};
  const {redirectUri, issuer, scopes, ...secrets} = authorization;
  const redacted = Object.fromEntries(Object.keys(secrets).map((name) => [name, REDACTED]));
  return {
    ...credential,
    values,
    authorization: {...redacted, redirectUri, scopes, ...(issuer !== undefined && {issuer})},
  };
}

/** The method of an id, when it can be used. */
export function findMethod(
  connector: Connector | undefined,
  methodId: string | undefined,
): Extract<Method, {status: 'available'}> | undefined {
  const method = connector?.methods.find(({id}) => id === methodId);
  return method?.status === 'available' ? method : undefined;
}
