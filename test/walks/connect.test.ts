import {expect, html} from '@open-wc/testing';
import type {ConnectorDefinition, ExistingCredential, SubmitResult} from '../../src/index.js';
import {defer, type Deferred} from '../support/deferred.js';
import {formOf, manyMethods} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';
import {startBefore, Walk} from '../support/walk.js';

const shop: ConnectorDefinition = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {id: 'login', type: 'basic', name: 'Password', description: 'What you sign in with'},
    {
      id: 'key',
      type: 'custom',
      name: 'API key',
      description: 'Made in the settings',
      variables: [
        {
          key: 'store',
          label: 'Store name',
          required: true,
          help: 'As in the address.',
          suffix: '.acme.com',
          format: 'dns-label',
        },
        {key: 'token', label: 'Token', secret: true, required: true},
        {key: 'note', label: 'Note', advanced: true},
      ],
    },
  ],
};

const stored: ExistingCredential = {
  methodId: 'only',
  values: {store: 'acme'},
  stored: ['token', 'pin'],
};

const STORE = 'Enter the store name as letters, digits and hyphens only';

let use: Driver;
let walk: Walk;
let recorder: Recorder;
let answers: Deferred<SubmitResult>[];

/** Comes to a form on a page that waits with its answers until it is told. */
async function begin(connector: ConnectorDefinition, existing?: ExistingCredential): Promise<void> {
  use = await mount(
    html`<keyslot-connect .connector=${connector} .existing=${existing}></keyslot-connect>`,
  );
  answers = [];
  use.onSubmit((event) => {
    const answer = defer<SubmitResult>();
    answers.push(answer);
    event.respondWith(answer.promise);
  });
  walk = new Walk(use, startBefore(use.element));
}

/** The page takes the credential that it was given last. */
async function accept(result: SubmitResult): Promise<void> {
  answers.at(-1)!.resolve(result);
  await use.settle();
}

/** The page refuses it. */
async function refuse(reason: unknown): Promise<void> {
  answers.at(-1)!.reject(reason);
  await use.settle();
}

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  walk.stop();
  recorder.stop();
  expect(recorder.errors).to.deep.equal([]);
});

describe('a walk to a connection', function () {
  this.timeout(20_000);

  it('chooses, errs, is refused, cancels and succeeds', async () => {
    await begin(shop);
    await walk.press('Tab', ' ', 'ArrowDown');
    expect(await walk.heard()).to.deep.equal([
      'group "Choose how to connect" > radio "Password" not checked (What you sign in with)',
      'radio "API key" checked (Made in the settings)',
    ]);

    await walk.press('Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    expect(await walk.heard()).to.deep.equal([
      'textbox "Store name" required (.acme.com As in the address.)',
      'textbox "Token" required',
      'button "Show Token"',
      'disclosure "Advanced settings" collapsed',
      'button "Connect"',
    ]);

    await walk.press('Enter');
    await walk.write('https://acme');
    await walk.press('Tab');
    const before = await walk.until(`status: Store name: ${STORE}`);
    await walk.write('sk_1');
    await walk.press('Enter');
    expect([...before, ...(await walk.heard())]).to.deep.equal([
      'textbox "Store name" required invalid (.acme.com As in the address. Error: Enter the store name)',
      'textbox "Token" required invalid (Error: Enter the token)',
      `status: Store name: ${STORE}`,
      `textbox "Store name" required invalid (.acme.com As in the address. Error: ${STORE})`,
    ]);

    await walk.erase();
    await walk.write('acme');
    await walk.press('Enter');
    await refuse({fields: {token: 'Make a new token'}});
    expect(await walk.heard()).to.deep.equal([
      'status: Connecting…',
      'textbox "Token" required invalid (Error: Make a new token)',
    ]);

    await walk.write('2');
    await walk.press('Enter');
    await refuse({message: 'The store is closed'});
    await walk.press('Tab');
    expect(await walk.heard()).to.deep.equal([
      'status: Connecting…',
      'group "The store is closed"',
      'textbox "Store name" required (.acme.com As in the address.)',
    ]);

    await walk.press('Enter', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    expect(await walk.heard()).to.deep.equal([
      'status: Connecting…',
      'textbox "Token" required read-only',
      'button "Show Token"',
      'disclosure "Advanced settings" collapsed',
      'button "Connecting…" unavailable',
      'button "Cancel"',
      'button "Connect"',
      'status: Cancelled. Nothing you entered is lost.',
    ]);

    await walk.press('Enter');
    await accept({account: 'ada@acme.com'});
    await walk.press('Tab', 'Enter');
    expect(await walk.heard()).to.deep.equal([
      'status: Connecting…',
      'text "Acme is connected Signed in as ada@acme.com Edit"',
      'button "Edit"',
      'textbox "Store name" required (.acme.com As in the address.)',
    ]);
    expect(recorder.credentials).to.have.length(4);
  });

  it('goes from the list of mistakes to each of them', async () => {
    await begin(
      formOf(
        {key: 'host', label: 'Host', required: true},
        {key: 'user', label: 'User', required: true},
      ),
    );
    await walk.press('Tab', 'Tab', 'Tab', 'Enter');
    expect(await walk.heard()).to.deep.equal([
      'textbox "Host" required',
      'textbox "User" required',
      'button "Connect"',
      'textbox "Host" required invalid (Error: Enter the host)',
    ]);

    walk.again();
    await walk.press('Tab', 'Tab', 'Enter');
    expect(await walk.heard()).to.deep.equal([
      'group "2 things need your attention" > link "Enter the host"',
      'link "Enter the user"',
      'textbox "User" required invalid (Error: Enter the user)',
    ]);
  });

  it('shows a secret and hides it again', async () => {
    await begin(shop);
    await walk.press('Tab', ' ', 'Tab', 'Tab', 'Tab', 'Enter', 'Enter');
    expect((await walk.heard()).slice(1)).to.deep.equal([
      'textbox "User name" required',
      'textbox "Password" required',
      'button "Show Password"',
      'status: Password is visible',
      'status: Password is hidden',
    ]);
  });

  it('finds a method in a long list', async () => {
    await begin(manyMethods(9, ['Europe', 'Asia']));
    await walk.press('Tab');
    const heard = [...(await walk.heard())];
    for (const [key, count] of [
      ['w', '7 of 9 ways to connect'],
      ['z', 'Nothing matches. Try fewer letters.'],
      ['Backspace', '7 of 9 ways to connect'],
      ['a', '7 of 9 ways to connect'],
      ['8', 'Nothing matches. Try fewer letters.'],
      ['Backspace', '7 of 9 ways to connect'],
      ['Backspace', '7 of 9 ways to connect'],
      ['Backspace', ''],
      ['8', '1 of 9 ways to connect'],
    ] as const) {
      await walk.press(key);
      heard.push(...(count ? await walk.until(`status: ${count}`) : []));
    }
    await walk.press('Tab', ' ', 'Tab');
    expect([...heard, ...(await walk.heard())]).to.deep.equal([
      'group "Choose how to connect" > searchbox "Find a way to connect"',
      'status: 7 of 9 ways to connect',
      'status: Nothing matches. Try fewer letters.',
      'status: 7 of 9 ways to connect',
      'status: 7 of 9 ways to connect',
      'status: Nothing matches. Try fewer letters.',
      'status: 7 of 9 ways to connect',
      'status: 7 of 9 ways to connect',
      'status: 1 of 9 ways to connect',
      'radio "Way 8" not checked',
      'textbox "Access token" required',
    ]);
  });

  it('tests the connection before it is saved', async () => {
    await begin(formOf({key: 'store', label: 'Store name'}));
    use.element.verification = 'required';
    await walk.press('Tab', 'Tab', 'Enter');
    await refuse({message: 'No such store'});
    expect(await walk.heard()).to.deep.equal([
      'textbox "Store name (optional)"',
      'button "Test connection"',
      'status: Testing…',
      'group "No such store"',
    ]);

    await walk.press('Tab');
    await walk.write('acme');
    await walk.press('Tab', 'Enter');
    await accept({account: 'ada'});
    await walk.press('Enter');
    await accept({});
    expect(await walk.heard()).to.deep.equal([
      'textbox "Store name (optional)"',
      'button "Test connection"',
      'status: Testing…',
      'status: The connection works',
      'status: Connecting…',
      'text "Acme is connected Edit"',
    ]);
  });
});

describe('a walk through a stored connection', function () {
  this.timeout(20_000);

  it('replaces, keeps and removes what is saved', async () => {
    await begin(
      formOf(
        {key: 'store', label: 'Store name', required: true},
        {key: 'token', label: 'Token', secret: true, required: true},
        {key: 'pin', label: 'PIN', secret: true},
      ),
      stored,
    );
    await walk.press('Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    await walk.write('2');
    expect(await walk.heard()).to.deep.equal([
      'textbox "Store name" required',
      'textbox "Token" (Saved. Leave blank to keep it.)',
      'button "Show Token"',
      'button "Replace Token"',
      'textbox "Token" (Saved. Leave blank to keep it.)',
    ]);

    await walk.press('Tab', 'Tab', 'Enter');
    expect(await walk.heard()).to.deep.equal([
      'button "Show Token"',
      'button "Undo Token"',
      'textbox "Token" (Saved. Leave blank to keep it.)',
    ]);

    await walk.press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    expect(await walk.heard()).to.deep.equal([
      'button "Show Token"',
      'button "Replace Token"',
      'textbox "PIN (optional)" (Saved. Leave blank to keep it.)',
      'button "Show PIN"',
      'button "Replace PIN"',
      'button "Remove PIN"',
      'textbox "PIN (optional)" read-only (It will be removed when you save.)',
    ]);

    await walk.press('Tab', 'Tab', 'Tab', 'Enter');
    await accept({});
    expect(await walk.heard()).to.deep.equal([
      'button "Show PIN"',
      'button "Undo PIN"',
      'button "Save changes"',
      'status: Connecting…',
      'text "Acme is connected Edit"',
    ]);
    expect(recorder.credentials[0]).to.deep.include({kept: ['token'], cleared: ['pin']});
  });
});

describe('a walk to where focus could get lost', () => {
  const pending = ['status: Connecting…'];

  it('submits by Enter in a box', async () => {
    await begin(formOf({key: 'agreed', label: 'Agreed', type: 'boolean'}));
    await walk.press('Tab', 'Enter');
    await use.settle();
    expect((await walk.heard()).slice(1)).to.deep.equal(pending);
    expect(use.focused).to.equal('Agreed');
  });

  it('goes on to edit a method that has no field', async () => {
    await begin({id: 'acme', name: 'Acme', methods: [{id: 'open', type: 'none'}]});
    await walk.press('Tab', 'Enter');
    await accept({});
    await walk.press('Tab', 'Enter');
    await use.settle();
    expect((await walk.heard()).slice(1)).to.deep.equal([
      ...pending,
      'text "Acme is connected Edit"',
      'button "Edit"',
      'button "Save changes"',
    ]);
  });

  it('makes a mistake in the very field that has focus', async () => {
    await begin({id: 'acme', name: 'Acme', methods: [{id: 'token', type: 'token'}]});
    await walk.press('Tab', 'Enter');
    await use.settle();
    expect((await walk.heard()).slice(1)).to.deep.equal(['status: Enter the access token']);
  });

  it('searches for a method, which is told once', async () => {
    await begin(manyMethods(9));
    await walk.press('Tab');
    await walk.write('7');
    await walk.press('Tab', ' ', 'Tab');
    await walk.write('sk');
    await walk.press('Enter');
    await accept({});
    const counts = (await walk.heard()).filter((line) => line === 'status: 1 of 9 ways to connect');
    expect(counts).to.have.length(1);
  });
});
