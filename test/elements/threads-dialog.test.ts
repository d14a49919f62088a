import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {accessibilityTree, givesTree} from '../support/accessibility-tree.js';
import {clickOutside, isShown, nativeOf, openAround, OUTSIDE} from '../support/dialogs.js';

// What users of other dialogs reported, by the name of the thread.

describe('what was typed in a dialog', () => {
  for (const thread of [
    'craftersoftware/craftercms#4717',
    'flarum/framework#363',
    'eclipse-vorto/vorto#1814',
  ]) {
    it(`is not lost by a click beside it (${thread})`, async () => {
      const {dialog, use} = await openAround();
      const [label = ''] = use.labels;
      await use.type(label, 'ada');
      await clickOutside();
      await dialog.settle();
      expect(isShown(dialog)).to.be.true;
      expect(use.values()).to.include({[label]: 'ada'});
    });
  }
});

describe('a dialog', () => {
  for (const thread of ['huntabyte/bits-ui#1043', 'melt-ui/melt-ui#917']) {
    it(`stays open when a password manager draws over it and is clicked (${thread})`, async () => {
      const {dialog} = await openAround();
      const overlay = document.createElement('com-1password-button');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        'com-1password-button {position: fixed; inset: 0 auto auto 0; margin: 0; inline-size: 40px; block-size: 40px}',
      );
      document.adoptedStyleSheets.push(sheet);
      overlay.popover = 'manual';
      document.body.append(overlay);
      overlay.showPopover();
      await sendMouse({type: 'click', position: [...OUTSIDE]});
      await dialog.settle();
      expect(isShown(dialog)).to.be.true;
      overlay.remove();
      document.adoptedStyleSheets.pop();
    });
  }

  it('has a close button with a name (swagger-api/swagger-ui#10320)', async () => {
    const {dialog} = await openAround();
    expect(dialog.part('close')!.ariaLabel).to.equal('Close');
  });

  for (const thread of ['swagger-api/swagger-ui#10706', 'swagger-api/swagger-ui#5308']) {
    it(`keeps Tab within itself (${thread})`, async () => {
      const {page, opener} = await openAround();
      // No further: behind the last button Firefox leaves the page, and does not come back.
      for (let count = 0; count < 3; count++) {
        await sendKeys({press: 'Tab'});
        expect(page.contains(document.activeElement)).to.be.true;
        expect(document.activeElement === opener).to.be.false;
      }
      opener.focus();
      expect(document.activeElement === opener).to.be.false;
    });
  }

  it('closes by Escape and gives focus back (swagger-api/swagger-ui#10706)', async () => {
    const {dialog, opener} = await openAround();
    await sendKeys({press: 'Escape'});
    await dialog.settle();
    expect(nativeOf(dialog).open).to.be.false;
    expect(document.activeElement === opener).to.be.true;
  });

  if (givesTree) {
    it('hides the page behind it from a screen reader (swagger-api/swagger-ui#5308)', async () => {
      await openAround();
      const names = (await accessibilityTree()).map(({name}) => name);
      expect(names).to.include('Close');
      expect(names).not.to.include('Connect…');
    });
  }
});
