import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {KeyslotCloseEvent} from '../../src/index.js';
import {
  clickOutside,
  drag,
  insideOf,
  isShown,
  nativeOf,
  openAround,
  OUTSIDE,
  settle,
  type DialogPage,
} from '../support/dialogs.js';
import {Recorder} from '../support/recorder.js';

let recorder: Recorder;

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

const reasons = () => recorder.of(KeyslotCloseEvent).map(({reason}) => reason);
const escape = () => sendKeys({press: 'Escape'});

describe('a dialog does not close', () => {
  it('by a press inside that is released outside', async () => {
    const {dialog} = await openAround();
    await drag(insideOf(dialog), OUTSIDE);
    await dialog.settle();
    expect([isShown(dialog), reasons()]).to.deep.equal([true, []]);
  });

  it('by a press outside that is released inside', async () => {
    const {dialog} = await openAround();
    await drag(OUTSIDE, insideOf(dialog));
    await dialog.settle();
    expect([isShown(dialog), reasons()]).to.deep.equal([true, []]);
  });

  it('by a click that a script makes', async () => {
    const {dialog} = await openAround();
    nativeOf(dialog).click();
    await dialog.settle();
    expect([isShown(dialog), reasons()]).to.deep.equal([true, []]);
  });

  for (const tag of ['div', 'password-manager']) {
    it(`by a click on a <${tag}> that an extension draws over the page`, async () => {
      const {dialog} = await openAround();
      const overlay = document.createElement(tag);
      const drawn = tag === 'div' ? overlay : document.createElement('div');
      drawn.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 9px; height: 9px';
      if (drawn !== overlay) overlay.attachShadow({mode: 'closed'}).append(drawn);
      document.body.append(overlay);
      await clickOutside();
      await dialog.settle();
      overlay.remove();
      expect([isShown(dialog), reasons()]).to.deep.equal([true, []]);
      await clickOutside();
      await dialog.settle();
      expect(reasons()).to.deep.equal(['backdrop']);
    });
  }

  it('by Escape where that means something else', async () => {
    const {dialog, use} = await openAround();
    use.root.addEventListener('keydown', (event) => event.preventDefault(), {once: true});
    await escape();
    await dialog.settle();
    expect([isShown(dialog), reasons()]).to.deep.equal([true, []]);
  });

  // A browser without close watchers closes a popover and the dialog around it with one key.
  if ('closedBy' in HTMLDialogElement.prototype) {
    it('by Escape in a popover within it', async () => {
      const {dialog} = await openAround();
      // What opens without the user having done anything since closes together.
      await sendKeys({press: 'Tab'});
      dialog.element.insertAdjacentHTML('beforeend', '<p popover><button>Ok</button></p>');
      const popover = dialog.element.querySelector('p')!;
      popover.showPopover();
      popover.querySelector('button')!.focus();
      await escape();
      expect([popover.matches(':popover-open'), isShown(dialog)]).to.deep.equal([false, true]);
      await escape();
      await dialog.settle();
      expect(isShown(dialog)).to.be.false;
    });
  }

  it('by an event of its content that has the same name', async () => {
    const {dialog} = await openAround();
    // That of a file input is one.
    const file = dialog.element.appendChild(document.createElement('input'));
    file.dispatchEvent(new Event('cancel', {bubbles: true, cancelable: true}));
    await dialog.settle();
    expect([isShown(dialog), reasons()]).to.deep.equal([true, []]);
  });
});

describe('a dialog closes', () => {
  it('by a click over what was on the page before', async () => {
    const behind = document.body.appendChild(document.createElement('div'));
    behind.style.cssText = 'position: fixed; inset: 0';
    const {dialog} = await openAround();
    await clickOutside();
    await dialog.settle();
    behind.remove();
    expect(reasons()).to.deep.equal(['backdrop']);
  });
});

describe('a dialog whose form has succeeded', () => {
  let page: DialogPage;
  const settled = () => settle(page.dialog, page.use);

  beforeEach(async () => {
    page = await openAround();
    await page.use.fill({'Store name': 'acme'});
    await page.use.submit();
    await settled();
  });

  it('has a button that is done', async () => {
    expect(page.dialog.buttons).to.deep.equal(['Done']);
    await expect(page.dialog.element).to.be.accessible();
    await page.dialog.press('Done');
    await settled();
    expect(isShown(page.dialog)).to.be.false;
    expect(reasons()).to.deep.equal(['done']);
    expect(document.activeElement === page.opener).to.be.true;
  });

  it('can be closed again once the user goes on editing', async () => {
    await page.use.press('Edit');
    await settled();
    expect(page.dialog.part('done')).to.equal(undefined);
    expect(page.dialog.part('close')).to.exist;
  });
});
