import {expect} from '@open-wc/testing';
import {ended, eventually, waiting} from '../support/authorization.js';
import {defer} from '../support/deferred.js';
import {SignInPage} from '../support/sign-in-page.js';

const PANEL = '[part~="authorizing"]';
const WAITING = 'Finish in the other window.';
const ADVICE = 'Closed the window? Try again, or cancel.';

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

const status = () => page.words('authorization-status');
const cancel = async () => {
  await page.click('cancel');
  await ended(page.use);
};

describe('a window that looks closed', () => {
  beforeEach(async () => {
    await page.beginAndWait('wait');
    await page.provider.takeRequests(1);
  });

  it('can be shown as long as it is there', () => {
    expect(page.words('reopen')).to.equal('Show the window');
    expect(status()).to.equal(WAITING);
  });

  it('is pointed out, and nothing ends by it', async () => {
    await page.closeWindow();
    expect(status()).to.equal(ADVICE);
    expect(page.use.status).to.equal(ADVICE);
    expect(page.words('reopen')).to.equal('Try again');
    expect(page.statuses).to.deep.equal(['waiting', 'possibly-closed']);
    expect(page.codes).to.be.empty;
    expect(page.use.values()).to.deep.equal({'Store name': 'my-store'});
  });

  it('is given a moment, as its answer may be on the way', async () => {
    page.clock.advance(2000);
    page.windows.close();
    await eventually(() => page.windows.open === 0, 'the window stays open');
    page.clock.advance(0);
    page.clock.advance(500);
    expect(page.statuses).to.deep.equal(['waiting']);
  });

  it('as soon as it left is given longer, as the provider may have cut it off', async () => {
    page.windows.close();
    await eventually(() => page.windows.open === 0, 'the window stays open');
    page.clock.advance(0);
    page.clock.advance(14_000);
    expect(page.statuses).to.deep.equal(['waiting']);
    page.clock.advance(1000);
    expect(page.statuses).to.deep.equal(['waiting', 'possibly-closed']);
  });

  it('can be tried again in another one, where focus goes to what is said', async () => {
    await page.closeWindow();
    await page.click('reopen');
    await eventually(() => status() === WAITING, 'it does not begin anew');
    expect(page.windows.opened).to.equal(2);
    expect(page.use.root.activeElement?.matches(PANEL)).to.be.true;
    expect(page.codes).to.be.empty;
    const [request] = await page.provider.takeRequests(1);
    await page.provider.tell('allow');
    await ended(page.use);
    expect(page.recorder.submits).to.have.length(1);
    const {state} = page.recorder.credentials[0]!.authorization!;
    expect(state).to.equal(request!.searchParams.get('state'));
    await eventually(() => page.windows.open === 0, 'the window stays open');
  });

  it('is begun anew with a request of its own', async () => {
    await page.closeWindow();
    await page.click('reopen');
    await page.provider.takeRequests(1);
    await page.closeWindow();
    await page.click('reopen');
    const [request] = await page.provider.takeRequests(1);
    expect(request!.searchParams.get('state')).to.match(/^[\w-]{43}$/);
    expect(page.windows.opened).to.equal(3);
    expect(page.statuses).to.deep.equal([
      'waiting',
      'possibly-closed',
      'settled',
      'waiting',
      'possibly-closed',
      'settled',
      'waiting',
    ]);
    await cancel();
  });

  it('can be given up', async () => {
    await page.closeWindow();
    await cancel();
    expect(page.codes).to.deep.equal(['flow_cancelled']);
    expect(page.use.focused).to.equal('Continue to sign in');
    expect(page.use.values()).to.deep.equal({'Store name': 'my-store'});
  });
});

describe('an answer', () => {
  it('is taken although the window looks closed', async () => {
    await page.beginAndWait('wait');
    const [request] = await page.provider.takeRequests(1);
    await page.closeWindow();
    const state = request!.searchParams.get('state')!;
    const params = {code: 'the-code', state, iss: page.provider.url};
    const channel = new BroadcastChannel(`keyslot/oauth/1:${state}`);
    channel.postMessage({ns: 'keyslot/oauth', v: 1, t: 'result', state, params});
    await ended(page.use);
    channel.close();
    expect(page.recorder.credentials[0]!.authorization).to.include({code: 'the-code'});
    expect(page.codes).to.be.empty;
  });
});

describe('the button that shows the window', () => {
  it('brings it to the front, and opens no other', async () => {
    await page.beginAndWait('wait');
    await page.click('reopen');
    expect(page.windows.opened).to.equal(1);
    expect(page.statuses).to.deep.equal(['waiting']);
    expect(status()).to.equal(WAITING);
  });
});

describe('a page that takes a closed window for the end', () => {
  it('has its user told so', async () => {
    await page.beginAndWait('wait', {options: {closePolicy: 'assume'}});
    await page.closeWindow();
    expect(page.statuses).to.deep.equal(['waiting', 'possibly-closed']);
    page.clock.advance(3000);
    await ended(page.use);
    expect(page.codes).to.deep.equal(['popup_closed']);
    expect(page.use.summary?.title).to.equal(
      'The sign-in window was closed. Nothing you entered is lost.',
    );
    expect(page.use.focused).to.equal(page.use.summary?.title);
    expect(page.use.values()).to.deep.equal({'Store name': 'my-store'});
  });
});

describe('a page that takes a closed window for nothing', () => {
  it('waits on', async () => {
    await page.beginAndWait('wait', {options: {closePolicy: 'ignore'}});
    await page.closeWindow();
    page.clock.advance(30_000);
    expect(page.statuses).to.deep.equal(['waiting']);
    await page.use.settle();
    await cancel();
  });
});

describe('a window that the user closes while it is blank', () => {
  it('ends the attempt at once, as nobody else can have closed it', async () => {
    const prepared = defer<never>();
    await page.show('allow', {options: {prepare: () => prepared.promise}});
    await page.begin();
    await eventually(() => page.windows.open === 1, 'no window opens');
    page.windows.close();
    await eventually(() => page.windows.open === 0, 'the window stays open');
    page.clock.advance(0);
    await ended(page.use);
    expect(page.codes).to.deep.equal(['popup_closed']);
    expect(page.use.summary?.title).to.match(/^The sign-in window was closed/);
  });

  it('lets it be tried again', async () => {
    const prepared = defer<never>();
    await page.show('wait', {options: {prepare: () => prepared.promise}});
    await page.begin();
    await eventually(() => page.windows.open === 1, 'no window opens');
    page.windows.close();
    page.clock.advance(0);
    await ended(page.use);
    page.use.element.oauth = {...page.use.element.oauth!, prepare: undefined};
    await page.submit();
    await waiting(page.use);
    await page.provider.tell('allow');
    await ended(page.use);
    expect(page.recorder.submits).to.have.length(1);
  });
});
