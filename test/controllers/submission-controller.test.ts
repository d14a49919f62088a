import {expect} from '@open-wc/testing';
import {type CredentialFormController} from '../../src/controllers/credential-form-controller.js';
import {MethodForm} from '../../src/controllers/method-form.js';
import type {ErrorDetails} from '../../src/controllers/error-event.js';
import {SubmissionController} from '../../src/controllers/submission-controller.js';
import {parseConnector} from '../../src/index.js';
import {en} from '../../src/locales/en.js';
import {findMethod} from '../../src/model/credential.js';
import {Wording} from '../../src/messages/wording.js';
import {login} from '../support/definitions.js';

/** A controller whose rules cannot be loaded, as when the connection is lost. */
function createOffline() {
  const form = new MethodForm(findMethod(parseConnector(login).connector, 'login')!, 'm0');
  const reports: ErrorDetails[] = [];
  let shown = 0;
  const forms = {
    current: form,
    judge: undefined,
    loadJudge: () => Promise.reject(new TypeError('Failed to fetch https://host.example/secret')),
    showProblems: () => Promise.resolve(shown++),
  } as unknown as CredentialFormController;
  const host = Object.assign(document.createElement('div'), {
    addController: () => {},
    removeController: () => {},
    requestUpdate: () => {},
    updateComplete: Promise.resolve(true),
  });
  const wording = new Wording(en, 'en', undefined);
  const submission = new SubmissionController(host, {
    forms,
    wording: () => wording,
    timeout: () => 0,
    authorize: () => Promise.resolve(undefined),
    isVerificationRequired: () => false,
    report: (details) => reports.push(details),
  });
  return {submission, form, reports, wording, shown: () => shown};
}

describe('SubmissionController', () => {
  it('tells the user that the rules cannot be loaded', async () => {
    const {submission, form, wording, shown} = createOffline();
    await submission.submit('save', () => undefined);
    expect([form.formProblem?.say(wording), shown()]).to.deep.equal([en.loadFailed, 1]);
  });

  it('tells the host that the rules cannot be loaded, and that trying again may help', async () => {
    const {submission, reports} = createOffline();
    await submission.submit('save', () => undefined);
    expect(reports).to.deep.equal([
      {code: 'load_failed', phase: 'environment', retry: 'same', methodId: 'login'},
    ]);
  });

  it('can be tried again', async () => {
    const {submission, reports} = createOffline();
    await submission.submit('save', () => undefined);
    await submission.submit('save', () => undefined);
    expect(reports).to.have.length(2);
  });

  it('does one thing at a time', async () => {
    const {submission, reports} = createOffline();
    await Promise.all([
      submission.submit('save', () => undefined),
      submission.submit('save', () => undefined),
    ]);
    expect(reports).to.have.length(1);
  });
});
