import {issueWords} from '../messages/issue-words.js';
import {assembleCredential} from '../model/assemble-credential.js';
import {checkValue, doubtValue} from '../model/check-value.js';
import type {Credential, CredentialChange} from '../model/credential.js';
import {fromRaw} from '../model/draft.js';
import {isEmpty} from '../model/is-empty.js';
import type {Issue, Variable} from '../model/method-kind.js';
import {validateCredentialFor} from '../model/validate-credential.js';
import type {CredentialFormController} from './credential-form-controller.js';
import {Delivery} from './delivery.js';
import type {FieldProblem, MethodForm} from './method-form.js';
import {grantOf} from './form-grant.js';
import type {Rejection, SubmissionOutcome} from './hand-over.js';
import {MistakeNotices, type Listener} from './mistake-notices.js';
import type {SubmissionController} from './submission-controller.js';
import type {SubmitIntent} from './submit-event.js';

/**
 * Judges what the forms hold, and notes what is wrong with them.
 *
 * Apart from the forms because it is large and not needed to show one: it is loaded right behind the
 * first, as a chunk of its own, with all the rules for values.
 */
export class FormJudge {
  readonly #forms: CredentialFormController;
  /** Why fields cannot take what they were given last, by the ids of the fields. */
  readonly #refused = new Map<string, Issue>();
  /** Says what turned out to be wrong with a field that focus has left. */
  readonly notices = new MistakeNotices();

  constructor(forms: CredentialFormController) {
    this.#forms = forms;
  }

  /**
   * Judges a whole form. Notes what is wrong, or returns the credential: without an authorization,
   * when the user is still to authorise.
   */
  judgeForm(form: MethodForm): Credential | CredentialChange | undefined {
    const {input, isDue} = this.#assemble(form);
    return this.judgeCredential(form, input, isDue);
  }

  /** Whether all is well but for the user's authorization. Notes nothing. */
  isAuthorizationDue(form: MethodForm): boolean {
    const {connector, sources} = this.#forms.inputs;
    const {input, isDue} = this.#assemble(form);
    return isDue && validateCredentialFor(connector, input, sources.existing, true).ok;
  }

  /** Whether what the user authorised is good for what the form holds, whatever else is wrong with that. */
  isAuthorizationKept(form: MethodForm): boolean {
    return !this.#assemble(form).isDue;
  }

  /** Judges a credential made by the form, or by a kind's own editor. */
  judgeCredential(
    form: MethodForm,
    input: unknown,
    awaitsAuthorization = false,
  ): Credential | CredentialChange | undefined {
    const {connector, sources} = this.#forms.inputs;
    const {existing} = sources;
    // The page's backend may have named another issuer, with whose answer this was compared.
    const {issuer} = form.grant?.authorization ?? {};
    const validation = validateCredentialFor(
      connector,
      input,
      existing,
      awaitsAuthorization,
      issuer,
    );
    form.problems.clear();
    form.formProblem = undefined;
    // Focus is about to come to these, or to what lists them.
    this.notices.forget();
    // An editor speaks for its own method only.
    const isOwn = validation.ok && validation.credential.methodId === form.method.id;
    const issues: readonly Issue[] = validation.ok
      ? [{code: 'credential_method'}]
      : validation.issues;
    if (isOwn) this.#noteDoubts(form);
    else
      this.#note(
        form,
        issues.map((issue) => [issue.key, problemOf(form, issue)]),
      );
    this.#noteRefusals(form);
    const isFine = isOwn && !form.problems.size;
    form.failed = !isFine;
    this.#forms.update();
    return isFine ? validation.credential : undefined;
  }

  /**
   * Notes that a field was given something that it cannot take, which is told when the field is
   * judged; or that it was given something else since.
   */
  refuse(form: MethodForm, key: string, issue: Issue | undefined): void {
    const id = form.idOf('field', key);
    if (issue) this.#refused.set(id, {...issue, key});
    else this.#refused.delete(id);
  }

  /** A field was left: something that was typed may be judged, an empty field is not yet wrong. */
  leaveField(form: MethodForm, key: string, listener: Listener): void {
    const variable = form.find(key);
    if (!variable) return;
    const {fields} = this.#forms;
    // An empty list reads as an empty text too.
    const isBlank = String(fields.read(form, variable)) === '';
    if (!isBlank && fields.isDirty(form, variable)) this.judgeField(form, variable);
    this.notices.leave(form, variable, listener);
  }

  /** Judges one field. Notes what is wrong with it, or that nothing is any more. */
  judgeField(form: MethodForm, variable: Variable): void {
    const {key} = variable;
    const issue = this.#judgeValue(form, variable);
    const problem = issue ? problemOf(form, issue) : this.#doubt(form, variable);
    if (problem?.code === form.problems.get(key)?.code) return;
    this.notices.change(form.idOf('field', key), problem);
    if (problem) form.problems.set(key, problem);
    else form.problems.delete(key);
    this.#forms.update();
  }

  /** Whether a text meets the rules of a variable, those that only warn as well. */
  readonly accepts = (variable: Variable, text: string): boolean => {
    const value = fromRaw(variable, text);
    return !checkValue(variable, value) && !doubtValue(variable, value);
  };

  /** The user knows better than a pattern that only warns. */
  insist(form: MethodForm, key: string): void {
    const variable = form.find(key);
    const raw = variable && this.#forms.fields.read(form, variable);
    if (raw === undefined) return;
    form.insisted.set(key, raw);
    form.problems.delete(key);
    this.#forms.update();
    this.#forms.focusField(key);
  }

  /** Hands over a credential that was judged, or shows what is wrong with it. */
  deliver(
    submission: SubmissionController,
    form: MethodForm,
    credential: Credential | CredentialChange | undefined,
    intent: SubmitIntent,
  ): Promise<SubmissionOutcome | undefined> {
    return new Delivery(this.#forms, this, submission).deliver(form, credential, intent);
  }

  /** Notes what the host found, in its words. */
  reject(form: MethodForm, {message, fields}: Rejection): void {
    const code = 'submit_rejected';
    form.failed = true;
    if (message !== undefined) form.formProblem = {code, say: (wording) => wording.text(message)};
    const problems = Object.entries(fields);
    this.#note(
      form,
      problems.map(([key, words]) => [key, {code, say: (wording) => wording.text(words)}]),
    );
    this.#forms.update();
  }

  /** What the form holds, and whether the user is still to authorise it. */
  #assemble(form: MethodForm): {readonly input: unknown; readonly isDue: boolean} {
    const {connector, sources} = this.#forms.inputs;
    if (!connector) return {input: undefined, isDue: false};
    const read = (variable: Variable) => this.#forms.fields.read(form, variable);
    const input = assembleCredential(connector, form.method, read, sources, form.cleared);
    const granted = grantOf(form, input.values, sources.existing);
    return {input: {...input, ...granted}, isDue: !granted};
  }

  #judgeValue(form: MethodForm, variable: Variable): Issue | undefined {
    const {fields} = this.#forms;
    const refusal = this.#refusal(form, variable.key);
    if (refusal) return refusal;
    const value = fromRaw(variable, fields.read(form, variable) ?? '');
    if (isEmpty(variable, value) && fields.isStored(form, variable)) return undefined;
    const issue = checkValue(variable, value);
    if (issue || !form.method.check) return issue;
    // Only the whole credential can say what a kind's own check has against one field.
    const {connector, sources} = this.#forms.inputs;
    const {input} = this.#assemble(form);
    const validation = validateCredentialFor(connector, input, sources.existing, true);
    return validation.ok ? undefined : validation.issues.find(({key}) => key === variable.key);
  }

  /** A stored value that is to be removed is not replaced by anything. */
  #refusal(form: MethodForm, key: string): Issue | undefined {
    return form.cleared.has(key) ? undefined : this.#refused.get(form.idOf('field', key));
  }

  #noteRefusals(form: MethodForm): void {
    const refusals = this.#forms.fields.shown(form).flatMap(({key}) => {
      const issue = this.#refusal(form, key);
      return issue ? ([[key, problemOf(form, issue)]] as const) : [];
    });
    this.#note(form, refusals);
  }

  #noteDoubts(form: MethodForm): void {
    const doubts = this.#forms.fields.shown(form).flatMap((variable) => {
      const problem = this.#doubt(form, variable);
      return problem ? ([[variable.key, problem]] as const) : [];
    });
    this.#note(form, doubts);
  }

  /** What only warns, unless the user has said of this very value that it is meant. */
  #doubt(form: MethodForm, variable: Variable): FieldProblem | undefined {
    const raw = this.#forms.fields.read(form, variable);
    if (raw === undefined || form.insisted.get(variable.key) === raw) return undefined;
    const issue = doubtValue(variable, fromRaw(variable, raw));
    return issue && {...problemOf(form, issue), code: 'field_doubtful', canInsist: true};
  }

  /** Notes what is wrong at the fields on screen; of the rest, the first stands for all. */
  #note(
    form: MethodForm,
    problems: readonly (readonly [key: string | undefined, problem: FieldProblem])[],
  ): void {
    const shown = form.method.editor ? [] : this.#forms.fields.shown(form);
    const keys = new Set<string | undefined>(shown.map(({key}) => key));
    for (const [key, problem] of problems) {
      if (key !== undefined && keys.has(key)) form.problems.set(key, problem);
      else form.formProblem ??= problem;
    }
  }
}

const problemOf = (form: MethodForm, issue: Issue): FieldProblem => ({
  code: issue.code,
  say: (wording) => issueWords(issue, form.method, wording),
});
