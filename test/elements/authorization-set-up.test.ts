import {expect} from '@open-wc/testing';
import {KeyslotBeforeAuthorizeEvent} from '../../src/index.js';
import {ended, eventually, oauth} from '../support/authorization.js';
import {SignInPage} from '../support/sign-in-page.js';

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

describe('a page', () => {
  it('can keep the window from leaving', async () => {
    await page.show('allow');
    page.use.element.addEventListener('keyslot-before-authorize', (event) => {
      expect(event).to.be.instanceOf(KeyslotBeforeAuthorizeEvent);
      event.preventDefault();
    });
    await page.begin();
    await ended(page.use);
    expect(page.codes).to.deep.equal(['flow_cancelled']);
    expect(await page.provider.takeRequests()).to.be.empty;
    await eventually(() => page.windows.open === 0, 'the window stays open');
  });

  it('may trust some origins only', async () => {
    await page.show('allow', {
      options: {allowedAuthorizationOrigins: ['https://id.example.com']},
    });
    await page.begin();
    await ended(page.use);
    expect(page.codes).to.deep.equal(['authorize_url_forbidden']);
    expect(page.use.summary?.title).to.contain('This page may not send you to that address');
    expect(await page.provider.takeRequests()).to.be.empty;
    await eventually(() => page.windows.open === 0, 'the window stays open');
  });

  it('has to allow a provider on the machine itself', async () => {
    await page.show('allow', {options: {allowLoopback: false}});
    await page.begin();
    await ended(page.use);
    expect(page.codes).to.deep.equal(['authorize_url_forbidden']);
  });
});

describe('a page that is not set up for sign-ins', () => {
  const UNAVAILABLE =
    'This page is not set up for this sign-in. Choose another way, or tell its makers.';

  const refused = async () => {
    await eventually(() => page.use.summary, 'nothing is said');
    expect(page.use.summary?.title).to.equal(UNAVAILABLE);
    expect(page.use.focused).to.equal(UNAVAILABLE);
    expect(page.codes).to.deep.equal(['authorization_unavailable']);
    expect(page.recorder.submits).to.be.empty;
    expect(page.use.values()).to.deep.equal({'Store name': 'my-store'});
    expect(page.use.hasState('pending')).to.be.false;
  };

  it('has its user told so, without a window', async () => {
    await page.show('allow');
    page.use.element.oauth = undefined;
    await page.begin();
    await refused();
    expect(page.windows.opened).to.equal(0);
  });

  it('can be set up later, and the user tries again', async () => {
    await page.show('allow');
    page.use.element.oauth = undefined;
    await page.begin();
    await refused();
    page.use.element.oauth = oauth;
    await page.submit();
    await ended(page.use);
    expect(page.recorder.submits).to.have.length(1);
    expect(page.use.summary).to.equal(undefined);
  });

  it('by an address that is none is told the same, and keeps no window open', async () => {
    await page.show('allow', {options: {redirectUri: 'callback.html'}});
    await page.begin();
    await refused();
    await eventually(() => page.windows.open === 0, 'the window stays open');
  });

  it('has its user told in this tab, where a secret would be lost by it', async () => {
    await page.show('allow', {
      variables: [
        {key: 'store', label: 'Store name', required: true},
        {key: 'pin', label: 'PIN', secret: true},
      ],
      options: {mode: 'redirect'},
    });
    await page.use.fill({PIN: '1234'});
    await page.begin();
    await eventually(() => page.use.summary, 'nothing is said');
    expect(page.codes).to.deep.equal(['authorization_unavailable']);
    expect(page.use.values()).to.deep.equal({'Store name': 'my-store', PIN: '1234'});
    expect(page.windows.opened).to.equal(0);
  });
});
