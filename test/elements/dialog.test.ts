import {aTimeout, expect, fixtureSync, html, oneEvent, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {KeyslotDialogElement} from '../../src/elements/dialog/dialog.js';
import {KeyslotCloseEvent} from '../../src/index.js';
import {accessibilityTree, givesTree, toldOf} from '../support/accessibility-tree.js';
import {
  clickOutside,
  form,
  isShown,
  nativeOf,
  openAround,
  settle,
  type DialogPage,
} from '../support/dialogs.js';
import {driver, type Driver} from '../support/driver.js';
import {expectNoLeaks} from '../support/leaks.js';
import {Recorder} from '../support/recorder.js';

let recorder: Recorder;

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
  expect(recorder.errors).to.deep.equal([]);
});

const reasons = () => recorder.of(KeyslotCloseEvent).map(({reason}) => reason);
const nameOf = (dialog: Driver<KeyslotDialogElement>) => nativeOf(dialog).ariaLabel;
const escape = () => sendKeys({press: 'Escape'});

const waysToClose: [reason: string, act: (page: DialogPage) => unknown][] = [
  ['escape', escape],
  [
    'button',
    ({dialog}) => {
      dialog.part('close')?.click();
    },
  ],
  ['backdrop', clickOutside],
  [
    'call',
    ({dialog}) => {
      dialog.element.close();
    },
  ],
];

describe('a dialog that opens', () => {
  it('is modal, and has its attribute', async () => {
    const {dialog} = await openAround();
    expect(isShown(dialog)).to.be.true;
    expect(dialog.element.hasAttribute('open')).to.be.true;
  });

  it('gives focus to the first field', async () => {
    const {use} = await openAround();
    expect(use.focused).to.equal('Store name (optional)');
  });

  it('gives focus to its button until there is a field', async () => {
    const {dialog} = await openAround({connector: undefined});
    expect(dialog.focused).to.equal('Close');
  });

  it('gives focus to the first field when that comes later', async () => {
    const {use} = await openAround({});
    use.element.connector = form;
    await use.settle();
    expect(use.focused).to.equal('Store name (optional)');
  });

  it('leaves focus where the user took it meanwhile', async () => {
    const {dialog, use} = await openAround({});
    const input = dialog.element.appendChild(document.createElement('input'));
    await settle(dialog, use);
    input.focus();
    use.element.connector = form;
    await use.settle();
    expect(document.activeElement?.localName).to.equal('input');
  });

  it('finds its form when the tags are registered later', async () => {
    const dialog = driver(
      fixtureSync<KeyslotDialogElement>(
        html`<keyslot-dialog open><later-connect></later-connect></keyslot-dialog>`,
      ),
    );
    await dialog.settle();
    const later = dialog.element.querySelector('later-connect')!;
    Object.assign(later, {connector: form});
    const Connect = customElements.get('keyslot-connect')!;
    customElements.define('later-connect', class extends Connect {});
    await waitUntil(() => later.matches(':focus-within'));
  });

  it('keeps Tab within itself', async () => {
    const {opener, page} = await openAround();
    for (let count = 0; count < 12; count++) {
      await sendKeys({press: 'Tab'});
      expect(document.activeElement === opener).to.be.false;
    }
    expect(page.isConnected).to.be.true;
    // Beyond the dialog is the browser itself, which in Firefox keeps the keys of the tests to come.
    for (let count = 0; !document.hasFocus() && count < 12; count++) {
      await sendKeys({press: 'Tab'});
    }
  });

  it('can open with the page', async () => {
    const dialog = driver(
      fixtureSync<KeyslotDialogElement>(html`<keyslot-dialog open>Hello</keyslot-dialog>`),
    );
    await dialog.settle();
    expect(isShown(dialog)).to.be.true;
  });
});

describe('a dialog', () => {
  it('passes the accessibility checks, open and closed', async () => {
    const {dialog, page} = await openAround();
    await expect(page).to.be.accessible();
    await escape();
    await dialog.settle();
    await expect(page).to.be.accessible();
  });
});

describe('the name of a dialog', () => {
  it('is the title of what it shows', async () => {
    const {dialog, use} = await openAround();
    expect(nameOf(dialog)).to.equal('Connect Acme');
    use.element.existing = {methodId: 'only', values: {}, stored: []};
    await settle(use, dialog);
    expect(nameOf(dialog)).to.equal('Edit the connection to Acme');
  });

  it('is its label when it has one', async () => {
    const {dialog} = await openAround();
    dialog.element.label = 'Your shop';
    await dialog.settle();
    expect(nameOf(dialog)).to.equal('Your shop');
  });

  it('is a word when what it shows has no title', async () => {
    const dialog = driver(
      fixtureSync<KeyslotDialogElement>(
        html`<keyslot-dialog open .messages=${{dialog: {label: 'Verbinden'}}}>
          <keyslot-method-picker></keyslot-method-picker>
        </keyslot-dialog>`,
      ),
    );
    await dialog.settle();
    expect(nameOf(dialog)).to.equal('Verbinden');
  });

  if (givesTree) {
    it('reaches assistive technology, which gets nothing of the page behind', async () => {
      await openAround();
      const dialog = await toldOf('dialog', 'Connect Acme');
      expect(dialog['modal']).to.be.true;
      await toldOf('button', 'Close');
      const names = (await accessibilityTree()).map(({name}) => name);
      expect(names).not.to.include('Connect…');
    });
  }
});

describe('a dialog in which nothing was typed', () => {
  for (const [reason, act] of waysToClose) {
    it(`closes by ${reason}, says so and gives focus back`, async () => {
      const page = await openAround();
      await act(page);
      await page.dialog.settle();
      expect(isShown(page.dialog)).to.be.false;
      expect(nativeOf(page.dialog).open).to.be.false;
      expect(recorder.of(KeyslotCloseEvent).map((event) => event.toJSON())).to.deep.equal([
        {type: 'keyslot-close', reason, isDirty: false},
      ]);
      expect(document.activeElement === page.opener).to.be.true;
    });

    it(`stays open by ${reason} when the page says so`, async () => {
      const page = await openAround();
      page.dialog.element.addEventListener('keyslot-close', (event) => {
        event.preventDefault();
      });
      for (let count = 0; count < 3; count++) {
        await act(page);
        await page.dialog.settle();
        expect(isShown(page.dialog)).to.be.true;
      }
      expect(reasons()).to.deep.equal([reason, reason, reason]);
    });
  }

  it('closes without a word when its property is set', async () => {
    const {dialog, opener} = await openAround();
    dialog.element.open = false;
    await dialog.settle();
    expect(isShown(dialog)).to.be.false;
    expect(document.activeElement === opener).to.be.true;
    expect(reasons()).to.deep.equal([]);
  });

  it('closes once when the page closes it meanwhile', async () => {
    const {dialog} = await openAround();
    dialog.element.addEventListener('keyslot-close', () => {
      dialog.element.open = false;
    });
    await escape();
    dialog.element.close();
    await dialog.settle();
    expect(isShown(dialog)).to.be.false;
    expect(reasons()).to.deep.equal(['escape']);
  });

  it('opens again', async () => {
    const {dialog, use} = await openAround();
    await escape();
    await dialog.settle();
    dialog.element.show();
    await settle(dialog, use);
    expect(isShown(dialog)).to.be.true;
    expect(use.focused).to.equal('Store name (optional)');
  });
});

describe('focus', () => {
  it('goes back to an opener in the root of another element', async () => {
    const {dialog, page} = await openAround();
    await escape();
    const root = page.appendChild(document.createElement('div')).attachShadow({mode: 'open'});
    const inner = root.appendChild(document.createElement('button'));
    inner.focus();
    dialog.element.show();
    await dialog.settle();
    await escape();
    await dialog.settle();
    expect(root.activeElement === inner).to.be.true;
  });

  it('goes nowhere when the opener is gone', async () => {
    const {dialog, opener} = await openAround();
    opener.remove();
    await escape();
    await dialog.settle();
    expect(isShown(dialog)).to.be.false;
    expect(document.activeElement?.localName).to.equal('body');
  });

  it('goes back when the dialog is removed from the page', async () => {
    const {dialog, opener} = await openAround();
    dialog.element.remove();
    await aTimeout(0);
    expect(document.activeElement === opener).to.be.true;
  });

  it('stays in a dialog that is moved', async () => {
    const {dialog, use, page} = await openAround();
    await use.fill({Token: 'sk_1'});
    page.prepend(dialog.element);
    await settle(dialog, use);
    await aTimeout(50);
    expect(isShown(dialog)).to.be.true;
    expect(use.focused).to.equal('Store name (optional)');
    expect(use.input('Token').value).to.equal('sk_1');
    expect(reasons()).to.deep.equal([]);
  });
});

describe('a dialog within a dialog', () => {
  it('closes alone', async () => {
    const {dialog, use} = await openAround();
    const inner = document.createElement('keyslot-dialog');
    inner.append(Object.assign(document.createElement('keyslot-connect'), {connector: form}));
    dialog.element.append(inner);
    inner.show();
    await settle(driver(inner));
    await escape();
    await settle(driver(inner), dialog);
    expect([inner.open, isShown(dialog)]).to.deep.equal([false, true]);
    expect(use.focused).to.equal('Store name (optional)');
    await escape();
    await dialog.settle();
    expect(isShown(dialog)).to.be.false;
  });
});

describe('a dialog that is removed', () => {
  it('leaves nothing behind', async () => {
    await expectNoLeaks(async () => {
      const {page, dialog, use} = await openAround();
      await use.fill({Token: 'sk_1'});
      const closed = oneEvent(nativeOf(dialog), 'close');
      page.remove();
      await closed;
      return [dialog.element, use.element];
    });
  });
});
