import {expect, html, oneEvent, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {
  KeyslotAuthorizeStateEvent,
  KeyslotErrorEvent,
  type Credential,
  type OAuthOptions,
} from '../../src/index.js';
import {
  oauth,
  signInAt,
  startProvider,
  store,
  Windows,
  type Act,
} from '../support/authorization.js';
import {canarySweep, secretsIn} from '../support/canary.js';
import {mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const provider = await startProvider();

let use: Driver;
let recorder: Recorder;
let windows: Windows;

/** An application whose users sign in at the provider, which does something with it. */
const shopAt = (act: Act) =>
  signInAt(
    provider,
    act,
    {
      scopes: [
        {value: 'read', required: true},
        {value: 'write', label: 'Change orders'},
      ],
    },
    [store, {key: 'pin', label: 'PIN', secret: true}],
  );

async function show(act: Act, options: Partial<OAuthOptions> = {}) {
  use = await mount(
    html`<keyslot-connect
      .connector=${shopAt(act)}
      .oauth=${{...oauth, ...options}}
    ></keyslot-connect>`,
  );
  await use.fill({'Store name': 'acme'});
  await waitUntil(() => use.part('authorization'));
}

/** With a real key, as browsers open windows for no other. */
async function press(part: string): Promise<void> {
  use.part(part)!.focus();
  await sendKeys({press: 'Enter'});
  await use.settle();
}

/** Without a key: some browsers give those to the window of the provider while it is in front. */
async function cancel(): Promise<void> {
  use.part('cancel')!.click();
  await use.settle();
}

const statuses = () => recorder.of(KeyslotAuthorizeStateEvent).map(({status}) => status);
const errors = () => recorder.of(KeyslotErrorEvent).map(({code}) => code);
const waits = (status: string) =>
  waitUntil(() => statuses().includes(status as never), status, {timeout: 4000});

beforeEach(() => {
  recorder = new Recorder();
  windows = new Windows();
});

afterEach(async () => {
  use.element.cancelAuthorization();
  windows.stop();
  recorder.stop();
  const granted = recorder.credentials.flatMap(({authorization}: Credential) =>
    authorization ? [authorization.state, authorization.code, authorization.codeVerifier] : [],
  );
  const secrets = [...secretsIn(use.element), ...granted].filter((secret) => secret !== undefined);
  await canarySweep(recorder, secrets, {elements: [use.element]});
});

describe('signing in in a window of the provider', function () {
  this.timeout(10_000);

  it('hands over one credential with what was granted', async () => {
    await show('allow');
    await press('submit');
    await waitUntil(() => use.hasState('connected'), 'it is connected', {timeout: 5000});
    const [credential, ...others] = recorder.credentials as readonly Credential[];
    expect(others).to.deep.equal([]);
    expect(credential?.values).to.deep.equal({store: 'acme'});
    const {state, code, codeVerifier, ...granted} = credential!.authorization!;
    expect(granted).to.deep.equal({
      issuer: provider.url,
      redirectUri: oauth.redirectUri,
      scopes: ['read'],
    });
    expect(code).to.match(/^code-/);
    expect(state).to.match(/^[\w-]{43}$/);
    expect(codeVerifier).to.match(/^[\w-]{43}$/);
    expect(statuses()).to.deep.equal(['waiting', 'settled']);
    await waitUntil(() => windows.open === 0, 'the window is closed');
  });

  it('says that access was declined, and loses nothing', async () => {
    await show('deny');
    await press('submit');
    await waitUntil(() => use.summary, 'it is told', {timeout: 5000});
    expect(use.summary?.title).to.match(/^You declined access/);
    expect(errors()).to.deep.equal(['access_denied']);
    expect(use.values()['Store name']).to.equal('acme');
    expect(recorder.submits).to.deep.equal([]);
  });

  it('can be cancelled, which closes the window', async () => {
    await show('hang');
    await press('submit');
    await waits('waiting');
    await cancel();
    await waitUntil(() => errors().length);
    expect(errors()).to.deep.equal(['flow_cancelled']);
    expect(use.status).to.equal('Cancelled. Nothing you entered is lost.');
    await waitUntil(() => windows.open === 0, 'the window is closed');
  });

  it('advises when the window looks closed, and begins anew', async () => {
    await show('hang');
    await press('submit');
    await waits('waiting');
    // Earlier it would look cut off by the provider.
    setTimeout(() => windows.close(), 1700);
    await waits('possibly-closed');
    await waitUntil(() => use.part('reopen')?.textContent.includes('Try again'));
    await press('reopen');
    await waitUntil(() => windows.opened === 2, 'another window opens');
    expect(errors()).to.deep.equal([]);
    await cancel();
    await waitUntil(() => errors().length);
  });

  it('goes on by a link where the window is blocked', async () => {
    windows.areBlocked = true;
    await show('allow');
    await press('submit');
    await waits('blocked');
    await waitUntil(() => use.part('authorize-link'));
    expect(errors()).to.deep.equal(['popup_blocked']);
    await press('authorize-link');
    await waitUntil(() => use.hasState('connected'), 'it is connected', {timeout: 5000});
    expect(recorder.submits).to.have.length(1);
  });
});

describe('signing in in this tab', function () {
  this.timeout(10_000);
  let frame: HTMLIFrameElement;

  const told = async () => (await oneEvent(window, 'message')) as unknown as MessageEvent<unknown>;
  const find = (selector: string) =>
    frame
      .contentDocument!.querySelector('keyslot-connect')!
      .shadowRoot!.querySelector<HTMLInputElement>(selector);

  /** Opens a page in a frame, where it has a tab of its own to leave, and enters what it asks for. */
  async function openPage(mode: 'redirect' | 'auto'): Promise<void> {
    const page = {connector: shopAt('allow'), oauth: {...oauth, mode}};
    frame = document.createElement('iframe');
    frame.src = `/test/journeys/redirect-page.html?told=${encodeURIComponent(JSON.stringify(page))}`;
    const ready = told();
    document.body.append(frame);
    expect((await ready).data).to.equal('ready');
    await waitUntil(() => find('[data-key="store"]'), 'it asks for nothing');
    find('[data-key="store"]')!.value = 'acme';
  }

  async function comeBack(leave: () => void): Promise<void> {
    const returned = told();
    leave();
    expect((await returned).data).to.equal('ready');
    const credential = (await told()).data as Credential;
    expect(credential.values).to.deep.equal({store: 'acme'});
    expect(credential.authorization?.code).to.match(/^code-/);
    expect(Object.keys(sessionStorage).filter((key) => key.startsWith('keyslot'))).to.be.empty;
  }

  beforeEach(() => show('allow'));
  afterEach(() => frame.remove());

  it('comes back with all that is no secret, and hands over one credential', async () => {
    await openPage('redirect');
    await comeBack(() => find('.submit')!.click());
  });

  it('does the same where a window is blocked and the user goes on in this tab', async () => {
    await openPage('auto');
    frame.contentWindow!.open = () => null;
    find('.submit')!.click();
    await waitUntil(() => find('[part="this-tab"]'), 'this tab is not offered');
    await comeBack(() => find('[part="this-tab"]')!.click());
  });
});
