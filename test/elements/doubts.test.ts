import {expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {KeyslotErrorEvent, validateCredential} from '../../src/index.js';
import {formOf} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const form = formOf(
  {
    key: 'token',
    label: 'Token',
    required: true,
    pattern: {regex: 'key_[a-z]+', message: 'Tokens begin with key_', severity: 'warning'},
  },
  {key: 'note', label: 'Note'},
);

let use: Driver;
let recorder: Recorder;

beforeEach(async () => {
  recorder = new Recorder();
  use = await mount(html`<keyslot-connect .connector=${form}></keyslot-connect>`);
});
afterEach(() => {
  recorder.stop();
});

const insist = 'Use it anyway Token';

// NangoHQ/nango#6741
describe('a pattern that only warns', () => {
  it('says nothing of a text that matches', async () => {
    await use.type('Token', 'key_a');
    await use.submit();
    expect(recorder.credentials).to.have.length(1);
  });

  it('stops a text that does not match, and says why', async () => {
    await use.type('Token', 'new_a');
    await use.submit();
    expect(use.errors).to.deep.equal({Token: 'Tokens begin with key_'});
    expect(use.focused).to.equal('Token');
    expect(recorder.credentials).to.be.empty;
    expect(recorder.of(KeyslotErrorEvent).map(({code, key}) => [code, key])).to.deep.equal([
      ['field_doubtful', 'token'],
    ]);
  });

  it('says so when the field is left', async () => {
    await use.type('Token', 'new_a');
    await use.leave('Token');
    expect(use.buttons).to.include(insist);
  });

  it('lets the user have it their way', async () => {
    await use.type('Token', 'new_a');
    await use.submit();
    await use.press(insist);
    expect(use.errors).to.deep.equal({});
    expect(use.focused).to.equal('Token');
    await use.submit();
    expect(recorder.credentials.map(({values}) => values)).to.deep.equal([{token: 'new_a'}]);
  });

  it('lets the user have it their way by keyboard alone', async () => {
    await use.type('Token', 'new_a');
    await sendKeys({press: 'Enter'});
    await use.settle();
    use.button(insist).focus();
    await sendKeys({press: 'Enter'});
    await use.settle();
    await sendKeys({press: 'Enter'});
    await use.settle();
    expect(recorder.credentials).to.have.length(1);
  });

  it('asks again about another text', async () => {
    await use.type('Token', 'new_a');
    await use.submit();
    await use.press(insist);
    await use.type('Token', 'b');
    await use.submit();
    expect(use.errors).to.deep.equal({Token: 'Tokens begin with key_'});
  });

  it('goes as soon as the text matches', async () => {
    await use.type('Token', 'new_a');
    await use.submit();
    await use.erase('Token');
    await use.type('Token', 'key_a');
    expect(use.errors).to.deep.equal({});
    expect(use.buttons).not.to.include(insist);
  });

  it('does not overrule what is an error', async () => {
    await use.submit();
    expect(use.errors).to.deep.equal({Token: 'Enter the token'});
    expect(use.buttons).not.to.include(insist);
  });

  it('is no reason for a server to refuse', () => {
    const credential = {
      connectorId: 'acme',
      methodId: 'only',
      type: 'custom',
      values: {token: 'x'},
    };
    expect(validateCredential(form, credential).ok).to.be.true;
  });

  it('passes the accessibility checks', async () => {
    await use.type('Token', 'new_a');
    await use.submit();
    await expect(use.element).to.be.accessible();
  });
});
