import {aTimeout, expect, html} from '@open-wc/testing';
import {record} from '@rrweb/record';
import {KeyslotSubmitEvent} from '../../src/index.js';
import {formOf} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';

/** Row G6 of the fault matrix: what a recorder of sessions sees with the options that it comes with. */

const PASSWORD = 'canary-password';
const PEM = 'canary-pem';
const HEADER = 'canary-header';
const STORE = 'the-store';

const connector = formOf(
  {key: 'store', label: 'Store', required: true},
  {key: 'password', label: 'Password', secret: true},
  {key: 'pem', label: 'Certificate', type: 'multiline', secret: true},
  {key: 'headers', label: 'Headers', type: 'keyvalue', secret: true},
);

let use: Driver;
let stop: (() => void) | undefined;
let recorded: unknown[];

function startRecording(): void {
  recorded = [];
  stop = record({emit: (event) => recorded.push(event)});
}

/** All that was recorded. What changed on the page is recorded a moment later. */
async function recording(): Promise<string> {
  await aTimeout(50);
  return JSON.stringify(recorded);
}

/** Types in every field, as a person does. */
async function fillIn(): Promise<void> {
  await use.type('Store', STORE);
  await use.type('Password', PASSWORD);
  await use.type('Certificate', PEM);
  await use.type('Value Headers 1', HEADER);
}

async function expectNoCanary(): Promise<void> {
  const text = await recording();
  expect(text, 'what is no secret is recorded').to.include(STORE);
  const canaries = [PASSWORD, PEM, HEADER];
  expect(canaries.filter((canary) => text.includes(canary))).to.deep.equal([]);
}

beforeEach(async () => {
  use = await mount(html`<keyslot-connect .connector=${connector}></keyslot-connect>`);
});
afterEach(() => {
  stop?.();
});

describe('G6 a recording of a session', () => {
  it('has no secret that is typed while it is masked', async () => {
    startRecording();
    await fillIn();
    await expectNoCanary();
  });

  it('has no secret that is shown after it was typed', async () => {
    startRecording();
    await fillIn();
    await use.press('Show Password');
    await use.press('Show Headers');
    await expectNoCanary();
  });

  it('has no secret that is typed while it is shown', async () => {
    startRecording();
    await use.press('Show Password');
    await use.press('Show Headers');
    await fillIn();
    await expectNoCanary();
  });

  it('has no secret that was shown before it began', async () => {
    await fillIn();
    await use.press('Show Password');
    await use.press('Show Headers');
    startRecording();
    await expectNoCanary();
  });

  it('has no secret that a script writes, as a password manager does', async () => {
    startRecording();
    await use.press('Show Password');
    await use.fill({Store: STORE, Password: PASSWORD, Certificate: PEM});
    await expectNoCanary();
  });

  it('has no secret after the page changed the definition while it was shown', async () => {
    startRecording();
    await fillIn();
    await use.press('Show Password');
    use.element.connector = formOf(...([...connector.methods[0]!.variables!].reverse() as never[]));
    await use.settle();
    await expectNoCanary();
  });

  it('has no secret after it was handed over', async () => {
    let events = 0;
    use.element.addEventListener('keyslot-submit', (event) => {
      if (event instanceof KeyslotSubmitEvent) events += 1;
    });
    startRecording();
    await fillIn();
    await use.press('Show Password');
    await use.type('Name Headers 1', 'x-key');
    await use.submit();
    expect(events).to.equal(1);
    await expectNoCanary();
  });
});
