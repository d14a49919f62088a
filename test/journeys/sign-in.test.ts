import {expect, html, oneEvent, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {
  KeyslotAuthorizeStateEvent,
  KeyslotErrorEvent,
  type Credential,
  type OAuthOptions,
} from '../../src/index.js';
import {mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';
import {oauth, provider, signInAt} from '../support/sign-in.js';

const realOpen = window.open.bind(window);

let use: Driver;
let recorder: Recorder;
let opened: (Window | null)[];

async function show(path: Parameters<typeof signInAt>[0], options: Partial<OAuthOptions> = {}) {
  use = await mount(
    html`<keyslot-connect
      .connector=${signInAt(path)}
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

const statuses = () => recorder.of(KeyslotAuthorizeStateEvent).map(({status}) => status);
const errors = () => recorder.of(KeyslotErrorEvent).map(({code}) => code);
const waits = (status: string) =>
  waitUntil(() => statuses().includes(status as never), status, {timeout: 4000});

beforeEach(() => {
  recorder = new Recorder();
  opened = [];
  window.open = (...where) => {
    const window = realOpen(...where);
    opened.push(window);
    return window;
  };
});

afterEach(() => {
  use.element.cancelAuthorization();
  for (const window of opened) window?.close();
  window.open = realOpen;
  recorder.stop();
});

describe('signing in in a window of the provider', function () {
  this.timeout(10_000);

  it('hands over one credential with what was granted', async () => {
    await show('/allow');
    await press('submit');
    await waitUntil(() => use.hasState('connected'), 'it is connected', {timeout: 5000});
    const [credential, ...others] = recorder.credentials as readonly Credential[];
    expect(others).to.deep.equal([]);
    expect(credential?.values).to.deep.equal({store: 'acme'});
    const {state, codeVerifier, ...granted} = credential!.authorization!;
    expect(granted).to.deep.equal({
      code: 'granted',
      issuer: provider,
      redirectUri: oauth.redirectUri,
      scopes: ['read'],
    });
    expect(state).to.match(/^[\w-]{43}$/);
    expect(codeVerifier).to.match(/^[\w-]{43}$/);
    expect(statuses()).to.deep.equal(['waiting', 'settled']);
    await waitUntil(() => opened[0]?.closed, 'the window is closed');
  });

  it('says that access was declined, and loses nothing', async () => {
    await show('/deny');
    await press('submit');
    await waitUntil(() => use.summary, 'it is told', {timeout: 5000});
    expect(use.summary?.title).to.match(/^You declined access/);
    expect(errors()).to.deep.equal(['access_denied']);
    expect(use.values()['Store name']).to.equal('acme');
    expect(recorder.submits).to.deep.equal([]);
  });

  it('can be cancelled, which closes the window', async () => {
    await show('/wait');
    await press('submit');
    await waits('waiting');
    await press('cancel');
    await waitUntil(() => errors().length);
    expect(errors()).to.deep.equal(['flow_cancelled']);
    expect(use.status).to.equal('Cancelled. Nothing you entered is lost.');
    await waitUntil(() => opened[0]?.closed, 'the window is closed');
  });

  it('advises when the window looks closed, and begins anew', async () => {
    await show('/wait');
    await press('submit');
    await waits('waiting');
    // Earlier it would look cut off by the provider.
    setTimeout(() => opened[0]?.close(), 1700);
    await waits('possibly-closed');
    await waitUntil(() => use.part('reopen')?.textContent.includes('Try again'));
    await press('reopen');
    await waitUntil(() => opened.length === 2, 'another window opens');
    expect(errors()).to.deep.equal([]);
    await press('cancel');
    await waitUntil(() => errors().length);
  });

  it('goes on by a link where the window is blocked', async () => {
    window.open = () => null;
    await show('/allow');
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

  beforeEach(async () => {
    await show('/allow');
    frame = document.createElement('iframe');
    frame.src = '/test/journeys/redirect-page.html';
    const ready = told();
    document.body.append(frame);
    expect((await ready).data).to.equal('ready');
  });

  afterEach(() => {
    frame.remove();
  });

  it('comes back with all that is no secret, and hands over one credential', async () => {
    const element = frame.contentDocument!.querySelector('keyslot-connect')!;
    const input = (key: string) =>
      element.shadowRoot!.querySelector<HTMLInputElement>(`[data-key="${key}"]`)!;
    await waitUntil(() => input('store'));
    input('store').value = 'acme';
    const returned = told();
    element.submit();
    expect((await returned).data).to.equal('ready');
    const credential = (await told()).data as Credential;
    expect(credential.values).to.deep.equal({store: 'acme'});
    expect(credential.authorization?.code).to.equal('granted');
    expect(Object.keys(sessionStorage).filter((key) => key.startsWith('keyslot'))).to.be.empty;
  });
});
