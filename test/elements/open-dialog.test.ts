import {expect, fixtureSync, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import {
  KeyslotCloseEvent,
  openDialog,
  type DialogOptions,
  type DialogResult,
  type KeyslotDialogElement,
  type SubmitResult,
} from '../../src/index.js';
import {en} from '../../src/locales/en.js';
import {canaryScanOf} from '../support/canary.js';
import {defer} from '../support/deferred.js';
import {form, isShown, settle} from '../support/dialogs.js';
import {driver, type Driver} from '../support/driver.js';
import {expectNoLeaks} from '../support/leaks.js';
import {Recorder} from '../support/recorder.js';

const TOKEN = 'canary-token';
const credential = {
  connectorId: 'acme',
  methodId: 'only',
  type: 'custom',
  values: {store: 'acme', token: TOKEN},
};

let opener: HTMLElement;
let recorder: Recorder;
let dialog: Driver<KeyslotDialogElement>;
let use: Driver;
let result: Promise<DialogResult>;
/** How the dialog ended, once it did. */
let outcome: DialogResult | undefined;

beforeEach(() => {
  recorder = new Recorder();
  opener = fixtureSync<HTMLElement>(html`<button>Connect…</button>`);
  opener.focus();
  outcome = undefined;
});
afterEach(() => {
  recorder.stop();
  for (const element of shown()) element.remove();
});

const shown = () => [...document.querySelectorAll('keyslot-dialog')];
const settled = () => settle(dialog, use);

/** Opens a dialog, and finds its elements on the page. */
async function open(options: Partial<DialogOptions> = {}): Promise<void> {
  const opened = openDialog({connector: form, ...options});
  void opened.then((end) => {
    if (opened === result) outcome = end;
  });
  result = opened;
  const element = shown().at(-1)!;
  dialog = driver(element);
  use = driver(element.querySelector<KeyslotConnectElement>('keyslot-connect')!);
  await use.ready();
  await settled();
}

async function connect(): Promise<void> {
  await use.fill({'Store name': 'acme', Token: TOKEN});
  await use.submit();
  await settled();
}

async function press(name: string): Promise<void> {
  await dialog.press(name);
  await settled();
}

async function escape(): Promise<void> {
  await sendKeys({press: 'Escape'});
  await settled();
}

describe('openDialog()', () => {
  it('shows a form in a dialog', async () => {
    await open();
    expect(isShown(dialog)).to.be.true;
    expect(use.focused).to.equal('Store name (optional)');
    expect(dialog.element.parentElement === document.body).to.be.true;
  });

  it('resolves to what the page took, once the user is done', async () => {
    await open({
      onSubmit: (event) => {
        event.respondWith(Promise.resolve({account: 'ada'}));
      },
    });
    await connect();
    expect([outcome, isShown(dialog)]).to.deep.equal([undefined, true]);
    await press('Done');
    expect(await result).to.deep.equal({
      status: 'connected',
      credential,
      result: {account: 'ada'},
    });
  });

  it('takes the credential when the page does nothing with it', async () => {
    await open();
    await connect();
    await press('Done');
    expect(await result).to.deep.equal({status: 'connected', credential, result: {}});
  });

  it('resolves to closed when the user closes it, and is gone from the page', async () => {
    await open();
    await escape();
    expect(await result).to.deep.equal({status: 'closed'});
    expect(shown()).to.be.empty;
    expect(document.activeElement === opener).to.be.true;
  });

  it('asks before something typed is lost', async () => {
    await open();
    await use.type('Token', TOKEN);
    await escape();
    expect([outcome, isShown(dialog)]).to.deep.equal([undefined, true]);
    await press('Discard');
    expect(await result).to.deep.equal({status: 'closed'});
  });

  const notTaken: [what: string, onSubmit: DialogOptions['onSubmit']][] = [
    ['refused', (event) => event.preventDefault()],
    ['rejected', (event) => event.respondWith(Promise.reject(new Error('no')))],
    ['never answered', (event) => event.respondWith(new Promise<void>(() => {}))],
  ];

  for (const [what, onSubmit] of notTaken) {
    it(`resolves to closed when the credential was ${what}`, async () => {
      await open({onSubmit});
      await connect();
      await escape();
      await press('Discard');
      expect(await result).to.deep.equal({status: 'closed'});
      expect(recorder.submits).to.have.length(1);
    });
  }

  it('resolves to closed when the credential was only tried', async () => {
    await open({verification: 'required'});
    await connect();
    expect(recorder.submits.map(({intent}) => intent)).to.deep.equal(['verify']);
    await escape();
    await press('Discard');
    expect(await result).to.deep.equal({status: 'closed'});
  });

  it('waits for an answer as long as it is told', async () => {
    await open({
      responseTimeout: 20,
      onSubmit: (event) => event.respondWith(new Promise(() => {})),
    });
    await connect();
    await waitUntil(() => use.summary);
    expect(use.summary?.title).to.equal(en.timedOut);
  });

  it('hands on how users authorise', async () => {
    const oauth = {redirectUri: 'https://app.example/callback.html'};
    await open({oauth});
    expect(use.element.oauth).to.equal(oauth);
  });

  it('waits for a minute when it is not told how long', async () => {
    await open();
    expect(use.element.responseTimeout).to.equal(60_000);
  });

  it('ignores an answer that comes after the user gave up', async () => {
    const answer = defer<SubmitResult>();
    await open({onSubmit: (event) => event.respondWith(answer.promise)});
    await connect();
    await use.press('Cancel');
    answer.resolve({account: 'late'});
    await escape();
    await press('Discard');
    expect(await result).to.deep.equal({status: 'closed'});
  });

  it('resolves to what was taken also when the user then edits and gives up', async () => {
    await open();
    await connect();
    await use.press('Edit');
    await use.type('Store name', '-2');
    await escape();
    await press('Discard');
    expect(await result).to.deep.equal({status: 'connected', credential, result: {}});
  });

  it('takes the credential when its listener throws, and tells the page', async () => {
    const {onerror} = window;
    window.onerror = () => true;
    await open({
      onSubmit: () => {
        throw new Error('bug of the page');
      },
    });
    await connect();
    window.onerror = onerror;
    await press('Done');
    expect((await result).status).to.equal('connected');
    expect(recorder.errors.map(String)).to.deep.equal(['Error: bug of the page']);
  });

  it('shows what it is told, in the words it is told', async () => {
    await open({
      label: 'Your shop',
      existing: {methodId: 'only', values: {store: 'old'}, stored: ['token']},
      messages: {save: 'Sichern', dialog: {close: 'Schließen'}},
    });
    expect(use.input('Store name').value).to.equal('old');
    expect(use.buttons).to.include('Sichern');
    expect(dialog.part('close')?.ariaLabel).to.equal('Schließen');
    expect(dialog.part('dialog')?.ariaLabel).to.equal('Your shop');
  });
});

describe('the signal of openDialog()', () => {
  it('closes it without a question', async () => {
    const end = new AbortController();
    await open({signal: end.signal});
    await use.type('Token', TOKEN);
    end.abort();
    expect(await result).to.deep.equal({status: 'closed'});
    expect(shown()).to.be.empty;
    expect(recorder.of(KeyslotCloseEvent)).to.be.empty;
    expect(document.activeElement === opener).to.be.true;
  });

  it('is not listened to any longer than that', async () => {
    const {signal} = new AbortController();
    const calls: string[] = [];
    const note = (name: 'addEventListener' | 'removeEventListener') => {
      signal[name] = (type: string) => calls.push(`${name} ${type}`);
    };
    note('addEventListener');
    note('removeEventListener');
    await open({signal});
    await escape();
    await result;
    expect(calls).to.deep.equal(['addEventListener abort', 'removeEventListener abort']);
  });

  it('shows nothing when it was aborted before', async () => {
    const ended = openDialog({connector: form, signal: AbortSignal.abort()});
    expect(shown()).to.be.empty;
    expect(await ended).to.deep.equal({status: 'closed'});
  });
});

describe('openDialog() ends', () => {
  it('when the page takes the dialog away', async () => {
    await open();
    dialog.element.remove();
    expect(await result).to.deep.equal({status: 'closed'});
  });

  it('not when the page moves the dialog', async () => {
    await open({parent: opener.parentElement!});
    expect(dialog.element.parentElement === opener.parentElement).to.be.true;
    document.body.append(dialog.element);
    await settled();
    expect([outcome, isShown(dialog)]).to.deep.equal([undefined, true]);
  });

  it('one by one when two are open', async () => {
    await open();
    const first = {result, dialog};
    await open();
    await escape();
    expect(await result).to.deep.equal({status: 'closed'});
    expect(isShown(first.dialog)).to.be.true;
    await sendKeys({press: 'Escape'});
    expect(await first.result).to.deep.equal({status: 'closed'});
  });

  it('with an error when its parent is not on the page', async () => {
    const parent = document.createElement('div');
    expect(await openDialog({connector: form, parent}).catch(String)).to.equal(
      'Error: The parent of the dialog is not on the page',
    );
  });
});

describe('what was typed as a secret is nowhere', () => {
  it('after openDialog() resolved', async () => {
    await open();
    await connect();
    await press('Done');
    await result;
    canaryScanOf(recorder, [TOKEN], dialog.element, use.element);
  });

  it('after openDialog() was aborted, at once', async () => {
    const end = new AbortController();
    await open({signal: end.signal});
    await use.type('Token', TOKEN);
    const input = use.input('Token');
    end.abort();
    await result;
    expect(input.value).to.equal('');
  });

  it('and openDialog() leaves nothing else behind', async () => {
    await expectNoLeaks(async () => {
      await open({signal: new AbortController().signal});
      await use.fill({Token: TOKEN});
      dialog.element.close();
      await settled();
      await press('Discard');
      await result;
      return [dialog.element, use.element];
    });
  });
});
