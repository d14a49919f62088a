import {aTimeout, expect} from '@open-wc/testing';
import {ended, eventually, waiting} from '../support/authorization.js';
import {canaryScanOf} from '../support/canary.js';
import {SignInPage} from '../support/sign-in-page.js';

const SECRET = 'canary-secret';

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

/** Brings a client of the user's own, with a secret. */
async function fillIn(): Promise<void> {
  await page.use.type('Client ID', 'the-client');
  await page.use.type('Client secret', SECRET);
  await page.use.type('Store name', 'my-store');
}

describe('what is secret', () => {
  it('is nowhere but in its input and in the credential', async () => {
    await page.show('wait', {settings: {clientId: undefined}});
    await fillIn();
    await page.submit();
    await waiting(page.use);
    const {element} = page.use;
    canaryScanOf(page.recorder, [SECRET], element);
    const [request] = await page.provider.takeRequests(1);
    const state = request!.searchParams.get('state')!;
    canaryScanOf(page.recorder, [SECRET, state], element);
    await page.provider.tell('allow');
    await ended(page.use);
    await aTimeout(0);
    const [credential] = page.recorder.credentials;
    const {code, codeVerifier} = credential!.authorization!;
    expect(credential!.values).to.include({clientSecret: SECRET, clientId: 'the-client'});
    expect(request!.href).not.to.contain(SECRET);
    canaryScanOf(page.recorder, [SECRET, code!, codeVerifier!, state], element);
  });

  it('is in no error, whatever the host says to a code', async () => {
    await page.show('allow', {settings: {clientId: undefined}});
    page.respond({message: 'The application refused it'});
    await fillIn();
    await page.submit();
    await eventually(() => page.use.summary, 'nothing is said');
    const {code, codeVerifier, state} = page.recorder.credentials[0]!.authorization!;
    canaryScanOf(page.recorder, [SECRET, code!, codeVerifier!, state], page.use.element);
  });

  it('is in nothing that is told of an attempt in trouble', async () => {
    await page.show('wait', {settings: {clientId: undefined}});
    page.windows.areBlocked = true;
    await fillIn();
    await page.submit();
    await page.shown('authorize-link');
    page.clock.advance(9 * 60_000 + 1000);
    await page.shown('keep-waiting');
    canaryScanOf(page.recorder, [SECRET], page.use.element);
    page.clock.advance(60_000);
    await ended(page.use);
    expect(page.codes).to.deep.equal(['popup_blocked', 'flow_timeout']);
    canaryScanOf(page.recorder, [SECRET], page.use.element);
  });

  it('of an attempt that was cancelled is in nothing that comes of a late answer', async () => {
    await page.show('wait', {settings: {clientId: undefined}});
    await fillIn();
    await page.submit();
    await waiting(page.use);
    const [request] = await page.provider.takeRequests(1);
    const state = request!.searchParams.get('state')!;
    page.use.element.cancelAuthorization();
    await ended(page.use);
    const late = 'canary-code';
    const channel = new BroadcastChannel(`keyslot/oauth/1:${state}`);
    const told = new Promise((resolve) => (channel.onmessage = ({data}) => resolve(data)));
    const params = {code: late, state, iss: page.provider.url};
    channel.postMessage({ns: 'keyslot/oauth', v: 1, t: 'result', state, params});
    expect(await told).to.include({t: 'nack', reason: 'cancelled'});
    channel.close();
    expect(page.recorder.submits).to.be.empty;
    canaryScanOf(page.recorder, [SECRET, late, state], page.use.element);
  });
});
