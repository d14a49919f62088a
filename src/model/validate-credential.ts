import {needsAuthorization, readAuthorization} from './check-authorization.js';
import {checkValue} from './check-value.js';
import {
  findMethod,
  type Credential,
  type CredentialChange,
  type ExistingCredential,
} from './credential.js';
import type {FieldValue} from './definition.js';
import {DiagnosticList, pointer, type Parameters} from './diagnostic.js';
import {fixedValue, storedSecrets, visibleVariables} from './draft.js';
import {expandUrlTemplate} from './expand-template.js';
import {isEmpty} from './is-empty.js';
import {copyJson, deepFreeze, isJsonObject, type JsonObject, type JsonValue} from './json.js';
import {DEFAULT_LIMITS} from './limits.js';
import type {AvailableMethod, Connector, FieldValues, Issue, Variable} from './method-kind.js';

/** Something wrong with a credential. */
export interface CredentialIssue extends Issue {
  /** Where in the credential, as a JSON Pointer (RFC 6901). */
  readonly path: string;
  readonly params: Parameters;
}

/** Either the credential, complete and frozen, or everything that is wrong with it. */
export type CredentialValidation<C = Credential> =
  | {readonly ok: true; readonly credential: C}
  | {readonly ok: false; readonly issues: readonly CredentialIssue[]};

/**
 * Judges a credential by the definition of its connector. Never throws, and says the same in the
 * browser and on a server. Nothing beyond what the definition asks for is let through.
 *
 * @param input - The credential, from wherever it came.
 * @param existing - What is stored, when `input` changes an existing connection.
 * @param awaitsAuthorization - Whether the user is still to authorise, so that it is not asked for.
 * @param issuer - Who must have granted it, where that is not whom the definition names.
 */
export function validateCredentialFor(
  connector: Connector | undefined,
  input: unknown,
  existing?: ExistingCredential,
  awaitsAuthorization = false,
  issuer?: string,
): CredentialValidation<Credential | CredentialChange> {
  const issues: CredentialIssue[] = [];
  const report = (issue: Issue, ...segments: readonly PropertyKey[]) => {
    issues.push({...issue, params: issue.params ?? {}, path: pointer(segments)});
  };
  const refuse = (): CredentialValidation<never> => ({ok: false, issues: deepFreeze(issues)});

  const lost = new DiagnosticList();
  const copied = copyJson(input, DEFAULT_LIMITS, lost);
  if (
    !connector ||
    lost.entries.length ||
    !isJsonObject(copied) ||
    !isJsonObject(copied['values'])
  ) {
    report({code: 'credential_invalid'});
    return refuse();
  }
  const {methodId} = copied;
  const method = findMethod(connector, typeof methodId === 'string' ? methodId : undefined);
  if (copied['connectorId'] !== connector.id) report({code: 'credential_connector'}, 'connectorId');
  if (!method) report({code: 'credential_method'}, 'methodId');
  else if (copied['type'] !== method.type) report({code: 'credential_type'}, 'type');
  const known = [
    ...PROPERTIES,
    ...(existing ? ['kept', 'cleared'] : []),
    ...(method?.authorization ? ['authorization'] : []),
    ...(method?.authorization && existing ? ['authorizationKept'] : []),
  ];
  for (const name of Object.keys(copied)) {
    if (!known.includes(name)) report({code: 'credential_unexpected'}, name);
  }
  if (!method || issues.length) return refuse();

  const fates = existing && resolveStored(method, existing, copied, report);
  const values = readValues(method, copied['values'], fates, report);
  if (!issues.length) {
    for (const issue of [...checkAddresses(method, values), ...runCheck(method, values)]) {
      report(issue, 'values', ...(issue.key === undefined ? [] : [issue.key]));
    }
  }
  const authorized = awaitsAuthorization
    ? {}
    : checkAuthorized(method, copied, {values, existing, issuer});
  if (!authorized) report({code: 'credential_authorization'}, 'authorization');
  if (issues.length) return refuse();
  const credential: Credential | CredentialChange = {
    connectorId: connector.id,
    methodId: method.id,
    type: method.type,
    values,
    ...(existing && {kept: textsOf(copied['kept']), cleared: textsOf(copied['cleared'])}),
    ...authorized,
  };
  return {ok: true, credential: deepFreeze(credential)};
}

type Report = (issue: Issue, ...segments: readonly PropertyKey[]) => void;

const PROPERTIES = ['connectorId', 'methodId', 'type', 'values'];

const textsOf = (value: JsonValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

/**
 * Checks that each stored secret has exactly one fate: replaced by a value, kept or cleared.
 *
 * @returns What is to be had without a value, by key.
 */
function resolveStored(
  method: AvailableMethod,
  existing: ExistingCredential,
  input: JsonObject,
  report: Report,
): ReadonlyMap<string, 'kept' | 'cleared'> {
  const stored = storedSecrets(method, existing);
  const fates = new Map<string, 'kept' | 'cleared'>();
  for (const fate of ['kept', 'cleared'] as const) {
    const keys = input[fate];
    if (!Array.isArray(keys)) report({code: 'credential_stored'}, fate);
    else {
      for (const [index, key] of keys.entries()) {
        if (typeof key !== 'string' || !stored.has(key) || fates.has(key)) {
          report({code: 'credential_stored'}, fate, index);
        } else fates.set(key, fate);
      }
    }
  }
  const values = input['values'] as JsonObject;
  for (const key of stored) {
    if (Object.hasOwn(values, key) === fates.has(key)) {
      report({code: 'credential_stored', key}, 'values', key);
    }
  }
  return fates;
}

function readValues(
  method: AvailableMethod,
  given: JsonObject,
  fates: ReadonlyMap<string, 'kept' | 'cleared'> | undefined,
  report: Report,
): FieldValues {
  const valueOf = (variable: Variable): unknown => {
    const {key, type} = variable;
    if (Object.hasOwn(given, key)) return given[key];
    if (fates?.has(key)) return undefined;
    return fixedValue(variable) ?? (type === 'boolean' ? false : undefined);
  };
  const byKey = new Map(method.variables.map((variable) => [variable.key, valueOf(variable)]));
  const visible = visibleVariables(method, (key) => byKey.get(key) as FieldValue | undefined);
  const values: Record<string, FieldValue> = {};
  for (const variable of visible) {
    const {key} = variable;
    const value = byKey.get(key);
    const fixed = fixedValue(variable);
    const issue = fates?.get(key) === 'kept' ? undefined : checkValue(variable, value);
    if (issue) report(issue, 'values', key);
    else if (fixed !== undefined && JSON.stringify(value) !== JSON.stringify(fixed)) {
      report({code: 'field_fixed', key}, 'values', key);
    } else if (!isEmpty(variable, value)) values[key] = value as FieldValue;
  }
  const asked = new Set(visible.map(({key}) => key));
  for (const key of Object.keys(given)) {
    if (!asked.has(key)) report({code: 'field_unexpected', key}, 'values', key);
  }
  return values;
}

interface Circumstances {
  readonly values: FieldValues;
  readonly existing: ExistingCredential | undefined;
  readonly issuer: string | undefined;
}

/** What was granted, or that it stays as it was; nothing for a method that asks for neither. */
function checkAuthorized(
  method: AvailableMethod,
  {authorization: given, authorizationKept: isKept}: JsonObject,
  {values, existing, issuer}: Circumstances,
): Pick<CredentialChange, 'authorization' | 'authorizationKept'> | undefined {
  if (!method.authorization) return {};
  if (isKept !== undefined) {
    const isAllowed = isKept === true && given === undefined;
    return isAllowed && !needsAuthorization(method, existing, values)
      ? {authorizationKept: true}
      : undefined;
  }
  const authorization = readAuthorization(method.authorization, given, issuer);
  return authorization && {authorization};
}

/** Whether the values fit where the addresses of the method name them. */
function checkAddresses({addresses = {}}: AvailableMethod, values: FieldValues): readonly Issue[] {
  return Object.values(addresses).flatMap((address) => {
    const expansion = expandUrlTemplate(address, values);
    if (expansion.ok) return [];
    const {code, key} = expansion;
    return [{code, ...(key && {key})}];
  });
}

function runCheck(method: AvailableMethod, values: FieldValues): readonly Issue[] {
  try {
    return [...(method.check?.(values) ?? [])];
  } catch {
    // A third party's kind: what it threw may hold a secret, so it is not repeated.
    return [{code: 'credential_invalid'}];
  }
}
