import {expect} from '@open-wc/testing';
import {KeyslotCloseEvent} from '../../src/index.js';
import {openAround, settle, type DialogPage} from '../support/dialogs.js';
import {Recorder} from '../support/recorder.js';
import {Walk} from '../support/walk.js';

let page: DialogPage;
let walk: Walk;
let recorder: Recorder;

beforeEach(async () => {
  page = await openAround();
  page.dialog.element.close();
  await settle(page.dialog, page.use);
  page.opener.addEventListener('click', () => {
    page.dialog.element.show();
  });
  recorder = new Recorder();
  walk = new Walk(page.use, page.opener, page.dialog.element);
});
afterEach(() => {
  walk.stop();
  recorder.stop();
  expect(recorder.errors).to.deep.equal([]);
});

const reasons = () => recorder.of(KeyslotCloseEvent).map(({reason}) => reason);

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await walk.press(key);
    await settle(page.dialog, page.use);
  }
}

/** Neither the dialog nor its first button comes before the first field. */
const OPENING = ['dialog "Connect Acme" > textbox "Store name (optional)"'];

describe('a walk through a dialog', function () {
  this.timeout(20_000);

  it('opens, asks before anything is lost, and gives focus back', async () => {
    await press('Enter');
    await walk.write('acme');
    expect(await walk.heard()).to.deep.equal(OPENING);

    await press('Escape', 'Escape', 'Tab');
    expect(await walk.heard()).to.deep.equal([
      'alertdialog "Discard what you entered?" > button "Keep editing"',
      'textbox "Store name (optional)"',
      'textbox "Token (optional)"',
    ]);

    await press('Escape', 'Enter');
    expect(await walk.heard()).to.deep.equal([
      'alertdialog "Discard what you entered?" > button "Keep editing"',
      'textbox "Token (optional)"',
    ]);

    await press('Escape', 'Tab', 'Enter');
    expect(await walk.heard()).to.deep.equal([
      'alertdialog "Discard what you entered?" > button "Keep editing"',
      'button "Discard"',
      'button "Connect…"',
    ]);
    expect(reasons()).to.deep.equal(['escape', 'escape', 'escape', 'escape']);
  });

  it('opens, and closes without a question where nothing was entered', async () => {
    await press('Enter', 'Escape');
    expect(await walk.heard()).to.deep.equal([...OPENING, 'button "Connect…"']);
  });

  it('opens, connects and is done', async () => {
    await press('Enter');
    await walk.write('acme');
    await press('Enter', 'Tab', 'Tab', 'Enter');
    expect(await walk.heard()).to.deep.equal([
      ...OPENING,
      'text "Acme is connected Edit"',
      'button "Edit"',
      'button "Done"',
      'button "Connect…"',
    ]);
    expect(reasons()).to.deep.equal(['done']);
  });
});
