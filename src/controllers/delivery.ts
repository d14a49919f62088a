import {issueMessages} from '../messages/issue-words.js';
import type {Credential, CredentialChange} from '../model/credential.js';
import type {CredentialFormController} from './credential-form-controller.js';
import {focusedElement} from './focused-element.js';
import {scopesOf, withGrant} from './form-grant.js';
import type {FormJudge} from './form-judge.js';
import {handOver, type SubmissionOutcome} from './hand-over.js';
import type {MethodForm} from './method-form.js';
import {savedOf} from './saved-of.js';
import type {SubmissionController} from './submission-controller.js';
import type {SubmitIntent} from './submit-event.js';

/** What becomes of a form that was judged: the user authorises, the host answers, the form shows how. */
export class Delivery {
  readonly #forms: CredentialFormController;
  readonly #judge: Pick<FormJudge, 'reject'>;
  readonly #submission: SubmissionController;

  constructor(
    forms: CredentialFormController,
    judge: Pick<FormJudge, 'reject'>,
    submission: SubmissionController,
  ) {
    this.#forms = forms;
    this.#judge = judge;
    this.#submission = submission;
  }

  /** Hands over a credential that was judged, or shows what is wrong with it. */
  async deliver(
    form: MethodForm,
    credential: Credential | CredentialChange | undefined,
    intent: SubmitIntent,
  ): Promise<SubmissionOutcome | undefined> {
    const submission = this.#submission;
    const {report, wording} = submission.ports;
    const methodId = form.method.id;
    submission.say('');
    for (const {revealed} of this.#forms.forms) revealed.clear();
    if (!credential) {
      await this.#show(form);
      const [key, problem] = [...form.problems][0] ?? [undefined, form.formProblem];
      const code = problem?.code ?? 'credential_invalid';
      report({code, phase: 'input', retry: 'edit', methodId, key});
      return undefined;
    }
    const complete = await this.#authorize(form, credential);
    if (!complete) return undefined;
    const phase = this.#phaseOf(complete, intent);
    const outcome = await handOver(complete, phase === 'verify' ? 'verify' : 'save', submission);
    // The provider takes a code once, and nobody knows whether the host has tried.
    if (outcome.status !== 'accepted') form.grant = undefined;
    const words = wording();
    // A success is about this form, also when the host has moved on to another one.
    const isCurrent = this.#forms.current === form;
    if (phase === 'verify') {
      const {result} = outcome.status === 'accepted' ? outcome : {};
      if (isCurrent) submission.verify(result && {form, credential: complete, result});
      if (result) submission.say(issueMessages(words).verified);
    } else if (outcome.status === 'accepted') {
      const {existing} = this.#forms.inputs.sources;
      if (isCurrent) {
        submission.accept(outcome.result, savedOf(form, complete, outcome.result, existing));
        this.#forms.forget();
        await submission.host.updateComplete;
        this.#forms.find('#success')?.focus();
      } else this.#forms.forget([form]);
    }
    switch (outcome.status) {
      case 'rejected':
        this.#judge.reject(
          form,
          outcome.rejection ?? {message: issueMessages(words).rejected, fields: {}},
        );
        await this.#show(form);
        report({code: `${phase}_rejected`, phase, retry: 'edit', methodId});
        break;
      case 'timed-out':
        this.#judge.reject(form, {message: issueMessages(words).timedOut, fields: {}});
        await this.#show(form);
        report({code: `${phase}_timeout`, phase, retry: 'same', methodId});
        break;
      case 'cancelled':
        report({code: `${phase}_cancelled`, phase, retry: 'same', methodId});
    }
    return outcome;
  }

  /** Has the user authorise, where that is due. Returns nothing when it came to nothing. */
  async #authorize(
    form: MethodForm,
    credential: Credential | CredentialChange,
  ): Promise<Credential | CredentialChange | undefined> {
    const {host, ports} = this.#submission;
    const isKept = 'authorizationKept' in credential;
    if (!form.method.authorization || credential.authorization || isKept) return credential;
    const scopes = scopesOf(form, this.#forms.inputs.sources.existing);
    const authorization = await ports.authorize(form, credential, scopes);
    await host.updateComplete;
    // What had focus may have gone with the panel of the window.
    if (focusedElement() === document.body) this.#forms.find('.submit')?.focus();
    return authorization && withGrant(form, credential, authorization);
  }

  /** Brings focus to what is wrong. Where it has been there already, nobody would hear of it. */
  async #show(form: MethodForm): Promise<void> {
    const before = focusedElement();
    await this.#forms.showProblems();
    if (before !== focusedElement()) return;
    const [problem = form.formProblem] = form.problems.values();
    if (problem) this.#submission.say(problem.say(this.#submission.ports.wording()));
  }

  /** A value that a script changed in silence is found here at the latest: it was not tried. */
  #phaseOf(credential: Credential | CredentialChange, intent: SubmitIntent): 'verify' | 'submit' {
    const submission = this.#submission;
    if (intent === 'verify') return 'verify';
    if (!submission.verified || submission.hasVerified(credential)) return 'submit';
    submission.invalidate();
    return submission.ports.isVerificationRequired() ? 'verify' : 'submit';
  }
}
