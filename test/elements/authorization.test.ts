import {aTimeout, expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {
  en,
  KeyslotAuthorizeStateEvent,
  KeyslotBeforeAuthorizeEvent,
  KeyslotErrorEvent,
  type OAuthOptions,
} from '../../src/index.js';
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
} from '../support/authorization.js';
import {canaryScanOf} from '../support/canary.js';
import {mount, wordsOf, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const provider = await startProvider();

let use: Driver;
let recorder: Recorder;
let windows: Windows;

async function show(
  act: Act,
  settings: object = {},
  options: OAuthOptions | null = oauth,
): Promise<void> {
  use = await mount(
    html`<keyslot-connect
      .connector=${signInAt(provider, act, settings)}
      .oauth=${options ?? undefined}
    ></keyslot-connect>`,
  );
}

/** Fills in what is asked for, and presses the button. */
async function begin(): Promise<void> {
  await use.fill({'Store name': 'my-store'});
  await click(use.part('submit')!);
}

const codes = () => recorder.of(KeyslotErrorEvent).map(({code}) => code);
const statuses = () => recorder.of(KeyslotAuthorizeStateEvent).map(({status}) => status);

beforeEach(async () => {
  await provider.takeRequests();
  recorder = new Recorder();
  windows = new Windows();
});
afterEach(() => {
  recorder.stop();
  windows.stop();
});

describe('a form that lets its user sign in', () => {
  it('says so on its button, and where', async () => {
    await show('allow');
    expect(wordsOf(use.part('submit')!)).to.equal('Continue to sign in');
    const {host} = new URL(provider.url);
    expect(wordsOf(use.part('authorization-origin')!)).to.equal(`You will sign in at ${host}`);
  });

  it('opens no window over a mistake', async () => {
    await show('allow');
    await click(use.part('submit')!);
    await use.settle();
    expect(use.errors).to.deep.equal({'Store name': 'Enter the store name'});
    expect(use.focused).to.equal('Store name');
    expect(windows.opened).to.equal(0);
    expect(codes()).to.deep.equal(['field_required']);
  });

  it('hands over one credential, with what the user granted', async () => {
    await show('allow', {scopes: [{value: 'read', required: true}]});
    await begin();
    await ended(use);
    expect(recorder.credentials).to.have.length(1);
    const [{authorization, ...credential}] = recorder.credentials as [
      (typeof recorder.credentials)[0],
    ];
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
      issuer: provider.url,
    });
    expect(code).to.match(/^code-/);
    expect(codeVerifier).to.match(/^[\w-]{43}$/);
    const [request] = await provider.takeRequests();
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
    await show('allow');
    await begin();
    await ended(use);
    expect(use.hasState('connected')).to.be.true;
    expect(use.focused).to.match(/^Acme is connected/);
    expect(windows.opened).to.equal(1);
    await eventually(() => windows.open === 0, 'the window stays open');
  });

  it('tells the page what goes on, without a secret', async () => {
    await show('allow');
    const heard: Event[] = [];
    for (const type of ['keyslot-before-authorize', 'keyslot-authorize-state']) {
      document.body.addEventListener(type, (event) => heard.push(event), {once: true});
    }
    await begin();
    await ended(use);
    const origin = provider.url;
    const told = {methodId: 'sign-in', isExpiring: false};
    expect(recorder.types).to.deep.equal([
      'keyslot-before-authorize',
      'keyslot-authorize-state',
      'keyslot-authorize-state',
      'keyslot-submit',
    ]);
    const texts = recorder.events.slice(0, 3).map((event) => JSON.stringify(event));
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

  it('says what goes on to those who cannot see it, once each', async () => {
    await show('wait');
    const said: string[] = [];
    const region = use.root.querySelector('[role="status"]')!;
    const observer = new MutationObserver(() => said.push(use.status));
    observer.observe(region, {childList: true, characterData: true, subtree: true});
    await begin();
    await waiting(use);
    await provider.tell('allow');
    await ended(use);
    observer.disconnect();
    expect(said.filter((words, index) => words && words !== said[index - 1])).to.deep.equal([
      en.pending,
      'Finish in the other window.',
    ]);
  });

  it('opens one window, however often it is asked', async () => {
    await show('wait');
    await use.fill({'Store name': 'my-store'});
    const submit = use.part('submit')!;
    await Promise.all([click(submit), click(submit)]);
    await waiting(use);
    use.field('Store name').focus();
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Enter'});
    await use.settle();
    expect(windows.opened).to.equal(1);
    await provider.tell('allow');
    await ended(use);
    expect(recorder.credentials).to.have.length(1);
    expect(await provider.takeRequests()).to.have.length(1);
  });

  it('is found by axe to be in order while the user is away', async () => {
    await show('wait');
    await begin();
    await waiting(use);
    await expect(use.element).to.be.accessible();
  });
});

describe('a sign-in that the user declines', () => {
  beforeEach(async () => {
    await show('deny');
    await begin();
    await ended(use);
  });

  it('is told in the form, where focus is, and to the page', () => {
    const words = 'You declined access, or it was refused there. You can try again.';
    expect(use.summary).to.deep.equal({title: `${words} It says: Anna said no`, links: []});
    expect(use.focused).to.equal(use.summary!.title);
    expect(recorder.of(KeyslotErrorEvent).map((event) => event.toJSON())).to.deep.equal([
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
    expect(recorder.submits).to.be.empty;
    await click(use.part('submit')!);
    await ended(use);
    expect(await provider.takeRequests()).to.have.length(2);
    expect(windows.opened).to.equal(2);
    expect(codes()).to.deep.equal(['access_denied', 'access_denied']);
  });
});

describe('a sign-in that is cancelled', () => {
  beforeEach(async () => {
    await show('hang');
    await begin();
    await waiting(use);
  });

  const cancelled = async () => {
    await ended(use);
    expect(use.status).to.equal(en.cancelled);
    expect(use.values()).to.deep.equal({'Store name': 'my-store'});
    expect(use.summary).to.equal(undefined);
    expect(codes()).to.deep.equal(['flow_cancelled']);
    expect(statuses()).to.deep.equal(['waiting', 'settled']);
    await eventually(() => windows.open === 0, 'the window stays open');
  };

  it('by the button, leaves focus on the button that begins it', async () => {
    await click(use.part('cancel')!);
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
    await click(use.part('submit')!);
    await waiting(use);
    expect(windows.opened).to.equal(2);
  });

  it('twice is cancelled once', async () => {
    use.element.cancelAuthorization();
    use.element.cancelAuthorization();
    await cancelled();
    use.element.cancelAuthorization();
    await use.settle();
    expect(codes()).to.deep.equal(['flow_cancelled']);
  });
});

describe('a page', () => {
  it('can keep the window from leaving', async () => {
    await show('allow');
    use.element.addEventListener('keyslot-before-authorize', (event) => {
      expect(event).to.be.instanceOf(KeyslotBeforeAuthorizeEvent);
      event.preventDefault();
    });
    await begin();
    await ended(use);
    expect(codes()).to.deep.equal(['flow_cancelled']);
    expect(await provider.takeRequests()).to.be.empty;
    await eventually(() => windows.open === 0, 'the window stays open');
  });

  it('that is not set up for it has the user told so, without a window', async () => {
    await show('allow', {}, null);
    await begin();
    await eventually(() => use.summary, 'nothing is said');
    expect(use.summary?.title).to.equal(
      'This page is not set up for this sign-in. Choose another way, or tell its makers.',
    );
    expect(codes()).to.deep.equal(['authorization_unavailable']);
    expect(windows.opened).to.equal(0);
  });

  it('may trust some origins only', async () => {
    await show('allow', {}, {...oauth, allowedAuthorizationOrigins: ['https://id.example.com']});
    await begin();
    await ended(use);
    expect(codes()).to.deep.equal(['authorize_url_forbidden']);
    expect(use.summary?.title).to.contain('This page may not send you to that address');
    await eventually(() => windows.open === 0, 'the window stays open');
  });
});

describe('what is secret', () => {
  it('is nowhere but in its input and in the credential', async () => {
    await show('wait', {clientId: undefined});
    await use.type('Client ID', 'the-client');
    await use.type('Client secret', 'canary-secret');
    await use.type('Store name', 'my-store');
    await click(use.part('submit')!);
    await waiting(use);
    canaryScanOf(recorder, ['canary-secret'], use.element);
    const [request] = await provider.takeRequests();
    const state = request!.searchParams.get('state')!;
    await provider.tell('allow');
    await ended(use);
    await aTimeout(0);
    const [credential] = recorder.credentials;
    const {code, codeVerifier} = credential!.authorization!;
    expect(credential!.values).to.include({clientSecret: 'canary-secret', clientId: 'the-client'});
    expect(request!.href).not.to.contain('canary-secret');
    canaryScanOf(recorder, ['canary-secret', code!, codeVerifier!, state], use.element);
  });
});
