import {expect} from '@open-wc/testing';
import type {OAuthOptions, PrepareContext, PreparedAuthorization} from '../../src/index.js';
import {ended, eventually, oauth, SCOPES, waiting, type Act} from '../support/authorization.js';
import {canaryScanOf} from '../support/canary.js';
import {defer, rejected} from '../support/deferred.js';
import {SignInPage} from '../support/sign-in-page.js';

let page: SignInPage;
let contexts: PrepareContext[];
let signals: AbortSignal[];

beforeEach(async () => {
  page = await SignInPage.open();
  contexts = [];
  signals = [];
});
afterEach(() => {
  page.close();
});

/** A backend of the page that is asked for addresses. */
const backend = (
  answer: (context: PrepareContext) => Promise<PreparedAuthorization>,
): Partial<OAuthOptions> => ({
  prepare(context, {signal}) {
    contexts.push(context);
    signals.push(signal);
    return answer(context);
  },
});

/** The address of a request that it has made. */
function addressFor(act: Act, {state, redirectUri}: PrepareContext): string {
  const url = new URL(page.provider.address(act));
  url.searchParams.set('state', state);
  url.searchParams.set('redirect_uri', redirectUri);
  return url.href;
}

const prepares = (act: Act) =>
  backend((context) => Promise.resolve({authorizationUrl: addressFor(act, context)}));

/** Tries a backend, whose attempt comes to nothing. */
async function fail(options: Partial<OAuthOptions>): Promise<void> {
  await page.show('allow', {options});
  await page.begin();
  await ended(page.use);
  expect(page.recorder.submits).to.be.empty;
  expect(page.use.values()).to.deep.equal({'Store name': 'my-store'});
  expect(page.use.focused).to.equal(page.use.summary?.title);
  expect(await page.provider.takeRequests()).to.be.empty;
  await eventually(() => page.windows.open === 0, 'the window stays open');
}

describe('a backend that prepares an attempt', () => {
  it('is told what it is about', async () => {
    await page.show('allow', {settings: {scopes: SCOPES}, options: prepares('allow')});
    await page.begin();
    await ended(page.use);
    expect(contexts).to.have.length(1);
    const [{state, ...context}] = contexts as [PrepareContext];
    expect(context).to.deep.equal({
      connectorId: 'acme',
      methodId: 'sign-in',
      values: {store: 'my-store'},
      scopes: ['read', 'write'],
      redirectUri: oauth.redirectUri,
    });
    expect(state).to.match(/^[\w-]{43}$/);
  });

  it('is told secrets, which are nowhere else', async () => {
    await page.show('allow', {settings: {clientId: undefined}, options: prepares('allow')});
    await page.use.type('Client ID', 'the-client');
    await page.use.type('Client secret', 'canary-secret');
    await page.begin();
    await ended(page.use);
    expect(contexts[0]!.values).to.deep.equal({
      clientId: 'the-client',
      clientSecret: 'canary-secret',
      store: 'my-store',
    });
    const [request] = await page.provider.takeRequests();
    expect(request!.href).not.to.contain('canary');
    canaryScanOf(page.recorder, ['canary-secret'], page.use.element);
  });

  it('keeps the verifier: the credential has none', async () => {
    await page.show('allow', {options: prepares('allow')});
    await page.begin();
    await ended(page.use);
    const {code, ...authorization} = page.recorder.credentials[0]!.authorization!;
    expect(code).to.match(/^code-/);
    expect(authorization).to.deep.equal({
      state: contexts[0]!.state,
      redirectUri: oauth.redirectUri,
      scopes: [],
      issuer: page.provider.url,
    });
    const [request] = await page.provider.takeRequests();
    expect([...request!.searchParams.keys()]).to.have.members(['act', 'state', 'redirect_uri']);
  });

  it('may know the issuer better than the definition, also for what is tried before it is saved', async () => {
    const issuer = page.provider.url;
    await page.show('allow', {
      verification: 'required',
      settings: {issuer: 'https://login.example.com'},
      options: backend((context) =>
        Promise.resolve({authorizationUrl: addressFor('allow', context), issuer}),
      ),
    });
    page.respond({}, {});
    await page.begin();
    await eventually(() => page.use.part('verified'), 'nothing was verified');
    await page.submit();
    await ended(page.use);
    expect(page.recorder.credentials.map(({authorization}) => authorization!.issuer)).to.deep.equal(
      [issuer, issuer],
    );
    expect(page.codes).to.be.empty;
  });

  it('may have a state of its own', async () => {
    const state = 'own-state-'.repeat(4);
    await page.show('allow', {
      options: backend((context) =>
        Promise.resolve({authorizationUrl: addressFor('allow', {...context, state}), state}),
      ),
    });
    await page.begin();
    await ended(page.use);
    expect(page.recorder.credentials[0]!.authorization).to.include({state});
  });

  it('is waited for in a window that says so', async () => {
    const answer = defer<PreparedAuthorization>();
    await page.show('wait', {options: backend(() => answer.promise)});
    await page.begin();
    await eventually(() => contexts.length, 'it is not asked');
    expect(page.words('authorization-status')).to.equal('Opening the window…');
    expect([page.use.hasState('authorizing'), page.use.hasState('pending')]).to.deep.equal([
      true,
      true,
    ]);
    expect(page.windows.open).to.equal(1);
    expect(page.statuses).to.be.empty;
    answer.resolve({authorizationUrl: addressFor('wait', contexts[0]!)});
    await waiting(page.use);
    expect(signals[0]!.aborted).to.be.false;
    await page.provider.tell('allow');
    await ended(page.use);
    expect(page.recorder.submits).to.have.length(1);
  });

  it('is asked once for each attempt', async () => {
    await page.show('deny', {options: prepares('deny')});
    await page.begin();
    await ended(page.use);
    await page.submit();
    await ended(page.use);
    expect(contexts).to.have.length(2);
    expect(contexts[0]!.state).not.to.equal(contexts[1]!.state);
  });

  it('is told that the user gave up, and its answer comes to nothing', async () => {
    const answer = defer<PreparedAuthorization>();
    await page.show('allow', {options: backend(() => answer.promise)});
    await page.begin();
    await eventually(() => contexts.length, 'it is not asked');
    await page.click('cancel');
    await ended(page.use);
    expect(signals[0]!.aborted).to.be.true;
    expect(page.codes).to.deep.equal(['flow_cancelled']);
    answer.resolve({authorizationUrl: addressFor('allow', contexts[0]!)});
    await page.use.settle();
    expect(page.statuses).to.deep.equal(['settled']);
    expect(await page.provider.takeRequests()).to.be.empty;
    await eventually(() => page.windows.open === 0, 'the window stays open');
  });

  it('makes the link in place of a window that is blocked', async () => {
    await page.beginBlocked('allow', {options: prepares('allow')});
    await page.click('authorize-link');
    await ended(page.use);
    expect(page.recorder.submits).to.have.length(1);
  });
});

describe('a backend that cannot prepare an attempt', () => {
  it('has the user told in its own words', async () => {
    await fail(backend(() => rejected({message: 'There is no store of that name.'})));
    expect(page.use.summary?.title).to.equal('There is no store of that name.');
    expect(page.codes).to.deep.equal(['prepare_failed']);
  });

  it('has what is for developers told to nobody', async () => {
    await fail(backend(() => rejected(new Error('canary-token of acme is wrong'))));
    expect(page.use.summary?.title).to.equal('The sign-in could not be prepared. Try again.');
    expect(page.codes).to.deep.equal(['prepare_failed']);
    canaryScanOf(page.recorder, ['canary-token'], page.use.element);
  });

  it('may throw', async () => {
    await fail(
      backend(() => {
        throw new TypeError('fetch is not a function');
      }),
    );
    expect(page.codes).to.deep.equal(['prepare_failed']);
  });

  const answers: readonly (readonly [what: string, answer: unknown, code: string])[] = [
    ['nothing', undefined, 'prepare_failed'],
    ['a text', 'https://acme.example/', 'prepare_failed'],
    ['no address', {}, 'authorize_url_invalid'],
    ['an address of no site', {authorizationUrl: '/authorize'}, 'authorize_url_invalid'],
    ['an address without a state', {authorizationUrl: 'https://acme.example/'}, 'state_missing'],
    [
      'a state that could be guessed',
      {authorizationUrl: 'https://acme.example/?state=1'},
      'state_missing',
    ],
    ['a script', {authorizationUrl: 'javascript:alert(1)'}, 'authorize_url_forbidden'],
    [
      'an address that is not secure',
      {authorizationUrl: 'http://acme.example/'},
      'authorize_url_forbidden',
    ],
  ];
  for (const [what, answer, code] of answers) {
    it(`as it answers with ${what} ends the attempt with ${code}`, async () => {
      await fail(backend(() => Promise.resolve(answer as PreparedAuthorization)));
      expect(page.codes).to.deep.equal([code]);
    });
  }

  it('in time has the user told so, and is told itself', async () => {
    await page.show('allow', {options: backend(() => defer<never>().promise)});
    await page.begin();
    await eventually(() => contexts.length, 'it is not asked');
    page.clock.advance(14_000);
    expect(page.statuses).to.be.empty;
    page.clock.advance(1500);
    await ended(page.use);
    expect(page.codes).to.deep.equal(['prepare_timeout']);
    expect(page.use.summary?.title).to.equal('Preparing the sign-in took too long. Try again.');
    expect(page.use.focused).to.equal(page.use.summary?.title);
    expect(signals[0]!.aborted).to.be.true;
    await eventually(() => page.windows.open === 0, 'the window stays open');
  });
});
