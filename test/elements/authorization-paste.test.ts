import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {ended, eventually, oauth} from '../support/authorization.js';
import {descriptionOf, nameOf, wordsOf} from '../support/driver.js';
import {SignInPage} from '../support/sign-in-page.js';

const REFUSED = 'Error: This is not the address that ends this sign-in. Copy all of it.';

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

const paste = () => page.use.part('paste') as HTMLDetailsElement;
const field = () => paste().querySelector('input')!;
const isInvalid = () => field().getAttribute('aria-invalid') === 'true';

/** The state of the attempt, which the link in place of the window tells. */
const state = () =>
  new URL((page.use.part('authorize-link') as HTMLAnchorElement).href).searchParams.get('state')!;

/** An address that a provider sends a user to. */
function addressWith(params: Readonly<Record<string, string>>, at = oauth.redirectUri): string {
  const address = new URL(at);
  const all = {state: state(), iss: page.provider.url, ...params};
  for (const [name, value] of Object.entries(all)) address.searchParams.set(name, value);
  return address.href;
}

/** Brings an address by hand. */
async function bring(address: string): Promise<void> {
  field().value = address;
  await page.click('use-address');
}

async function open(...showing: Parameters<SignInPage['show']>): Promise<void> {
  await page.beginBlocked(...showing);
  paste().querySelector('summary')!.click();
  await page.shown('use-address');
}

describe('an address that the user can bring', () => {
  it('is asked for where an attempt may not go on by itself, in a disclosure', async () => {
    await page.beginAndWait('wait');
    expect(page.use.part('paste')).to.equal(undefined);
    await page.closeWindow();
    expect(paste().open).to.be.false;
    expect(wordsOf(paste().querySelector('summary')!)).to.equal(
      'Ended on a page and nothing happens here?',
    );
  });

  it('has a field that says what it is, and keeps nothing', async () => {
    await open('allow');
    expect(nameOf(field())).to.equal('Paste the address of that page');
    expect([field().autocomplete, field().name]).to.deep.equal(['off', '']);
    expect(isInvalid()).to.be.false;
  });

  it('ends the attempt with what was granted', async () => {
    await open('allow');
    await bring(addressWith({code: 'the-code'}));
    await ended(page.use);
    expect(page.recorder.credentials).to.have.length(1);
    const {code, scopes, redirectUri} = page.recorder.credentials[0]!.authorization!;
    expect({code, scopes, redirectUri}).to.deep.equal({
      code: 'the-code',
      scopes: [],
      redirectUri: oauth.redirectUri,
    });
    expect(page.use.hasState('connected')).to.be.true;
    expect(page.statuses).to.deep.equal(['blocked', 'settled']);
  });

  it('is taken by the key Enter too, with spaces around it', async () => {
    await open('allow');
    field().value = `  ${addressWith({code: 'the-code'})} `;
    field().focus();
    await sendKeys({press: 'Enter'});
    await ended(page.use);
    expect(page.recorder.submits).to.have.length(1);
  });

  it('may say that the user declined', async () => {
    await open('allow');
    await bring(addressWith({error: 'access_denied', error_description: 'Anna said no'}));
    await ended(page.use);
    expect(page.codes).to.deep.equal(['popup_blocked', 'access_denied']);
    expect(page.use.summary?.title).to.match(/It says: Anna said no$/);
    expect(page.recorder.submits).to.be.empty;
  });

  it('from somebody else ends the attempt, as every answer does', async () => {
    await open('allow');
    await bring(addressWith({code: 'the-code', iss: 'https://other.example'}));
    await ended(page.use);
    expect(page.codes).to.deep.equal(['popup_blocked', 'issuer_mismatch']);
    expect(page.recorder.submits).to.be.empty;
  });
});

describe('an address that does not end the attempt', () => {
  const wrong: readonly (readonly [what: string, address: () => string])[] = [
    ['is none', () => 'my password'],
    ['is empty', () => ''],
    ['has no answer', () => oauth.redirectUri],
    ['is of another attempt', () => addressWith({code: 'the-code', state: 'other-'.repeat(6)})],
    ['is of another page', () => addressWith({code: 'the-code'}, `${location.origin}/other.html`)],
    ['is of another site', () => addressWith({code: 'x'}, 'https://other.example/callback.html')],
  ];
  for (const [what, address] of wrong) {
    it(`as it ${what} is pointed out at its field, where focus is`, async () => {
      await open('allow');
      await bring(address());
      await eventually(isInvalid, 'nothing is pointed out');
      expect(descriptionOf(field())).to.equal(REFUSED);
      expect(page.use.root.activeElement === field()).to.be.true;
      expect(field().value).to.equal(address());
      expect(page.statuses).to.deep.equal(['blocked']);
      expect(page.codes).to.deep.equal(['popup_blocked']);
      expect(page.recorder.submits).to.be.empty;
      expect(page.use.errors).to.deep.equal({});
    });
  }

  it('can be corrected', async () => {
    await open('allow');
    await bring('https://acme.example/');
    await eventually(isInvalid, 'nothing is pointed out');
    await bring(addressWith({code: 'the-code'}));
    await ended(page.use);
    expect(page.recorder.submits).to.have.length(1);
  });

  it('is forgotten with its attempt', async () => {
    await open('allow');
    await bring('https://acme.example/');
    await eventually(isInvalid, 'nothing is pointed out');
    await page.click('cancel');
    await ended(page.use);
    await page.submit();
    await page.shown('authorize-link');
    expect(isInvalid()).to.be.false;
    expect(field().value).to.equal('');
  });
});
