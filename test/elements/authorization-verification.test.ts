import {expect} from '@open-wc/testing';
import {ended, eventually, store, waiting} from '../support/authorization.js';
import {SignInPage} from '../support/sign-in-page.js';

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

const intents = () => page.recorder.submits.map(({intent}) => intent);
const authorizations = () => page.recorder.credentials.map(({authorization}) => authorization!);
const grantedOnce = () => new Set(authorizations().map(({code}) => code)).size;
const verified = () => eventually(() => page.use.part('verified'), 'nothing was verified');
const actions = () =>
  page.use
    .parts('actions')[0]!
    .innerText.split('\n')
    .map((words) => words.trim())
    .filter(Boolean);

describe('a connection that has to be tried first', () => {
  it('is saved with what was granted for the test, without a second window', async () => {
    await page.show('allow', {verification: 'required'});
    page.respond({account: 'anna@example.com'}, {account: 'anna@example.com'});
    expect(actions()).to.deep.equal(['Test connection']);
    await page.begin();
    await verified();
    expect(page.words('verified')).to.contain('Signed in as anna@example.com');
    expect(page.words('authorization-status')).to.equal('You have signed in.');
    expect(actions()).to.deep.equal(['Connect', 'Test connection']);
    await page.submit();
    await ended(page.use);
    expect(intents()).to.deep.equal(['verify', 'save']);
    expect(authorizations()[1]).to.deep.equal(authorizations()[0]);
    expect(page.windows.opened).to.equal(1);
    expect(await page.provider.takeRequests()).to.have.length(1);
    expect(page.use.hasState('connected')).to.be.true;
  });

  it('asks the user again once a test was refused', async () => {
    await page.show('allow', {verification: 'required'});
    page.respond({message: 'No'}, {});
    await page.begin();
    await eventually(() => page.use.summary, 'nothing is said');
    await page.submit();
    await verified();
    expect(intents()).to.deep.equal(['verify', 'verify']);
    expect(page.windows.opened).to.equal(2);
    expect(grantedOnce()).to.equal(2);
    expect(page.codes).to.deep.equal(['verify_rejected']);
  });

  it('asks the user again where nobody answered for it', async () => {
    await page.show('allow', {verification: 'required'});
    await page.begin();
    await eventually(() => page.recorder.submits.length === 1, 'nothing is handed over');
    await ended(page.use);
    expect(page.words('authorization-origin')).to.contain(page.provider.host);
    await page.submit();
    await eventually(() => page.recorder.submits.length === 2, 'nothing is handed over');
    expect(grantedOnce()).to.equal(2);
  });

  it('is tried by who signs in, and no test is left of a sign-in that was declined', async () => {
    await page.show('deny', {verification: 'required'});
    page.respond({});
    await page.begin();
    await ended(page.use);
    expect(page.codes).to.deep.equal(['access_denied']);
    expect(intents()).to.be.empty;
    expect(actions()).to.deep.equal(['Test connection']);
  });
});

describe('a test that is offered', () => {
  it('asks the user, and what is saved is the same', async () => {
    await page.show('allow', {verification: 'offered'});
    page.respond({}, {});
    await page.use.fill({'Store name': 'my-store'});
    await page.click('test');
    await verified();
    await page.submit();
    await ended(page.use);
    expect(intents()).to.deep.equal(['verify', 'save']);
    expect(grantedOnce()).to.equal(1);
    expect(page.windows.opened).to.equal(1);
  });

  it('can be repeated with what was granted', async () => {
    await page.show('allow', {verification: 'offered'});
    page.respond({}, {}, {});
    await page.use.fill({'Store name': 'my-store'});
    await page.click('test');
    await verified();
    await page.click('test');
    await eventually(() => intents().length === 2 && !page.use.hasState('pending'), 'no test');
    await page.submit();
    await ended(page.use);
    expect(intents()).to.deep.equal(['verify', 'verify', 'save']);
    expect(grantedOnce()).to.equal(1);
    expect(page.windows.opened).to.equal(1);
  });
});

describe('what was granted', () => {
  const shop = {key: 'shop', label: 'Shop', required: true};
  /** The store is in the address, the shop is not. */
  const prepare = async () => {
    await page.show('allow', {
      verification: 'offered',
      variables: [store, shop],
      settings: {authorizationUrl: `${page.provider.address('allow')}&store={{store}}`},
    });
    page.respond({}, {}, {});
    await page.use.fill({'Store name': 'my-store', Shop: 'one'});
    await page.click('test');
    await eventually(() => intents().length === 1 && !page.use.hasState('pending'), 'no test');
    await page.use.settle();
  };

  it('is good for another value that has nothing to do with it', async () => {
    await prepare();
    await page.use.type('Shop', 's');
    await page.submit();
    await ended(page.use);
    expect(page.windows.opened).to.equal(1);
    expect(grantedOnce()).to.equal(1);
    expect(page.recorder.credentials[1]!.values).to.deep.equal({store: 'my-store', shop: 'ones'});
  });

  it('is not good for another address', async () => {
    await prepare();
    await page.use.type('Store name', '-2');
    await page.submit();
    await ended(page.use);
    expect(page.windows.opened).to.equal(2);
    expect(grantedOnce()).to.equal(2);
    const requests = await page.provider.takeRequests();
    expect(requests.map(({searchParams}) => searchParams.get('store'))).to.deep.equal([
      'my-store',
      'my-store-2',
    ]);
  });

  it('is not said to be there for another address', async () => {
    await prepare();
    expect(page.words('authorization-status')).to.equal('You have signed in.');
    await page.use.type('Store name', '-2');
    expect(page.words('authorization-status')).to.equal(undefined);
    expect(page.words('authorization-origin')).to.contain(page.provider.host);
  });

  it('is used up by a submit that the page does not accept', async () => {
    await page.show('allow');
    page.respond({message: 'The code was refused'}, {});
    await page.begin();
    await eventually(() => page.use.summary, 'nothing is said');
    expect(page.use.summary!.title).to.equal('The code was refused');
    expect(page.words('authorization-origin')).to.contain(page.provider.host);
    expect(page.words('submit')).to.equal('Continue to sign in');
    await page.submit();
    await ended(page.use);
    expect(page.windows.opened).to.equal(2);
    expect(grantedOnce()).to.equal(2);
    expect(page.use.hasState('connected')).to.be.true;
  });

  it('is used up by a submit that the page took too long for', async () => {
    await page.show('allow');
    page.use.element.responseTimeout = 30;
    page.use.onSubmit((event) => event.respondWith(new Promise(() => undefined)));
    await page.begin();
    await eventually(() => page.codes.length, 'nothing is said');
    await page.use.settle();
    expect(page.codes).to.deep.equal(['submit_timeout']);
    await page.submit();
    await eventually(() => page.codes.length === 2, 'nothing is said');
    expect(page.windows.opened).to.equal(2);
    expect(grantedOnce()).to.equal(2);
  });

  it('is used up by a submit that the user cancelled', async () => {
    await page.show('wait');
    page.use.onSubmit((event) => event.respondWith(new Promise(() => undefined)));
    await page.begin();
    await waiting(page.use);
    await page.provider.tell('allow');
    await eventually(() => intents().length, 'nothing is handed over');
    await page.click('cancel');
    await ended(page.use);
    expect(page.codes).to.deep.equal(['submit_cancelled']);
    await page.submit();
    await waiting(page.use);
    expect(page.windows.opened).to.equal(2);
    await page.provider.tell('deny');
    await ended(page.use);
  });

  it('goes with what was typed when the form is reset', async () => {
    await prepare();
    page.use.element.reset();
    await page.use.settle();
    expect(page.words('authorization-status')).to.equal(undefined);
    await page.use.fill({'Store name': 'my-store', Shop: 'one'});
    await page.submit();
    await ended(page.use);
    expect(grantedOnce()).to.equal(2);
  });
});
