import {expect} from '@open-wc/testing';
import {ended, SCOPES} from '../support/authorization.js';
import {wordsOf} from '../support/driver.js';
import {SignInPage} from '../support/sign-in-page.js';

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

const checkbox = (scope: HTMLElement) => scope.querySelector('input')!;
const shown = () =>
  page.use.parts('scope').map((scope) => {
    const {checked} = checkbox(scope);
    return [wordsOf(scope), checked, checkbox(scope).matches(':disabled')];
  });

/** Ticks the box of a scope, or clears it. */
async function choose(label: string): Promise<void> {
  const scope = page.use.parts('scope').find((candidate) => wordsOf(candidate).startsWith(label));
  checkbox(scope!).click();
  await page.use.settle();
}

/** What the provider was asked for, and what the credential says of that. */
async function granted(): Promise<[asked: string | null, stated: readonly string[]]> {
  await page.begin();
  await ended(page.use);
  const [request] = await page.provider.takeRequests();
  const {scopes} = page.recorder.credentials.at(-1)!.authorization!;
  return [request!.searchParams.get('scope'), scopes];
}

const show = (settings: object = {scopes: SCOPES}) => page.show('allow', {settings});

describe('what the user allows', () => {
  it('is listed under a heading, by what it means', async () => {
    await show();
    expect(page.words('scopes-legend')).to.equal('What you allow at Acme');
    expect(page.use.part('scopes')!.matches('fieldset')).to.be.true;
    expect(shown()).to.deep.equal([
      ['Read orders', true, true],
      ['Change orders', true, false],
      ['Change settings Seldom needed', false, false],
    ]);
  });

  it('is not there where nothing is asked for', async () => {
    await show({scopes: []});
    expect(page.use.part('scopes')).to.equal(undefined);
    expect(await granted()).to.deep.equal([null, []]);
  });

  it('reads as it is asked for where nothing says what it means', async () => {
    await show({scopes: [{value: 'orders:read', required: true}, {value: 'orders:write'}]});
    expect(shown()).to.deep.equal([
      ['orders:read', true, true],
      ['orders:write', false, false],
    ]);
  });

  it('is in the language of the page', async () => {
    const label = {en: 'Read orders', de: 'Bestellungen lesen'};
    await show({scopes: [{value: 'read', label, required: true}]});
    page.use.element.lang = 'de';
    page.use.element.requestUpdate();
    await page.use.settle();
    expect(shown()).to.deep.equal([['Bestellungen lesen', true, true]]);
  });

  it('is what is required and suggested, unless the user says otherwise', async () => {
    await show();
    expect(await granted()).to.deep.equal(['read write', ['read', 'write']]);
  });

  it('is what the user chose, in the order of the definition', async () => {
    await show();
    await choose('Change settings');
    await choose('Change orders');
    expect(shown().map(([, isChecked]) => isChecked)).to.deep.equal([true, false, true]);
    expect(await granted()).to.deep.equal(['read admin', ['read', 'admin']]);
  });

  it('is as suggested again once a choice is undone', async () => {
    await show();
    await choose('Change orders');
    await choose('Change orders');
    expect(await granted()).to.deep.equal(['read write', ['read', 'write']]);
  });

  it('may be nothing', async () => {
    await show({scopes: [{value: 'write', label: 'Change orders', default: true}]});
    await choose('Change orders');
    expect(await granted()).to.deep.equal([null, []]);
  });

  it('is asked for with what the provider has between scopes', async () => {
    await show({scopes: SCOPES, scopeSeparator: ','});
    expect(await granted()).to.deep.equal(['read,write', ['read', 'write']]);
  });

  it('cannot be chosen where input is refused', async () => {
    await show();
    page.use.element.disabled = true;
    await page.use.settle();
    expect(shown().every(([, , isDisabled]) => isDisabled)).to.be.true;
  });

  it('is still chosen after an attempt came to nothing', async () => {
    await page.show('deny', {settings: {scopes: SCOPES}});
    await choose('Change settings');
    await page.begin();
    await ended(page.use);
    expect(page.codes).to.deep.equal(['access_denied']);
    expect(shown().map(([, isChecked]) => isChecked)).to.deep.equal([true, true, true]);
  });

  it('is as suggested again once the form is reset', async () => {
    await show();
    await choose('Change settings');
    page.use.element.reset();
    await page.use.settle();
    expect(shown().map(([, isChecked]) => isChecked)).to.deep.equal([true, true, false]);
  });

  it('cannot be changed in silence while the user is away', async () => {
    await page.beginAndWait('wait', {settings: {scopes: SCOPES}});
    expect(page.use.part('scopes')).to.equal(undefined);
    await page.provider.tell('allow');
    await ended(page.use);
    expect(page.recorder.credentials[0]!.authorization!.scopes).to.deep.equal(['read', 'write']);
  });
});
