import {askedScopes, type Authorization} from '../model/authorization.js';
import {basisOfGrant, needsAuthorization} from '../model/check-authorization.js';
import type {Credential, CredentialChange, ExistingCredential} from '../model/credential.js';
import type {FieldValues} from '../model/method-kind.js';
import type {MethodForm} from './method-form.js';

/** What a form asks for. */
export function scopesOf(
  form: MethodForm,
  existing: ExistingCredential | undefined,
): readonly string[] {
  const {authorization: plan, id} = form.method;
  const stored = existing?.methodId === id ? existing.scopes : undefined;
  return plan ? askedScopes(plan, form.scopes ?? (stored && new Set(stored))) : [];
}

/**
 * What a credential of the form says of the user's authorization. `undefined` when the user is still
 * to authorise: nothing was granted yet, or for something else than what the form says by now.
 */
export function grantOf(
  form: MethodForm,
  values: FieldValues,
  existing: ExistingCredential | undefined,
): Pick<CredentialChange, 'authorization' | 'authorizationKept'> | undefined {
  const {method, grant, isReauthorizing} = form;
  if (!method.authorization) return {};
  const scopes = scopesOf(form, existing);
  if (grant?.basis === basisOfGrant(method, values, scopes)) {
    return {authorization: grant.authorization};
  }
  const isKept = !isReauthorizing && !needsAuthorization(method, existing, values, scopes);
  return isKept ? {authorizationKept: true} : undefined;
}

/** Puts what was granted in a credential, and keeps it for as long as it is good. */
export function withGrant(
  form: MethodForm,
  credential: Credential | CredentialChange,
  authorization: Authorization,
): Credential | CredentialChange {
  const basis = basisOfGrant(form.method, credential.values, authorization.scopes);
  form.grant = {authorization, basis};
  return Object.freeze({...credential, authorization});
}
