import {aTimeout, expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {KeyslotCloseEvent, type SubmitResult} from '../../src/index.js';
import {canaryScanOf} from '../support/canary.js';
import {defer, type Deferred} from '../support/deferred.js';
import {
  clickOutside,
  isShown,
  nativeOf,
  openAround,
  settle,
  type DialogPage,
} from '../support/dialogs.js';
import {twoMethods} from '../support/definitions.js';
import {wordsOf} from '../support/driver.js';
import {expectNoLeaks} from '../support/leaks.js';
import {Recorder} from '../support/recorder.js';

const TOKEN = 'canary-token';
const typed = {'Store name': 'acme', Token: TOKEN};

let page: DialogPage;
let recorder: Recorder;

beforeEach(async () => {
  recorder = new Recorder();
  page = await openAround();
  await page.use.type('Store name', 'acme');
  await page.use.type('Token', TOKEN);
});
afterEach(() => {
  recorder.stop();
  expect(recorder.errors).to.deep.equal([]);
});

const settled = () => settle(page.dialog, page.use);
const events = () => recorder.of(KeyslotCloseEvent).map((event) => event.toJSON());
const press = async (name: string) => {
  await page.dialog.press(name);
  await settled();
};
const escape = async () => {
  await sendKeys({press: 'Escape'});
  await settled();
};
const isAsking = () => Boolean(page.dialog.part('question'));
/** The dialog is there, and holds all that was typed. */
const nothingIsLost = () => {
  expect(isShown(page.dialog)).to.be.true;
  expect(page.use.values()).to.deep.equal(typed);
};

const waysToClose: [reason: string, act: () => unknown][] = [
  ['escape', escape],
  ['button', () => page.dialog.part('close')!.click()],
  ['backdrop', clickOutside],
  [
    'call',
    () => {
      page.dialog.element.close();
    },
  ],
];

describe('a dialog in which something was typed', () => {
  for (const [reason, act] of waysToClose) {
    it(`asks when it is to close by ${reason}`, async () => {
      await act();
      await settled();
      expect(wordsOf(page.dialog.part('question')!)).to.equal(
        'Discard what you entered? Keep editing Discard',
      );
      expect(page.dialog.focused).to.equal('Keep editing');
      expect(events()).to.deep.equal([{type: 'keyslot-close', reason, isDirty: true}]);
      nothingIsLost();
    });

    it(`closes by ${reason} when the user agrees`, async () => {
      await act();
      await settled();
      await press('Discard');
      expect(isShown(page.dialog)).to.be.false;
      expect(document.activeElement === page.opener).to.be.true;
      expect(events()).to.deep.equal([
        {type: 'keyslot-close', reason, isDirty: true},
        {type: 'keyslot-close', reason, isDirty: false},
      ]);
    });

    it(`asks nothing by ${reason} when the page keeps it open`, async () => {
      page.dialog.element.addEventListener('keyslot-close', (event) => {
        event.preventDefault();
      });
      await act();
      await settled();
      expect(isAsking()).to.be.false;
      nothingIsLost();
    });
  }

  it('closes without a question when its property is set', async () => {
    page.dialog.element.open = false;
    await settled();
    expect(isShown(page.dialog)).to.be.false;
    expect(events()).to.deep.equal([]);
  });
});

describe('the question', () => {
  for (const width of [24, 27, 30, 36]) {
    it(`has its answers side by side in a dialog of ${width} rem`, async () => {
      page.dialog.element.style.setProperty('--keyslot-dialog-width', `${width}rem`);
      await escape();
      const [keep, discard] = ['keep', 'discard'].map((part) =>
        page.dialog.part(part)!.getBoundingClientRect(),
      );
      expect(keep?.top).to.equal(discard?.top);
    });
  }

  it('is one alert dialog, in which the content takes no input', async () => {
    await escape();
    const question = page.dialog.part('question')!;
    expect(question.role).to.equal('alertdialog');
    page.use.field('Token').focus();
    expect(page.dialog.focused).to.equal('Keep editing');
    await expect(page.dialog.element).to.be.accessible();
  });

  it('goes back to the field that was left', async () => {
    page.use.field('Store name').focus();
    await escape();
    await press('Keep editing');
    expect(isAsking()).to.be.false;
    expect(page.use.focused).to.equal('Store name (optional)');
    nothingIsLost();
  });

  it('goes back to the field that was left for the close button', async () => {
    const {left, top} = page.dialog.part('close')!.getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.ceil(left) + 8, Math.ceil(top) + 8]});
    await settled();
    await press('Keep editing');
    expect(page.use.focused).to.equal('Token (optional)');
  });

  it('goes back to the first field when the one that was left is gone', async () => {
    await escape();
    page.use.field('Token').remove();
    await press('Keep editing');
    expect(page.use.focused).to.equal('Store name (optional)');
  });

  it('takes Escape for no', async () => {
    await escape();
    await escape();
    expect([isAsking(), page.use.focused]).to.deep.equal([false, 'Token (optional)']);
    nothingIsLost();
  });

  it('is asked once, whatever asks again', async () => {
    await escape();
    page.dialog.part('close')!.click();
    await clickOutside();
    await settled();
    expect([isAsking(), page.dialog.focused]).to.deep.equal([true, 'Keep editing']);
    expect(events()).to.have.length(1);
  });

  it('empties every form when the user agrees', async () => {
    page = await openAround({connector: twoMethods});
    await page.use.choose('API key');
    await page.use.fill({'Access token': TOKEN});
    await page.use.choose('Password');
    await page.use.fill({Password: TOKEN});
    await escape();
    await press('Discard');
    page.dialog.element.show();
    await settled();
    expect([isAsking(), page.use.input('Password').value]).to.deep.equal([false, '']);
    await page.use.choose('API key');
    expect(page.use.input('Access token').value).to.equal('');
  });

  it('leaves everything as it is when the page keeps the dialog open after all', async () => {
    await escape();
    page.dialog.element.addEventListener('keyslot-close', (event) => {
      event.preventDefault();
    });
    await press('Discard');
    expect([isAsking(), page.use.focused]).to.deep.equal([false, 'Token (optional)']);
    nothingIsLost();
  });

  it('is over when the page closes the dialog', async () => {
    await escape();
    page.dialog.element.open = false;
    await settled();
    page.dialog.element.show();
    await settled();
    expect(isAsking()).to.be.false;
    nothingIsLost();
  });

  it('is not asked when everything was erased again', async () => {
    await page.use.erase('Store name');
    await page.use.erase('Token');
    await escape();
    expect(isShown(page.dialog)).to.be.false;
  });
});

describe('what was typed is not lost', () => {
  it('by Escape, pressed again and again', async () => {
    for (let count = 0; count < 6; count++) {
      await escape();
      nothingIsLost();
    }
  });

  it('when a script keeps the key from the dialog, and the browser closes it without leave', async () => {
    const stop = (event: Event) => {
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', stop, {capture: true});
    for (let count = 0; count < 6; count++) {
      await sendKeys({press: 'Escape'});
      await aTimeout(30);
      nothingIsLost();
    }
    window.removeEventListener('keydown', stop, {capture: true});
    expect(isAsking()).to.be.false;
  });

  it('when something closes the native dialog', async () => {
    nativeOf(page.dialog).close();
    await aTimeout(30);
    await settled();
    expect([isAsking(), page.dialog.focused]).to.deep.equal([true, 'Keep editing']);
    nothingIsLost();
  });
});

describe('a dialog whose form waits for an answer', () => {
  let answer: Deferred<SubmitResult>;

  beforeEach(async () => {
    answer = defer();
    page.use.onSubmit((event) => {
      event.respondWith(answer.promise);
    });
    await page.use.submit();
    await escape();
  });

  it('asks, and stops waiting when the user agrees', async () => {
    const [submit] = recorder.submits;
    expect([isAsking(), submit?.signal.aborted]).to.deep.equal([true, false]);
    await press('Discard');
    expect([isShown(page.dialog), submit?.signal.aborted]).to.deep.equal([false, true]);
  });

  it('asks also when there was nothing to type', async () => {
    const connector = {id: 'a', name: 'A', methods: [{id: 'open', type: 'none'}]};
    page = await openAround({connector});
    page.use.onSubmit((event) => {
      event.respondWith(answer.promise);
    });
    await page.use.submit();
    expect(page.use.element.isDirty).to.be.false;
    await escape();
    expect(isAsking()).to.be.true;
  });

  it('asks no longer once the page took the credential', async () => {
    answer.resolve({account: 'ada'});
    await settled();
    expect(isAsking()).to.be.false;
    expect(page.use.focused).to.include('Acme is connected');
  });

  it('goes on asking when the page did not take it', async () => {
    answer.reject({message: 'No'});
    await settled();
    expect(isAsking()).to.be.true;
    await press('Keep editing');
    expect(page.use.summary?.title).to.equal('No');
    nothingIsLost();
  });
});

describe('what was typed as a secret is nowhere', () => {
  it('while the dialog asks, and after it was discarded', async () => {
    await escape();
    canaryScanOf(recorder, [TOKEN], page.dialog.element, page.use.element);
    await press('Discard');
    canaryScanOf(recorder, [TOKEN], page.dialog.element, page.use.element);
    await expectNoLeaks(() => {
      page.page.remove();
      return Promise.resolve([page.use.element]);
    });
  });
});
