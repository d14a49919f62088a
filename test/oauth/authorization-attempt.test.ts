import {expect} from '@open-wc/testing';
import {FakePorts, FakeWindow, resultOf, windowMethod} from '../support/authorization-ports.js';
import {
  APP,
  Begun,
  NOTHING,
  redirectUri,
  SECRET,
  settled,
  TEN_MINUTES,
  TOMBSTONE,
  waiting,
} from '../support/begun-attempt.js';
import {defer} from '../support/deferred.js';

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
    expect([attempt.hasWindow, attempt.focus()]).to.deep.equal([true, true]);
    expect(ports.window.focused).to.equal(1);
    ports.window.isClosed = true;
    expect([attempt.hasWindow, attempt.focus()]).to.deep.equal([false, false]);
    const blocked = new FakePorts();
    blocked.blockedBy = 'popup_blocked';
    expect((await waiting({ports: blocked, whenBlocked: 'wait'})).attempt.focus()).to.be.false;
  });

  it('tells how it ended without an error, too', async () => {
    const granted = await waiting();
    granted.say();
    const authorization = await granted.attempt.result;
    expect(await granted.attempt.outcome).to.deep.equal({ok: true, authorization});
    const cancelled = await waiting();
    cancelled.attempt.cancel();
    const error = await cancelled.error();
    expect(await cancelled.attempt.outcome).to.deep.equal({ok: false, error});
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
