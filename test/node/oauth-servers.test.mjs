import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createHash, createHmac, randomBytes} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import OAuth from 'oauth-1.0a';
import {startOAuth1Provider} from '../../demo/providers/oauth1-provider.mjs';
import {startOAuth2Provider} from '../../demo/providers/oauth2-provider.mjs';
import {resolveRequest} from '../../dist/core.js';
import {createOAuth1ThreeLegged} from '../../examples/server/oauth1-three-legged.mjs';
import {createOAuthBuilt} from '../../examples/server/oauth-built.mjs';
import {createOAuthPrepared} from '../../examples/server/oauth-prepared.mjs';
import {createVisitor} from '../support/visitor.mjs';

// Nothing listens there: the visitor stops where redirects leave the provider.
const redirectUri = 'http://127.0.0.1:9/callback.html';
const random = () => randomBytes(32).toString('base64url');
const challengeOf = (verifier) => createHash('sha256').update(verifier).digest('base64url');
const ids = {connectorId: 'acme', methodId: 'window'};

/** What a page does with the answer that the provider sent the user back with. */
const authorizationOf = ({searchParams}, more) => ({
  code: searchParams.get('code'),
  state: searchParams.get('state'),
  issuer: searchParams.get('iss'),
  redirectUri,
  ...more,
});

/** Sends requests, and keeps them. */
function createRecorder() {
  const sent = [];
  return {
    sent,
    send: (url, init) => {
      sent.push([url, init]);
      return fetch(url, init);
    },
  };
}

const clients = [
  {
    client_id: 'public',
    client_name: 'Tom & Jerry’s shop',
    redirect_uris: [redirectUri],
    token_endpoint_auth_method: 'none',
  },
  {
    client_id: 'post',
    client_secret: 'secret of post',
    redirect_uris: [redirectUri],
    token_endpoint_auth_method: 'client_secret_post',
  },
  {
    client_id: 'basic',
    client_secret: 's e:c+r/e=t',
    redirect_uris: [redirectUri],
    token_endpoint_auth_method: 'client_secret_basic',
  },
];

describe('the OAuth 2 provider', () => {
  let provider;

  before(async () => {
    provider = await startOAuth2Provider({issuerHost: 'idp.localhost', clients});
  });

  after(() => provider.close());

  /** The address that Keyslot would build. `undefined` leaves a parameter out. */
  function authorizationUrl(changed = {}) {
    const url = new URL(provider.authorizationUrl);
    for (const [name, value] of Object.entries({
      response_type: 'code',
      client_id: 'public',
      redirect_uri: redirectUri,
      scope: 'orders:read',
      state: random(),
      code_challenge: challengeOf(random()),
      code_challenge_method: 'S256',
      ...changed,
    })) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    return url.href;
  }

  async function signIn(address, visitor = createVisitor()) {
    return visitor.press(await visitor.visit(address), 'Sign in', {username: 'anna@example.com'});
  }

  /** Signs in and presses a button of the consent page. */
  async function decide(address, decision = 'Allow') {
    const visitor = createVisitor();
    const {left} = await visitor.press(await signIn(address, visitor), decision);
    return left;
  }

  const account = async (accessToken) => {
    const answer = await fetch(provider.accountUrl, {
      headers: {authorization: `Bearer ${accessToken}`},
    });
    return {status: answer.status, ...(await answer.json())};
  };

  const client = (clientId, more) => ({
    authorizationUrl: provider.authorizationUrl,
    tokenUrl: provider.tokenUrl,
    issuer: provider.issuer,
    clientId,
    clientSecret: clients.find(({client_id: id}) => id === clientId).client_secret,
    ...more,
  });

  describe('by itself', () => {
    it('is called by the host name that it was given', async () => {
      assert.equal(provider.issuer, provider.url.replace('127.0.0.1', 'idp.localhost'));
      const answer = await fetch(`${provider.url}/.well-known/openid-configuration`);
      assert.equal((await answer.json()).issuer, provider.issuer);
    });

    it('says which application asks for what', async () => {
      const {html} = await signIn(authorizationUrl({scope: 'openid orders:read customers:read'}));
      assert.match(html, /<h1>Allow Tom &#38; Jerry’s shop to use your account\?<\/h1>/);
      assert.match(html, /anna@example\.com/);
      assert.deepEqual(
        [...html.matchAll(/<code>([^<]*)/g)].map(([, scope]) => scope),
        ['openid', 'orders:read', 'customers:read'],
      );
    });

    it('asks again for a user name that is missing', async () => {
      const visitor = createVisitor();
      const page = await visitor.visit(authorizationUrl());
      const {html} = await visitor.press(page, 'Sign in');
      assert.match(html, /<h1>Sign in<\/h1>/);
    });

    it('asks for consent each time, and for the user once', async () => {
      const visitor = createVisitor();
      await visitor.press(await signIn(authorizationUrl(), visitor), 'Allow');
      const page = await visitor.visit(authorizationUrl());
      const {left} = await visitor.press(page, 'Deny');
      assert.equal(left.searchParams.get('error'), 'access_denied');
    });

    it('sends the user back with what it answers, and who it is', async () => {
      const left = await decide(authorizationUrl({state: 'the state of this attempt'}));
      assert.equal(left.origin + left.pathname, redirectUri);
      assert.deepEqual([...left.searchParams.keys()].toSorted(), ['code', 'iss', 'state']);
      assert.equal(left.searchParams.get('iss'), provider.issuer);
      assert.equal(left.searchParams.get('state'), 'the state of this attempt');
    });

    it('sends the user back who denies access', async () => {
      const {searchParams} = await decide(authorizationUrl({state: 'the state'}), 'Deny');
      assert.equal(searchParams.get('error'), 'access_denied');
      assert.equal(searchParams.get('state'), 'the state');
      assert.equal(searchParams.get('iss'), provider.issuer);
      assert.equal(searchParams.get('code'), null);
    });

    for (const [name, changed] of Object.entries({
      'no challenge': {code_challenge: undefined, code_challenge_method: undefined},
      'a plain challenge': {code_challenge_method: 'plain'},
    })) {
      for (const clientId of ['public', 'basic']) {
        it(`refuses ${name} of a client that is ${clientId}`, async () => {
          const visitor = createVisitor();
          const url = authorizationUrl({client_id: clientId, ...changed});
          const {left} = await visitor.visit(url);
          assert.equal(left.searchParams.get('error'), 'invalid_request');
          assert.equal(left.searchParams.get('iss'), provider.issuer);
        });
      }
    }

    for (const [name, changed] of Object.entries({
      'a client that it does not know': {client_id: 'other'},
      'an address that is not registered': {redirect_uri: `${redirectUri}?a=b`},
      'another port of an address': {redirect_uri: redirectUri.replace(':9/', ':10/')},
    })) {
      it(`sends the user nowhere for ${name}`, async () => {
        const {status, html} = await createVisitor().visit(authorizationUrl(changed));
        assert.equal(status, 400);
        assert.match(html, /<p id="problem">invalid_(client|redirect_uri)/);
      });
    }

    it('says when a sign-in has expired', async () => {
      const {status, html} = await createVisitor().visit(`${provider.url}/interaction/unknown`);
      assert.equal(status, 400);
      assert.match(html, /This sign-in has expired/);
    });

    it('knows no account of a token that it did not issue', async () => {
      assert.deepEqual(await account('unknown'), {status: 401});
      assert.equal((await fetch(provider.accountUrl)).status, 401);
    });

    it('adds the headers that it is told to each answer', async () => {
      const name = 'cross-origin-opener-policy';
      provider.setHeaders({[name]: 'same-origin'});
      const visitor = createVisitor();
      const page = await visitor.visit(authorizationUrl());
      const redirect = await fetch(authorizationUrl().replace('idp.localhost', '127.0.0.1'), {
        redirect: 'manual',
      });
      const refusal = await fetch(provider.tokenUrl, {method: 'POST'});
      assert.equal(redirect.status, 303);
      assert.equal(refusal.status, 400);
      assert.equal(page.headers[name], 'same-origin');
      for (const {headers} of [redirect, refusal]) assert.equal(headers.get(name), 'same-origin');
      provider.setHeaders({});
      assert.equal((await fetch(provider.accountUrl)).headers.get(name), null);
    });

    it('remembers which requests it got, without what is secret in them', async () => {
      provider.requests.length = 0;
      await createVisitor().visit(authorizationUrl({client_id: 'other'}));
      await fetch(provider.tokenUrl, {method: 'POST'});
      assert.deepEqual(provider.requests, [
        {method: 'GET', path: '/auth'},
        {method: 'POST', path: '/token'},
      ]);
    });

    it('leaves its neighbour’s cookies alone', async () => {
      const other = await startOAuth2Provider({issuerHost: 'idp.localhost', clients});
      try {
        const visitor = createVisitor();
        const page = await signIn(authorizationUrl(), visitor);
        const address = authorizationUrl().replace(provider.issuer, other.issuer);
        await visitor.press(await signIn(address, visitor), 'Allow');
        const {left} = await visitor.press(page, 'Allow');
        assert.equal(left.searchParams.get('iss'), provider.issuer);
      } finally {
        await other.close();
      }
    });
  });

  for (const [clientId, clientAuthentication] of [['post', 'post'], ['basic']]) {
    describe(`with a backend that prepares, and proves itself by ${clientId}`, () => {
      const recorder = createRecorder();
      let time = 0;
      const {prepare, exchange} = createOAuthPrepared({
        findClient: () => client(clientId, {clientAuthentication}),
        send: recorder.send,
        now: () => time,
      });
      const begin = (scopes = ['openid', 'orders:read']) =>
        prepare({...ids, values: {}, scopes, redirectUri});
      const grant = async (more, scopes) =>
        authorizationOf(await decide((await begin(scopes)).authorizationUrl), more);
      const refused = (authorization, code, more) =>
        assert.rejects(exchange({...ids, values: {}, authorization, ...more}), {code});

      it('gets a token for what was asked for', async () => {
        const tokens = await exchange({...ids, authorization: await grant()});
        assert.equal(tokens.scope, 'openid orders:read');
        assert.deepEqual(await account(tokens.access_token), {
          status: 200,
          account: 'anna@example.com',
          scope: 'openid orders:read',
        });
      });

      it('gets a token of the default scope when it names none', async () => {
        const tokens = await exchange({...ids, authorization: await grant({}, [])});
        assert.equal(tokens.scope, 'openid');
      });

      it('tells the page who will answer, and nothing secret', async () => {
        const prepared = await begin();
        const {searchParams} = new URL(prepared.authorizationUrl);
        assert.deepEqual(Object.keys(prepared), ['authorizationUrl', 'issuer']);
        assert.equal(prepared.issuer, provider.issuer);
        assert.match(searchParams.get('state'), /^[\w-]{43}$/);
        assert.match(searchParams.get('code_challenge'), /^[\w-]{43}$/);
        assert.equal(searchParams.get('client_secret'), null);
      });

      it('exchanges an attempt once', async () => {
        const authorization = await grant();
        await exchange({...ids, authorization});
        await refused(authorization, 'attempt_not_found');
      });

      it('keeps attempts apart', async () => {
        const [first, second] = [await grant(), await grant({}, ['customers:read'])];
        assert.equal((await exchange({...ids, authorization: second})).scope, 'customers:read');
        assert.equal((await exchange({...ids, authorization: first})).scope, 'openid orders:read');
      });

      it('knows that the provider takes a code once, and its token back', async () => {
        const tokens = await exchange({...ids, authorization: await grant()});
        const replayed = await fetch(...recorder.sent.at(-1));
        assert.equal((await replayed.json()).error, 'invalid_grant');
        assert.equal((await account(tokens.access_token)).status, 401);
      });

      it('refuses a state that it did not make', async () => {
        await refused(await grant({state: random()}), 'attempt_not_found');
        await refused(await grant({state: undefined}), 'attempt_not_found');
      });

      for (const part of ['issuer', 'redirectUri']) {
        it(`refuses another ${part}, and asks the provider nothing`, async () => {
          const authorization = await grant({[part]: `${provider.url}/other`});
          recorder.sent.length = 0;
          await assert.rejects(exchange({...ids, authorization}), {
            code: 'authorization_mismatch',
            part,
          });
          await refused(authorization, 'attempt_not_found');
          assert.deepEqual(recorder.sent, []);
        });
      }

      it('refuses an authorization of another method', async () => {
        await refused(await grant(), 'authorization_mismatch', {methodId: 'other'});
      });

      it('forgets an attempt after fifteen minutes', async () => {
        const [late, early] = [await grant(), await grant()];
        time += 15 * 60_000 - 1;
        await exchange({...ids, authorization: early});
        time += 1;
        await refused(late, 'attempt_not_found');
      });
    });
  }

  it('refuses a client with another secret', async () => {
    const {prepare, exchange} = createOAuthPrepared({
      findClient: () => client('basic', {clientSecret: 'wrong'}),
    });
    const {authorizationUrl: url} = await prepare({...ids, scopes: [], redirectUri});
    const authorization = authorizationOf(await decide(url));
    await assert.rejects(exchange({...ids, authorization}), {code: 'invalid_client'});
  });

  describe('with a page that built the request', () => {
    const recorder = createRecorder();
    const {exchange} = createOAuthBuilt({
      findClient: ({values}) => client(values.clientId),
      send: recorder.send,
    });

    /** What Keyslot emits. */
    async function credential(clientId = 'public', more = {}) {
      const codeVerifier = random();
      const challenge = challengeOf(codeVerifier);
      const url = authorizationUrl({client_id: clientId, code_challenge: challenge});
      const authorization = authorizationOf(await decide(url), {codeVerifier, ...more});
      return {...ids, values: {clientId}, authorization};
    }

    for (const clientId of ['public', 'basic']) {
      it(`gets a token for a client that is ${clientId}`, async () => {
        const tokens = await exchange(await credential(clientId));
        assert.equal(tokens.scope, 'orders:read');
        assert.equal((await account(tokens.access_token)).account, 'anna@example.com');
      });
    }

    for (const [name, more] of Object.entries({
      'another verifier': {codeVerifier: random()},
      'no verifier': {codeVerifier: undefined},
      'another address': {redirectUri: `${redirectUri}?a=b`},
      'another code': {code: random()},
    })) {
      it(`is refused for ${name}`, async () => {
        const given = await credential('public', more);
        await assert.rejects(exchange(given), {code: 'invalid_grant'});
      });
    }

    it('is refused for a code that was used', async () => {
      const given = await credential();
      await exchange(given);
      await assert.rejects(exchange(given), {code: 'invalid_grant'});
    });

    it('shows the provider no code of another one', async () => {
      const given = await credential('public', {issuer: 'https://other.example'});
      recorder.sent.length = 0;
      await assert.rejects(exchange(given), {code: 'authorization_mismatch', part: 'issuer'});
      assert.deepEqual(recorder.sent, []);
    });
  });
});

describe('the OAuth 1.0a provider', () => {
  const consumer = {key: 'consumer & co', secret: 'se&cret=ö', name: 'Tom & Jerry’s shop'};
  const consumers = [consumer, {key: 'other', secret: 'other secret', name: 'Other'}];
  let provider;

  before(async () => {
    provider = await startOAuth1Provider({consumers});
  });

  after(() => provider.close());

  const client = (more) => ({
    requestTokenUrl: provider.requestTokenUrl,
    authorizationUrl: provider.authorizationUrl,
    accessTokenUrl: provider.accessTokenUrl,
    consumerKey: consumer.key,
    consumerSecret: consumer.secret,
    ...more,
  });

  async function decide(address, decision = 'Allow') {
    const visitor = createVisitor();
    const {left} = await visitor.press(await visitor.visit(address), decision);
    return left;
  }

  const grantOf = ({searchParams}, more) => ({
    oauthToken: searchParams.get('oauth_token'),
    oauthVerifier: searchParams.get('oauth_verifier'),
    state: searchParams.get('state'),
    redirectUri,
    ...more,
  });

  /** A call of the account, signed by Keyslot: `oauth-1.0a` and it have nothing in common. */
  async function call({token, tokenSecret}, {changed = {}, signatureMethod, ...options} = {}) {
    const connector = {
      id: 'acme',
      name: 'Acme',
      methods: [{id: 'window', type: 'oauth1', ...(signatureMethod && {signatureMethod})}],
    };
    const {key, secret} = consumer;
    const values = {consumerKey: key, consumerSecret: secret, token, tokenSecret, ...changed};
    const url = `${provider.accountUrl}?page=1&page=a%20b%26`;
    const {headers} = await resolveRequest(
      connector,
      {methodId: 'window', values},
      {request: {method: 'GET', url}, ...options},
    );
    return fetch(url, {headers});
  }

  const problemOf = async (answer) => {
    assert.equal(answer.status, 401);
    return new URLSearchParams(await answer.text()).get('oauth_problem');
  };

  for (const signatureMethod of ['HMAC-SHA1', 'HMAC-SHA256']) {
    describe(`with a backend that signs by ${signatureMethod}`, () => {
      const recorder = createRecorder();
      let time = 0;
      const {prepare, exchange} = createOAuth1ThreeLegged({
        findClient: ({values}) => client({signatureMethod, ...values}),
        send: recorder.send,
        now: () => time,
      });
      const begin = (values) => prepare({...ids, values, redirectUri, state: random()});
      const grant = async (more) => grantOf(await decide((await begin()).authorizationUrl), more);
      const connect = async () => exchange({...ids, authorization: await grant()});
      const refused = (authorization, error, more) =>
        assert.rejects(exchange({...ids, authorization, ...more}), error);

      it('gets a token that requests can be signed with', async () => {
        const token = await connect();
        assert.deepEqual(Object.keys(token), ['token', 'tokenSecret']);
        const answer = await call(token, {signatureMethod});
        assert.deepEqual(await answer.json(), {
          account: 'anna@example.com',
          application: consumer.name,
        });
      });

      it('sends the user back with the state that Keyslot made', async () => {
        const state = random();
        const {authorizationUrl} = await prepare({...ids, redirectUri, state});
        const left = await decide(authorizationUrl);
        assert.equal(left.origin + left.pathname, redirectUri);
        assert.deepEqual([...left.searchParams.keys()], ['state', 'oauth_token', 'oauth_verifier']);
        assert.equal(left.searchParams.get('state'), state);
      });

      it('sends the user back who denies access', async () => {
        const {authorizationUrl} = await begin();
        const {searchParams} = await decide(authorizationUrl, 'Deny');
        const token = new URL(authorizationUrl).searchParams.get('oauth_token');
        assert.equal(searchParams.get('denied'), token);
        assert.equal(searchParams.get('oauth_verifier'), null);
      });

      for (const [name, values, problem] of [
        ['another consumer secret', {consumerSecret: 'wrong'}, 'signature_invalid'],
        ['an unknown consumer', {consumerKey: 'unknown'}, 'consumer_key_unknown'],
      ]) {
        it(`is refused for ${name}`, async () => {
          await assert.rejects(begin(values), {code: problem});
          assert.equal((await fetch(...recorder.sent.at(-1))).status, 401);
        });
      }

      it('is refused for another verifier, and for none', async () => {
        await refused(await grant({oauthVerifier: random()}), {code: 'verifier_invalid'});
        await refused(await grant({oauthVerifier: ''}), {code: 'verifier_invalid'});
      });

      it('is refused for a token that nobody has authorised', async () => {
        const state = random();
        const {authorizationUrl} = await prepare({...ids, redirectUri, state});
        const oauthToken = new URL(authorizationUrl).searchParams.get('oauth_token');
        const authorization = {state, oauthToken, oauthVerifier: '', redirectUri};
        await refused(authorization, {code: 'verifier_invalid'});
      });

      it('exchanges an attempt once', async () => {
        const authorization = await grant();
        await exchange({...ids, authorization});
        await refused(authorization, {code: 'attempt_not_found'});
      });

      it('refuses a state that it was not given', async () => {
        await refused(await grant({state: random()}), {code: 'attempt_not_found'});
      });

      for (const part of ['oauthToken', 'redirectUri']) {
        it(`refuses another ${part}, and asks the provider nothing`, async () => {
          const authorization = await grant({[part]: 'http://127.0.0.1:9/other'});
          recorder.sent.length = 0;
          await refused(authorization, {code: 'authorization_mismatch', part});
          assert.deepEqual(recorder.sent, []);
        });
      }

      it('forgets an attempt after fifteen minutes', async () => {
        const authorization = await grant();
        time += 15 * 60_000;
        await refused(authorization, {code: 'attempt_not_found'});
      });

      it('can use no signature twice', async () => {
        const token = await connect();
        const once = {signatureMethod, nonce: 'the-same', timestamp: Math.floor(Date.now() / 1000)};
        assert.equal((await call(token, once)).status, 200);
        assert.equal(await problemOf(await call(token, once)), 'nonce_used');
      });

      it('can use no request for a token twice', async () => {
        await connect();
        const [forRequestToken, forAccessToken] = recorder.sent.slice(-2);
        assert.equal(await problemOf(await fetch(...forRequestToken)), 'nonce_used');
        assert.equal(await problemOf(await fetch(...forAccessToken)), 'token_rejected');
      });

      for (const [name, options, problem] of [
        ['another consumer secret', {changed: {consumerSecret: 'x'}}, 'signature_invalid'],
        ['another token secret', {changed: {tokenSecret: 'x'}}, 'signature_invalid'],
        ['another token', {changed: {token: 'x'}}, 'token_rejected'],
        [
          'another consumer’s token',
          {changed: {consumerKey: 'other', consumerSecret: 'other secret'}},
          'token_rejected',
        ],
        ['a clock that is late', {timestamp: 1}, 'timestamp_refused'],
      ]) {
        it(`can call nothing with ${name}`, async () => {
          const answer = await call(await connect(), {signatureMethod, ...options});
          assert.equal(await problemOf(answer), problem);
        });
      }
    });
  }

  it('knows no signature that is readable', async () => {
    const token = {token: 'a', tokenSecret: 'b'};
    const answer = await call(token, {signatureMethod: 'PLAINTEXT'});
    assert.equal(await problemOf(answer), 'signature_method_rejected');
  });

  it('refuses what is not signed', async () => {
    assert.equal(await problemOf(await fetch(provider.accountUrl)), 'consumer_key_unknown');
  });

  it('verifies the fields of a form too', async () => {
    const signer = new OAuth({
      consumer,
      signature_method: 'HMAC-SHA1',
      hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
    });
    const request = {method: 'POST', url: provider.requestTokenUrl};
    const post = (signed, sent) => {
      const data = {oauth_callback: redirectUri, ...signed};
      const headers = signer.toHeader(signer.authorize({...request, data}));
      return fetch(request.url, {method: 'POST', headers, body: new URLSearchParams(sent)});
    };
    assert.equal((await post({scope: 'a b'}, {scope: 'a b'})).status, 200);
    assert.equal(await problemOf(await post({scope: 'a b'}, {scope: 'a'})), 'signature_invalid');
  });

  it('has a backend that leaves a provider without confirmed callbacks', async () => {
    const {prepare} = createOAuth1ThreeLegged({
      findClient: () => client(),
      send: async () => new Response('oauth_token=a&oauth_token_secret=b'),
    });
    await assert.rejects(prepare({...ids, redirectUri, state: random()}), {
      code: 'callback_unconfirmed',
    });
  });

  it('sends nobody to an address that is no page', async () => {
    const {prepare} = createOAuth1ThreeLegged({findClient: () => client()});
    const attempt = {...ids, redirectUri: 'javascript:alert(1)', state: random()};
    await assert.rejects(prepare(attempt), {code: 'parameter_rejected'});
  });

  it('says which application asks, and lets nobody decide twice', async () => {
    const {prepare} = createOAuth1ThreeLegged({findClient: () => client()});
    const {authorizationUrl} = await prepare({...ids, redirectUri, state: random()});
    const visitor = createVisitor();
    const page = await visitor.visit(authorizationUrl);
    assert.match(page.html, /<h1>Allow Tom &#38; Jerry’s shop to use your account\?<\/h1>/);
    await visitor.press(page, 'Allow');
    const {status, html} = await visitor.press(page, 'Allow');
    assert.equal(status, 400);
    assert.match(html, /not known, or decided/);
  });

  it('adds the headers that it is told to each answer', async () => {
    const name = 'cross-origin-opener-policy';
    provider.setHeaders({[name]: 'same-origin'});
    for (const url of [provider.authorizationUrl, provider.accountUrl, provider.url]) {
      assert.equal((await fetch(url)).headers.get(name), 'same-origin');
    }
    provider.setHeaders({});
    assert.equal((await fetch(provider.url)).headers.get(name), null);
  });
});

describe('the providers', () => {
  for (const [file, name, options] of [
    ['oauth2-provider', 'startOAuth2Provider', {clients}],
    ['oauth1-provider', 'startOAuth1Provider', {consumers: []}],
  ]) {
    it(`end without a trace: ${name}`, () => {
      const module = new URL(`../../demo/providers/${file}.mjs`, import.meta.url);
      // A browser has connections open that it has sent nothing on.
      const script = `
        import {once} from 'node:events';
        import {connect} from 'node:net';
        const {${name}: start} = await import(${JSON.stringify(module.href)});
        const provider = await start(${JSON.stringify(options)});
        await (await fetch(provider.accountUrl)).text();
        await (await fetch(provider.authorizationUrl)).text();
        await once(connect(new URL(provider.url).port, '127.0.0.1'), 'connect');
        await provider.close();`;
      const {status, stdout, stderr} = spawnSync(
        process.execPath,
        ['--input-type=module', '--eval', script],
        {timeout: 10_000, encoding: 'utf8'},
      );
      assert.deepEqual({status, stdout, stderr}, {status: 0, stdout: '', stderr: ''});
    });
  }
});
