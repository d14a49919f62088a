import {expect} from '@open-wc/testing';
import {isFree} from '../../src/define/is-free.js';
import * as keyslot from '../../src/index.js';
import {version} from '../../src/version.js';
import {Recorder} from '../support/recorder.js';

const tags = [
  'keyslot-connect',
  'keyslot-credential-form',
  'keyslot-dialog',
  'keyslot-method-picker',
] as const;
/** Taken before any test, as what is registered stays so. */
const registeredByIndex = tags.filter((tag) => customElements.get(tag));

const modules = [
  ['keyslot-connect', () => import('../../src/define/keyslot-connect.js')],
  ['keyslot-credential-form', () => import('../../src/define/keyslot-credential-form.js')],
  ['keyslot-dialog', () => import('../../src/define/keyslot-dialog.js')],
  ['keyslot-method-picker', () => import('../../src/define/keyslot-method-picker.js')],
] as const;
const classes = {
  'keyslot-connect': keyslot.KeyslotConnectElement,
  'keyslot-credential-form': keyslot.KeyslotCredentialFormElement,
  'keyslot-dialog': keyslot.KeyslotDialogElement,
  'keyslot-method-picker': keyslot.KeyslotMethodPickerElement,
};

/** What is warned of when something is done. */
async function warningsOf(act: () => unknown): Promise<readonly unknown[]> {
  const recorder = new Recorder();
  await act();
  recorder.stop();
  return recorder.console.flat();
}

/** Imports a module once more, as a second copy on the page would. */
const importAgain = (path: string) => import(/* @vite-ignore */ `${path}?again=${Math.random()}`);

describe('importing the classes', () => {
  it('registers nothing', () => {
    expect(registeredByIndex).to.deep.equal([]);
  });
});

describe('importing a tag', () => {
  for (const [tag, load] of modules) {
    it(`registers <${tag}>`, async () => {
      const before = customElements.get(tag);
      await load();
      expect([before, customElements.get(tag)]).to.deep.equal([undefined, classes[tag]]);
    });
  }

  for (const [tag] of modules) {
    it(`of the same version again leaves <${tag}> as it is, without a word`, async () => {
      const warnings = await warningsOf(() => importAgain(`/src/define/${tag}.ts`));
      expect(customElements.get(tag)).to.equal(classes[tag]);
      expect(warnings).to.deep.equal([]);
    });
  }

  it('can be done for all of them', async () => {
    await import('../../src/define.js');
    expect(tags.map((tag) => customElements.get(tag))).to.deep.equal(Object.values(classes));
  });
});

describe('a tag', () => {
  it('is free when nobody has it', async () => {
    const warnings = await warningsOf(() => {
      expect(isFree('keyslot-unheard-of')).to.be.true;
    });
    expect(warnings).to.deep.equal([]);
  });

  it('of another version is left to it, with a warning', async () => {
    customElements.define(
      'keyslot-older',
      class extends HTMLElement {
        static readonly version = '0.0.0-older';
      },
    );
    const warnings = await warningsOf(() => {
      expect(isFree('keyslot-older')).to.be.false;
    });
    expect(warnings).to.deep.equal([
      `<keyslot-older> is already registered, by version 0.0.0-older.`,
    ]);
  });

  it('of somebody else is left to them, with a warning', async () => {
    customElements.define('keyslot-foreign', class extends HTMLElement {});
    const warnings = await warningsOf(() => {
      expect(isFree('keyslot-foreign')).to.be.false;
    });
    expect(warnings).to.deep.equal([
      `<keyslot-foreign> is already registered, by version unknown.`,
    ]);
  });
});

describe('an element', () => {
  it('knows its version', () => {
    expect(Object.values(classes).map((element) => element.version)).to.deep.equal([
      version,
      version,
      version,
      version,
    ]);
  });
});
