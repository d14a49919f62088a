import {expect} from '@open-wc/testing';
import type {CredentialChange, ExistingCredential} from '../../src/index.js';
import {ended, eventually, SCOPES, store} from '../support/authorization.js';
import {wordsOf} from '../support/driver.js';
import {SignInPage} from '../support/sign-in-page.js';

const KEPT = 'What you allowed before stays as it is. Sign in again';
const DUE = 'Saving these changes asks you to sign in again.';

const shop = {key: 'shop', label: 'Shop'};
const stored: ExistingCredential = {
  methodId: 'sign-in',
  values: {store: 'my-store', shop: 'one'},
  stored: [],
  scopes: ['read', 'write'],
};

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

/** Edits a connection to an application whose address has the store in it, but not the shop. */
async function edit(
  existing: ExistingCredential = stored,
  act: 'allow' | 'deny' = 'allow',
  settings: object = {},
): Promise<void> {
  const authorizationUrl = `${page.provider.address(act)}&store={{store}}`;
  await page.show(act, {
    variables: [store, shop],
    settings: {scopes: SCOPES, authorizationUrl, ...settings},
    existing,
  });
  await page.use.settle();
}

async function save(): Promise<CredentialChange | undefined> {
  await page.submit();
  await eventually(() => page.recorder.submits.length + page.codes.length, 'nothing comes of it');
  await ended(page.use);
  return page.recorder.credentials.at(-1) as CredentialChange | undefined;
}

const status = () => page.words('authorization-status');

async function choose(label: string): Promise<void> {
  const scope = page.use.parts('scope').find((candidate) => wordsOf(candidate).startsWith(label));
  scope!.querySelector('input')!.click();
  await page.use.settle();
}

describe('what was granted before', () => {
  it('is said to stay', async () => {
    await edit();
    await page.shown('authorize-again');
    expect(status()).to.equal(KEPT);
    expect(page.words('submit')).to.equal('Save changes');
  });

  it('stays when nothing changes, without a window', async () => {
    await edit();
    expect(await save()).to.deep.equal({
      connectorId: 'acme',
      methodId: 'sign-in',
      type: 'oauth2-authorization-code',
      values: {store: 'my-store', shop: 'one'},
      kept: [],
      cleared: [],
      authorizationKept: true,
    });
    expect(page.windows.opened).to.equal(0);
  });

  it('stays when something changes that has nothing to do with it', async () => {
    await edit();
    await page.use.type('Shop', '-b');
    expect(status()).to.equal(KEPT);
    const change = await save();
    expect(change).to.include({authorizationKept: true});
    expect(change!.values).to.deep.equal({store: 'my-store', shop: 'one-b'});
    expect(page.windows.opened).to.equal(0);
  });

  it('is ticked as it was granted', async () => {
    await edit({...stored, scopes: ['read', 'admin']});
    const ticked = page.use
      .parts('scope')
      .filter((scope) => scope.querySelector('input')!.checked)
      .map((scope) => wordsOf(scope));
    expect(ticked).to.deep.equal(['Read orders', 'Change settings Seldom needed']);
    expect(await save()).to.include({authorizationKept: true});
  });

  it('stays where nobody says what was asked for', async () => {
    const {scopes: _scopes, ...unknown} = stored;
    await edit(unknown);
    expect(await save()).to.include({authorizationKept: true});
  });

  it('is granted again when the user wants it', async () => {
    await edit();
    await page.click('authorize-again');
    expect(status()).to.equal(`${DUE} Undo`);
    const change = await save();
    expect(change).not.to.have.property('authorizationKept');
    expect(change!.authorization!.code).to.match(/^code-/);
    expect(change!.authorization!.scopes).to.deep.equal(['read', 'write']);
    expect(change).to.deep.include({kept: [], cleared: []});
    expect(page.windows.opened).to.equal(1);
  });

  it('stays after all when the user takes that back, and focus where it is', async () => {
    await edit();
    await page.click('authorize-again');
    expect(page.use.focused).to.equal('Undo');
    await page.click('authorize-again');
    expect(page.use.focused).to.equal('Sign in again');
    expect(status()).to.equal(KEPT);
    expect(await save()).to.include({authorizationKept: true});
    expect(page.windows.opened).to.equal(0);
  });

  it('is not lost when the user wants it again and then declines', async () => {
    await edit(stored, 'deny');
    await page.click('authorize-again');
    await save();
    expect(page.codes).to.deep.equal(['access_denied']);
    expect(page.recorder.submits).to.be.empty;
    expect(page.use.values()).to.include({'Store name': 'my-store', Shop: 'one'});
  });
});

describe('what has to be granted again', () => {
  it('is said to be so for another address', async () => {
    await edit();
    await page.use.type('Store name', '-2');
    expect(status()).to.equal(DUE);
  });

  it('is so for another address', async () => {
    await edit();
    await page.use.type('Store name', '-2');
    const change = await save();
    expect(change).not.to.have.property('authorizationKept');
    expect(change!.authorization!.code).to.match(/^code-/);
    expect(page.windows.opened).to.equal(1);
    const [request] = await page.provider.takeRequests();
    expect(request!.searchParams.get('store')).to.equal('my-store-2');
  });

  it('is not so once the address is what it was', async () => {
    await edit();
    await page.use.type('Store name', '-2');
    await page.use.fill({'Store name': 'my-store'});
    expect(status()).to.equal(KEPT);
    expect(await save()).to.include({authorizationKept: true});
    expect(page.windows.opened).to.equal(0);
  });

  for (const [what, label, scopes] of [
    ['more', 'Change settings', ['read', 'write', 'admin']],
    ['less', 'Change orders', ['read']],
  ] as const) {
    it(`is so for ${what} than before`, async () => {
      await edit();
      await choose(label);
      const change = await save();
      expect(change).not.to.have.property('authorizationKept');
      expect(change!.authorization!.scopes).to.deep.equal(scopes);
      expect(page.windows.opened).to.equal(1);
    });

    it(`is said to be so for ${what} than before`, async () => {
      await edit();
      await choose(label);
      expect(status()).to.equal(DUE);
    });
  }

  it('is not so once the choice is what it was', async () => {
    await edit();
    await choose('Change settings');
    await choose('Change settings');
    expect(await save()).to.include({authorizationKept: true});
  });

  it('is so where more is required by now', async () => {
    await edit({...stored, scopes: ['write']});
    const change = await save();
    expect(change!.authorization!.scopes).to.deep.equal(['read', 'write']);
  });

  it('is so for another client', async () => {
    await edit(
      {...stored, values: {...stored.values, clientId: 'old'}, stored: ['clientSecret']},
      'allow',
      {clientId: undefined},
    );
    await page.use.type('Client ID', '-new');
    const change = await save();
    expect(change).not.to.have.property('authorizationKept');
    expect(change!.authorization!.code).to.match(/^code-/);
    const [request] = await page.provider.takeRequests();
    expect(request!.searchParams.get('client_id')).to.equal('old-new');
  });

  it('is so for another secret of the client', async () => {
    await edit(
      {...stored, values: {...stored.values, clientId: 'old'}, stored: ['clientSecret']},
      'allow',
      {clientId: undefined},
    );
    await page.use.type('Client secret', 'new');
    const change = await save();
    expect(change).not.to.have.property('authorizationKept');
    expect(page.windows.opened).to.equal(1);
  });

  it('is so for a connection that was made in another way', async () => {
    await edit({methodId: 'gone', values: {}, stored: []});
    expect(page.use.part('authorize-again')).to.equal(undefined);
    await page.use.fill({'Store name': 'my-store'});
    const change = await save();
    expect(change).not.to.have.property('authorizationKept');
    expect(change!.authorization!.code).to.match(/^code-/);
  });
});

describe('a connection that was just made', () => {
  beforeEach(async () => {
    await page.show('allow', {settings: {scopes: SCOPES}});
    page.respond({}, {});
    await page.begin();
    await eventually(() => page.use.hasState('connected'), 'it is not connected');
    await page.click('edit');
    await page.shown('authorize-again');
  });

  it('is edited with what was granted', async () => {
    await page.submit();
    await eventually(() => page.recorder.submits.length === 2, 'nothing is handed over');
    const change = page.recorder.credentials[1];
    expect(change).to.include({authorizationKept: true});
    expect(change).not.to.have.property('authorization');
    expect(page.windows.opened).to.equal(1);
  });

  it('is said to keep it, unless the user signs in again', () => {
    expect(status()).to.equal(KEPT);
  });
});
