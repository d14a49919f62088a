import {expect} from '@open-wc/testing';
import {KeyslotBeforeAuthorizeEvent} from '../../src/index.js';
import {click, ended, oauth, store} from '../support/authorization.js';
import {nameOf, wordsOf} from '../support/driver.js';
import {SignInPage} from '../support/sign-in-page.js';

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

const destination = () => page.words('authorization-origin');

describe('where the user will sign in', () => {
  const byStore = {authorizationUrl: 'https://{{store}}.acme.example/authorize', issuer: undefined};

  it('is the application, as long as nobody knows the address', async () => {
    await page.show('allow', {settings: byStore});
    expect(destination()).to.equal('You will sign in at Acme');
  });

  it('follows what is entered', async () => {
    await page.show('allow', {settings: byStore});
    await page.use.type('Store name', 'my');
    expect(destination()).to.equal('You will sign in at my.acme.example');
    await page.use.type('Store name', '-store');
    expect(destination()).to.equal('You will sign in at my-store.acme.example');
    await page.use.erase('Store name');
    expect(destination()).to.equal('You will sign in at Acme');
  });

  it('is no address made of what cannot be in one', async () => {
    await page.show('allow', {settings: byStore});
    await page.use.type('Store name', 'evil.example/');
    expect(destination()).to.equal('You will sign in at Acme');
  });

  it('takes in what the page provides', async () => {
    await page.show('allow', {settings: byStore});
    page.use.element.presets = {store: 'their-store'};
    await page.use.settle();
    expect(destination()).to.equal('You will sign in at their-store.acme.example');
  });

  it('is the host alone, with its port', async () => {
    await page.show('allow');
    expect(destination()).to.equal(`You will sign in at ${page.provider.host}`);
    expect(page.provider.host).to.match(/^127\.0\.0\.1:\d+$/);
  });

  it('is where the window is sent', async () => {
    await page.show('allow');
    expect(destination()).to.equal(`You will sign in at ${page.provider.host}`);
    await page.begin();
    await ended(page.use);
    const origins = page.recorder.of(KeyslotBeforeAuthorizeEvent).map(({origin}) => origin);
    expect(origins).to.deep.equal([`http://${page.provider.host}`]);
    const [request] = await page.provider.takeRequests();
    expect(request!.host).to.equal(page.provider.host);
  });

  describe('on a site of the user’s own', () => {
    beforeEach(() =>
      page.show('allow', {
        settings: {authorizationUrl: '{{site}}/authorize', issuer: undefined},
        variables: [{key: 'site', label: 'Site', type: 'url', format: 'origin', required: true}],
      }),
    );

    it('is that', async () => {
      await page.use.type('Site', 'https://shop.example:8443');
      expect(destination()).to.equal('You will sign in at shop.example:8443');
    });

    it('is in punycode, as nobody can tell some letters apart', async () => {
      await page.use.type('Site', 'https://xn--cme-6cd.example');
      expect(destination()).to.equal('You will sign in at xn--cme-6cd.example');
    });

    it('never is in letters that look like others', async () => {
      // The first letter is Cyrillic.
      await page.use.fill({Site: 'https://\u0430cme.example'});
      expect(destination()).to.equal('You will sign in at Acme');
    });
  });
});

describe('the address of the callback page', () => {
  const note = () => page.use.parts('note').map((part) => wordsOf(part));

  const showOwnClient = async (settings: object = {clientId: undefined}) => {
    await page.show('allow', {settings});
    await page.shown('note');
  };

  it('is there to copy for who brings a client, as it has to be registered', async () => {
    await showOwnClient();
    expect(note()).to.deep.equal([
      'Redirect address Enter this address in the settings of your application at Acme. Copy Redirect address',
    ]);
    const input = page.use.part('note')!.querySelector('input')!;
    expect([nameOf(input), input.value, input.readOnly]).to.deep.equal([
      'Redirect address',
      oauth.redirectUri,
      true,
    ]);
  });

  it('comes before what the definition has to say', async () => {
    await showOwnClient({clientId: undefined, notes: [{text: 'Ask an administrator'}]});
    expect(note()).to.have.length(2);
    expect(note()[0]).to.match(/^Redirect address/);
    expect(note()[1]).to.equal('Ask an administrator');
  });

  it('is nobody’s business where the page has a client', async () => {
    await page.show('allow', {variables: [store], settings: {notes: [{text: 'Hello'}]}});
    await page.shown('note');
    expect(note()).to.deep.equal(['Hello']);
  });

  it('is left out where the page has none', async () => {
    await showOwnClient({clientId: undefined, notes: [{text: 'Hello'}]});
    page.use.element.oauth = undefined;
    await page.use.settle();
    expect(note()).to.deep.equal(['Hello']);
  });

  it('is copied, which is said', async () => {
    const {clipboard} = navigator;
    const written: string[] = [];
    const writeText = (text: string) => Promise.resolve(void written.push(text));
    Object.defineProperty(navigator, 'clipboard', {value: {writeText}, configurable: true});
    try {
      await showOwnClient();
      await click(page.use.button('Copy Redirect address'));
      await page.use.settle();
    } finally {
      Object.defineProperty(navigator, 'clipboard', {value: clipboard, configurable: true});
    }
    expect(written).to.deep.equal([oauth.redirectUri]);
    expect(page.announcements).to.deep.equal(['Copied']);
  });

  it('is asked for of the provider as it is shown', async () => {
    await showOwnClient();
    await page.use.fill({'Client ID': 'the-client', 'Client secret': 'the-secret'});
    await page.begin();
    await ended(page.use);
    const [request] = await page.provider.takeRequests();
    expect(request!.searchParams.get('redirect_uri')).to.equal(oauth.redirectUri);
    expect(request!.searchParams.get('client_id')).to.equal('the-client');
  });
});
