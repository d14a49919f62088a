import {expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {en, KeyslotErrorEvent} from '../../src/index.js';
import type {KeyslotAuthorizeButtonElement} from '../../src/elements/authorize-button/authorize-button.js';
import {
  click,
  ended,
  eventually,
  oauth,
  signInAt,
  startProvider,
  waiting,
  Windows,
  type Act,
  type Provider,
} from '../support/authorization.js';
import {canaryScanOf} from '../support/canary.js';
import {rejected} from '../support/deferred.js';
import {mount, wordsOf, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

let use: Driver<KeyslotAuthorizeButtonElement>;
let provider: Provider;
let recorder: Recorder;
let windows: Windows;

interface Showing {
  readonly settings?: object;
  readonly values?: object | undefined;
  readonly presets?: object;
  readonly content?: unknown;
}

const provided = {store: 'my-store'};

async function show(
  act: Act,
  {settings, values = provided, presets, content}: Showing = {},
): Promise<void> {
  use = await mount<KeyslotAuthorizeButtonElement>(
    html`<keyslot-authorize-button
      .connector=${signInAt(provider, act, settings)}
      .oauth=${oauth}
      .values=${values}
      .presets=${presets}
      >${content}</keyslot-authorize-button
    >`,
  );
  await eventually(() => use.part('authorization'), 'what runs windows is not loaded');
}

const press = () => click(use.part('submit')!);
const codes = () => recorder.of(KeyslotErrorEvent).map(({code}) => code);
const summary = () => eventually(() => use.summary, 'nothing is said');

beforeEach(async () => {
  provider = await startProvider();
  recorder = new Recorder();
  windows = new Windows();
});
afterEach(() => {
  recorder.stop();
  windows.stop();
});

describe('<keyslot-authorize-button>', () => {
  it('is one button, and where it leads', async () => {
    await show('allow');
    expect(use.buttons).to.deep.equal(['Continue to sign in']);
    expect(use.labels).to.be.empty;
    expect(use.parts('title')).to.be.empty;
    expect(wordsOf(use.part('authorization-origin')!)).to.equal(
      `You will sign in at ${provider.host}`,
    );
    expect(use.element.isDirty).to.be.false;
  });

  it('hands over one credential, with what the page provides', async () => {
    await show('allow');
    await press();
    await ended(use);
    expect(recorder.types).to.deep.equal([
      'keyslot-before-authorize',
      'keyslot-authorize-state',
      'keyslot-authorize-state',
      'keyslot-submit',
    ]);
    const [{authorization, ...credential}] = recorder.credentials as [
      (typeof recorder.credentials)[0],
    ];
    expect(credential).to.deep.equal({
      connectorId: 'acme',
      methodId: 'sign-in',
      type: 'oauth2-authorization-code',
      values: provided,
    });
    expect(authorization!.code).to.match(/^code-/);
    expect(use.hasState('connected')).to.be.true;
    expect(use.focused).to.match(/^Acme is connected/);
    expect(windows.opened).to.equal(1);
    await eventually(() => windows.open === 0, 'the window stays open');
  });

  it('shows what the page has to say in its place', async () => {
    await show('allow', {
      content: html`<span slot="submit-label">Sign in with Acme</span>
        <p slot="success">All done</p>
        <small slot="footer">We never see your password</small>`,
    });
    expect(use.buttons).to.deep.equal(['Sign in with Acme']);
    expect(wordsOf(use.root)).to.contain('We never see your password');
    await press();
    await ended(use);
    expect(wordsOf(use.part('success')!)).to.equal('All done');
  });

  it('reads its definition from a script within', async () => {
    const definition = JSON.stringify(signInAt(provider, 'allow'));
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = definition;
    use = await mount<KeyslotAuthorizeButtonElement>(
      html`<keyslot-authorize-button .oauth=${oauth} .values=${provided}
        >${script}</keyslot-authorize-button
      >`,
    );
    expect(use.buttons).to.deep.equal(['Continue to sign in']);
  });

  it('takes focus on its button', async () => {
    await show('allow');
    use.element.focus();
    expect(use.focused).to.equal('Continue to sign in');
  });

  it('is pressed by the key Enter, and opens a window by it', async () => {
    await show('allow');
    use.element.focus();
    await sendKeys({press: 'Enter'});
    await eventually(() => recorder.submits.length, 'no credential');
    expect(windows.opened).to.equal(1);
  });

  it('is of one method of several, which the page names', async () => {
    const definition = signInAt(provider, 'allow');
    const methods = [
      {id: 'token', type: 'token', recommended: true},
      {...definition.methods[0]!, id: 'window'},
    ];
    use = await mount<KeyslotAuthorizeButtonElement>(
      html`<keyslot-authorize-button
        method-id="window"
        .connector=${{...definition, methods}}
        .oauth=${oauth}
        .values=${provided}
      ></keyslot-authorize-button>`,
    );
    expect(use.buttons).to.deep.equal(['Continue to sign in']);
    expect(use.methods).to.be.empty;
    await press();
    await ended(use);
    expect(recorder.credentials[0]!.methodId).to.equal('window');
  });

  it('does nothing while input is refused', async () => {
    await show('allow');
    use.element.disabled = true;
    await use.settle();
    await press();
    use.element.submit();
    await use.settle();
    expect(windows.opened).to.equal(0);
    expect(recorder.events).to.be.empty;
  });

  it('lets scopes be chosen', async () => {
    await show('allow', {settings: {scopes: [{value: 'read', required: true}, {value: 'write'}]}});
    const [, write] = use.parts('scope');
    write!.querySelector('input')!.click();
    await press();
    await ended(use);
    expect(recorder.credentials[0]!.authorization!.scopes).to.deep.equal(['read', 'write']);
  });
});

describe('what the page provides to <keyslot-authorize-button>', () => {
  it('may be secret, which is found nowhere', async () => {
    const presets = {clientId: 'the-client', clientSecret: 'canary-secret'};
    await show('allow', {settings: {clientId: undefined}, presets});
    expect(use.labels).to.be.empty;
    await press();
    await ended(use);
    expect(recorder.credentials[0]!.values).to.deep.equal({...presets, ...provided});
    const [request] = await provider.takeRequests();
    expect(request!.href).not.to.contain('canary');
  });

  it('is missed with words, where it asks for nothing', async () => {
    await show('allow', {values: {}});
    await press();
    await summary();
    expect(wordsOf(use.part('summary')!)).to.equal(
      'One thing needs your attention Enter the store name',
    );
    expect(codes()).to.deep.equal(['field_required']);
    expect(recorder.submits).to.be.empty;
    await eventually(() => windows.open === 0, 'the window stays open');
  });

  it('is missed where focus goes', async () => {
    await show('allow', {values: {}});
    await press();
    await summary();
    expect(use.focused).to.equal('One thing needs your attention');
  });

  it('is missed without a link to a field that is not there', async () => {
    await show('allow', {values: {}});
    await press();
    await summary();
    const links = [...use.part('summary')!.querySelectorAll('a')];
    const broken = links.filter(({hash}) => !use.root.getElementById(hash.slice(1)));
    expect(broken.map(({hash}) => hash)).to.be.empty;
  });

  it('may come later', async () => {
    await show('allow', {values: {}});
    await press();
    await summary();
    use.element.values = provided;
    await use.settle();
    await press();
    await ended(use);
    expect(recorder.credentials[0]!.values).to.deep.equal(provided);
    expect(use.summary).to.equal(undefined);
  });
});

describe('an attempt of <keyslot-authorize-button>', () => {
  it('can be cancelled, by the user and by the page', async () => {
    await show('hang');
    await press();
    await waiting(use);
    expect(use.buttons).to.include.members(['Show the window', 'Cancel']);
    await click(use.part('cancel')!);
    await ended(use);
    expect(use.status).to.equal(en.cancelled);
    expect(use.focused).to.equal('Continue to sign in');
    await press();
    await waiting(use);
    use.element.cancelAuthorization();
    await ended(use);
    expect(codes()).to.deep.equal(['flow_cancelled', 'flow_cancelled']);
    await eventually(() => windows.open === 0, 'a window stays open');
  });

  it('may be declined, and tried again', async () => {
    await show('deny');
    await press();
    await ended(use);
    expect(use.summary?.title).to.match(/^You declined access/);
    expect(use.focused).to.equal(use.summary?.title);
    await press();
    await ended(use);
    expect(codes()).to.deep.equal(['access_denied', 'access_denied']);
    expect(windows.opened).to.equal(2);
  });

  it('goes on by a link where the window is blocked', async () => {
    windows.areBlocked = true;
    await show('allow');
    await press();
    await eventually(() => use.part('authorize-link'), 'no link shows');
    await click(use.part('authorize-link')!);
    await ended(use);
    expect(recorder.submits).to.have.length(1);
    expect(codes()).to.deep.equal(['popup_blocked']);
  });

  it('is begun again once the page refused what was granted', async () => {
    await show('allow');
    use.onSubmit((event) => {
      const isFirst = recorder.submits.length === 1;
      event.respondWith(
        isFirst
          ? rejected({fields: {store: 'There is no such store'}})
          : Promise.resolve({account: 'anna'}),
      );
    });
    await press();
    await summary();
    expect(wordsOf(use.part('summary')!)).to.contain('There is no such store');
    await press();
    await ended(use);
    expect(recorder.submits).to.have.length(2);
    expect(windows.opened).to.equal(2);
    expect(wordsOf(use.part('success')!)).to.contain('Signed in as anna');
  });

  it('leaves nothing of it on the page', async () => {
    await show('allow');
    await press();
    await ended(use);
    const {code, codeVerifier, state} = recorder.credentials[0]!.authorization!;
    canaryScanOf(recorder, [code!, codeVerifier!, state], use.element);
  });
});

describe('<keyslot-authorize-button> is in order', () => {
  it('before, during and after an attempt', async () => {
    await show('wait');
    await expect(use.element).to.be.accessible();
    await press();
    await waiting(use);
    await expect(use.element).to.be.accessible();
    await provider.tell('allow');
    await ended(use);
    await expect(use.element).to.be.accessible();
  });

  it('where something is missing', async () => {
    await show('allow', {values: {}});
    await press();
    await summary();
    await expect(use.element).to.be.accessible();
  });
});
