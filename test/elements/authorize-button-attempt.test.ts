import {expect} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import {ended, eventually, waiting} from '../support/authorization.js';
import {canaryScanOf} from '../support/canary.js';
import {SignInPage} from '../support/sign-in-page.js';

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

describe('an attempt of <keyslot-authorize-button>', () => {
  it('can be cancelled, by the user and by the page', async () => {
    await page.showButton('hang');
    await page.submit();
    await waiting(page.use);
    expect(page.use.buttons).to.include.members(['Show the window', 'Cancel']);
    await page.click('cancel');
    await ended(page.use);
    expect(page.use.status).to.equal(en.cancelled);
    expect(page.use.focused).to.equal('Continue to sign in');
    await page.submit();
    await waiting(page.use);
    page.use.element.cancelAuthorization();
    await ended(page.use);
    expect(page.codes).to.deep.equal(['flow_cancelled', 'flow_cancelled']);
    await eventually(() => page.windows.open === 0, 'a window stays open');
  });

  it('may be declined, and tried again', async () => {
    await page.showButton('deny');
    await page.submit();
    await ended(page.use);
    expect(page.use.summary?.title).to.match(/^You declined access/);
    expect(page.use.focused).to.equal(page.use.summary?.title);
    await page.submit();
    await ended(page.use);
    expect(page.codes).to.deep.equal(['access_denied', 'access_denied']);
    expect(page.windows.opened).to.equal(2);
  });

  it('goes on by a link where the window is blocked', async () => {
    page.windows.areBlocked = true;
    await page.showButton('allow');
    await page.submit();
    await page.click('authorize-link');
    await ended(page.use);
    expect(page.recorder.submits).to.have.length(1);
    expect(page.codes).to.deep.equal(['popup_blocked']);
  });

  it('is begun again once the page refused what was granted', async () => {
    await page.showButton('allow');
    page.respond({message: 'There is no such store'}, {account: 'anna'});
    await page.submit();
    await page.shown('summary');
    expect(page.words('summary')).to.contain('There is no such store');
    await page.submit();
    await ended(page.use);
    expect(page.recorder.submits).to.have.length(2);
    expect(page.windows.opened).to.equal(2);
    expect(page.words('success')).to.contain('Signed in as anna');
  });

  it('is of use for a test and for what is saved behind it', async () => {
    await page.showButton('allow');
    page.use.element.verification = 'required';
    page.respond({}, {});
    await page.use.settle();
    expect(page.use.buttons).to.deep.equal(['Test connection']);
    await page.submit();
    await page.shown('verified');
    await page.submit();
    await ended(page.use);
    const [tested, saved] = page.recorder.submits;
    expect([tested!.intent, saved!.intent]).to.deep.equal(['verify', 'save']);
    expect(saved!.credential).to.deep.equal(tested!.credential);
    expect(page.windows.opened).to.equal(1);
  });

  it('is not needed for a connection that is edited, unless the user wants it', async () => {
    await page.showButton('allow');
    const existing = {methodId: 'sign-in', values: {store: 'my-store'}, stored: [], scopes: []};
    page.use.element.existing = existing;
    await page.shown('authorize-again');
    expect(page.words('submit')).to.equal('Save changes');
    await page.click('authorize-again');
    await page.submit();
    await eventually(() => page.recorder.submits.length, 'no credential');
    const [change] = page.recorder.credentials;
    expect(change).not.to.have.property('authorizationKept');
    expect(change!.authorization!.code).to.match(/^code-/);
    expect(page.windows.opened).to.equal(1);
  });

  it('leaves nothing of it on the page', async () => {
    await page.showButton('allow');
    await page.submit();
    await ended(page.use);
    const {code, codeVerifier, state} = page.recorder.credentials[0]!.authorization!;
    canaryScanOf(page.recorder, [code!, codeVerifier!, state], page.use.element);
  });
});

describe('<keyslot-authorize-button> is in order', () => {
  it('before, during and after an attempt', async () => {
    await page.showButton('wait');
    await expect(page.use.element).to.be.accessible();
    await page.submit();
    await waiting(page.use);
    await expect(page.use.element).to.be.accessible();
    await page.provider.tell('allow');
    await ended(page.use);
    await expect(page.use.element).to.be.accessible();
  });

  it('where something is missing', async () => {
    await page.showButton('allow', {values: {}});
    await page.submit();
    await page.shown('summary');
    await expect(page.use.element).to.be.accessible();
  });
});
