import {expect, html} from '@open-wc/testing';
import type {SubmissionController} from '../../src/controllers/submission-controller.js';
import {rejected} from '../support/deferred.js';
import {formOf} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const form = formOf({key: 'token', label: 'Token', secret: true, required: true});
const other = {...form, id: 'other', name: 'Other'};

let use: Driver;
let recorder: Recorder;

const isKept = () => {
  const {submission} = use.element as unknown as {submission: SubmissionController};
  return submission.hasVerified(recorder.credentials[0]!);
};

async function test(answer: Promise<object>): Promise<void> {
  answer.catch(() => undefined);
  use.onSubmit((event) => {
    event.respondWith(answer);
  });
  await use.fill({Token: 'canary-token'});
  await use.press('Test connection');
  await use.settle();
}

beforeEach(async () => {
  recorder = new Recorder();
  use = await mount(
    html`<keyslot-connect
      .connector=${form}
      verification="required"
      allow-unverified
    ></keyslot-connect>`,
  );
});
afterEach(() => {
  recorder.stop();
});

describe('another connector in the place of one that was tested', () => {
  it('leaves nothing of the credential', async () => {
    await test(Promise.resolve({}));
    expect(isKept()).to.be.true;
    use.element.connector = other;
    await use.settle();
    expect(isKept()).to.be.false;
    expect(use.status).to.equal('');
  });

  it('is not saved untested because the first went wrong', async () => {
    await test(rejected({message: 'No'}));
    expect(use.buttons).to.include('Save without testing');
    use.element.connector = other;
    await use.settle();
    expect(use.buttons).not.to.include('Save without testing');
  });

  it('nor is another stored connection', async () => {
    await test(rejected({message: 'No'}));
    use.element.existing = {methodId: 'only', values: {}, stored: ['token']};
    await use.settle();
    expect(use.buttons).not.to.include('Save without testing');
  });
});
