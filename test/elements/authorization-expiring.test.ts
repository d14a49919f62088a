import {aTimeout, expect} from '@open-wc/testing';
import {KeyslotAuthorizeStateEvent} from '../../src/index.js';
import {ended, eventually} from '../support/authorization.js';
import {SignInPage} from '../support/sign-in-page.js';

const MINUTE = 60_000;
const EXPIRING = 'This sign-in ends in a minute.';
const TIMED_OUT = 'No answer came from the sign-in window. Try again.';

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

const status = () => page.words('authorization-status');
const warnings = () =>
  page.recorder.of(KeyslotAuthorizeStateEvent).map(({isExpiring}) => isExpiring);
const offersMore = () => page.use.buttons.includes('Keep waiting');

describe('an attempt that is about to end', () => {
  it('is said to be so a minute before, to the page too', async () => {
    await page.beginAndWait('wait');
    page.clock.advance(9 * MINUTE - 1000);
    await page.use.settle();
    expect(status()).to.equal('Finish in the other window.');
    page.clock.advance(2000);
    await page.shown('keep-waiting');
    expect(status()).to.equal(EXPIRING);
    expect(page.statuses).to.deep.equal(['waiting', 'waiting']);
    expect(warnings()).to.deep.equal([false, true]);
    expect(page.announcements.filter((words) => words === EXPIRING)).to.have.length(1);
  });

  it('still shows the window, and can still be given up', async () => {
    await page.beginAndWait('wait');
    page.clock.advance(9 * MINUTE + 1000);
    await page.shown('keep-waiting');
    expect(page.use.buttons).to.include.members(['Show the window', 'Keep waiting', 'Cancel']);
    await page.click('cancel');
    await ended(page.use);
    expect(page.codes).to.deep.equal(['flow_cancelled']);
    await eventually(() => page.windows.open === 0, 'the window stays open');
  });

  it('has as much time again once the user asks for it, where focus stays', async () => {
    await page.beginAndWait('wait');
    page.clock.advance(9 * MINUTE + 1000);
    await page.click('keep-waiting');
    await eventually(() => !offersMore(), 'the button stays');
    expect(status()).to.equal('Finish in the other window.');
    expect(page.use.root.activeElement?.matches('[part~="authorizing"]')).to.be.true;
    page.clock.advance(9 * MINUTE - 1000);
    await page.use.settle();
    expect(status()).to.equal('Finish in the other window.');
    page.clock.advance(2000);
    await page.shown('keep-waiting');
    expect(warnings()).to.deep.equal([false, true, false, true]);
    await page.provider.tell('allow');
    await ended(page.use);
    expect(page.recorder.submits).to.have.length(1);
    expect(page.windows.opened).to.equal(1);
  });

  it('still takes an answer', async () => {
    await page.beginAndWait('wait');
    page.clock.advance(9 * MINUTE + 1000);
    await page.shown('keep-waiting');
    await page.provider.tell('allow');
    await ended(page.use);
    expect(page.use.hasState('connected')).to.be.true;
    expect(page.codes).to.be.empty;
  });

  it('has as much time as the page gives it', async () => {
    await page.beginAndWait('wait', {options: {timeout: 3 * MINUTE}});
    page.clock.advance(2 * MINUTE + 1000);
    await page.click('keep-waiting');
    page.clock.advance(2 * MINUTE + 1000);
    await page.click('keep-waiting');
    await eventually(() => !offersMore(), 'the button stays');
    page.clock.advance(3 * MINUTE);
    await ended(page.use);
    expect(page.codes).to.deep.equal(['flow_timeout']);
  });

  it('that has a minute in all is so from the start', async () => {
    await page.beginAndWait('wait', {options: {timeout: MINUTE}});
    await page.shown('keep-waiting');
    expect(status()).to.equal(EXPIRING);
    expect(page.announcements.at(-1)).to.equal(EXPIRING);
  });
});

describe('an attempt whose time is up', () => {
  beforeEach(async () => {
    await page.beginAndWait('wait');
    // Engines do not close a window in the moment in which its page comes.
    await aTimeout(300);
    page.clock.advance(10 * MINUTE);
    await ended(page.use);
  });

  it('is said to be over, where focus is, and loses nothing', async () => {
    expect(page.use.summary).to.deep.equal({title: TIMED_OUT, links: []});
    expect(page.use.focused).to.equal(TIMED_OUT);
    expect(page.codes).to.deep.equal(['flow_timeout']);
    expect(page.use.values()).to.deep.equal({'Store name': 'my-store'});
    expect(page.recorder.submits).to.be.empty;
    await eventually(() => page.windows.open === 0, 'the window stays open');
  });

  it('can be begun again, with all the time', async () => {
    await page.submit();
    await page.shown('reopen');
    expect(page.use.summary).to.equal(undefined);
    page.clock.advance(9 * MINUTE - 1000);
    await page.use.settle();
    expect(offersMore()).to.be.false;
    await page.provider.takeRequests(2);
    await page.provider.tell('allow');
    await ended(page.use);
    expect(page.recorder.submits).to.have.length(1);
  });
});
