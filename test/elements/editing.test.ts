import {expect, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {login, twoMethods} from '../support/definitions.js';
import {descriptionOf, mount, wordsOf, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

let use: Driver;
let recorder: Recorder;

const stored = {methodId: 'key', values: {store: 'acme'}, stored: ['token']};

async function edit(existing: unknown = stored, connector: unknown = twoMethods): Promise<void> {
  use = await mount(
    html`<keyslot-connect .connector=${connector} .existing=${existing}></keyslot-connect>`,
  );
}

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

describe('an existing connection', () => {
  it('is shown as one that is edited', async () => {
    await edit();
    expect(wordsOf(use.part('title')!)).to.equal('Edit the connection to Acme');
    expect(use.buttons).to.include('Save changes');
    expect(use.hasState('editing')).to.be.true;
  });

  it('is no state of an element without one', async () => {
    use = await mount(html`<keyslot-connect .connector=${login}></keyslot-connect>`);
    expect(use.hasState('editing')).to.be.false;
  });

  it('fills in what is stored, but no secrets', async () => {
    await edit();
    expect(use.values()).to.deep.equal({'Access token': '', 'Store name': 'acme', PIN: ''});
  });

  it('never fills in a secret, even if the host hands it over', async () => {
    await edit({...stored, values: {store: 'acme', token: 'sk_1'}});
    expect(use.input('Access token').value).to.equal('');
  });

  it('keeps a stored secret, whatever the page suggests for new ones', async () => {
    use = await mount(
      html`<keyslot-connect
        .connector=${twoMethods}
        .existing=${stored}
        .values=${{token: 'suggested', pin: '1234'}}
      ></keyslot-connect>`,
    );
    expect(use.values()).to.include({'Access token': '', PIN: '1234'});
    expect(descriptionOf(use.field('Access token'))).to.equal('Saved. Leave blank to keep it.');
    await use.submit();
    expect(recorder.credentials[0]).to.deep.include({
      values: {store: 'acme', pin: '1234'},
      kept: ['token'],
    });
  });

  it('says of a stored secret that it can be left blank', async () => {
    await edit();
    expect(descriptionOf(use.field('Access token'))).to.equal('Saved. Leave blank to keep it.');
    expect(use.input('Access token').required).to.be.false;
  });

  it('keeps a stored secret that is left blank', async () => {
    await edit();
    await use.submit();
    expect(recorder.credentials).to.deep.equal([
      {
        connectorId: 'acme',
        methodId: 'key',
        type: 'token',
        values: {store: 'acme'},
        kept: ['token'],
        cleared: [],
      },
    ]);
  });

  it('replaces a stored secret that is typed', async () => {
    await edit();
    await use.type('Access token', 'sk_2');
    await use.submit();
    expect(recorder.credentials).to.deep.equal([
      {
        connectorId: 'acme',
        methodId: 'key',
        type: 'token',
        values: {token: 'sk_2', store: 'acme'},
        kept: [],
        cleared: [],
      },
    ]);
  });

  it('is not at fault for a stored secret that was typed and erased', async () => {
    await edit();
    await use.type('Access token', 'x');
    await use.erase('Access token');
    await use.leave('Access token');
    expect(use.errors).to.deep.equal({});
  });

  it('drops a stored value that was erased', async () => {
    const {variables, ...connector} = twoMethods;
    await edit(stored, {
      ...connector,
      variables: variables?.map((variable) => ({...variable, required: false})),
    });
    await use.erase('Store name');
    await use.submit();
    expect(recorder.credentials[0]?.values).to.deep.equal({});
  });

  it('applies no default to what is not stored', async () => {
    await edit(
      {methodId: 'login', values: {username: 'ada'}, stored: ['password']},
      {
        ...login,
        methods: [
          {
            id: 'login',
            type: 'basic',
            variables: [{key: 'note', label: 'Note', default: 'default'}],
          },
        ],
      },
    );
    expect(use.input('Note').value).to.equal('');
  });

  it('asks for everything when another method is chosen', async () => {
    await edit();
    await use.choose('Password');
    await use.submit();
    expect(use.errors).to.include.keys('User name', 'Password');
  });

  it('takes what is stored for a connector variable to another method, but no secret', async () => {
    await edit();
    await use.choose('Password');
    expect(use.values()).to.deep.include({'Store name': 'acme', PIN: ''});
    await use.fill({'User name': 'ada', Password: 'pw'});
    await use.submit();
    expect(recorder.credentials).to.deep.equal([
      {
        connectorId: 'acme',
        methodId: 'login',
        type: 'basic',
        values: {username: 'ada', password: 'pw', store: 'acme'},
        kept: [],
        cleared: [],
      },
    ]);
  });

  it('shows whose account it is', async () => {
    await edit({...stored, account: 'ada@acme.com'});
    expect(wordsOf(use.part('account')!)).to.equal('Signed in as ada@acme.com');
  });

  it('that came late is shown where nobody typed', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${twoMethods} method-id="key"></keyslot-connect>`,
    );
    use.element.existing = stored;
    await use.settle();
    expect(use.input('Store name').value).to.equal('acme');
  });

  it('passes the accessibility checks', async () => {
    await edit();
    await expect(use.element).to.be.accessible();
  });
});

describe('a stored secret', () => {
  const both = {...stored, stored: ['token', 'pin']};

  it('offers what can be done with it', async () => {
    await edit(both);
    expect(use.buttons).to.deep.equal([
      'Show Access token',
      'Replace Access token',
      'Show PIN',
      'Replace PIN',
      'Remove PIN',
      'Save changes',
    ]);
  });

  it('leads to its field to be replaced', async () => {
    await edit(both);
    await use.press('Replace Access token');
    expect(use.focused).to.equal('Access token');
  });

  it('says that it is replaced once something is typed, and can be had back', async () => {
    await edit(both);
    await use.type('Access token', 'sk_2');
    expect(descriptionOf(use.field('Access token'))).to.equal(
      'What you enter replaces the saved one.',
    );
    await use.press('Undo Access token');
    expect(use.input('Access token').value).to.equal('');
    expect(use.focused).to.equal('Access token');
    await use.submit();
    expect(recorder.credentials[0]).to.deep.include({kept: ['token', 'pin'], cleared: []});
  });

  it('is removed when its user says so', async () => {
    await edit(both);
    await use.press('Remove PIN');
    expect(use.focused).to.match(/^PIN/);
    expect(descriptionOf(use.field('PIN'))).to.equal('It will be removed when you save.');
    expect(use.input('PIN').readOnly).to.be.true;
    await use.submit();
    expect(recorder.credentials[0]).to.deep.include({kept: ['token'], cleared: ['pin']});
    expect(recorder.credentials[0]!.values).not.to.have.property('pin');
  });

  it('is kept after all when removing it is undone', async () => {
    await edit(both);
    await use.press('Remove PIN');
    await use.press('Undo PIN');
    expect(use.input('PIN').readOnly).to.be.false;
    await use.submit();
    expect(recorder.credentials[0]).to.deep.include({kept: ['token', 'pin'], cleared: []});
  });

  it('can be removed, replaced and left by keyboard alone', async () => {
    await edit(both);
    use.button('Remove PIN').focus();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => use.buttons.includes('Undo PIN'));
    use.button('Undo PIN').focus();
    await sendKeys({press: ' '});
    await waitUntil(() => use.buttons.includes('Remove PIN'));
    await use.type('PIN', '1234');
    await use.submit();
    expect(recorder.credentials[0]).to.deep.include({kept: ['token'], cleared: []});
    expect(recorder.credentials[0]!.values).to.include({pin: '1234'});
  });

  it('offers nothing while an answer is pending', async () => {
    await edit(both);
    use.onSubmit((event) => event.respondWith(new Promise<void>(() => undefined)));
    await use.submit();
    expect(use.buttons).to.deep.equal(['Show Access token', 'Show PIN', 'Connecting…', 'Cancel']);
  });

  it('passes the accessibility checks when it is to be removed', async () => {
    await edit(both);
    await use.press('Remove PIN');
    await expect(use.element).to.be.accessible();
  });

  // airbytehq/airbyte#1055, apache/airflow#13656, n8n-io/n8n#22173
  it('may look like a mask: what is typed is what is sent', async () => {
    await edit(both);
    await use.type('Access token', '******');
    await use.submit();
    expect(recorder.credentials[0]!.values).to.include({token: '******'});
    expect(recorder.credentials[0]).to.deep.include({kept: ['pin']});
  });

  // apache/airflow#61670, home-assistant/core#114955
  it('is tested as kept, never as a mask', async () => {
    await edit(both);
    use.element.verification = 'offered';
    await use.settle();
    await use.press('Test connection');
    expect(recorder.submits[0]!.intent).to.equal('verify');
    expect(recorder.credentials[0]).to.deep.include({
      values: {store: 'acme'},
      kept: ['token', 'pin'],
    });
  });
});

describe('a connection whose method', () => {
  it('was saved a moment ago is not taken for the one that was stored before', async () => {
    await edit();
    use.onSubmit((event) => event.respondWith(Promise.resolve({})));
    await use.choose('Password');
    await use.fill({'User name': 'ada', Password: 'p4ss'});
    await use.submit();
    await use.press('Edit');
    const [key] = twoMethods.methods;
    const other = {id: 'new', type: 'token', name: 'Other'} as const;
    use.element.connector = {...twoMethods, methods: [key!, other]};
    await use.settle();
    expect([use.element.methodId, use.hasState('editing')]).to.deep.equal([undefined, true]);
  });

  const hint = () => use.part('stored-hint') && wordsOf(use.part('stored-hint')!);

  it('is as it was needs no hint', async () => {
    await edit({...stored, type: 'token'});
    expect(hint()).to.equal(undefined);
  });

  // activepieces/activepieces#14992
  it('is gone says so, and asks for another one', async () => {
    await edit({...stored, methodId: 'removed'});
    expect(hint()).to.match(/^The way this connection was made is not offered any more/);
    await use.choose('API key');
    await use.ready();
    expect(use.values()).to.deep.include({'Access token': '', 'Store name': 'acme'});
    await use.fill({'Access token': 'sk_1'});
    await use.submit();
    expect(recorder.credentials[0]).to.deep.include({methodId: 'key', kept: [], cleared: []});
  });

  it('cannot be used says so', async () => {
    await edit(stored, {
      ...twoMethods,
      methods: [{id: 'key', type: 'saml'}, twoMethods.methods[1]],
    });
    expect(hint()).to.match(/not offered any more/);
  });

  it('has another type by now says so, and keeps no secret', async () => {
    await edit({...stored, type: 'basic'});
    expect(hint()).to.equal('This way to connect has changed since. Enter its details again.');
    expect(use.buttons).not.to.include('Replace Access token');
    await use.submit();
    expect(use.errors).to.include.keys('Access token');
  });
});
