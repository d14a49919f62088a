import {aTimeout, expect, fixtureSync, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {DISCONNECT_GRACE_MS} from '../../src/elements/form-element.js';
import {KeyslotSubmitEvent, type SubmitResult} from '../../src/index.js';
import type {KeyslotDialogElement} from '../../src/elements/dialog/dialog.js';
import {canarySweep, secretsIn} from '../support/canary.js';
import {defer} from '../support/deferred.js';
import {formOf, twoMethods} from '../support/definitions.js';
import {pasteInto} from '../support/clipboard.js';
import {driver, mount, mountFields, type Control, type Driver} from '../support/driver.js';
import {openFrame} from '../support/open-frame.js';
import {Recorder} from '../support/recorder.js';

/** Rows G4 to G10 of the fault matrix: what a page, its scripts and its user's tools do to a form. */

const SECRET = 'canary-secret';
const token = {key: 'token', label: 'Token', secret: true, required: true};
const pem = {key: 'pem', label: 'Key', type: 'multiline', secret: true} as const;
const store = {key: 'store', label: 'Store'};

let recorder: Recorder;

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

describe('G4 a listener of somebody else', () => {
  /** Everything that happens on a page, as a script that listens to all of it is told. */
  function listenToAll(phase: 'capture' | 'bubble', signal: AbortSignal): Event[] {
    const heard: Event[] = [];
    const types = [
      ...Object.keys(HTMLElement.prototype)
        .filter((name) => name.startsWith('on'))
        .map((name) => name.slice(2)),
      ...['keyslot-submit', 'keyslot-method-change', 'keyslot-error', 'focusin', 'focusout'],
    ];
    for (const type of types) {
      window.addEventListener(type, (event) => heard.push(event), {
        capture: phase === 'capture',
        signal,
      });
    }
    return heard;
  }

  for (const phase of ['capture', 'bubble'] as const) {
    it(`is told no secret by an event that it meets while events ${phase}`, async () => {
      const end = new AbortController();
      const heard = listenToAll(phase, end.signal);
      const use = await mount(
        html`<keyslot-connect method-id="key" .connector=${twoMethods}></keyslot-connect>`,
      );
      await use.submit();
      await use.choose('Password');
      await use.fill({'User name': 'ada', Password: SECRET, 'Store name': 'acme'});
      await use.submit();
      end.abort();
      expect(recorder.credentials).to.have.length(1);
      const types = new Set(heard.map(({type}) => type));
      expect([...types]).to.include.members(['keyslot-error', 'keyslot-method-change', 'input']);
      expect(types.has('keyslot-submit')).to.equal(phase === 'capture');
      const told = heard.map((event) => JSON.stringify([event, Object.entries(event)], shallow));
      expect(told.filter((text) => text.includes(SECRET))).to.deep.equal([]);
      expect(told.filter((text) => text.includes('[redacted]')).length > 0).to.equal(
        phase === 'capture',
      );
      // From within an open root, as from any element: whose value that is can be asked.
      const inputs = heard.filter(({type}) => type === 'input');
      expect(inputs.every((event) => event.target === null || isElement(event.target))).to.be.true;
    });
  }

  const isElement = (target: unknown) => target instanceof Element;
  const shallow = (_name: string, value: unknown) =>
    value instanceof Node || value instanceof Window ? undefined : value;
});

describe('G5 a form whose handlers fail', () => {
  it('in a dialog leaves the address as it is, and loses nothing', async () => {
    const dialog = fixtureSync<KeyslotDialogElement>(
      html`<keyslot-dialog>
        <keyslot-connect .connector=${formOf(token)}></keyslot-connect>
      </keyslot-dialog>`,
    );
    dialog.open = true;
    const use = driver(dialog.querySelector('keyslot-connect')!);
    await use.ready();
    await use.fill({Token: SECRET});
    const before = location.href;
    const {onerror} = window;
    window.onerror = () => true;
    use.root.addEventListener('submit', failing, true);
    use.field('Token').focus();
    await sendKeys({press: 'Enter'});
    await aTimeout(50);
    window.onerror = onerror;
    expect(location.href).to.equal(before);
    expect(dialog.open).to.be.true;
    expect(use.values()).to.deep.equal({Token: SECRET});
    dialog.open = false;
    await dialog.updateComplete;
  });

  it('in a frame leaves its address as it is', async () => {
    const frame = await openFrame('/strict/page.html', 'width: 600px; height: 400px');
    const page = frame.contentWindow as Window & typeof globalThis & {ready: Promise<void>};
    await page.ready;
    const element = page.document.createElement('keyslot-connect');
    Object.assign(element, {connector: formOf(token)});
    page.document.body.append(element);
    await element.updateComplete;
    const before = page.location.href;
    const {onerror} = window;
    window.onerror = () => true;
    const root = element.shadowRoot!;
    root.addEventListener('submit', failing, true);
    const input = root.querySelector('input')!;
    input.value = SECRET;
    input.focus();
    await sendKeys({press: 'Enter'});
    root.querySelector('form')!.requestSubmit();
    await aTimeout(50);
    window.onerror = onerror;
    const after = [page.location.href, root.querySelector('input')?.value];
    frame.remove();
    expect(after).to.deep.equal([before, SECRET]);
  });

  const failing = (event: Event) => {
    event.stopImmediatePropagation();
    throw new Error('bug of the page');
  };
});

describe('G7 a field', () => {
  let use: Driver;

  const show = async () => {
    use = await mountFields([store, token, pem]);
  };

  /** The ways by which tools fill fields in, some without a word. */
  const fills: [what: string, fill: (control: Control, text: string) => unknown][] = [
    ['a value and an input event', (control, text) => setAndTell(control, text, 'input')],
    ['a value and a change event', (control, text) => setAndTell(control, text, 'change')],
    ['a value and no event', (control, text) => setAndTell(control, text)],
    [
      'all events of a person',
      (control, text) => {
        control.focus();
        setAndTell(control, text, 'keydown', 'keypress', 'input', 'keyup', 'change');
        control.blur();
      },
    ],
    [
      'characters in place of some',
      (control, text) => (control as HTMLInputElement).setRangeText(text),
    ],
  ];
  for (const [what, fill] of fills) {
    it(`is taken as it is when it was filled by ${what}`, async () => {
      await show();
      for (const [label, text] of Object.entries({Store: 'acme', Token: SECRET, Key: 'a\nb'})) {
        fill(use.field(label), text);
      }
      await use.submit();
      expect(recorder.credentials.map(({values}) => values)).to.deep.equal([
        {store: 'acme', token: SECRET, pem: 'a\nb'},
      ]);
    });
  }

  it('takes what is pasted by keys', async () => {
    await show();
    for (const label of ['Token', 'Key']) await pasteText(use, SECRET, label);
    expect(use.values()).to.include({Token: SECRET, Key: SECRET});
  });

  it('stands in the way of no tool: pasting, dropping, copying and the menu', async () => {
    await show();
    const types = ['paste', 'copy', 'cut', 'dragover', 'drop', 'contextmenu', 'beforeinput'];
    const stopped = ['Store', 'Token', 'Key'].flatMap((label) =>
      types.filter((type) => {
        const event = new Event(type, {bubbles: true, composed: true, cancelable: true});
        return !use.field(label).dispatchEvent(event);
      }),
    );
    expect(stopped).to.deep.equal([]);
  });

  function setAndTell(control: Control, text: string, ...types: readonly string[]): void {
    control.value = text;
    for (const type of types) {
      control.dispatchEvent(new Event(type, {bubbles: true, composed: true}));
    }
  }
});

describe('G8 what is pasted', () => {
  const line: [what: string, text: string][] = [
    ['a space around it', ' key '],
    ['a space that does not break', '\u00a0key\u00a0'],
    ['what has no width', '\u200bkey\ufeff'],
    ['a prefix', 'Bearer key'],
    ['quotes of a word processor', '“key”'],
    ['another order of characters', '\u202ekey\u202c'],
    ['letters of two parts', 'cle\u0301'],
  ];
  for (const [what, text] of line) {
    it(`arrives as it was, with ${what}`, async () => {
      const use = await mountFields([token]);
      await pasteText(use, text, 'Token');
      expect(await use.submitted()).to.deep.equal({token: text});
    });
  }

  const lines: [what: string, text: string, expected: string][] = [
    ['lines', '-----BEGIN-----\nabc\n-----END-----\n', '-----BEGIN-----\nabc\n-----END-----\n'],
    // A textarea knows one end of a line (HTML §4.10.11).
    ['lines of Windows', 'abc\r\ndef\r\n', 'abc\ndef\n'],
    ['space at the ends of lines', ' abc \n\tdef ', ' abc \n\tdef '],
  ];
  for (const [what, text, expected] of lines) {
    it(`arrives with its ${what}`, async () => {
      const use = await mountFields([pem]);
      await pasteText(use, text, 'Key');
      expect(await use.submitted()).to.deep.equal({pem: expected});
    });
  }
});

describe('G10 what was typed', () => {
  const show = async (): Promise<Driver> => {
    const use = await mount(
      html`<keyslot-connect method-id="key" .connector=${twoMethods}></keyslot-connect>`,
    );
    await use.fill({'Store name': 'acme', 'Access token': SECRET, PIN: `${SECRET}-pin`});
    await use.press('Show Access token');
    return use;
  };
  const typesOf = (use: Driver) =>
    [...use.root.querySelectorAll<HTMLInputElement>('[data-rr-is-password]')].map(({type}) => type);

  it('is gone after a success, and so is what showed it', async () => {
    const use = await show();
    const secrets = secretsIn(use.element);
    expect(secrets).to.deep.equal([SECRET, `${SECRET}-pin`]);
    const inputs = ['Access token', 'PIN'].map((label) => use.input(label));
    await use.submit();
    expect(use.hasState('connected')).to.be.true;
    expect(inputs.map(({value}) => value)).to.deep.equal(['', '']);
    await use.press('Edit');
    expect(secretsIn(use.element)).to.deep.equal([]);
    expect(typesOf(use)).to.deep.equal(['password', 'password']);
    await canarySweep(recorder, secrets, {elements: [use.element]});
  });

  it('is masked while the page is asked', async () => {
    const use = await show();
    const answer = defer<SubmitResult>();
    use.onSubmit((event) => {
      event.respondWith(answer.promise);
    });
    await use.submit();
    expect(typesOf(use)).to.deep.equal(['password', 'password']);
    answer.resolve({});
  });

  it('is in memory only while another method shows', async () => {
    const use = await show();
    const secrets = secretsIn(use.element);
    await use.choose('Password');
    await canarySweep(recorder, secrets, {elements: [use.element]});
    await use.choose('API key');
    expect(use.values()).to.include({'Access token': SECRET, PIN: `${SECRET}-pin`});
  });

  it('is gone once the element has been away for a while', async () => {
    const use = await show();
    const secrets = secretsIn(use.element);
    use.element.remove();
    await aTimeout(DISCONNECT_GRACE_MS + 50);
    expect(secretsIn(use.element)).to.deep.equal([]);
    await canarySweep(recorder, secrets, {elements: [use.element]});
  });
});

describe('G13 a listener of the page that throws', () => {
  it('keeps neither the form nor other listeners from their work', async () => {
    const use = await mountFields([token]);
    const {onerror} = window;
    window.onerror = () => true;
    use.onSubmit(() => {
      throw new Error('bug of the page');
    });
    let others = 0;
    use.element.addEventListener('keyslot-submit', (event) => {
      if (event instanceof KeyslotSubmitEvent) others += 1;
    });
    await use.fill({Token: SECRET});
    await use.submit();
    window.onerror = onerror;
    expect([others, recorder.submits.length]).to.deep.equal([1, 1]);
    await canarySweep(recorder, [SECRET], {elements: [use.element]});
  });
});

/** Pastes with the keys of a person. */
async function pasteText(use: Driver, text: string, label: string): Promise<void> {
  await pasteInto(use.input(label), text);
  await use.settle();
}
