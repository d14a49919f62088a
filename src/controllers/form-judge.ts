import {issueWords} from '../messages/issue-words.js';
import {assembleCredential} from '../model/assemble-credential.js';
import {checkValue} from '../model/check-value.js';
import type {Credential, CredentialChange} from '../model/credential.js';
import {fromRaw} from '../model/draft.js';
import type {Issue, Variable} from '../model/method-kind.js';
import {validateCredentialWith} from '../model/validate-credential.js';
import type {CredentialFormController} from './credential-form-controller.js';
import type {FieldProblem, MethodForm} from './method-form.js';
import {handOver, type Rejection, type SubmissionOutcome} from './hand-over.js';
import type {SubmissionController} from './submission-controller.js';

/**
 * Judges what the forms hold, and notes what is wrong with them.
 *
 * Apart from the forms because it is large and not needed to show one: it is loaded right behind the
 * first, as a chunk of its own, with all the rules for values.
 */
export class FormJudge {
  readonly #forms: CredentialFormController;

  constructor(forms: CredentialFormController) {
    this.#forms = forms;
  }

  /** Judges a whole form. Notes what is wrong, or returns the credential. */
  judgeForm(form: MethodForm): Credential | CredentialChange | undefined {
    return this.judgeCredential(form, this.#assemble(form));
  }

  /** Judges a credential made by the form, or by a kind's own editor. */
  judgeCredential(form: MethodForm, input: unknown): Credential | CredentialChange | undefined {
    const {registry, connector, sources} = this.#forms.inputs;
    const validation = validateCredentialWith(registry, connector, input, sources.existing);
    form.problems.clear();
    form.formProblem = undefined;
    // An editor speaks for its own method only.
    const isOwn = validation.ok && validation.credential.methodId === form.method.id;
    form.failed = !isOwn;
    this.#forms.update();
    if (isOwn) return validation.credential;
    const issues: readonly Issue[] = validation.ok
      ? [{code: 'credential_method'}]
      : validation.issues;
    for (const issue of issues) this.#note(form, issue.key, problemOf(form, issue));
    return undefined;
  }

  /** Judges one field. Notes what is wrong with it, or that nothing is any more. */
  judgeField(form: MethodForm, variable: Variable): void {
    const {key} = variable;
    const issue = this.#judgeValue(form, variable);
    if (issue?.code === form.problems.get(key)?.code) return;
    if (issue) form.problems.set(key, problemOf(form, issue));
    else form.problems.delete(key);
    this.#forms.update();
  }

  /** Hands over a credential that was judged, or shows what is wrong with it. */
  async deliver(
    submission: SubmissionController,
    form: MethodForm,
    credential: Credential | CredentialChange | undefined,
  ): Promise<SubmissionOutcome | undefined> {
    const {report, wording} = submission.ports;
    const methodId = form.method.id;
    submission.say('');
    this.#forms.hideSecrets();
    if (!credential) {
      await this.#forms.showProblems();
      const [key, problem] = [...form.problems][0] ?? [undefined, form.formProblem];
      const code = problem?.code ?? 'credential_invalid';
      report({code, phase: 'input', retry: 'edit', methodId, key});
      return undefined;
    }
    const outcome = await handOver(credential, 'save', submission);
    const {messages} = wording();
    switch (outcome.status) {
      case 'accepted':
        // A success is about this form, also when the host has moved on to another one.
        if (this.#forms.current === form) submission.accept(outcome.result);
        await this.#forms.forgetAndConfirm();
        break;
      case 'rejected':
        this.#reject(form, outcome.rejection ?? {message: messages.rejected, fields: {}});
        await this.#forms.showProblems();
        report({code: 'submit_rejected', phase: 'submit', retry: 'edit', methodId});
        break;
      case 'cancelled':
        report({code: 'submit_cancelled', phase: 'submit', retry: 'same', methodId});
    }
    return outcome;
  }

  /** Notes what the host found, in its words. */
  #reject(form: MethodForm, {message, fields}: Rejection): void {
    const code = 'submit_rejected';
    form.failed = true;
    if (message !== undefined) form.formProblem = {code, say: () => message};
    for (const [key, words] of Object.entries(fields)) {
      this.#note(form, key, {code, say: () => words});
    }
    this.#forms.update();
  }

  #assemble(form: MethodForm): unknown {
    const {connector, sources} = this.#forms.inputs;
    const read = (variable: Variable) => this.#forms.read(form, variable);
    return connector && assembleCredential(connector, form.method, read, sources);
  }

  #judgeValue(form: MethodForm, variable: Variable): Issue | undefined {
    const raw = this.#forms.read(form, variable) ?? '';
    if (raw === '' && this.#forms.isStored(form, variable)) return undefined;
    const issue = checkValue(variable, fromRaw(variable, raw));
    if (issue || !form.method.check) return issue;
    // Only the whole credential can say what a kind's own check has against one field.
    const {registry, connector, sources} = this.#forms.inputs;
    const input = this.#assemble(form);
    const validation = validateCredentialWith(registry, connector, input, sources.existing);
    return validation.ok ? undefined : validation.issues.find(({key}) => key === variable.key);
  }

  #note(form: MethodForm, key: string | undefined, problem: FieldProblem): void {
    const isShown =
      !form.method.editor &&
      this.#forms.shownVariables(form).some((variable) => variable.key === key);
    if (key !== undefined && isShown) form.problems.set(key, problem);
    else form.formProblem ??= problem;
  }
}

const problemOf = (form: MethodForm, issue: Issue): FieldProblem => ({
  code: issue.code,
  say: (wording) => issueWords(issue, form.method, wording),
});
