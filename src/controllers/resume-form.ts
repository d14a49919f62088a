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
  /** Throws a {@link KeyslotAuthorizationError}, and nothing else. */
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
  {element, forms, submission, resumeKey, submit, report}: AuthorizationHost,
  {connectorId, prefix, judge}: ResumeContext,
): Promise<void> {
  // The page may have changed the element while this was loaded, or has just done so.
  await element.updateComplete;
  const key = resumeKey();
  const isHere = () =>
    element.isConnected && forms.inputs.connector?.id === connectorId && resumeKey() === key;
  if (!isHere()) return;
  const returned = takeRecord(prefix, connectorId, ports, key);
  if (!returned) return;
  const {methodId, values, omitted, record} = returned;
  /** Whether the place is gone for which the record was taken: nobody else may have it. */
  const isLost = () => {
    if (isHere()) return false;
    report({code: 'flow_cancelled', phase: 'window', retry: 'same', methodId});
    return true;
  };
  const method = forms.inputs.connector?.methods.find(({id}) => id === methodId);
  const isOffered = method?.status === 'available' && method.authorization !== undefined;
  if (isOffered) element.methodId = methodId;
  await element.updateComplete;
  if (isLost()) return;
  const form = forms.current;
  if (!form) {
    report({code: 'redirect_state_invalid', phase: 'response', retry: 'same', methodId});
    return;
  }
  for (const variable of isOffered ? form.method.variables : []) {
    const value = values[variable.key];
    if (value !== undefined) forms.fields.put(form, variable, toRaw(variable, value));
  }
  let authorization: Authorization;
  try {
    authorization = judge(isOffered ? record : undefined);
  } catch (error) {
    const told = tell(form, error as KeyslotAuthorizationError);
    return told.catch(() => submission.failToLoad(form));
  }
  form.scopes = new Set(authorization.scopes);
  withGrant(form, {connectorId, methodId, type: form.method.type, values}, authorization);
  element.requestUpdate();
  await element.updateComplete;
  if (isLost()) return;
  const keys = omitted.filter((key) => form.find(key));
  if (keys.length === 0) submit();
  else await askAgain(form, keys, {forms, submission, report});
}

/** What did not survive leaving the page is not to be missing in silence. */
async function askAgain(
  form: MethodForm,
  keys: readonly string[],
  {forms, submission, report}: Pick<AuthorizationHost, 'forms' | 'submission' | 'report'>,
): Promise<void> {
  const code = 'field_required';
  const say = (wording: Wording) => troubleWords(wording).secretAgain;
  for (const key of keys) form.problems.set(key, {code, say});
  // What shows them may still be on its way, or fail to load, which is told in their place.
  if (!(await submission.judgeOf(form)) || form !== forms.current) return;
  await forms.showProblems();
  report({code, phase: 'input', retry: 'edit', methodId: form.method.id, key: keys[0]});
}
