import {expect, html} from '@open-wc/testing';
import {pasteInto} from '../support/clipboard.js';
import {formOf} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';
import {startBefore, Walk} from '../support/walk.js';

const fields = formOf(
  {key: 'store', label: 'Store', required: true, suffix: '.acme.example'},
  {key: 'token', label: 'Token', required: true, secret: true},
);

let use: Driver;
let walk: Walk;
let recorder: Recorder;

beforeEach(async () => {
  recorder = new Recorder();
  use = await mount(html`<keyslot-connect .connector=${fields}></keyslot-connect>`);
  walk = new Walk(use, startBefore(use.element));
});
afterEach(() => {
  walk.stop();
  recorder.stop();
  expect(recorder.errors).to.deep.equal([]);
});

/** Without what has focus while a text is copied elsewhere. */
const announced = (heard: readonly string[]) => heard.filter((line) => line.startsWith('status'));

describe('a walk with something pasted', function () {
  this.timeout(20_000);

  it('hears what came along with it, mends it, and takes that back', async () => {
    await walk.press('Tab', 'Tab');
    await walk.heard();
    const said = 'There are quotation marks around it.';
    await pasteInto(use.input('Token'), '"sk_1"');
    expect(announced(await walk.until(`status: ${said}`))).to.deep.equal([`status: ${said}`]);

    await walk.press('Tab', 'Tab');
    expect(await walk.heard()).to.deep.equal(['button "Show Token"', 'button "Fix this Token"']);
    await walk.press('Enter');
    expect(await walk.until('status: Fixed.')).to.have.members([
      'status: Fixed.',
      'textbox "Token" required',
    ]);
    expect(use.input('Token').value).to.equal('sk_1');

    await walk.press('Tab', 'Tab', 'Enter');
    expect(await walk.heard()).to.deep.equal([
      'button "Show Token"',
      'button "Undo Token"',
      'textbox "Token" required',
    ]);
    expect(use.input('Token').value).to.equal('"sk_1"');
  });

  it('fills in several fields', async () => {
    await walk.press('Tab');
    await walk.heard();
    const said = 'status: Values found for this form: 2.';
    await pasteInto(use.input('Store'), 'STORE=acme\nTOKEN=sk_1');
    expect(announced(await walk.until(said))).to.deep.equal([said]);
    await walk.press('Tab', 'Tab');
    expect(await walk.heard()).to.deep.equal([
      'button "Fill in Store"',
      'button "No, thanks Store"',
    ]);
    await walk.press('Enter');
    expect(await walk.heard()).to.deep.equal(['textbox "Store" required (.acme.example)']);
  });
});
