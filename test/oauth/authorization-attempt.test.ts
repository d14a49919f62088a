import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  KeyslotAuthorizationError,
  startAuthorization,
  type AuthorizationAttempt,
  type AuthorizationRequest,
  type AuthorizationStatus,
  type OAuthOptions,
} from '../../src/oauth.js';
import {FakePorts, FakeWindow, resultOf, windowMethod} from '../support/authorization-ports.js';
import {defer, rejected} from '../support/deferred.js';

const APP = 'https://app.example.com';
const redirectUri = `${APP}/callback`;
const TEN_MINUTES = 600_000;
const SECRET = 'canary-secret';
const variables = [
  {key: 'shop', type: 'text'},
  {key: 'clientSecret', type: 'text', secret: true},
] as const;

/** What has not ended when an attempt has: the channel that answers late callback pages. */
const TOMBSTONE = {timers: 1, channels: 1, listeners: 0};
const NOTHING = {timers: 0, channels: 0, listeners: 0};

type Given = Partial<Omit<AuthorizationRequest, 'oauth'>> & {
  readonly oauth?: Partial<OAuthOptions>;
  readonly ports?: FakePorts;
};

/** An attempt that has begun, and all that was told of it. */
class Begun {
  readonly ports: FakePorts;
  readonly attempt: AuthorizationAttempt;
  readonly statuses: AuthorizationStatus[] = [];

  constructor({ports = new FakePorts(), oauth, onChange, ...request}: Given = {}) {
    this.ports = ports;
    this.attempt = startAuthorization(
      {
        connectorId: 'acme',
        method: windowMethod({}, ...variables),
        values: {shop: 'my-shop', clientSecret: SECRET},
        ...request,
        oauth: {redirectUri, ...oauth},
        onChange: (attempt) => {
          this.statuses.push(attempt.status);
          onChange?.(attempt);
        },
      },
      ports,
    );
  }

  get state(): string {
    return new URL(this.attempt.url ?? '').searchParams.get('state') ?? '';
  }

  get channel(): string {
    return `keyslot/oauth/1:${this.state}`;
  }

  /** What a callback page says. Returns the replies. */
  say(params?: Readonly<Record<string, string>>): readonly unknown[] {
    return this.ports.say(this.channel, resultOf(this.state, params));
  }

  readonly error = async (): Promise<KeyslotAuthorizationError> => {
    try {
      await this.attempt.result;
    } catch (error) {
      if (error instanceof KeyslotAuthorizationError) return error;
      throw error;
    }
    throw new Error('It succeeded.');
  };
}

/** Promises that are to be settled by now are. */
const settled = () => aTimeout(0);

/** An attempt whose window is with the provider, or which waits for one. */
async function waiting(given?: Given): Promise<Begun> {
  const begun = new Begun(given);
  await settled();
  expect(begun.attempt.status).to.be.oneOf(['waiting', 'blocked']);
  return begun;
}

describe('an attempt to have the user authorise', () => {
  it('opens one window at once, and says in it what is happening', () => {
    const {ports, attempt} = new Begun({windowText: 'Connecting to Acme…'});
    expect(ports.windows).to.have.length(1);
    expect(ports.window).to.include({text: 'Connecting to Acme…', isClosed: false});
    expect(ports.window.urls).to.deep.equal([]);
    expect(attempt).to.include({status: 'preparing', url: undefined, isExpiring: false});
  });

  it('uses the window that was opened in the click', async () => {
    const window = new FakeWindow();
    const {ports, attempt} = await waiting({window});
    expect(ports.windows).to.deep.equal([]);
    expect(window).to.deep.include({text: '', urls: [attempt.url]});
  });

  it('sends the window to the provider once it listens', async () => {
    const ports = new FakePorts();
    const window = new FakeWindow();
    let live: object | undefined;
    window.navigate = (url) => {
      live = ports.live;
      window.urls.push(url);
    };
    const {attempt, statuses} = await waiting({ports, window});
    expect(live).to.deep.equal({timers: 1, channels: 1, listeners: 1});
    expect(window.urls).to.deep.equal([attempt.url]);
    expect(attempt.url).to.match(/^https:\/\/provider\.example\.com\/authorize\?/);
    expect(statuses).to.deep.equal(['waiting']);
  });

  it('ends with what was granted, and leaves but a channel that tells so', async () => {
    const begun = await waiting();
    const {state, ports, attempt, statuses} = begun;
    const ack = {ns: 'keyslot/oauth', v: 1, t: 'ack', state};
    expect(begun.say()).to.deep.equal([ack]);
    const authorization = await attempt.result;
    expect(authorization).to.deep.include({state, redirectUri, scopes: [], code: 'the-code'});
    expect(authorization.codeVerifier).to.match(/^[\w-]{43}$/);
    expect(statuses).to.deep.equal(['waiting', 'settled']);
    expect(ports.window.isClosed).to.be.true;
    expect(ports.posted).to.deep.equal([]);
    expect(ports.live).to.deep.equal(TOMBSTONE);
    ports.advance(TEN_MINUTES);
    expect(ports.live).to.deep.equal(NOTHING);
  });

  it('ends with what a window of a trusted origin said', async () => {
    const {ports, state, attempt} = await waiting({
      oauth: {callbackOrigins: ['https://api.example.com']},
    });
    expect(ports.write('https://evil.example', resultOf(state))).to.deep.equal([]);
    expect(attempt.status).to.equal('waiting');
    const ack = {ns: 'keyslot/oauth', v: 1, t: 'ack', state};
    expect(ports.write('https://api.example.com', resultOf(state))).to.deep.equal([ack]);
    expect(await attempt.result).to.include({code: 'the-code'});
  });

  it('closes the window only after it was answered', async () => {
    const {ports, state} = await waiting();
    const order: string[] = [];
    const {window} = ports;
    window.close = () => order.push('closed');
    ports.say(`keyslot/oauth/1:${state}`, resultOf(state));
    order.push('answered');
    await settled();
    expect(order).to.deep.equal(['answered', 'closed']);
  });

  it('ends although the provider cut its window off', async () => {
    const begun = await waiting();
    begun.ports.window.cutOff();
    begun.ports.advance(20_000);
    expect(begun.attempt.status).to.equal('possibly-closed');
    begun.say();
    expect(await begun.attempt.result).to.include({code: 'the-code'});
    expect(begun.statuses).to.deep.equal(['waiting', 'possibly-closed', 'settled']);
  });

  it('ends when what came and closed in one go is heard', async () => {
    const begun = await waiting();
    begun.ports.advance(2000);
    begun.ports.window.isClosed = true;
    begun.ports.advance(900);
    begun.say();
    expect(begun.statuses).to.deep.equal(['waiting', 'settled']);
    await begun.attempt.result;
  });

  it('asks for the scopes that were chosen', async () => {
    const method = windowMethod({scopes: [{value: 'a', required: true}, {value: 'b'}]});
    const begun = await waiting({method, scopes: ['b']});
    begun.say();
    expect((await begun.attempt.result).scopes).to.deep.equal(['a', 'b']);
  });

  it('works without channels, and without a network that anybody knows of', async () => {
    const ports = new FakePorts();
    ports.hasChannels = ports.hasNetwork = false;
    const {state, attempt} = await waiting({ports});
    ports.write(APP, resultOf(state));
    await attempt.result;
    expect(ports.live).to.deep.equal(NOTHING);
  });

  it('is one of many, each with its own window and answer', async () => {
    const ports = new FakePorts();
    const all = [await waiting({ports}), await waiting({ports}), await waiting({ports})];
    expect(new Set(all.map(({state}) => state)).size).to.equal(3);
    for (const [index, begun] of [...all].reverse().entries()) {
      begun.say({code: `code ${index}`, state: begun.state});
      expect(await begun.attempt.result).to.include({code: `code ${index}`, state: begun.state});
    }
    expect(ports.windows.map(({isClosed}) => isClosed)).to.deep.equal([true, true, true]);
  });

  it('brings its window to the front, while there is one', async () => {
    const {attempt, ports} = await waiting();
    expect(attempt.focus()).to.be.true;
    expect(ports.window.focused).to.equal(1);
    ports.window.isClosed = true;
    expect(attempt.focus()).to.be.false;
    const blocked = new FakePorts();
    blocked.blockedBy = 'popup_blocked';
    expect((await waiting({ports: blocked, whenBlocked: 'wait'})).attempt.focus()).to.be.false;
  });

  it('bothers nobody with an error that was not asked for', async () => {
    const errors: unknown[] = [];
    const onRejection = (event: PromiseRejectionEvent) => errors.push(event.reason);
    window.addEventListener('unhandledrejection', onRejection);
    (await waiting()).attempt.cancel();
    await aTimeout(50);
    window.removeEventListener('unhandledrejection', onRejection);
    expect(errors).to.deep.equal([]);
  });
});

describe('an attempt that cannot begin', () => {
  const {authorization: _, ...withoutWindow} = windowMethod();

  for (const [name, code, given, ports] of [
    ['the page is not secure', 'insecure_context', {}, {isSecure: false}],
    ['no answer could arrive', 'transport_unavailable', {}, {canReceive: false}],
    ['the method has no window', 'authorization_unavailable', {method: withoutWindow}, {}],
    [
      'OAuth 1.0a is left without a backend',
      'authorization_unavailable',
      {method: windowMethod({protocol: 'oauth1'})},
      {},
    ],
    [
      'there is nowhere to return to',
      'authorization_unavailable',
      {oauth: {redirectUri: '/cb'}},
      {},
    ],
  ] as const) {
    it(`opens no window when ${name}: ${code}`, async () => {
      const begun = new Begun({...given, ports: Object.assign(new FakePorts(), ports)});
      expect(begun.attempt.status).to.equal('settled');
      expect(await begun.error()).to.include({code, phase: 'environment', retry: 'none'});
      expect(begun.ports.windows).to.deep.equal([]);
      expect(begun.ports.live).to.deep.equal(NOTHING);
      expect(begun.statuses).to.deep.equal(['settled']);
    });

    it(`closes the window that it was given when ${name}`, () => {
      const window = new FakeWindow();
      new Begun({...given, window, ports: Object.assign(new FakePorts(), ports)});
      expect(window).to.deep.include({isClosed: true, urls: []});
    });
  }

  it('begins where the backend of the host hears the answer', async () => {
    const ports = Object.assign(new FakePorts(), {canReceive: false, hasChannels: false});
    const completion = defer<{reference: string}>();
    const oauth = {waitForCompletion: () => completion.promise};
    const {attempt} = await waiting({ports, oauth});
    completion.resolve({reference: 'ref-1'});
    expect(await attempt.result).to.include({reference: 'ref-1'});
  });

  it('opens no window when it was aborted before', async () => {
    const begun = new Begun({signal: AbortSignal.abort()});
    expect(await begun.error()).to.include({code: 'flow_cancelled', reason: 'signal'});
    expect(begun.ports.windows).to.deep.equal([]);
    expect(begun.ports.live).to.deep.equal(NOTHING);
    const window = new FakeWindow();
    new Begun({signal: AbortSignal.abort(), window});
    expect(window.isClosed).to.be.true;
  });
});

describe('an attempt whose window is blocked', () => {
  const blocked = (why: 'popup_blocked' | 'popup_unavailable' = 'popup_blocked') =>
    Object.assign(new FakePorts(), {blockedBy: why});

  it('ends, and says what may help', async () => {
    for (const why of ['popup_blocked', 'popup_unavailable'] as const) {
      const begun = new Begun({ports: blocked(why)});
      expect(begun.attempt.status).to.equal('settled');
      expect(await begun.error()).to.include({code: why, phase: 'window', retry: 'redirect'});
      await settled();
      expect(begun.ports.live).to.deep.equal(NOTHING);
    }
  });

  it('ends although it may wait, where a link would not help', async () => {
    const begun = new Begun({ports: blocked('popup_unavailable'), whenBlocked: 'wait'});
    expect(await begun.error()).to.include({code: 'popup_unavailable'});
  });

  it('waits for the user to follow a link', async () => {
    const begun = await waiting({ports: blocked(), whenBlocked: 'wait'});
    const {attempt, statuses, ports} = begun;
    expect(attempt.status).to.equal('blocked');
    expect(attempt.url).to.match(/^https:\/\/provider\.example\.com\//);
    attempt.follow();
    expect(statuses).to.deep.equal(['blocked', 'waiting']);
    ports.advance(60_000);
    expect(attempt.status).to.equal('waiting');
    begun.say();
    expect(await attempt.result).to.include({code: 'the-code'});
  });

  it('has no link to follow before it is prepared', () => {
    const {attempt, statuses} = new Begun({
      ports: blocked(),
      whenBlocked: 'wait',
      oauth: {prepare: () => new Promise(() => undefined)},
    });
    attempt.follow();
    expect(attempt.status).to.equal('preparing');
    expect(statuses).to.deep.equal([]);
  });

  it('takes an answer even before a link is followed', async () => {
    const begun = await waiting({ports: blocked(), whenBlocked: 'wait'});
    begun.say();
    expect(await begun.attempt.result).to.include({code: 'the-code'});
  });

  it('ends in time', async () => {
    const begun = await waiting({ports: blocked(), whenBlocked: 'wait'});
    begun.ports.advance(TEN_MINUTES);
    expect(await begun.error()).to.include({code: 'flow_timeout'});
  });

  it('may use this tab when nothing secret would be lost', () => {
    const prepare = () => new Promise<never>(() => undefined);
    for (const [mode, values, hasBackend, canUse] of [
      [undefined, {}, true, false],
      ['popup', {}, true, false],
      ['auto', {}, false, true],
      ['auto', {shop: 'my-shop'}, false, true],
      ['auto', {clientSecret: SECRET}, false, false],
      ['auto', {clientSecret: SECRET}, true, true],
      ['redirect', {}, false, true],
      ['redirect', {clientSecret: SECRET}, false, false],
    ] as const) {
      const oauth = {mode, ...(hasBackend && {prepare})};
      const {attempt} = new Begun({values, oauth});
      expect(attempt.canUseThisTab, JSON.stringify([mode, values, hasBackend])).to.equal(canUse);
      attempt.dispose();
    }
  });

  it('uses no tab in a frame of another site', async () => {
    const ports = Object.assign(new FakePorts(), {isEmbedded: true});
    const offered = new Begun({ports, values: {}, oauth: {mode: 'auto'}});
    expect(offered.attempt.canUseThisTab).to.be.false;
    offered.attempt.dispose();
    const refused = new Begun({ports, oauth: {mode: 'redirect'}});
    expect(await refused.error()).to.include({code: 'storage_unavailable', retry: 'none'});
  });

  it('takes the secret of a variable for one only when it was entered', () => {
    const secret = {key: 'toString', type: 'text', secret: true} as const;
    const method = windowMethod({}, secret);
    const {attempt} = new Begun({method, values: {}, oauth: {mode: 'auto'}});
    expect(attempt.canUseThisTab).to.be.true;
  });

  it('goes on in this tab', async () => {
    const {attempt, ports, state} = await waiting({
      ports: blocked(),
      whenBlocked: 'wait',
      values: {shop: 'my-shop'},
      oauth: {mode: 'auto'},
    });
    await attempt.useThisTab();
    expect(ports.urls).to.deep.equal([attempt.url]);
    expect([...ports.storage().texts.keys()]).to.deep.equal([`keyslot/oauth/1:${state}`]);
  });

  it('stays when this tab may not be used, or there is nothing to go on with', async () => {
    const given = {ports: blocked(), whenBlocked: 'wait'} as const;
    const secret = await waiting({...given, oauth: {mode: 'auto'}});
    const popup = await waiting({...given, values: {}});
    const ended = await waiting({...given, values: {}, oauth: {mode: 'auto'}});
    ended.attempt.cancel();
    const early = new Begun({
      ...given,
      oauth: {mode: 'auto', prepare: () => new Promise(() => undefined)},
    });
    for (const {attempt, ports} of [secret, popup, ended, early]) {
      await attempt.useThisTab();
      expect(ports.urls).to.deep.equal([]);
      expect(ports.storage()).to.have.length(0);
    }
  });

  it('ends when this tab cannot keep what is needed to go on', async () => {
    const ports = blocked();
    const begun = await waiting({ports, whenBlocked: 'wait', values: {}, oauth: {mode: 'auto'}});
    ports.storage().isFull = true;
    await begun.attempt.useThisTab();
    expect(await begun.error()).to.include({code: 'storage_unavailable'});
    expect(ports.urls).to.deep.equal([]);
  });
});

describe('an attempt in this tab', () => {
  const oauth = {mode: 'redirect'} as const;

  it('opens no window, and leaves with a record', async () => {
    const begun = new Begun({oauth});
    const {ports, attempt} = begun;
    await waitUntil(() => ports.urls.length > 0);
    const {state} = begun;
    expect(ports.windows).to.deep.equal([]);
    expect(ports.urls).to.deep.equal([attempt.url]);
    const text = ports.storage().getItem(`keyslot/oauth/1:${state}`) ?? '';
    expect(JSON.parse(text)).to.include({type: 'redirect', connectorId: 'acme'});
    expect(text).not.to.include(SECRET);
  });

  it('stays when nothing can be stored', async () => {
    for (const tabStorage of [
      undefined,
      Object.assign(new FakePorts().storage(), {isFull: true}),
    ]) {
      const begun = new Begun({oauth, ports: Object.assign(new FakePorts(), {tabStorage})});
      expect(await begun.error()).to.include({code: 'storage_unavailable', retry: 'none'});
      expect(begun.ports.urls).to.deep.equal([]);
      expect(begun.ports.live).to.deep.include({listeners: 0});
    }
  });

  it('stays when the host says so', async () => {
    const begun = new Begun({oauth, onBeforeNavigate: () => false});
    expect(await begun.error()).to.include({code: 'flow_cancelled', reason: 'host'});
    expect(begun.ports.urls).to.deep.equal([]);
    expect(begun.ports.storage()).to.have.length(0);
  });

  it('stays when it is cancelled at the last moment', async () => {
    const begun: Begun = new Begun({
      oauth,
      onBeforeNavigate: () => {
        begun.attempt.cancel('user');
        return true;
      },
    });
    expect(await begun.error()).to.include({code: 'flow_cancelled', reason: 'user'});
    await settled();
    expect(begun.ports.urls).to.deep.equal([]);
    expect(begun.ports.storage()).to.have.length(0);
  });
});

describe('an attempt that the backend prepares', () => {
  const authorizationUrl = 'https://provider.example.com/authorize?request_uri=urn:x';
  const state = 'P'.repeat(43);

  it('waits for it with its window open, however long that takes', async () => {
    const prepared = defer<{authorizationUrl: string; state: string}>();
    const {ports, attempt} = new Begun({oauth: {prepare: () => prepared.promise}});
    ports.advance(8000);
    expect(attempt.status).to.equal('preparing');
    expect(ports.window).to.deep.include({isClosed: false, urls: []});
    prepared.resolve({authorizationUrl, state});
    await settled();
    expect(ports.window.urls).to.deep.equal([authorizationUrl]);
    ports.say(`keyslot/oauth/1:${state}`, resultOf(state));
    expect(await attempt.result).to.deep.equal({
      state,
      redirectUri,
      scopes: [],
      code: 'the-code',
    });
  });

  it('may be one of OAuth 1.0a', async () => {
    let ours = '';
    const {attempt, ports} = await waiting({
      method: windowMethod({protocol: 'oauth1'}),
      oauth: {
        prepare: (context) => {
          ours = context.state;
          return Promise.resolve({
            authorizationUrl: 'https://provider.example.com/authorize?oauth_token=token',
          });
        },
      },
    });
    const params = {state: ours, oauth_token: 'token', oauth_verifier: 'verifier'};
    ports.say(`keyslot/oauth/1:${ours}`, resultOf(ours, params));
    expect(await attempt.result).to.deep.equal({
      state: ours,
      redirectUri,
      scopes: [],
      oauthToken: 'token',
      oauthVerifier: 'verifier',
    });
  });

  // Matrix A5, A6, A7.
  for (const [name, prepare, code, hostMessage] of [
    [
      'rejects with words',
      () => rejected({message: 'Shop closed'}),
      'prepare_failed',
      'Shop closed',
    ],
    ['rejects with an error', () => rejected(new Error(SECRET)), 'prepare_failed', undefined],
    ['rejects with nothing', () => rejected(undefined), 'prepare_failed', undefined],
    [
      'throws at once',
      () => {
        throw new Error(SECRET);
      },
      'prepare_failed',
      undefined,
    ],
    ['returns no promise', () => 5, 'prepare_failed', undefined],
    ['gives nothing', () => Promise.resolve(null), 'prepare_failed', undefined],
    ['gives no address', () => Promise.resolve({state}), 'authorize_url_invalid', undefined],
    ['gives no state', () => Promise.resolve({authorizationUrl}), 'state_missing', undefined],
    [
      'gives an address that runs',
      () => Promise.resolve({authorizationUrl: 'javascript:opener.__pwned=1', state}),
      'authorize_url_forbidden',
      undefined,
    ],
    [
      'gives an object that throws',
      () =>
        Promise.resolve({
          get authorizationUrl() {
            throw new Error(SECRET);
          },
        }),
      'authorize_url_invalid',
      undefined,
    ],
  ] as const) {
    it(`ends, its window closed, when that ${name}: ${code}`, async () => {
      const begun = new Begun({oauth: {prepare: prepare as NonNullable<OAuthOptions['prepare']>}});
      const error = await begun.error();
      expect(error).to.include({code, phase: 'prepare', hostMessage});
      await settled();
      expect(begun.ports.window).to.deep.include({isClosed: true, urls: []});
      expect(begun.ports.live).to.deep.equal(NOTHING);
      expect(error.message + String(error.stack) + JSON.stringify(error)).not.to.include(SECRET);
    });
  }

  it('ends when that takes more than 15 s, which it is told', async () => {
    let signal: AbortSignal | undefined;
    const begun = new Begun({
      oauth: {
        prepare: (_, options) => {
          ({signal} = options);
          return new Promise(() => undefined);
        },
      },
    });
    begun.ports.advance(14_999);
    expect(signal?.aborted).to.be.false;
    begun.ports.advance(1);
    expect(signal?.aborted).to.be.true;
    expect(await begun.error()).to.include({code: 'prepare_timeout'});
    await settled();
    expect(begun.ports.window.isClosed).to.be.true;
    expect(begun.ports.live).to.deep.equal(NOTHING);
  });

  it('goes nowhere when that comes too late', async () => {
    for (const settle of ['resolve', 'reject'] as const) {
      const prepared = defer<{authorizationUrl: string; state: string}>();
      const begun = new Begun({oauth: {prepare: () => prepared.promise}});
      begun.attempt.cancel();
      prepared[settle]({authorizationUrl, state});
      await settled();
      expect(begun.ports.window.urls).to.deep.equal([]);
      expect(begun.attempt.url).to.be.undefined;
      expect(await begun.error()).to.include({code: 'flow_cancelled'});
      expect(begun.ports.live).to.deep.equal(NOTHING);
    }
  });

  it('ends when the user closes the blank window', async () => {
    let signal: AbortSignal | undefined;
    const begun = new Begun({
      oauth: {
        prepare: (_, options) => {
          ({signal} = options);
          return new Promise(() => undefined);
        },
      },
    });
    begun.ports.window.isClosed = true;
    begun.ports.advance(500);
    expect(await begun.error()).to.include({code: 'popup_closed', retry: 'same'});
    expect(signal?.aborted).to.be.true;
    expect(begun.ports.live).to.deep.equal(NOTHING);
  });

  it('ends when the user has closed the blank window just before it was to leave', async () => {
    const prepared = defer<{authorizationUrl: string; state: string}>();
    const begun = new Begun({oauth: {prepare: () => prepared.promise}});
    begun.ports.window.isClosed = true;
    prepared.resolve({authorizationUrl, state});
    await settled();
    expect(begun.attempt.status).to.equal('settled');
    expect(await begun.error()).to.include({code: 'popup_closed'});
    expect(begun.ports.window.urls).to.deep.equal([]);
  });
});

describe('the last word before the window leaves', () => {
  it('is the host’s', async () => {
    const origins: string[] = [];
    const begun = new Begun({
      onBeforeNavigate: (origin) => {
        origins.push(origin);
        return false;
      },
    });
    expect(await begun.error()).to.include({code: 'flow_cancelled', reason: 'host'});
    expect(origins).to.deep.equal(['https://provider.example.com']);
    await settled();
    expect(begun.ports.window).to.deep.include({isClosed: true, urls: []});
    expect(begun.ports.live).to.deep.equal(TOMBSTONE);
  });

  it('names a host as it is, not as it looks', async () => {
    const origins: string[] = [];
    const authorizationUrl = 'https://prοvider.example.com/authorize';
    await waiting({
      oauth: {prepare: ({state}) => Promise.resolve({authorizationUrl, state})},
      onBeforeNavigate: (origin) => {
        origins.push(origin);
        return true;
      },
    });
    expect(origins).to.deep.equal(['https://xn--prvider-9of.example.com']);
  });

  it('may be to cancel', async () => {
    const begun: Begun = new Begun({
      onBeforeNavigate: () => {
        begun.attempt.cancel('user');
        return true;
      },
    });
    expect(await begun.error()).to.include({reason: 'user'});
    await settled();
    expect(begun.ports.window).to.deep.include({isClosed: true, urls: []});
  });

  it('is the browser’s, when the window cannot go there', async () => {
    const window = new FakeWindow();
    window.obstacle = new DOMException(SECRET, 'SyntaxError');
    const begun = new Begun({window});
    expect(await begun.error()).to.include({code: 'authorize_url_invalid'});
    await settled();
    expect(window.isClosed).to.be.true;
  });
});

describe('cancelling an attempt', () => {
  it('is possible before, during and after, by a signal', async () => {
    const early = new AbortController();
    const preparing = new Begun({signal: early.signal});
    early.abort();
    const late = new AbortController();
    const begun = await waiting({signal: late.signal});
    late.abort();
    for (const {error, ports, attempt} of [preparing, begun]) {
      expect(await error()).to.include({code: 'flow_cancelled', reason: 'signal'});
      expect(attempt.status).to.equal('settled');
      expect(ports.window.isClosed).to.be.true;
      expect(ports.live.listeners).to.equal(0);
    }
    const after = new AbortController();
    const done = await waiting({signal: after.signal});
    done.say();
    after.abort();
    expect(await done.attempt.result).to.include({code: 'the-code'});
  });

  it('takes the listener from the signal', async () => {
    const {signal} = new AbortController();
    const live = new Set<unknown>();
    const {addEventListener, removeEventListener} = signal;
    signal.addEventListener = (...given: Parameters<typeof addEventListener>) => {
      live.add(given[1]);
      addEventListener.apply(signal, given);
    };
    signal.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
      live.delete(given[1]);
      removeEventListener.apply(signal, given);
    };
    const begun = await waiting({signal});
    expect(live.size).to.equal(1);
    begun.say();
    expect(live.size).to.equal(0);
  });

  it('is done once', async () => {
    const begun = await waiting();
    begun.attempt.cancel('user');
    begun.attempt.cancel('superseded');
    begun.attempt.extend();
    begun.attempt.follow();
    expect(begun.statuses).to.deep.equal(['waiting', 'settled']);
    expect(await begun.error()).to.include({reason: 'user'});
    expect(begun.attempt.status).to.equal('settled');
  });

  it('is by the host, unless somebody else is named', async () => {
    const begun = await waiting();
    begun.attempt.cancel();
    expect(await begun.error()).to.include({reason: 'host'});
  });

  it('is possible while being told of a change', async () => {
    const begun = new Begun({onChange: (attempt) => attempt.cancel('user')});
    expect(await begun.error()).to.include({reason: 'user'});
    await settled();
    expect(begun.statuses).to.deep.equal(['waiting', 'settled']);
    expect(begun.ports.window.isClosed).to.be.true;
    expect(begun.ports.live).to.deep.equal(TOMBSTONE);
  });

  it('is possible while the backend is asked', async () => {
    const begun: Begun = new Begun({
      oauth: {
        prepare: () => {
          queueMicrotask(() => begun.attempt.cancel('user'));
          return new Promise(() => undefined);
        },
      },
    });
    expect(await begun.error()).to.include({reason: 'user'});
    await settled();
    expect(begun.ports.live).to.deep.equal(NOTHING);
  });

  it('is possible while the backend is asked how it ended', async () => {
    const begun: Begun = new Begun({
      oauth: {
        waitForCompletion: () => {
          begun.attempt.cancel('user');
          return new Promise(() => undefined);
        },
      },
    });
    expect(await begun.error()).to.include({reason: 'user'});
    await settled();
    expect(begun.ports.window.isClosed).to.be.true;
    expect(begun.ports.live.listeners).to.equal(0);
    begun.attempt.dispose();
    expect(begun.ports.live).to.deep.equal(NOTHING);
  });

  it('does nothing to a window that was cut off', async () => {
    const begun = await waiting();
    begun.ports.window.cutOff();
    begun.attempt.cancel();
    expect(await begun.error()).to.include({code: 'flow_cancelled'});
  });

  it('tells the page in the window', async () => {
    for (const reason of ['user', 'superseded'] as const) {
      const {attempt, ports, state} = await waiting();
      attempt.cancel(reason);
      expect(ports.posted).to.deep.equal([{ns: 'keyslot/oauth', v: 1, t: 'cancel', state}]);
    }
  });
});

describe('an answer that comes late', () => {
  const verdictOf = ([reply]: readonly unknown[]) => {
    const {t, reason} = reply as {t: string; reason?: string};
    return reason ?? t;
  };

  for (const [name, end, verdict] of [
    ['to one that succeeded', (begun: Begun) => begun.say(), 'ack'],
    [
      'to one that the user refused',
      (begun: Begun) => begun.say({error: 'access_denied', state: begun.state}),
      'ack',
    ],
    ['to one that was cancelled', ({attempt}: Begun) => attempt.cancel('user'), 'cancelled'],
    [
      'to one that was begun again',
      ({attempt}: Begun) => attempt.cancel('superseded'),
      'superseded',
    ],
    ['to one that took too long', ({ports}: Begun) => ports.advance(TEN_MINUTES), 'expired'],
    [
      'to one that took too long while the machine slept',
      ({ports}: Begun) => ports.sleep(8 * 3_600_000),
      'expired',
    ],
    [
      'to one that had an answer which is of no use',
      (begun: Begun) => begun.say({state: begun.state}),
      'invalid',
    ],
  ] as const) {
    it(`${name} changes nothing, and is told: ${verdict}`, async () => {
      const begun = await waiting();
      end(begun);
      const {statuses} = begun;
      const count = statuses.length;
      for (let times = 0; times < 3; times++) {
        begun.ports.advance(250);
        expect(verdictOf(begun.say())).to.equal(verdict);
      }
      expect(statuses).to.have.length(count);
      expect(statuses.filter((status) => status === 'settled')).to.have.length(1);
      begun.attempt.result.catch(() => undefined);
    });
  }

  it('is told for ten minutes at most', async () => {
    const begun = await waiting({oauth: {timeout: 24 * 3_600_000}});
    begun.say();
    begun.ports.advance(TEN_MINUTES - 1);
    expect(begun.say()).to.have.length(1);
    begun.ports.advance(1);
    expect(begun.say()).to.deep.equal([]);
    expect(begun.ports.live).to.deep.equal(NOTHING);
  });

  it('is told nothing once the attempt is disposed of', async () => {
    const begun = await waiting();
    begun.say();
    begun.attempt.dispose();
    expect(begun.ports.live).to.deep.equal(NOTHING);
    begun.attempt.dispose();
    expect(await begun.attempt.result).to.include({code: 'the-code'});
  });

  it('finds an attempt ended that was disposed of while it lasted', async () => {
    const begun = await waiting();
    begun.attempt.dispose();
    expect(await begun.error()).to.include({code: 'flow_cancelled', reason: 'host'});
    expect(begun.ports.live).to.deep.equal(NOTHING);
    const early = new Begun();
    early.attempt.dispose();
    await settled();
    expect(early.ports.live).to.deep.equal(NOTHING);
  });
});

describe('an answer that cannot be used', () => {
  it('ends the attempt, and is told so', async () => {
    const begun = await waiting({method: windowMethod({issuer: 'https://as.example.com'})});
    const {state} = begun;
    expect(begun.say({code: 'c', state, iss: 'https://evil.example'})).to.deep.equal([
      {ns: 'keyslot/oauth', v: 1, t: 'nack', state, reason: 'invalid'},
    ]);
    expect(await begun.error()).to.include({code: 'issuer_mismatch'});
    expect(begun.ports.posted).to.deep.equal([]);
  });

  it('is a refusal, which was received all the same', async () => {
    const begun = await waiting();
    const {state} = begun;
    expect(begun.say({error: 'access_denied', state})).to.deep.equal([
      {ns: 'keyslot/oauth', v: 1, t: 'ack', state},
    ]);
    expect(await begun.error()).to.include({code: 'access_denied', phase: 'provider'});
  });
});

describe('the time of an attempt', () => {
  it('is ten minutes, or what the host says', async () => {
    for (const [timeout, life] of [
      [undefined, TEN_MINUTES],
      [90_000, 90_000],
    ] as const) {
      const begun = await waiting({oauth: {timeout}});
      begun.ports.advance(life - 1);
      expect(begun.attempt.status).to.equal('waiting');
      begun.ports.advance(1);
      expect(await begun.error()).to.include({code: 'flow_timeout', hint: undefined});
      await settled();
      expect(begun.ports.window.isClosed).to.be.true;
    }
  });

  it('is told when it is nearly over, once, and given again', async () => {
    const {attempt, ports, statuses} = await waiting();
    ports.advance(TEN_MINUTES - 60_500);
    expect(attempt.isExpiring).to.be.false;
    expect(statuses).to.deep.equal(['waiting']);
    ports.advance(500);
    expect(attempt.isExpiring).to.be.true;
    ports.advance(5000);
    expect(statuses).to.deep.equal(['waiting', 'waiting']);
    attempt.extend();
    expect(attempt.isExpiring).to.be.false;
    expect(statuses).to.deep.equal(['waiting', 'waiting', 'waiting']);
    ports.advance(TEN_MINUTES - 1);
    expect(attempt.status).to.equal('waiting');
    ports.advance(500);
    expect(attempt.status).to.equal('settled');
  });

  it('is over when the machine wakes up', async () => {
    const begun = await waiting();
    begun.ports.sleep(TEN_MINUTES * 6);
    expect(await begun.error()).to.include({code: 'flow_timeout'});
  });

  it('ends with a hint where no answer could reach the page', async () => {
    const waitForCompletion = () => new Promise<never>(() => undefined);
    for (const [oauth, ports, hint] of [
      [{}, {}, undefined],
      [{}, {isEmbedded: true}, 'transport_unreachable'],
      [{redirectUri: 'https://api.example.com/cb'}, {}, 'transport_unreachable'],
      [{redirectUri: `${APP}.evil.example/cb`}, {}, 'transport_unreachable'],
      [{redirectUri: 'https://api.example.com/cb', waitForCompletion}, {}, undefined],
      [{waitForCompletion}, {isEmbedded: true}, undefined],
      [{}, {isEmbedded: true, hasNetwork: false}, 'offline'],
      [{}, {hasNetwork: false}, 'offline'],
    ] as const) {
      const begun = await waiting({oauth, ports: Object.assign(new FakePorts(), ports)});
      begun.ports.advance(TEN_MINUTES);
      expect(await begun.error()).to.include({code: 'flow_timeout', hint});
    }
  });

  it('does not end by a window that looks closed, unless the host says so', async () => {
    for (const [closePolicy, status] of [
      [undefined, 'possibly-closed'],
      ['advise', 'possibly-closed'],
      ['ignore', 'waiting'],
      ['assume', 'settled'],
    ] as const) {
      const {attempt, ports} = await waiting({oauth: {closePolicy}});
      ports.advance(5000);
      ports.window.isClosed = true;
      ports.advance(5000);
      expect(attempt.status).to.equal(status);
    }
  });
});

describe('an answer that the backend received', () => {
  it('ends the attempt, raced with the callback page', async () => {
    const completion = defer<{params: Record<string, string>}>();
    const begun = await waiting({oauth: {waitForCompletion: () => completion.promise}});
    completion.resolve({params: {code: 'from the backend'}});
    expect(await begun.attempt.result).to.include({code: 'from the backend'});
    const {state} = begun;
    expect(begun.say()).to.deep.equal([{ns: 'keyslot/oauth', v: 1, t: 'ack', state}]);
    expect(begun.statuses).to.deep.equal(['waiting', 'settled']);
  });

  it('comes in vain after that of the callback page', async () => {
    const completion = defer<{reference: string}>();
    let signal: AbortSignal | undefined;
    const begun = await waiting({
      oauth: {
        waitForCompletion: (_, options) => {
          ({signal} = options);
          return completion.promise;
        },
      },
    });
    begun.say();
    expect(signal?.aborted).to.be.true;
    completion.resolve({reference: 'late'});
    await settled();
    expect(await begun.attempt.result).to.include({code: 'the-code'});
    expect(await begun.attempt.result).not.to.have.property('reference');
  });

  it('is judged like any other', async () => {
    const params = {error: 'access_denied', state: 'x'};
    const begun = new Begun({oauth: {waitForCompletion: () => Promise.resolve({params})}});
    expect(await begun.error()).to.include({code: 'response_malformed'});
  });

  it('does not end anything when it is none', async () => {
    for (const wait of [
      () => rejected(new Error('x')),
      () => Promise.resolve({} as never),
      () => Promise.resolve(undefined as never),
    ]) {
      const begun = await waiting({oauth: {waitForCompletion: wait}});
      begun.say();
      expect(await begun.attempt.result).to.include({code: 'the-code'});
    }
  });
});

describe('an address that the user brings', () => {
  const addressOf = ({state}: Begun, query = 'code=pasted') =>
    `${redirectUri}?${query}&state=${state}`;

  it('is an answer', async () => {
    const begun = await waiting();
    expect(await begun.attempt.paste(`  ${addressOf(begun)}\n`)).to.be.true;
    expect(await begun.attempt.result).to.include({code: 'pasted'});
  });

  it('may be the answer that the user refused', async () => {
    const begun = await waiting();
    expect(await begun.attempt.paste(addressOf(begun, 'error=access_denied'))).to.be.true;
    expect(await begun.error()).to.include({code: 'access_denied'});
  });

  it('is nothing when it is not this attempt’s', async () => {
    const begun = await waiting();
    const other = await waiting({ports: Object.assign(begun.ports)});
    for (const address of [
      '',
      'code',
      redirectUri,
      `${redirectUri}?code=x`,
      begun.attempt.url ?? '',
      addressOf(other),
      addressOf(begun).replace('https:', 'http:'),
      addressOf(begun).replace('app.', 'evil.'),
      addressOf(begun).replace('/callback', '/other'),
    ]) {
      expect(await begun.attempt.paste(address), address).to.be.false;
    }
    expect(begun.attempt.status).to.equal('waiting');
  });

  it('is nothing before an answer is expected', async () => {
    const {attempt} = new Begun({oauth: {prepare: () => new Promise(() => undefined)}});
    expect(await attempt.paste('')).to.be.false;
    expect(await attempt.paste(`${redirectUri}?code=x&state=${'S'.repeat(43)}`)).to.be.false;
    expect(await attempt.paste(`${redirectUri}?code=x&state=`)).to.be.false;
    expect(attempt.status).to.equal('preparing');
  });

  it('is nothing when it is longer than any answer', async () => {
    const begun = await waiting();
    expect(await begun.attempt.paste(addressOf(begun, `code=${'x'.repeat(4097)}`))).to.be.false;
    expect(begun.attempt.status).to.equal('waiting');
  });
});

describe('what others say meanwhile', () => {
  it('changes nothing, and is counted', async () => {
    const begun = await waiting();
    const {attempt, ports, state, channel} = begun;
    const data = fc.oneof(
      fc.anything(),
      fc.record({
        ns: fc.constantFrom('keyslot/oauth', 'other'),
        v: fc.constantFrom(1, 2, '1'),
        t: fc.constantFrom('result', 'ack', 'nack', 'cancel'),
        state: fc.oneof(fc.string(), fc.constant(state.toLowerCase())),
        params: fc.dictionary(fc.constantFrom('code', 'error', '__proto__'), fc.string()),
      }),
    );
    let sent = 0;
    const property = fc.property(data, (message) => {
      sent += 2;
      expect(ports.say(channel, message)).to.deep.equal([]);
      expect(ports.write(APP, message)).to.deep.equal([]);
      expect(ports.write('https://evil.example', resultOf(state))).to.deep.equal([]);
    });
    fc.assert(property, {numRuns: 10_000});
    expect(begun.statuses).to.deep.equal(['waiting']);
    expect(attempt).to.include({status: 'waiting', ignoredMessages: sent});
    begun.say();
    expect(await attempt.result).to.include({code: 'the-code'});
  }).timeout(20_000);

  it('is heard no more than a thousand times in 50 ms', async () => {
    const {attempt, ports, state} = await waiting();
    const message = resultOf('T'.repeat(43), {code: 'x', state});
    const start = performance.now();
    for (let count = 0; count < 1000; count++) ports.write(APP, message);
    expect(performance.now() - start).to.be.below(50);
    expect(attempt.ignoredMessages).to.equal(1000);
  });
});

describe('the error of an attempt', () => {
  it('holds no value, address, state or code, however it ended', async () => {
    const code = 'canary-code';
    const ends: readonly (readonly [Given, (begun: Begun) => unknown])[] = [
      [{}, ({attempt}) => attempt.cancel('user')],
      [{}, ({ports}) => ports.advance(TEN_MINUTES)],
      [{}, (begun) => begun.say({code, state: 'x'})],
      [{}, (begun) => begun.say({code, error: 'x', state: begun.state})],
      [{}, (begun) => begun.say({state: begun.state})],
      [{}, (begun) => begun.say({error: 'server_error', state: begun.state})],
      [
        {method: windowMethod({issuer: 'https://as.example.com'}, ...variables)},
        (begun) => begun.say({code, state: begun.state, iss: 'https://evil.example'}),
      ],
      [
        {},
        ({ports, state, channel}) =>
          ports.say(channel, resultOf(state, {code, state}, 'unsupported')),
      ],
      [
        {oauth: {closePolicy: 'assume'}},
        ({ports}) => {
          ports.window.cutOff();
          ports.advance(9000);
        },
      ],
    ];
    for (const [given, end] of ends) {
      const begun = await waiting(given);
      const {state, attempt} = begun;
      end(begun);
      const error = await begun.error();
      const texts = [
        error.message,
        error.stack,
        JSON.stringify(error),
        String(error),
        ...Object.values(error).map((value) => JSON.stringify(value)),
      ].join('\n');
      for (const canary of [code, state, SECRET, 'my-shop', attempt.url ?? '', redirectUri]) {
        expect(texts).not.to.include(canary);
      }
      expect(texts).not.to.match(/\?[a-z_]+=/);
    }
  });
});
