import {expect, fixture, fixtureSync, html} from '@open-wc/testing';
import {isSubmitEvent} from '../../src/controllers/is-submit-event.js';
import '../../src/define.js';
import {
  type KeyslotSubmitEvent,
  type ConnectorDefinition,
  type VariableDefinition,
} from '../../src/index.js';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import {keyslotDriver, type FieldEntry, type KeyslotDriver} from '../../src/testing.js';
import {openAround} from '../support/dialogs.js';
import {formOf, twoMethods} from '../support/definitions.js';
import {Recorder} from '../support/recorder.js';

const REFUSAL = Object.assign(new Error('No'), {fields: {a: 'Try another'}});

function onSubmit(element: Element, listen: (event: KeyslotSubmitEvent) => void): void {
  element.addEventListener('keyslot-submit', (event) => {
    if (isSubmitEvent(event)) listen(event);
  });
}

let use: KeyslotDriver;
let events: KeyslotSubmitEvent[];

async function show(connector: ConnectorDefinition, given: Partial<KeyslotConnectElement> = {}) {
  const element = await fixture<KeyslotConnectElement>(html`<keyslot-connect></keyslot-connect>`);
  Object.assign(element, {connector}, given);
  events = [];
  onSubmit(element, (event) => {
    events.push(event);
  });
  use = keyslotDriver(element, {timeout: 500});
  await use.ready();
}

const showFields = (...variables: VariableDefinition[]) => show(formOf(...variables));

/** What an attempt ends with. */
const failureOf = (attempt: () => unknown): Promise<string> =>
  Promise.resolve()
    .then(attempt)
    .then(
      () => 'none',
      (error: unknown) => (error as Error).message,
    );

describe('a driver', () => {
  it('knows the ways to connect, and chooses one by its name', async () => {
    await show(twoMethods);
    expect(use.methods.map(({name, isChosen, isDisabled}) => [name, isChosen, isDisabled])).to.eql([
      ['API key', false, false],
      ['Password', false, false],
    ]);
    await use.chooseMethod('Password');
    expect(use.methods.map(({isChosen}) => isChosen)).to.eql([false, true]);
    expect(use.fields).to.eql(['User name', 'Password', 'Store name', 'PIN']);
  });

  it('does not choose what cannot be chosen, or is not there', async () => {
    const [first, ...others] = twoMethods.methods;
    await show({...twoMethods, methods: [...others, {...first!, type: 'unheard-of'}]});
    expect(use.methods.map(({isDisabled}) => isDisabled)).to.eql([false, true]);
    expect(await failureOf(() => use.chooseMethod('API key'))).to.equal(
      'The method "API key" cannot be chosen',
    );
    expect(await failureOf(() => use.chooseMethod('Sign in'))).to.equal(
      'No method is named "Sign in". There are: "Password", "API key"',
    );
  });

  it('fills in what is asked for, and submits it', async () => {
    await show(twoMethods);
    await use.chooseMethod('API key');
    await use.fill({'Access token': 'the-token', 'Store name': 'acme'});
    expect(await use.submit()).to.eql({status: 'submitted'});
    expect(await use.answered()).to.eql({status: 'connected'});
    expect(events.map(({credential}) => credential.values)).to.eql([
      {token: 'the-token', store: 'acme'},
    ]);
  });

  it('tells what is wrong', async () => {
    await show(twoMethods);
    await use.chooseMethod('Password');
    await use.fill({'Store name': 'acme'});
    expect(await use.submit()).to.eql({status: 'invalid'});
    expect(use.errors).to.eql({
      'User name': 'Enter the user name',
      Password: 'Enter the password',
    });
    expect(use.summary?.title).to.equal('2 things need your attention');
    expect(events).to.be.empty;
  });

  it('waits for the answer of the page', async () => {
    await showFields({key: 'a', label: 'Name'});
    onSubmit(use.element, (event) => {
      const answer = new Promise<void>((_resolve, reject) => {
        setTimeout(() => reject(REFUSAL), 20);
      });
      event.respondWith(answer);
    });
    expect(await use.submit()).to.eql({status: 'submitted'});
    expect(use.status).to.equal('Connecting…');
    expect(await failureOf(() => use.submit())).to.equal(
      '"Connecting…" cannot be pressed again yet',
    );
    expect(await use.answered()).to.eql({status: 'refused'});
    expect([use.summary?.title, use.errors]).to.eql(['No', {Name: 'Try another'}]);
  });

  it('says that the page has not answered', async () => {
    await showFields({key: 'a', label: 'Name'});
    onSubmit(use.element, (event) => {
      event.respondWith(new Promise<void>(() => undefined));
    });
    await use.submit();
    expect(await failureOf(() => use.answered())).to.equal(
      'The page has not answered (waited 500 ms)',
    );
  });

  it('tells a test of the connection from a connection', async () => {
    await show(formOf({key: 'a', label: 'Name'}), {verification: 'required'});
    onSubmit(use.element, (event) => {
      event.respondWith(Promise.resolve());
    });
    await use.submit();
    expect(await use.answered()).to.eql({status: 'verified'});
    await use.submit();
    expect(await use.answered()).to.eql({status: 'connected'});
    await use.press('Edit');
    expect(use.fields).to.eql(['Name']);
  });

  it('does not press what cannot be pressed', async () => {
    await show(formOf({key: 'a', label: 'Name'}), {disabled: true});
    expect(await failureOf(() => use.submit())).to.equal('"Connect" cannot be pressed');
    expect(await failureOf(() => use.press('Send'))).to.equal(
      'No button is named "Send". There are: "Connect"',
    );
    expect(await failureOf(() => use.fill({Name: 'x'}))).to.equal('"Name" cannot be changed');
  });

  it('opens what is folded away', async () => {
    await showFields({key: 'a', label: 'Name'}, {key: 'b', label: 'Region', advanced: true});
    expect(use.fields).to.eql(['Name']);
    await use.press('Advanced settings');
    expect(use.fields).to.eql(['Name', 'Region']);
  });

  it('works where nothing can tell whether an element has a box', async () => {
    await showFields({key: 'a', label: 'Name'}, {key: 'b', label: 'Region', advanced: true});
    const {checkVisibility} = Element.prototype;
    Reflect.deleteProperty(Element.prototype, 'checkVisibility');
    try {
      expect(use.fields).to.eql(['Name']);
      await use.press('Advanced settings');
      expect(use.fields).to.eql(['Name', 'Region']);
      use.element.hidden = true;
      expect(use.fields).to.be.empty;
      use.element.hidden = false;
      const {element} = use;
      element.remove();
      expect(use.fields).to.be.empty;
    } finally {
      Element.prototype.checkVisibility = checkVisibility;
    }
  });
});

const options = (count: number) =>
  Array.from({length: count}, (_, index) => ({value: `o${index}`, label: `Option ${index}`}));

describe('a driver fills in', () => {
  const kinds: readonly (readonly [Partial<VariableDefinition>, FieldEntry, unknown, unknown?])[] =
    [
      [{}, 'text', 'text'],
      [{secret: true}, 'text', 'text'],
      [{type: 'multiline'}, 'one\ntwo', 'one\ntwo'],
      [{type: 'number'}, '7', 7, '7'],
      [{type: 'boolean'}, true, true],
      [{type: 'boolean', default: true}, false, false],
      [{type: 'select', options: options(3)}, 'Option 1', 'o1', 'Option 1'],
      [
        {type: 'select', options: [{value: 'eu', label: 'EU', description: 'Frankfurt'}]},
        'EU',
        'eu',
        'EU – Frankfurt',
      ],
      [{type: 'select', options: options(40)}, 'Option 12', 'o12', 'Option 12'],
      [
        {type: 'multiselect', options: options(4), default: ['o0', 'o1']},
        ['Option 3', 'Option 1'],
        ['o1', 'o3'],
        ['Option 1', 'Option 3'],
      ],
      [{type: 'multiselect', options: options(300)}, ['Option 250'], ['o250'], ['Option 250']],
      [{type: 'file'}, new File(['content'], 'key.pem'), 'content', 'key.pem'],
      [
        {type: 'keyvalue'},
        {one: '1', two: '2'},
        [
          ['one', '1'],
          ['two', '2'],
        ],
      ],
    ];
  for (const [variable, entry, value, reading = value] of kinds) {
    const {type = 'text', options = []} = variable;
    it(`a ${type} with ${options.length} options (${JSON.stringify(entry)})`, async () => {
      await showFields({key: 'it', label: 'It', required: true, ...variable});
      await use.fill({It: entry});
      expect(use.value('It')).to.eql(reading);
      expect(await use.submit()).to.eql({status: 'submitted'});
      expect(events[0]?.credential.values).to.eql({it: value});
    });
  }

  it('fields that appear because of others', async () => {
    await showFields(
      {key: 'own', label: 'Own server', type: 'boolean'},
      {key: 'url', label: 'Address', visibleWhen: {key: 'own', equals: true}},
    );
    await use.fill({'Own server': true, Address: 'https://example.com'});
    expect(use.value('Address')).to.equal('https://example.com');
  });

  it('fewer pairs than there were, or none', async () => {
    await show(formOf({key: 'it', label: 'It', type: 'keyvalue'}), {
      values: {
        it: [
          ['a', '1'],
          ['b', '2'],
          ['c', '3'],
        ],
      },
    });
    await use.fill({It: {one: '1'}});
    expect(use.value('It')).to.eql([['one', '1']]);
    await use.fill({It: {}});
    expect(use.value('It')).to.eql([['', '']]);
  });

  it('controls of the page', async () => {
    await showFields({key: 'it', label: 'It'}, {key: 'on', label: 'On', type: 'boolean'});
    const [text, checkbox] = [document.createElement('input'), document.createElement('input')];
    Object.assign(text, {slot: 'field:it'});
    Object.assign(checkbox, {slot: 'field:on', type: 'checkbox'});
    use.element.append(text, checkbox);
    await use.ready();
    await use.fill({It: 'own', On: true});
    expect([use.value('It'), use.value('On')]).to.eql(['own', true]);
    await use.submit();
    expect(events[0]?.credential.values).to.eql({it: 'own', on: true});
  });

  it('a file that is refused', async () => {
    await showFields({key: 'it', label: 'It', type: 'file'});
    await use.fill({It: new File([], 'empty.pem')});
    expect(Object.keys(use.errors)).to.eql(['It']);
  });
});

describe('the errors of a driver', () => {
  const secret = 's3cr3t-canary';
  const fields: readonly (readonly [VariableDefinition, FieldEntry, string])[] = [
    [{key: 'it', label: 'It', type: 'boolean'}, secret, '"It" takes true or false'],
    [{key: 'it', label: 'It'}, [secret], '"It" takes a text'],
    [{key: 'it', label: 'It', type: 'file'}, secret, '"It" takes a File'],
    [{key: 'it', label: 'It', type: 'keyvalue'}, secret, '"It" takes values by their names'],
    [
      {key: 'it', label: 'It', type: 'select', options: options(2)},
      secret,
      '"It" has no such option. There are: "Choose…", "Option 0", "Option 1"',
    ],
    [
      {key: 'it', label: 'It', type: 'select', options: options(2)},
      true,
      '"It" takes the words of an option',
    ],
    [
      {key: 'it', label: 'It', type: 'select', options: options(40)},
      secret,
      '"It" has no such option. There are none',
    ],
    [
      {key: 'it', label: 'It', type: 'select', options: options(40)},
      true,
      '"It" takes the words of an option',
    ],
    [
      {key: 'it', label: 'It', type: 'multiselect', options: options(2)},
      [secret],
      '"It" has no such option. There are: "Option 0", "Option 1"',
    ],
    [
      {key: 'it', label: 'It', type: 'multiselect', options: options(2)},
      secret,
      '"It" takes a list of options',
    ],
  ];
  for (const [variable, entry, message] of fields) {
    it(`say what ${variable.type ?? 'text'} (${variable.options?.length ?? 0}) takes, and not what it was given: ${typeof entry}`, async () => {
      const recorder = new Recorder();
      await showFields(variable);
      const failure = await failureOf(() => use.fill({It: entry}));
      recorder.stop();
      expect(failure).to.equal(message);
      expect(JSON.stringify(recorder.console)).not.to.contain(secret);
    });
  }

  it('say which fields there are', async () => {
    await showFields({key: 'a', label: 'Name'}, {key: 'b', label: 'Token', secret: true});
    await use.fill({Token: secret});
    expect(await failureOf(() => use.fill({Store: secret}))).to.equal(
      'No field is named "Store". There are: "Name", "Token"',
    );
    expect(await failureOf(() => use.value('Store'))).to.contain('There are: "Name", "Token"');
  });

  it('say that there are several of a name', async () => {
    await showFields({key: 'a', label: 'Name'}, {key: 'b', label: 'Name'});
    expect(await failureOf(() => use.fill({Name: 'x'}))).to.equal(
      '2 of these are named "Name". There are: "Name", "Name"',
    );
  });

  it('say that the connector is missing', async () => {
    const element = fixtureSync<HTMLElement>(html`<keyslot-connect></keyslot-connect>`);
    expect(await failureOf(() => keyslotDriver(element, {timeout: 50}).ready())).to.equal(
      'The element is still loading; has it got a connector? (waited 50 ms)',
    );
  });

  it('say that nothing registered the element', async () => {
    const element = fixtureSync<HTMLElement>(html`<keyslot-unheard-of></keyslot-unheard-of>`);
    expect(await failureOf(() => keyslotDriver(element, {timeout: 50}).ready())).to.equal(
      "<keyslot-unheard-of> is not registered: import 'keyslot/define' (waited 50 ms)",
    );
    expect(await failureOf(() => keyslotDriver(document.createElement('div')).ready())).to.contain(
      '<div> is no element of Keyslot',
    );
  });
});

describe('a driver of', () => {
  it('a form alone submits', async () => {
    const element = fixtureSync<HTMLElement>(
      html`<keyslot-credential-form
        method-id="only"
        .connector=${formOf({key: 'a', label: 'Name', required: true})}
      ></keyslot-credential-form>`,
    );
    use = keyslotDriver(element);
    await use.ready();
    expect(use.methods).to.be.empty;
    expect(await failureOf(() => use.chooseMethod('x'))).to.contain('There are none at all');
    expect(await use.submit()).to.eql({status: 'invalid'});
    await use.fill({Name: 'x'});
    expect(await use.submit()).to.eql({status: 'submitted'});
  });

  it('a picker alone chooses', async () => {
    const element = fixtureSync<HTMLElement>(
      html`<keyslot-method-picker .connector=${twoMethods}></keyslot-method-picker>`,
    );
    use = keyslotDriver(element);
    await use.ready();
    await use.chooseMethod('Password');
    expect((element as HTMLElement & {methodId: string}).methodId).to.equal('login');
    expect(await failureOf(() => use.submit())).to.contain('There are none at all');
  });

  it('a button to sign in says that it cannot', async () => {
    const connector = {
      id: 'acme',
      name: 'Acme',
      methods: [
        {
          id: 'sign-in',
          type: 'oauth2-authorization-code',
          authorizationUrl: 'https://acme.example.com/authorize',
          clientId: 'keyslot',
          scopes: [{value: 'read', label: 'Read orders', description: 'All of them'}],
        },
      ],
    };
    const element = fixtureSync<HTMLElement>(
      html`<keyslot-authorize-button .connector=${connector}></keyslot-authorize-button>`,
    );
    use = keyslotDriver(element);
    await use.ready();
    expect(use.buttons).to.eql(['Continue to sign in']);
    expect(use.fields).to.eql(['Read orders']);
    await use.fill({'Read orders': true});
    expect(use.value('Read orders')).to.be.true;
    expect(await use.submit()).to.eql({status: 'failed'});
    expect(use.summary?.title).to.be.a('string');
  });

  it('a dialog drives what is in it, and its own buttons', async () => {
    const {dialog} = await openAround();
    use = keyslotDriver(dialog.element);
    await use.ready();
    expect(use.fields).to.eql(['Store name', 'Token']);
    await use.fill({Token: 'x'});
    await use.press('Close');
    expect(use.buttons).to.include('Discard');
    await use.press('Discard');
    expect(dialog.element.open).to.be.false;
    expect(use.fields).to.be.empty;
  });
});
