import {expect, html} from '@open-wc/testing';
import type {NoteDefinition} from '../../src/index.js';
import {formOf} from '../support/definitions.js';
import {mount, nameOf, wordsOf, type Driver} from '../support/driver.js';

let use: Driver;

async function show(
  notes: readonly NoteDefinition[],
  provided: {readonly presets?: object; readonly values?: object} = {},
): Promise<void> {
  const definition = formOf({key: 'token', label: 'Token', secret: true});
  const [method] = definition.methods;
  use = await mount(
    html`<keyslot-connect
      .connector=${{...definition, methods: [{...method, notes}]}}
      .presets=${provided.presets}
      .values=${provided.values}
    ></keyslot-connect>`,
  );
  await import('../../src/elements/views/on-demand-views.js');
  await use.settle();
}

const notes = () => use.parts('note').map((note) => wordsOf(note));
const value = () => use.part('notes')!.querySelector('input')!;

describe('a note', () => {
  it('explains', async () => {
    await show([{label: 'Before you begin', text: {en: 'Ask an administrator', de: 'Frag'}}]);
    expect(notes()).to.deep.equal(['Before you begin Ask an administrator']);
    expect(use.part('notes')!.querySelector('input')).to.equal(null);
  });

  it('shows a value to copy, named by its label', async () => {
    await show([{label: 'IP addresses', value: '192.0.2.1, 192.0.2.2'}]);
    expect([nameOf(value()), value().value, value().readOnly]).to.deep.equal([
      'IP addresses',
      '192.0.2.1, 192.0.2.2',
      true,
    ]);
    expect(use.buttons).to.include('Copy IP addresses');
  });

  it('takes in what the page provides', async () => {
    await show([{label: 'Redirect address', value: '{{redirectUri}}?tenant={{tenant}}'}], {
      presets: {redirectUri: 'https://host.example/callback'},
      values: {tenant: 'acme'},
    });
    expect(value().value).to.equal('https://host.example/callback?tenant=acme');
  });

  it('is left out when the page does not provide its value', async () => {
    await show([{label: 'Redirect address', value: '{{redirectUri}}'}, {text: 'Hello'}]);
    expect(notes()).to.deep.equal(['Hello']);
  });

  it('never shows a secret', async () => {
    await show([{value: '{{token}}'}], {presets: {token: 'sk_1'}});
    expect(use.part('notes')).to.equal(undefined);
  });

  it('reaches nothing of an object by a name of its machinery', async () => {
    await show([{value: '{{constructor}} {{toString}}'}], {values: {}});
    expect(use.part('notes')).to.equal(undefined);
  });

  it('is never HTML', async () => {
    await show([{text: '<img src=x onerror=alert(1)>'}]);
    expect(notes()).to.deep.equal(['<img src=x onerror=alert(1)>']);
  });

  it('is no part of the credential', async () => {
    await show([{label: 'A', value: 'b'}]);
    const credentials: unknown[] = [];
    use.onSubmit((event) => credentials.push(event.credential.values));
    await use.submit();
    expect(credentials).to.deep.equal([{}]);
  });

  it('passes the accessibility checks', async () => {
    await show([{label: 'A', text: 'B', value: 'c'}, {value: 'd'}]);
    await expect(use.element).to.be.accessible();
  });
});

describe('the button that copies a note', () => {
  const original = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  const written: string[] = [];
  const setClipboard = (clipboard: object | undefined) =>
    Object.defineProperty(navigator, 'clipboard', {value: clipboard, configurable: true});

  beforeEach(() => show([{label: 'IP addresses', value: '192.0.2.1'}]));
  afterEach(() => {
    written.length = 0;
    if (original) Object.defineProperty(navigator, 'clipboard', original);
    else Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('copies, and says so', async () => {
    setClipboard({writeText: (text: string) => Promise.resolve(void written.push(text))});
    await use.press('Copy IP addresses');
    expect(written).to.deep.equal(['192.0.2.1']);
    expect(use.status).to.equal('Copied');
  });

  for (const [name, clipboard] of [
    ['is missing', undefined],
    ['is blocked', {writeText: () => Promise.reject(new DOMException('', 'NotAllowedError'))}],
  ] as const) {
    it(`selects the value when the clipboard ${name}, and says what to press`, async () => {
      setClipboard(clipboard);
      await use.press('Copy IP addresses');
      expect(use.root.activeElement).to.equal(value());
      const {selectionStart, selectionEnd} = value();
      expect([selectionStart, selectionEnd]).to.deep.equal([0, 9]);
      expect(use.status).to.equal('Selected. Press Ctrl+C, or ⌘C, to copy it.');
    });
  }
});
