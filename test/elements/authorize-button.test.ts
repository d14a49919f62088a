import {expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {KeyslotAuthorizeButtonElement} from '../../src/elements/authorize-button/authorize-button.js';
import {click, ended, eventually, oauth, signInAt} from '../support/authorization.js';
import {canaryScanOf} from '../support/canary.js';
import {mount, wordsOf} from '../support/driver.js';
import {SignInPage} from '../support/sign-in-page.js';

const provided = {store: 'my-store'};

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

describe('<keyslot-authorize-button>', () => {
  it('is one button, and where it leads', async () => {
    await page.showButton('allow');
    expect(page.use.buttons).to.deep.equal(['Continue to sign in']);
    expect(page.use.labels).to.be.empty;
    expect(page.use.parts('title')).to.be.empty;
    expect(page.words('authorization-origin')).to.equal(
      `You will sign in at ${page.provider.host}`,
    );
    expect(page.use.element.isDirty).to.be.false;
  });

  it('hands over one credential, with what the page provides', async () => {
    await page.showButton('allow');
    await page.submit();
    await ended(page.use);
    expect(page.recorder.types).to.deep.equal([
      'keyslot-before-authorize',
      'keyslot-authorize-state',
      'keyslot-authorize-state',
      'keyslot-submit',
    ]);
    const [first, ...others] = page.recorder.credentials;
    expect(others).to.be.empty;
    const {authorization, ...credential} = first!;
    expect(credential).to.deep.equal({
      connectorId: 'acme',
      methodId: 'sign-in',
      type: 'oauth2-authorization-code',
      values: provided,
    });
    expect(authorization!.code).to.match(/^code-/);
    expect(page.use.hasState('connected')).to.be.true;
    expect(page.use.focused).to.match(/^Acme is connected/);
    expect(page.windows.opened).to.equal(1);
    await eventually(() => page.windows.open === 0, 'the window stays open');
  });

  it('shows what the page has to say in its place', async () => {
    await page.showButton('allow', {
      content: html`<span slot="submit-label">Sign in with Acme</span>
        <p slot="success">All done</p>
        <small slot="footer">We never see your password</small>`,
    });
    expect(page.use.buttons).to.deep.equal(['Sign in with Acme']);
    expect(wordsOf(page.use.root)).to.contain('We never see your password');
    await page.submit();
    await ended(page.use);
    expect(page.words('success')).to.equal('All done');
  });

  it('reads its definition from a script within', async () => {
    const definition = JSON.stringify(signInAt(page.provider, 'allow'));
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = definition;
    const use = await mount<KeyslotAuthorizeButtonElement>(
      html`<keyslot-authorize-button .oauth=${oauth} .values=${provided}
        >${script}</keyslot-authorize-button
      >`,
    );
    expect(use.buttons).to.deep.equal(['Continue to sign in']);
  });

  it('takes focus on its button', async () => {
    await page.showButton('allow');
    page.use.element.focus();
    expect(page.use.focused).to.equal('Continue to sign in');
  });

  it('is pressed by the key Enter, and opens a window by it', async () => {
    await page.showButton('allow');
    page.use.element.focus();
    await sendKeys({press: 'Enter'});
    await eventually(() => page.recorder.submits.length, 'no credential');
    expect(page.windows.opened).to.equal(1);
  });

  it('is of one method of several, which the page names', async () => {
    const definition = signInAt(page.provider, 'allow');
    const methods = [
      {id: 'token', type: 'token', recommended: true},
      {...definition.methods[0]!, id: 'window'},
    ];
    const use = await mount<KeyslotAuthorizeButtonElement>(
      html`<keyslot-authorize-button
        method-id="window"
        .connector=${{...definition, methods}}
        .oauth=${oauth}
        .values=${provided}
      ></keyslot-authorize-button>`,
    );
    expect(use.buttons).to.deep.equal(['Continue to sign in']);
    expect(use.methods).to.be.empty;
    await click(use.part('submit')!);
    await ended(use);
    expect(page.recorder.credentials[0]!.methodId).to.equal('window');
  });

  it('does nothing while input is refused', async () => {
    await page.showButton('allow');
    page.use.element.disabled = true;
    await page.use.settle();
    await page.submit();
    page.use.element.submit();
    await page.use.settle();
    expect(page.windows.opened).to.equal(0);
    expect(page.recorder.events).to.be.empty;
  });

  it('lets scopes be chosen', async () => {
    await page.showButton('allow', {
      settings: {scopes: [{value: 'read', required: true}, {value: 'write'}]},
    });
    const [, write] = page.use.parts('scope');
    write!.querySelector('input')!.click();
    await page.submit();
    await ended(page.use);
    expect(page.recorder.credentials[0]!.authorization!.scopes).to.deep.equal(['read', 'write']);
  });
});

describe('what the page provides to <keyslot-authorize-button>', () => {
  it('may be secret, which is found nowhere', async () => {
    const presets = {clientId: 'the-client', clientSecret: 'canary-secret'};
    await page.showButton('allow', {settings: {clientId: undefined}, presets});
    expect(page.use.labels).to.be.empty;
    await page.submit();
    await ended(page.use);
    expect(page.recorder.credentials[0]!.values).to.deep.equal({...presets, ...provided});
    const [request] = await page.provider.takeRequests();
    expect(request!.href).not.to.contain('canary');
    // What the page provides is a property that anyone on it can read.
    page.use.element.presets = undefined;
    await page.use.settle();
    canaryScanOf(page.recorder, ['canary-secret'], page.use.element);
  });

  it('is missed with words, where it asks for nothing', async () => {
    await page.showButton('allow', {values: {}});
    await page.submit();
    await page.shown('summary');
    expect(page.words('summary')).to.equal('One thing needs your attention Enter the store name');
    expect(page.codes).to.deep.equal(['field_required']);
    expect(page.recorder.submits).to.be.empty;
    await eventually(() => page.windows.open === 0, 'the window stays open');
  });

  it('is missed where focus goes', async () => {
    await page.showButton('allow', {values: {}});
    await page.submit();
    await page.shown('summary');
    expect(page.use.focused).to.equal('One thing needs your attention');
  });

  it('is missed without a link to a field that is not there', async () => {
    await page.showButton('allow', {values: {}});
    await page.submit();
    await page.shown('summary');
    const links = [...page.use.part('summary')!.querySelectorAll('a')];
    const broken = links.filter(({hash}) => !page.use.root.getElementById(hash.slice(1)));
    expect(broken.map(({hash}) => hash)).to.be.empty;
  });

  it('may come later', async () => {
    await page.showButton('allow', {values: {}});
    await page.submit();
    await page.shown('summary');
    page.use.element.values = provided;
    await page.use.settle();
    await page.submit();
    await ended(page.use);
    expect(page.recorder.credentials[0]!.values).to.deep.equal(provided);
    expect(page.use.summary).to.equal(undefined);
  });
});
