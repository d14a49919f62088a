import {expect} from '@open-wc/testing';
import type {OAuthOptions} from '../../src/index.js';
import {ended, eventually, oauth, store, type Act} from '../support/authorization.js';
import {SignInPage} from '../support/sign-in-page.js';

let page: SignInPage;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  page.close();
});

/** A backend that has got temporary credentials (RFC 5849 §2.1). */
const prepare =
  (act: Act, token: string): NonNullable<OAuthOptions['prepare']> =>
  ({state, redirectUri}) => {
    const url = new URL(page.provider.address(act));
    url.searchParams.set('oauth_token', token);
    // The callback was told to the provider already; this one learns it here.
    url.searchParams.set('redirect_uri', redirectUri);
    url.searchParams.set('state', state);
    return Promise.resolve({authorizationUrl: url.href});
  };

const show = (act: Act, options: Partial<OAuthOptions>) =>
  page.show(act, {
    connector: {
      id: 'acme',
      name: 'Acme',
      methods: [
        {
          id: 'sign-in',
          type: 'oauth1',
          authorizationUrl: page.provider.address(act),
          consumerKey: 'keyslot',
          variables: [store],
        },
      ],
    },
    options,
  });

describe('a sign-in of OAuth 1.0a', () => {
  it('hands over the verifier of the temporary credentials', async () => {
    await show('allow', {prepare: prepare('allow', 'the-token')});
    await page.begin();
    await ended(page.use);
    const [credential] = page.recorder.credentials;
    const {oauthVerifier, state, ...rest} = credential!.authorization!;
    expect(credential!.type).to.equal('oauth1');
    expect(oauthVerifier).to.match(/^[\da-f]{32}$/);
    expect(state).to.match(/^[\w-]{43}$/);
    expect(rest).to.deep.equal({
      oauthToken: 'the-token',
      redirectUri: oauth.redirectUri,
      scopes: [],
    });
  });

  it('can be declined', async () => {
    await show('deny', {prepare: prepare('deny', 'the-token')});
    await page.begin();
    await ended(page.use);
    expect(page.codes).to.deep.equal(['access_denied']);
  });

  it('is refused without a backend, as nobody else can begin it', async () => {
    await show('allow', {});
    await page.begin();
    await eventually(() => page.use.summary, 'nothing is said');
    expect(page.codes).to.deep.equal(['authorization_unavailable']);
    expect(await page.provider.takeRequests()).to.be.empty;
    await eventually(() => page.windows.open === 0, 'the window stays open');
  });
});
