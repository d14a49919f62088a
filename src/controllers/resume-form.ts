import type {Authorization} from '../model/authorization.js';
import {toRaw} from '../model/draft.js';
import type {KeyslotAuthorizationError} from '../oauth/authorization-error.js';
import {takeRecord} from '../oauth/detours.js';
import type {RedirectRecord} from '../oauth/redirect-record.js';
import type {AuthorizationController, AuthorizationHost} from './authorization-controller.js';
import {withGrant} from './form-grant.js';

interface ResumeContext {
  readonly connectorId: string;
  readonly prefix: string;
  readonly judge: (record: RedirectRecord | undefined) => Authorization;
}

/**
 * Goes on where a user left off who authorised in this tab: with what was entered, but for secrets,
 * and with what was granted. Few pages have it, so it is a chunk of its own.
 *
 * @param context - What the chunk of an attempt has already: the prefix of the keys of records, and
 *   what judges the answer of the provider.
 */
export async function resumeForm(
  {ports, tell}: AuthorizationController,
  {element, forms, resumeKey, submit}: AuthorizationHost,
  {connectorId, prefix, judge}: ResumeContext,
): Promise<void> {
  const returned = takeRecord(prefix, connectorId, ports, resumeKey());
  if (!returned) return;
  const {methodId, values, record} = returned;
  element.methodId = methodId;
  await element.updateComplete;
  const form = forms.current;
  if (form?.method.id !== methodId) return;
  for (const variable of form.method.variables) {
    const value = values[variable.key];
    if (value !== undefined) forms.fields.put(form, variable, toRaw(variable, value));
  }
  try {
    const authorization = judge(record);
    form.scopes = new Set(authorization.scopes);
    withGrant(form, {connectorId, methodId, type: form.method.type, values}, authorization);
    element.requestUpdate();
    await element.updateComplete;
    submit();
  } catch (error) {
    await tell(form, error as KeyslotAuthorizationError);
  }
}
