import {aTimeout, expect, html} from '@open-wc/testing';
import type {ConnectorDefinition, ExistingCredential} from '../../src/index.js';
import {formOf} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';
import {startBefore, Walk} from '../support/walk.js';

const fields = formOf(
  {key: 'store', label: 'Store name', required: true, format: 'dns-label'},
  {key: 'code', label: 'Code', pattern: {regex: '[0-9]+', message: 'Digits only, as on the card'}},
  {key: 'note', label: 'Note'},
);

const STORE = 'Enter the store name as letters, digits and hyphens only';
const CODE = 'Digits only, as on the card';

let use: Driver;
let walk: Walk;
let recorder: Recorder;

async function begin(connector: ConnectorDefinition, existing?: ExistingCredential): Promise<void> {
  use = await mount(
    html`<keyslot-connect .connector=${connector} .existing=${existing}></keyslot-connect>`,
  );
  walk = new Walk(use, startBefore(use.element));
}

/** Nothing more is heard for longer than anything waits to be said. */
async function silence(): Promise<readonly string[]> {
  await aTimeout(300);
  return walk.heard();
}

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  walk.stop();
  recorder.stop();
  expect(recorder.errors).to.deep.equal([]);
});

describe('a walk past a mistake', function () {
  this.timeout(20_000);

  it('is told of it once the next field was read, with the name of the field', async () => {
    await begin(fields);
    await walk.press('Tab');
    await walk.write('my store');
    await walk.press('Tab');
    expect(await walk.until(`status: Store name: ${STORE}`)).to.deep.equal([
      'textbox "Store name" required',
      'textbox "Code (optional)"',
      `status: Store name: ${STORE}`,
    ]);

    await walk.write('x');
    await walk.press('Tab');
    expect(await walk.until(`status: Code: ${CODE}`)).to.deep.equal([
      'textbox "Note (optional)"',
      `status: Code: ${CODE}`,
    ]);
    expect(await silence()).to.deep.equal([]);
  });

  it('hears of it at the field after that, and not again', async () => {
    await begin(fields);
    await walk.press('Tab');
    await walk.write('my store');
    await walk.press('Tab');
    await walk.until(`status: Store name: ${STORE}`);
    walk.again();
    await walk.press('Tab', 'Tab', 'Enter');
    expect(await silence()).to.deep.equal([
      `textbox "Store name" required invalid (Error: ${STORE})`,
      'textbox "Code (optional)"',
      `textbox "Store name" required invalid (Error: ${STORE})`,
    ]);
  });

  it('hears of it again when it was made again, and nothing is left of it once it is solved', async () => {
    await begin(fields);
    await walk.press('Tab', 'Tab');
    await walk.write('x');
    await walk.press('Tab');
    await walk.until(`status: Code: ${CODE}`);
    walk.again();
    await walk.press('Tab', 'Tab', 'Backspace');
    await use.settle();
    expect(use.status).to.equal('');
    await walk.write('y');
    await walk.press('Tab');
    const heard = await walk.until(`status: Code: ${CODE}`);
    expect(heard.slice(-2)).to.deep.equal(['textbox "Note (optional)"', `status: Code: ${CODE}`]);
  });

  it('hears of what it got wrong in another way since the submit', async () => {
    await begin(fields);
    await walk.press('Tab', 'Enter');
    await walk.until('status: Enter the store name');
    await walk.write('my store');
    await walk.press('Tab');
    expect(await walk.until(`status: Store name: ${STORE}`)).to.deep.equal([
      'textbox "Code (optional)"',
      `status: Store name: ${STORE}`,
    ]);
  });

  it('hears of it by focus alone where a submit comes first', async () => {
    await begin(fields);
    await walk.press('Tab', 'Tab');
    await walk.write('x');
    await walk.press('Enter');
    expect((await silence()).slice(2)).to.deep.equal([
      'textbox "Store name" required invalid (Error: Enter the store name)',
    ]);
  });

  it('hears nothing of a field that was left blank', async () => {
    await begin(fields);
    await walk.press('Tab', 'Tab', 'Tab');
    expect((await silence()).filter((line) => line.startsWith('status'))).to.deep.equal([]);
  });
});

describe('a walk to what is said twice', () => {
  const original = Object.getOwnPropertyDescriptor(navigator, 'clipboard');

  afterEach(() => {
    if (original) Object.defineProperty(navigator, 'clipboard', original);
    else Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('copies a value, and copies it again', async () => {
    const clipboard = {writeText: () => Promise.resolve()};
    Object.defineProperty(navigator, 'clipboard', {value: clipboard, configurable: true});
    const notes = [{label: 'Address', value: 'https://host.example'}];
    await begin({
      id: 'acme',
      name: 'Acme',
      methods: [{id: 'token', type: 'token', notes}],
    });
    await walk.press('Tab', 'Tab', 'Enter');
    expect((await walk.until('status: Copied')).slice(1)).to.deep.equal([
      'button "Copy Address"',
      'status: Copied',
    ]);
    await walk.press('Enter');
    expect(await walk.until('status: Copied')).to.deep.equal(['status: Copied']);
    expect(await silence()).to.deep.equal([]);
  });
});
