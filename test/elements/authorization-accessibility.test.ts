import {aTimeout, expect} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import {ended, eventually, SCOPES, waiting} from '../support/authorization.js';
import {defer} from '../support/deferred.js';
import {SignInPage} from '../support/sign-in-page.js';

const MINUTE = 60_000;
const WAITING = 'Finish in the other window.';
const BLOCKED = 'Your browser blocked the window.';
const CLOSED = 'Closed the window? Try again, or cancel.';
const EXPIRING = 'This sign-in ends in a minute.';

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

const states: readonly (readonly [state: string, reach: () => Promise<unknown>])[] = [
  ['before its user signs in', () => page.show('wait', {settings: {scopes: SCOPES}})],
  [
    'while an attempt is prepared',
    async () => {
      await page.show('wait', {options: {prepare: () => defer<never>().promise}});
      await page.begin();
      await page.shown('authorization-status');
    },
  ],
  ['while its user is away', () => page.beginAndWait('wait')],
  ['whose window is blocked', () => page.beginBlocked('wait', {options: {mode: 'auto'}})],
  [
    'that asks for an address',
    async () => {
      await page.beginBlocked('wait');
      page.use.part('paste')!.querySelector('summary')!.click();
      await page.click('use-address');
      await eventually(() => page.use.part('paste')!.querySelector('.error'), 'nothing is said');
    },
  ],
  [
    'whose window looks closed',
    async () => {
      await page.beginAndWait('wait');
      await page.closeWindow();
    },
  ],
  [
    'whose time is running out',
    async () => {
      await page.beginAndWait('wait');
      page.clock.advance(9 * MINUTE + 1000);
      await page.shown('keep-waiting');
    },
  ],
  [
    'whose user declined',
    async () => {
      await page.show('deny');
      await page.begin();
      await ended(page.use);
      expect(page.use.summary).not.to.equal(undefined);
    },
  ],
  [
    'whose user has signed in for a test',
    async () => {
      await page.show('allow', {verification: 'required', settings: {scopes: SCOPES}});
      page.respond({});
      await page.begin();
      await page.shown('verified');
    },
  ],
  [
    'that keeps what was allowed before',
    async () => {
      const existing = {methodId: 'sign-in', values: {store: 'my-store'}, stored: []};
      await page.show('wait', {existing, settings: {scopes: SCOPES}});
      await page.shown('authorize-again');
    },
  ],
  [
    'that asks for a client, and says what to register',
    async () => {
      await page.show('wait', {settings: {clientId: undefined}});
      await page.shown('note');
    },
  ],
];

describe('a form', () => {
  for (const [state, reach] of states) {
    it(`${state} passes the accessibility checks, light and dark`, async () => {
      await reach();
      const {element} = page.use;
      await expect(element).to.be.accessible();
      element.style.colorScheme = 'dark';
      element.style.color = 'white';
      element.style.background = 'black';
      await expect(element).to.be.accessible();
    });
  }

  it('has no two equal ids, and one place for announcements', async () => {
    await page.beginBlocked('wait', {settings: {scopes: SCOPES}});
    const ids = [...page.use.root.querySelectorAll('[id]')].map(({id}) => id);
    expect(ids).to.deep.equal([...new Set(ids)]);
    const regions = page.use.root.querySelectorAll('[role="status"], [role="alert"], [aria-live]');
    expect(regions).to.have.length(1);
  });
});

describe('what is said to those who cannot see it', () => {
  it('is each step, once', async () => {
    await page.beginAndWait('wait');
    await page.provider.tell('allow');
    await ended(page.use);
    expect(page.announcements).to.deep.equal([en.pending, WAITING]);
  });

  it('is that the window is blocked; what comes of the link is read where focus goes', async () => {
    await page.beginBlocked('allow');
    await page.click('authorize-link');
    await ended(page.use);
    expect(page.announcements).to.deep.equal([en.pending, BLOCKED]);
  });

  it('is that the window looks closed; that another one opens is read where focus goes', async () => {
    await page.beginAndWait('wait');
    await page.closeWindow();
    page.clock.advance(5000);
    await page.use.settle();
    await page.click('reopen');
    await waiting(page.use);
    await page.click('cancel');
    await ended(page.use);
    expect(page.announcements.slice(0, 3)).to.deep.equal([en.pending, WAITING, CLOSED]);
    // Where a window takes its time, focus was there before.
    const rest = [[en.cancelled], [WAITING, en.cancelled]];
    expect(rest).to.deep.include(page.announcements.slice(3));
  });

  it('is that the time runs out, and that there is more', async () => {
    await page.beginAndWait('wait');
    page.clock.advance(9 * MINUTE + 1000);
    page.clock.advance(1000);
    page.clock.advance(1000);
    await page.click('keep-waiting');
    // What changes as focus comes is read by focus.
    await aTimeout(300);
    page.clock.advance(9 * MINUTE + 1000);
    await page.shown('keep-waiting');
    expect(page.announcements).to.deep.equal([en.pending, WAITING, EXPIRING, EXPIRING]);
  });

  it('is nothing of an attempt that failed, as focus goes to what is wrong', async () => {
    await page.show('deny');
    await page.begin();
    await ended(page.use);
    expect(page.use.status).to.equal('');
    expect(page.use.focused).to.equal(page.use.summary!.title);
    expect(page.announcements).to.deep.equal([en.pending, WAITING]);
  });

  it('is that the attempt was cancelled, once', async () => {
    await page.beginAndWait('hang');
    await page.click('cancel');
    await ended(page.use);
    expect(page.announcements).to.deep.equal([en.pending, WAITING, en.cancelled]);
  });
});

describe('the panel of an attempt', () => {
  it('has words that are read with it when focus comes there', async () => {
    await page.beginAndWait('wait');
    await page.closeWindow();
    await page.click('reopen');
    await waiting(page.use);
    const {activeElement} = page.use.root;
    expect(activeElement?.matches('[part~="authorizing"]')).to.be.true;
    expect(
      activeElement?.querySelector('[part="authorization-status"]')?.textContent.trim(),
    ).to.equal(WAITING);
  });

  it('has its progress hidden from who cannot see it', async () => {
    await page.beginAndWait('wait');
    expect(page.use.part('progress')!.getAttribute('aria-hidden')).to.equal('true');
  });
});
