import {aTimeout, expect, html} from '@open-wc/testing';
import {fileSize} from '../../src/elements/views/controls/file-size.js';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import type {VariableDefinition} from '../../src/index.js';
import {canaryScanOf} from '../support/canary.js';
import {formOf} from '../support/definitions.js';
import {
  descriptionOf,
  mount,
  mountFields,
  nameOf,
  wordsOf,
  type Driver,
} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const certificate: VariableDefinition = {
  key: 'certificate',
  label: 'Certificate',
  type: 'file',
  required: true,
};

let use: Driver;
let recorder: Recorder;

async function show(
  variables: readonly VariableDefinition[] = [certificate],
  given?: Partial<KeyslotConnectElement>,
): Promise<void> {
  use = await mountFields(variables, given);
}

const input = () => use.input('Certificate');
const words = () => wordsOf(use.part('file')!);

const fileOf = (content: BlobPart, name = 'key.pem') => new File([content], name);

function transferOf(...files: readonly File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

/** Waits until what was chosen is read. */
async function read(): Promise<void> {
  await aTimeout(30);
  await use.settle();
}

/** Chooses as the browser's own dialog does: the list, then the events. */
async function choose(...files: readonly File[]): Promise<void> {
  input().files = transferOf(...files).files;
  input().dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  input().dispatchEvent(new Event('change', {bubbles: true}));
  await read();
}

function drag(type: string, dataTransfer: DataTransfer): DragEvent {
  const event = new DragEvent(type, {
    dataTransfer,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  use.part('file')!.dispatchEvent(event);
  return event;
}

async function drop(...files: readonly File[]): Promise<DragEvent> {
  drag('dragover', transferOf(...files));
  const event = drag('drop', transferOf(...files));
  await read();
  return event;
}

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

describe('a file', () => {
  beforeEach(() => show());

  it('is chosen in a native input that has the name of the field', () => {
    expect([input().type, nameOf(input()), input().required]).to.deep.equal([
      'file',
      'Certificate',
      true,
    ]);
    expect(words()).to.equal('Choose a file or drop it here');
  });

  it('is chosen by a click anywhere in its place', () => {
    const {x, y, width, height} = use.part('file')!.getBoundingClientRect();
    for (const share of [0.05, 0.5, 0.95]) {
      const hit = use.root.elementFromPoint(x + width * share, y + height / 2);
      expect(hit?.id).to.equal(input().id);
    }
  });

  it('is handed over as its text, with its marks and line breaks', async () => {
    await choose(fileOf('\ufeffone\r\ntwo\n\nthrée\r'));
    expect(await use.submitted()).to.deep.equal({certificate: '\ufeffone\r\ntwo\n\nthrée\r'});
  });

  it('shows its name and its size, and says them', async () => {
    await choose(fileOf('x'.repeat(1234), 'my key.pem'));
    expect([words(), use.status]).to.deep.equal(['my key.pem 1.23 kB', 'my key.pem, 1.23 kB']);
    expect(descriptionOf(input())).to.equal('my key.pem 1.23 kB');
  });

  it('can be dropped', async () => {
    const event = await drop(fileOf('dropped'));
    expect([event.defaultPrevented, words()]).to.deep.equal([true, 'key.pem 7 bytes']);
    expect(await use.submitted()).to.deep.equal({certificate: 'dropped'});
  });

  it('shows where it can be dropped while it hovers', async () => {
    const place = use.part('file')!;
    drag('dragover', transferOf(fileOf('x')));
    await use.settle();
    expect(place.className).to.contain('over');
    drag('dragleave', transferOf());
    await use.settle();
    expect(place.className).not.to.contain('over');
  });

  it('leaves anything else that is dropped to the browser', () => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', 'x');
    expect(drag('dragover', transfer).defaultPrevented).to.be.false;
    expect(drag('drop', transfer).defaultPrevented).to.be.false;
  });

  it('takes the place of the one before', async () => {
    await choose(fileOf('one', 'one.pem'));
    await drop(fileOf('two', 'two.pem'));
    expect(words()).to.equal('two.pem 3 bytes');
    expect(await use.submitted()).to.deep.equal({certificate: 'two'});
  });

  it('can be chosen again after it was changed', async () => {
    await choose(fileOf('one'));
    input().addEventListener('click', (event) => {
      event.preventDefault();
    });
    input().click();
    expect(input().files).to.have.length(0);
    await choose(fileOf('two'));
    expect(await use.submitted()).to.deep.equal({certificate: 'two'});
  });

  it('can be removed, which leads back to where another is chosen', async () => {
    await choose(fileOf('one'));
    await use.press('Remove key.pem');
    expect([words(), use.focused]).to.deep.equal(['Choose a file or drop it here', 'Certificate']);
    await use.submit();
    expect(use.errors).to.deep.equal({Certificate: 'Choose the certificate'});
  });

  it('is asked for when it is missing, and no more once it is there', async () => {
    await use.submit();
    expect([use.errors, use.focused]).to.deep.equal([
      {Certificate: 'Choose the certificate'},
      'Certificate',
    ]);
    await choose(fileOf('x'));
    expect(use.errors).to.deep.equal({});
  });

  it('is kept when the submit fails', async () => {
    use.onSubmit((event) => {
      event.respondWith(Promise.reject(new Error('no')));
    });
    await choose(fileOf('x'));
    await use.submit();
    expect(words()).to.equal('key.pem 1 byte');
  });

  it('is forgotten by a reset, and once it was taken', async () => {
    await choose(fileOf('x'));
    use.element.reset();
    await use.settle();
    expect([words(), input().files?.length]).to.deep.equal(['Choose a file or drop it here', 0]);
    await choose(fileOf('y'));
    await use.submit();
    use.element.reset();
    await use.settle();
    expect(words()).to.equal('Choose a file or drop it here');
  });

  it('that is still being read when the form is reset is forgotten', async () => {
    input().files = transferOf(fileOf('x')).files;
    input().dispatchEvent(new Event('change', {bubbles: true}));
    use.element.reset();
    await read();
    expect([words(), use.element.isDirty]).to.deep.equal(['Choose a file or drop it here', false]);
  });

  it('cannot be chosen while the element is disabled', async () => {
    use.element.disabled = true;
    await use.settle();
    const event = await drop(fileOf('x'));
    expect([event.defaultPrevented, input().matches(':disabled')]).to.deep.equal([true, true]);
    expect(words()).to.equal('Choose a file or drop it here');
  });

  it('passes the accessibility checks, before and after it is chosen', async () => {
    await expect(use.element).to.be.accessible();
    await use.submit();
    await expect(use.element).to.be.accessible();
    await choose(fileOf('x'));
    await expect(use.element).to.be.accessible();
  });
});

describe('a file that cannot be taken', () => {
  const optional = {...certificate, required: false};
  const folder = () => {
    const file = fileOf('x');
    file.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
    return file;
  };
  const table: readonly [
    what: string,
    variable: Partial<VariableDefinition>,
    files: () => readonly File[],
    words: string,
  ][] = [
    [
      'is no text',
      {},
      () => [fileOf(new Uint8Array([0x66, 0xe9, 0x66]))],
      'The file for the certificate is not a plain text file: choose another one',
    ],
    [
      'is empty',
      {},
      () => [fileOf('')],
      'The file for the certificate is empty: choose another one',
    ],
    [
      'holds blanks only',
      {},
      () => [fileOf(' \r\n')],
      'The file for the certificate is empty: choose another one',
    ],
    [
      'is longer than allowed',
      {maxLength: 1500},
      () => [fileOf('x'.repeat(1501))],
      'The file for the certificate is too large: it can have at most 1.5 kB',
    ],
    [
      'is longer than any may be',
      {},
      () => [fileOf('x'.repeat(1_000_001))],
      'The file for the certificate is too large: it can have at most 1 MB',
    ],
    [
      'is longer than allowed in Base64',
      {encoding: 'base64', maxLength: 7},
      () => [fileOf('wxyz')],
      'The file for the certificate is too large: it can have at most 3 bytes',
    ],
    [
      'is not there any more',
      {},
      () => [folder()],
      'The file for the certificate cannot be read: choose it again',
    ],
    [
      'is one of several',
      {},
      () => [fileOf('a'), fileOf('b')],
      'Choose only one file for the certificate',
    ],
  ];
  for (const [what, variable, files, expected] of table) {
    it(`because it ${what} is refused, in words`, async () => {
      await show([{...optional, ...variable}]);
      await drop(...files());
      expect(use.errors).to.deep.equal({Certificate: expected});
    });
  }

  it('holds the submit up, rather than being left out', async () => {
    await show([optional]);
    await choose(fileOf(''));
    await use.submit();
    expect(recorder.credentials).to.be.empty;
    expect(use.errors).to.deep.equal({
      Certificate: 'The file for the certificate is empty: choose another one',
    });
    expect(words()).to.equal('key.pem 0 bytes');
  });

  it('is told before that it is missing', async () => {
    await show();
    await choose(fileOf(''));
    await use.submit();
    expect(use.errors).to.deep.equal({
      Certificate: 'The file for the certificate is empty: choose another one',
    });
  });

  it('is over with once it is removed', async () => {
    await show([optional]);
    await choose(fileOf(''));
    await use.press('Remove key.pem');
    expect(use.errors).to.deep.equal({});
    expect(await use.submitted()).to.deep.equal({});
  });

  it('is over with once another one is chosen', async () => {
    await show([optional]);
    await choose(fileOf(''));
    await choose(fileOf('x'));
    expect(use.errors).to.deep.equal({});
    expect(await use.submitted()).to.deep.equal({certificate: 'x'});
  });

  it('does not leave the one before in its place', async () => {
    await show();
    await choose(fileOf('good', 'good.pem'));
    await choose(fileOf('', 'bad.pem'));
    expect(words()).to.equal('bad.pem 0 bytes');
    await use.submit();
    expect(recorder.credentials).to.be.empty;
  });

  it('is not too large with as many characters as allowed, however many bytes they take', async () => {
    await show([{...certificate, maxLength: 2}]);
    await choose(fileOf('€€'));
    expect(await use.submitted()).to.deep.equal({certificate: '€€'});
  });

  it('is judged by its format at once', async () => {
    await show([{...certificate, format: 'pem'}]);
    await choose(fileOf('no pem'));
    expect(use.errors['Certificate']).to.match(/^Enter the certificate as a whole PEM block/);
  });

  it('holds the submit up while it is read', async () => {
    await show([optional]);
    const slow = fileOf('x');
    let finish = (_bytes: ArrayBuffer) => {};
    slow.arrayBuffer = () => new Promise((resolve) => (finish = resolve));
    await choose(slow);
    expect(words()).to.equal('key.pem Loading…');
    await use.submit();
    expect(use.errors).to.deep.equal({
      Certificate: 'Wait until the file for the certificate is read',
    });
    finish(new Uint8Array([0x78]).buffer);
    await read();
    expect(use.errors).to.deep.equal({});
    expect(await use.submitted()).to.deep.equal({certificate: 'x'});
  });

  it('gives way to the one that was chosen last, whichever is read first', async () => {
    await show();
    const slow = fileOf('slow', 'slow.pem');
    let finish = (_bytes: ArrayBuffer) => {};
    slow.arrayBuffer = () => new Promise((resolve) => (finish = resolve));
    await choose(slow);
    await choose(fileOf('quick', 'quick.pem'));
    finish(new TextEncoder().encode('slow').buffer);
    await read();
    expect(words()).to.equal('quick.pem 5 bytes');
    expect(await use.submitted()).to.deep.equal({certificate: 'quick'});
  });
});

describe('a file in Base64', () => {
  it('is handed over byte for byte', async () => {
    await show([{...certificate, encoding: 'base64'}]);
    const bytes = Uint8Array.from({length: 20_000}, (_, index) => (index * 7) % 256);
    await choose(fileOf(bytes, 'store.p12'));
    const values = (await use.submitted()) as Record<string, string>;
    const back = Uint8Array.from(atob(values['certificate']!), (letter) => letter.charCodeAt(0));
    expect([...back]).to.deep.equal([...bytes]);
    expect(recorder.credentials).to.have.length(1);
  });
});

describe('a secret file', () => {
  const secret = {...certificate, secret: true};

  it('is nowhere but in the credential', async () => {
    await show([secret]);
    await choose(fileOf('canary-4711'));
    expect(words()).to.equal('key.pem 11 bytes');
    expect(use.buttons).to.deep.equal(['Remove key.pem', 'Connect']);
    canaryScanOf(recorder, ['canary-4711'], use.element);
    expect(await use.submitted()).to.deep.equal({certificate: 'canary-4711'});
    canaryScanOf(recorder, ['canary-4711'], use.element);
  });

  it('that is stored need not be chosen again, but can', async () => {
    await show([secret], {existing: {methodId: 'only', values: {}, stored: ['certificate']}});
    expect(descriptionOf(input())).to.equal(
      'Choose a file or drop it here Saved. Leave blank to keep it.',
    );
    expect(input().required).to.be.false;
    await use.submit();
    expect(recorder.credentials[0]).to.deep.include({values: {}, kept: ['certificate']});
    await show([secret], {existing: {methodId: 'only', values: {}, stored: ['certificate']}});
    await choose(fileOf('new'));
    expect(descriptionOf(input())).to.contain('What you enter replaces the saved one.');
    expect(await use.submitted()).to.deep.equal({certificate: 'new'});
  });

  it('that is to be removed is not held up by one that was refused', async () => {
    await show([{...secret, required: false}], {
      existing: {methodId: 'only', values: {}, stored: ['certificate']},
    });
    await choose(fileOf(''));
    await use.press('Remove Certificate');
    await use.submit();
    expect(recorder.credentials[0]).to.deep.include({values: {}, cleared: ['certificate']});
  });
});

describe('a file that is there already', () => {
  it('shows its size when it is stored and no secret', async () => {
    await show([certificate], {
      existing: {methodId: 'only', values: {certificate: 'öx'}, stored: []},
    });
    expect(words()).to.equal('A file 3 bytes');
    expect(await use.submitted()).to.deep.equal({certificate: 'öx'});
  });

  it('shows the size of what Base64 stands for', async () => {
    await show([{...certificate, encoding: 'base64'}], {values: {certificate: 'QUJDRA=='}});
    expect(words()).to.equal('A file 4 bytes');
  });

  it('can be removed', async () => {
    await show([{...certificate, required: false}], {values: {certificate: 'x'}});
    await use.press('Remove A file');
    expect(await use.submitted()).to.deep.equal({});
  });

  it('cannot be changed when it is preset', async () => {
    await show([certificate], {presets: {certificate: 'x'}});
    expect([input().disabled, use.buttons]).to.deep.equal([true, ['Connect']]);
    await drop(fileOf('other'));
    expect(await use.submitted()).to.deep.equal({certificate: 'x'});
  });

  it('can be suggested late', async () => {
    await show();
    use.element.values = {certificate: 'x'};
    await use.settle();
    expect(words()).to.equal('A file 1 byte');
  });
});

describe('a file of two methods', () => {
  async function showTwo(variable: VariableDefinition): Promise<void> {
    const {methods, ...connector} = formOf({use: 'certificate'} as never);
    use = await mount(
      html`<keyslot-connect
        method-id="only"
        .connector=${{
          ...connector,
          variables: [variable],
          methods: [...methods, {...methods[0], id: 'other', name: 'Other'}],
        }}
      ></keyslot-connect>`,
    );
  }

  it('follows to the other one, with its name', async () => {
    await showTwo(certificate);
    await choose(fileOf('x'));
    await use.choose('Other');
    expect(words()).to.equal('key.pem 1 byte');
    expect(await use.submitted()).to.deep.equal({certificate: 'x'});
  });

  it('stays where it was chosen when it is secret', async () => {
    await showTwo({...certificate, secret: true});
    await choose(fileOf('x'));
    await use.choose('Other');
    expect(words()).to.equal('Choose a file or drop it here');
    await use.choose('Keys');
    expect(words()).to.equal('key.pem 1 byte');
  });
});

describe('a file that is hidden and shown again', () => {
  it('is still there', async () => {
    await show([
      {key: 'signed', label: 'Signed', type: 'boolean', default: true},
      {...certificate, visibleWhen: {key: 'signed', equals: true}},
    ]);
    await choose(fileOf('x'));
    await use.fill({Signed: false});
    expect(use.part('file')).to.equal(undefined);
    await use.fill({Signed: true});
    expect(words()).to.equal('key.pem 1 byte');
    expect(await use.submitted()).to.deep.equal({signed: true, certificate: 'x'});
  });

  it('is still there with a new definition of its method', async () => {
    await show();
    await choose(fileOf('x'));
    use.element.connector = formOf({...certificate, label: 'Certificate', help: 'New.'});
    await use.settle();
    expect(words()).to.equal('key.pem 1 byte');
    expect(await use.submitted()).to.deep.equal({certificate: 'x'});
  });
});

describe('the size of a file', () => {
  const sizes = (language: string) =>
    [1, 999, 1234, 1_000_000].map((size) => fileSize(size, language));

  it('is in the units and digits of the language', () => {
    expect(sizes('en')).to.deep.equal(['1 byte', '999 bytes', '1.23 kB', '1 MB']);
    expect(sizes('fr-CA').map((text) => text.replaceAll(/\s/g, ' '))).to.deep.equal([
      '1 octet',
      '999 octets',
      '1,23 ko',
      '1 Mo',
    ]);
  });

  it('is in English where the language is none', () => {
    for (const tag of ['', 'not a language', 'x']) expect(sizes(tag)).to.deep.equal(sizes('en'));
  });
});
