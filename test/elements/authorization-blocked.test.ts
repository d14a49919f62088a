import {expect} from '@open-wc/testing';
import {KeyslotErrorEvent} from '../../src/index.js';
import {ended, eventually, store, waiting} from '../support/authorization.js';
import {nameOf, wordsOf} from '../support/driver.js';
import {SignInPage} from '../support/sign-in-page.js';

const PANEL = '[part~="authorizing"]';

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

describe('a window that the browser blocks', () => {
  it('is replaced by a link that says where it leads', async () => {
    await page.beginBlocked('allow');
    const link = page.use.part('authorize-link') as HTMLAnchorElement;
    expect(nameOf(link)).to.equal(`Continue to ${page.provider.host} (opens in a new tab)`);
    expect(link.href).to.match(new RegExp(`^${page.provider.url}/authorize\\?`));
    // The callback page may have to answer to its opener.
    expect([link.target, link.rel, link.referrerPolicy]).to.deep.equal([
      '_blank',
      'opener',
      'no-referrer',
    ]);
    expect(page.words('authorization-status')).to.equal('Your browser blocked the window.');
    expect(wordsOf(page.use.root.querySelector(PANEL)!)).to.include(
      'Allow pop-ups for this site to have it open by itself.',
    );
    expect(await page.provider.takeRequests()).to.be.empty;
  });

  it('is told to the page, once', async () => {
    await page.beginBlocked('allow');
    page.clock.advance(5000);
    await page.use.settle();
    expect(page.recorder.of(KeyslotErrorEvent).map((event) => event.toJSON())).to.deep.equal([
      {
        type: 'keyslot-error',
        code: 'popup_blocked',
        phase: 'window',
        retry: 'redirect',
        methodId: 'sign-in',
        key: undefined,
      },
    ]);
    expect(page.statuses).to.deep.equal(['blocked']);
  });

  it('is told once, also to a user who asks for more time', async () => {
    await page.beginBlocked('allow');
    page.clock.advance(9 * 60_000 + 1000);
    await page.click('keep-waiting');
    expect(page.statuses).to.deep.equal(['blocked', 'blocked', 'blocked']);
    expect(page.codes).to.deep.equal(['popup_blocked']);
  });

  it('takes nothing from the form, and focus from nobody', async () => {
    await page.beginBlocked('allow');
    expect(page.use.values()).to.deep.equal({'Store name': 'my-store'});
    expect(page.use.summary).to.equal(undefined);
    expect(page.use.errors).to.deep.equal({});
    expect(page.use.root.activeElement === page.use.part('submit')).to.be.true;
    expect(page.use.buttons).to.include('Cancel');
  });

  it('is not missed: the link leads to one credential', async () => {
    await page.beginBlocked('allow');
    await page.click('authorize-link');
    await ended(page.use);
    expect(page.recorder.credentials).to.have.length(1);
    expect(page.recorder.credentials[0]!.values).to.deep.equal({store: 'my-store'});
    expect(page.use.hasState('connected')).to.be.true;
    expect(page.use.focused).to.match(/^Acme is connected/);
    expect(page.statuses).to.deep.equal(['blocked', 'waiting', 'settled']);
    expect(page.codes).to.deep.equal(['popup_blocked']);
    expect(await page.provider.takeRequests()).to.have.length(1);
  });

  it('leaves focus with what goes on, once the link was followed', async () => {
    await page.beginBlocked('wait');
    await page.click('authorize-link');
    await eventually(() => !page.use.part('authorize-link'), 'the link stays');
    expect(page.words('authorization-status')).to.equal('Finish in the other window.');
    expect(page.use.root.activeElement?.matches(PANEL)).to.be.true;
    await page.provider.tell('allow');
    await ended(page.use);
  });

  it('can be declined behind the link, and tried again where it opens', async () => {
    await page.beginBlocked('deny');
    await page.click('authorize-link');
    await ended(page.use);
    expect(page.codes).to.deep.equal(['popup_blocked', 'access_denied']);
    expect(page.use.focused).to.equal(page.use.summary!.title);
    page.windows.areBlocked = false;
    await page.submit();
    await ended(page.use);
    expect(page.windows.opened).to.equal(1);
    expect(page.codes).to.deep.equal(['popup_blocked', 'access_denied', 'access_denied']);
  });

  it('can be given up', async () => {
    await page.beginBlocked('allow');
    await page.click('cancel');
    await ended(page.use);
    expect(page.codes).to.deep.equal(['popup_blocked', 'flow_cancelled']);
    expect(page.use.part('authorize-link')).to.equal(undefined);
    expect(page.use.focused).to.equal('Continue to sign in');
    expect(page.use.values()).to.deep.equal({'Store name': 'my-store'});
  });

  it('is no link before the page has allowed where it leads', async () => {
    page.windows.areBlocked = true;
    await page.show('allow');
    page.use.element.addEventListener('keyslot-before-authorize', (event) => {
      event.preventDefault();
    });
    await page.begin();
    await ended(page.use);
    expect(page.codes).to.deep.equal(['flow_cancelled']);
    expect(page.use.part('authorize-link')).to.equal(undefined);
  });

  it('may be blocked at the second attempt only', async () => {
    await page.beginAndWait('wait');
    await page.closeWindow();
    page.windows.areBlocked = true;
    await page.click('reopen');
    await page.shown('authorize-link');
    expect(page.codes).to.deep.equal(['popup_blocked']);
    expect(page.use.root.activeElement?.matches(PANEL)).to.be.true;
    await page.click('authorize-link');
    await waiting(page.use);
    await page.provider.tell('allow');
    await ended(page.use);
    expect(page.recorder.submits).to.have.length(1);
  });
});

describe('this tab, where a window is blocked', () => {
  const thisTab = () => page.use.buttons.includes('Continue in this tab');

  for (const mode of ['popup', undefined] as const) {
    it(`is not offered when the mode is ${mode}`, async () => {
      await page.beginBlocked('allow', {options: {mode}});
      expect(thisTab()).to.be.false;
    });
  }

  it('is offered when the mode is auto', async () => {
    await page.beginBlocked('allow', {options: {mode: 'auto'}});
    expect(thisTab()).to.be.true;
  });

  it('is not offered while a window is open', async () => {
    await page.beginAndWait('wait', {options: {mode: 'auto'}});
    expect(thisTab()).to.be.false;
  });

  const pin = {key: 'pin', label: 'PIN', secret: true, required: true};
  const withPin = async (options: object) => {
    page.windows.areBlocked = true;
    await page.show('allow', {variables: [store, pin], options: {mode: 'auto', ...options}});
    await page.use.fill({PIN: '1234'});
    await page.begin();
    await page.shown('authorize-link');
  };

  it('is not offered where a secret would be lost by it', async () => {
    await withPin({});
    expect(thisTab()).to.be.false;
  });

  it('is offered where the backend of the page has that', async () => {
    await withPin({
      prepare: ({state}: {state: string}) =>
        Promise.resolve({authorizationUrl: `${page.provider.address('allow')}&state=${state}`}),
    });
    expect(thisTab()).to.be.true;
  });
});
