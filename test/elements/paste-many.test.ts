import {expect, html, waitUntil} from '@open-wc/testing';
import type {ConnectorDefinition} from '../../src/index.js';
import {pasteInto} from '../support/clipboard.js';
import {formOf} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const PEM = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADAN\n-----END PRIVATE KEY-----\n';

const connector: ConnectorDefinition = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'robot',
      type: 'custom',
      name: 'Service account',
      variables: [
        {key: 'clientEmail', label: 'Account', required: true},
        {key: 'privateKey', label: 'Private key', secret: true, format: 'pem', required: true},
        {key: 'project', label: 'Project', alias: 'project_id'},
      ],
    },
    {
      id: 'login',
      type: 'basic',
      name: 'User',
      variables: [{key: 'store', label: 'Store', suffix: '.acme.example'}],
    },
    {
      id: 'client',
      type: 'oauth2-client-credentials',
      tokenUrl: 'https://acme.example/token',
      name: 'Client',
    },
    {
      id: 'key',
      type: 'api-key',
      in: 'header',
      parameterName: 'X-Acme-Key',
      name: 'Key',
      variables: [
        {key: 'apiKey', label: 'Key', pattern: {regex: 'ak_[0-9a-f]{8,40}'}},
        {
          key: 'webhook',
          label: 'Webhook secret',
          secret: true,
          pattern: {regex: 'whsec_[a-z0-9]+'},
        },
        {key: 'note', label: 'Note'},
      ],
    },
  ],
};

let use: Driver;
let recorder: Recorder;

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

async function show(methodId: string): Promise<void> {
  use = await mount(
    html`<keyslot-connect .connector=${connector} method-id=${methodId}></keyslot-connect>`,
  );
}

async function pasteAndWait(label: string, text: string): Promise<void> {
  await pasteInto(use.input(label), text);
  await waitUntil(() => use.part('advice'), `nothing is said of ${text}`);
}

const lines = () =>
  [...use.part('advice')!.querySelectorAll('li')].map((item) =>
    item.textContent.trim().replace(/\s+/g, ' '),
  );
const advice = () => use.part('advice')?.querySelector('bdi')?.textContent;

interface Case {
  readonly what: string;
  readonly method: string;
  readonly into: string;
  readonly text: string;
  readonly fills: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

const ACCOUNT = {type: 'service_account', project_id: 'p-1', client_email: 'a@p-1.example'};
const cases: readonly Case[] = [
  {
    what: 'the file of a service account (TracecatHQ/tracecat#1615)',
    method: 'robot',
    into: 'Private key',
    text: JSON.stringify({...ACCOUNT, private_key: PEM}, undefined, 2),
    fills: ['Account: a@p-1.example', 'Private key: ••••••••', 'Project: p-1'],
    values: {Account: 'a@p-1.example', 'Private key': PEM, Project: 'p-1'},
  },
  {
    what: 'lines of a settings file',
    method: 'client',
    into: 'Client ID',
    text: '# Acme\nexport ACME_CLIENT_ID="c-1"\nACME_CLIENT_SECRET=\'s 1\' # secret\n',
    fills: ['Client ID: c-1', 'Client secret: •••••••• (ACME_CLIENT_SECRET)'],
    values: {'Client ID': 'c-1', 'Client secret': 's 1'},
  },
  {
    what: 'a client of OAuth as JSON',
    method: 'client',
    into: 'Client ID',
    text: '{"installed": {"client_id": "c-1", "client_secret": "s-1"}}',
    fills: ['Client ID: c-1', 'Client secret: ••••••••'],
    values: {'Client ID': 'c-1', 'Client secret': 's-1'},
  },
  {
    what: 'a command with a user',
    method: 'login',
    into: 'User name',
    text: "curl -u 'ada:p w' https://shop.acme.example/api/orders",
    fills: ['User name: ada', 'Password: ••••••••', 'Store: shop'],
    values: {'User name': 'ada', Password: 'p w', Store: 'shop'},
  },
  {
    what: 'a command with a header',
    method: 'key',
    into: 'Note',
    text: 'curl https://acme.example \\\n  -H "X-Acme-Key: ak_0123456789"',
    fills: ['Key: •••••••• (X-Acme-Key)'],
    values: {Key: 'ak_0123456789', Note: ''},
  },
  {
    what: 'an address with a user',
    method: 'login',
    into: 'Store',
    text: 'https://ada:p%40w@shop.acme.example/',
    fills: ['User name: ada', 'Password: ••••••••', 'Store: shop'],
    values: {'User name': 'ada', Password: 'p@w', Store: 'shop'},
  },
];

describe('a text with several values', () => {
  for (const {what, method, into, text, fills, values} of cases) {
    it(`fills in the form in one click, and back: ${what}`, async () => {
      await show(method);
      await pasteAndWait(into, text);
      const before = use.values();
      expect(lines()).to.deep.equal(fills);
      expect(use.status).to.equal(`Values found for this form: ${fills.length}.`);

      await use.press(`Fill in ${into}`);
      // The field that it was pasted into is given its own value, or what it held before.
      expect(use.values()).to.deep.include({...before, ...values});
      await use.press(`Undo ${into}`);
      expect(use.values()).to.deep.equal(before);
      expect(use.part('advice') === undefined, 'it insists').to.equal(true);
    });
  }

  it('changes nothing where the user does not want it', async () => {
    await show('login');
    await pasteAndWait('User name', 'https://ada:pw@shop.acme.example/');
    const before = use.values();
    await use.press('No, thanks User name');
    expect(use.values()).to.deep.equal(before);
    expect([use.parts('advice').length, use.focused]).to.deep.equal([0, 'User name']);
  });

  it('leaves what was changed since when it is taken back', async () => {
    await show('login');
    await pasteAndWait('Store', 'https://ada:pw@shop.acme.example/');
    await use.press('Fill in Store');
    await use.type('Password', '2');
    await use.press('Undo Store');
    expect(use.values()).to.deep.include({'User name': '', Password: 'pw2'});
  });

  it('shows no secret', async () => {
    await show('login');
    await pasteAndWait('Store', 'https://ada:canary@shop.acme.example/');
    expect(use.part('advice')!.textContent).not.to.include('canary');
  });

  it('leaves what the page has decided', async () => {
    use = await mount(
      html`<keyslot-connect
        .connector=${connector}
        method-id="login"
        .presets=${{username: 'bot'}}
      ></keyslot-connect>`,
    );
    await pasteAndWait('Store', 'https://ada:pw@shop.acme.example/');
    expect(lines()).to.deep.equal(['Password: ••••••••', 'Store: shop']);
  });
});

describe('a file that is dropped', () => {
  async function drop(file: File): Promise<DragEvent> {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    const options = {dataTransfer, bubbles: true, cancelable: true, composed: true};
    const form = use.part('form')!;
    const over = new DragEvent('dragover', options);
    form.dispatchEvent(over);
    expect(over.defaultPrevented, 'the page would go').to.equal(true);
    const event = new DragEvent('drop', options);
    form.dispatchEvent(event);
    await waitUntil(() => use.part('advice'), 'nothing is said');
    return event;
  }

  it('fills in the form in one click, and does not take the place of the page', async () => {
    await show('robot');
    const text = JSON.stringify({...ACCOUNT, private_key: PEM});
    const event = await drop(new File([text], 'key.json', {type: 'application/json'}));
    expect(event.defaultPrevented).to.equal(true);
    await use.press('Fill in Account');
    expect(use.values()).to.deep.equal({
      Account: 'a@p-1.example',
      'Private key': PEM,
      Project: 'p-1',
    });
    expect(advice()).to.equal('Fields filled in: 3.');
    await use.press('Undo Account');
    expect(use.values()).to.deep.equal({Account: '', 'Private key': '', Project: ''});
  });

  it('with nothing for the form in it says so', async () => {
    await show('robot');
    await drop(new File(['hello'], 'hello.txt', {type: 'text/plain'}));
    expect(advice()).to.equal('Nothing in what you dropped fits this form.');
  });

  it('on a field for files is left to it', async () => {
    use = await mount(
      html`<keyslot-connect
        .connector=${formOf({key: 'file', label: 'File', type: 'file'})}
      ></keyslot-connect>`,
    );
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['A=1\nB=2'], 'key.env'));
    const options = {dataTransfer, bubbles: true, cancelable: true, composed: true};
    use.part('file-input')!.dispatchEvent(new DragEvent('drop', options));
    await waitUntil(() => use.part('file-name'), 'it was not taken');
    expect(use.parts('advice').length).to.equal(0);
  });

  it('is not even read when it is too large', async () => {
    await show('robot');
    const {text: read} = Blob.prototype;
    let count = 0;
    Blob.prototype.text = function () {
      count += 1;
      return read.call(this);
    };
    const text = JSON.stringify({...ACCOUNT, rest: 'x'.repeat(100_001)});
    await drop(new File([text], 'key.json'));
    Blob.prototype.text = read;
    expect([advice(), count]).to.deep.equal(['Nothing in what you dropped fits this form.', 0]);
  });
});

describe('a text that is dragged', () => {
  // Drivers cannot drag text: this is what a browser tells of it.
  it('into a field is looked at as one that is pasted', async () => {
    await show('login');
    const input = use.input('Password');
    input.value = 'Bearer sk_1';
    input.dispatchEvent(
      new InputEvent('input', {inputType: 'insertFromDrop', bubbles: true, composed: true}),
    );
    await waitUntil(() => use.part('advice'), 'nothing is said');
    expect(advice()).to.equal('It begins with a word that is not part of the key.');
  });

  it('beside the fields fills in the form', async () => {
    await show('login');
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'https://ada:pw@shop.acme.example/');
    use
      .part('form')!
      .dispatchEvent(
        new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true, composed: true}),
      );
    await waitUntil(() => use.part('advice'), 'nothing is said');
    await use.press('Fill in User name');
    expect(use.values()).to.deep.equal({'User name': 'ada', Password: 'pw', Store: 'shop'});
  });

  it('over a field is left to the browser', async () => {
    await show('login');
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'ada');
    const event = new DragEvent('dragover', {
      dataTransfer,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    use.input('Password').dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });
});

describe('a value in the wrong field', () => {
  it('is moved in one click, and back', async () => {
    await show('key');
    await pasteAndWait('Note', 'whsec_abc123');
    expect(advice()).to.equal('This looks like “Webhook secret”.');
    await use.press('Move it there Note');
    expect(use.values()).to.deep.equal({Key: '', 'Webhook secret': 'whsec_abc123', Note: ''});
    expect([advice(), use.focused]).to.deep.equal(['Moved here.', 'Webhook secret (optional)']);
    await use.press('Undo Webhook secret');
    expect(use.values()).to.deep.equal({Key: '', 'Webhook secret': '', Note: 'whsec_abc123'});
    expect(use.parts('advice').length).to.equal(0);
  });

  it('is moved to another method, and back', async () => {
    await show('login');
    await pasteAndWait('Password', 'ak_0123456789');
    expect(advice()).to.equal('This looks like “Key” of “Key”.');
    await use.press('Move it there Password');
    expect([use.element.methodId, use.values()]).to.deep.equal([
      'key',
      {Key: 'ak_0123456789', 'Webhook secret': '', Note: ''},
    ]);
    expect(use.focused).to.equal('Key');
    await use.press('Undo Key');
    expect([use.element.methodId, use.input('Password').value]).to.deep.equal([
      'login',
      'ak_0123456789',
    ]);
    await use.choose('Key');
    expect(use.input('Key').value).to.equal('');
  });

  it('stays where the methods cannot be chosen', async () => {
    use = await mount(
      html`<keyslot-credential-form
        .connector=${connector}
        method-id="login"
      ></keyslot-credential-form>`,
    );
    await pasteAndWait('Password', ' ak_0123456789');
    await pasteInto(use.input('Password'), 'ak_0123456789');
    await waitUntil(() => use.parts('advice').length === 0, 'it is offered');
    expect(use.input('Password').value).to.equal('ak_0123456789');
  });
});
