import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {KeyslotErrorEvent} from '../../src/index.js';
import {en} from '../../src/locales/en.js';
import {click, ended, eventually, oauth, waiting} from '../support/authorization.js';
import {SignInPage} from '../support/sign-in-page.js';

let page: SignInPage;
let use: SignInPage['use'];

/** Shows it, fills in what is asked for, and presses the button. */
async function begin(...showing: Parameters<SignInPage['show']>): Promise<void> {
  await page.show(...showing);
  ({use} = page);
  await page.begin();
}

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

describe('a form that lets its user sign in', () => {
  it('says so on its button, and where', async () => {
    await page.show('allow');
    expect(page.words('submit')).to.equal('Continue to sign in');
    expect(page.words('authorization-origin')).to.equal(
      `You will sign in at ${page.provider.host}`,
    );
  });

  it('opens no window over a mistake', async () => {
    await page.show('allow');
    await page.submit();
    ({use} = page);
    expect(use.errors).to.deep.equal({'Store name': 'Enter the store name'});
    expect(use.focused).to.equal('Store name');
    expect(page.windows.opened).to.equal(0);
    expect(page.codes).to.deep.equal(['field_required']);
  });

  it('hands over one credential, with what the user granted', async () => {
    await begin('allow', {settings: {scopes: [{value: 'read', required: true}]}});
    await ended(use);
    const [first, ...others] = page.recorder.credentials;
    expect(others).to.be.empty;
    const {authorization, ...credential} = first!;
    expect(credential).to.deep.equal({
      connectorId: 'acme',
      methodId: 'sign-in',
      type: 'oauth2-authorization-code',
      values: {store: 'my-store'},
    });
    const {code, codeVerifier, state, ...rest} = authorization!;
    expect(rest).to.deep.equal({
      redirectUri: oauth.redirectUri,
      scopes: ['read'],
      issuer: page.provider.url,
    });
    expect(code).to.match(/^code-/);
    expect(codeVerifier).to.match(/^[\w-]{43}$/);
    const [request] = await page.provider.takeRequests();
    expect(Object.fromEntries(request!.searchParams)).to.include({
      client_id: 'keyslot',
      redirect_uri: oauth.redirectUri,
      response_type: 'code',
      scope: 'read',
      state,
      code_challenge_method: 'S256',
    });
  });

  it('says that all is well, and closes the window', async () => {
    await begin('allow');
    await ended(use);
    expect(use.hasState('connected')).to.be.true;
    expect(use.focused).to.match(/^Acme is connected/);
    expect(page.windows.opened).to.equal(1);
    await eventually(() => page.windows.open === 0, 'the window stays open');
  });

  it('tells the page what goes on, without a secret', async () => {
    const heard: Event[] = [];
    for (const type of ['keyslot-before-authorize', 'keyslot-authorize-state']) {
      document.body.addEventListener(type, (event) => heard.push(event), {once: true});
    }
    await begin('allow');
    await ended(use);
    const {origin} = new URL(page.provider.url);
    const told = {methodId: 'sign-in', isExpiring: false};
    expect(page.recorder.types).to.deep.equal([
      'keyslot-before-authorize',
      'keyslot-authorize-state',
      'keyslot-authorize-state',
      'keyslot-submit',
    ]);
    const texts = page.recorder.events.slice(0, 3).map((event) => JSON.stringify(event));
    expect(texts.map((text) => JSON.parse(text) as unknown)).to.deep.equal([
      {type: 'keyslot-before-authorize', methodId: 'sign-in', origin},
      {type: 'keyslot-authorize-state', ...told, status: 'waiting'},
      {type: 'keyslot-authorize-state', ...told, status: 'settled'},
    ]);
    // They leave the element and its root.
    expect(heard.map(({type}) => type)).to.deep.equal([
      'keyslot-before-authorize',
      'keyslot-authorize-state',
    ]);
    expect(heard.every(({bubbles, composed}) => bubbles && composed)).to.be.true;
  });

  it('opens one window, however often it is asked', async () => {
    await page.show('wait');
    ({use} = page);
    await use.fill({'Store name': 'my-store'});
    const submit = use.part('submit')!;
    await click(submit);
    submit.click();
    await waiting(use);
    use.field('Store name').focus();
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Enter'});
    await use.settle();
    expect(page.windows.opened).to.equal(1);
    await page.provider.tell('allow');
    await ended(use);
    expect(page.recorder.credentials).to.have.length(1);
    expect(await page.provider.takeRequests()).to.have.length(1);
  });
});

describe('a sign-in that the user declines', () => {
  beforeEach(async () => {
    await begin('deny');
    await ended(use);
  });

  it('is told in the form, where focus is, and to the page', () => {
    const words = 'You declined access, or it was refused there. You can try again.';
    expect(use.summary).to.deep.equal({title: `${words} It says: Anna said no`, links: []});
    expect(use.focused).to.equal(use.summary!.title);
    const errors = page.recorder.of(KeyslotErrorEvent);
    expect(errors.map((event) => event.toJSON())).to.deep.equal([
      {
        type: 'keyslot-error',
        code: 'access_denied',
        phase: 'provider',
        retry: 'same',
        methodId: 'sign-in',
        key: undefined,
      },
    ]);
  });

  it('loses nothing, and can be tried again', async () => {
    expect(use.values()).to.deep.equal({'Store name': 'my-store'});
    expect(page.recorder.submits).to.be.empty;
    await page.submit();
    await ended(use);
    expect(await page.provider.takeRequests()).to.have.length(2);
    expect(page.windows.opened).to.equal(2);
    expect(page.codes).to.deep.equal(['access_denied', 'access_denied']);
  });
});

describe('a sign-in that is cancelled', () => {
  beforeEach(async () => {
    await begin('hang');
    await waiting(use);
  });

  const cancelled = async () => {
    await ended(use);
    expect(use.status).to.equal(en.cancelled);
    expect(use.values()).to.deep.equal({'Store name': 'my-store'});
    expect(use.summary).to.equal(undefined);
    expect(page.codes).to.deep.equal(['flow_cancelled']);
    expect(page.statuses).to.deep.equal(['waiting', 'settled']);
    await eventually(() => page.windows.open === 0, 'the window stays open');
  };

  it('by the button, leaves focus on the button that begins it', async () => {
    await page.click('cancel');
    await cancelled();
    expect(use.focused).to.equal('Continue to sign in');
  });

  it('by the page, closes the window', async () => {
    use.element.cancelAuthorization();
    await cancelled();
  });

  it('can be begun again', async () => {
    use.element.cancelAuthorization();
    await cancelled();
    await page.submit();
    await waiting(use);
    expect(page.windows.opened).to.equal(2);
  });

  it('twice is cancelled once', async () => {
    use.element.cancelAuthorization();
    use.element.cancelAuthorization();
    await cancelled();
    use.element.cancelAuthorization();
    await use.settle();
    expect(page.codes).to.deep.equal(['flow_cancelled']);
  });
});
