import {expect, html} from '@open-wc/testing';
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
