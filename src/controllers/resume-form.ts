import {troubleWords} from '../messages/authorization-trouble-words.js';
import type {Wording} from '../messages/wording.js';
import type {Authorization} from '../model/authorization.js';
import {toRaw} from '../model/draft.js';
import type {KeyslotAuthorizationError} from '../oauth/authorization-error.js';
import {takeRecord} from '../oauth/detours.js';
import type {RedirectRecord} from '../oauth/redirect-record.js';
import type {AuthorizationController, AuthorizationHost} from './authorization-controller.js';
import {withGrant} from './form-grant.js';
import type {MethodForm} from './method-form.js';

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
  {element, forms, resumeKey, submit, report}: AuthorizationHost,
  {connectorId, prefix, judge}: ResumeContext,
): Promise<void> {
  const returned = takeRecord(prefix, connectorId, ports, resumeKey());
  if (!returned) return;
  const {methodId, values, omitted, record} = returned;
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
    const keys = omitted.filter((key) => form.find(key));
    if (keys.length === 0) submit();
    else await askAgain(form, keys, {forms, report});
  } catch (error) {
    await tell(form, error as KeyslotAuthorizationError);
  }
}

/** What did not survive leaving the page is not to be missing in silence. */
async function askAgain(
  form: MethodForm,
  keys: readonly string[],
  {forms, report}: Pick<AuthorizationHost, 'forms' | 'report'>,
): Promise<void> {
  const code = 'field_required';
  const say = (wording: Wording) => troubleWords(wording).secretAgain;
  for (const key of keys) form.problems.set(key, {code, say});
  // What shows them may still be on its way.
  await forms.loadJudge();
  await forms.showProblems();
  report({code, phase: 'input', retry: 'edit', methodId: form.method.id, key: keys[0]});
}
