import type {Credential, CredentialChange, ExistingCredential} from '../model/credential.js';
import type {MethodForm} from './method-form.js';
import type {SubmitResult} from './submit-event.js';

/** What the host has stored now, to go on with should the user want to edit it. */
export function savedOf(
  {method}: MethodForm,
  credential: Credential | CredentialChange,
  {account}: SubmitResult,
  existing: ExistingCredential | undefined,
): ExistingCredential {
  const {methodId, type, values} = credential;
  const secrets = new Set(method.variables.filter(({secret}) => secret).map(({key}) => key));
  const entries = Object.entries(values);
  const kept = 'kept' in credential ? credential.kept : [];
  const scopes = credential.authorization?.scopes ?? existing?.scopes;
  return {
    methodId,
    type,
    values: Object.fromEntries(entries.filter(([key]) => !secrets.has(key))),
    stored: [...kept, ...entries.flatMap(([key]) => (secrets.has(key) ? [key] : []))],
    ...(account !== undefined && {account}),
    ...(scopes && {scopes}),
  };
}
