import {askedScopes, type Authorization} from '../model/authorization.js';
import {basisOfGrant, isGoodFor, needsAuthorization} from '../model/check-authorization.js';
import type {Credential, CredentialChange, ExistingCredential} from '../model/credential.js';
import type {FieldValues} from '../model/method-kind.js';
import type {MethodForm} from './method-form.js';

/** What a form asks for. */
export function scopesOf(
  {method: {authorization: plan, id}, scopes}: Pick<MethodForm, 'method' | 'scopes'>,
  existing: ExistingCredential | undefined,
): readonly string[] {
  const stored = existing?.methodId === id ? existing.scopes : undefined;
  return plan ? askedScopes(plan, scopes ?? (stored && new Set(stored))) : [];
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
  if (grant && isGoodFor(grant.basis, method, values, scopes)) {
    return {authorization: grant.authorization};
  }
  // Whoever asks for something else, be it for less, is not to find it kept as it was.
  const isChosen = String(scopes) !== String(scopesOf({method, scopes: undefined}, existing));
  const isDue = isReauthorizing || isChosen || needsAuthorization(method, existing, values);
  return isDue ? undefined : {authorizationKept: true};
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
