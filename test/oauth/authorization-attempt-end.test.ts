import {expect} from '@open-wc/testing';
import {FakePorts, resultOf, windowMethod} from '../support/authorization-ports.js';
import {
  APP,
  Begun,
  NOTHING,
  redirectUri,
  SECRET,
  settled,
  TEN_MINUTES,
  TOMBSTONE,
  variables,
  waiting,
  type Given,
} from '../support/begun-attempt.js';

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
      const {code, hint} = await begun.error();
      expect([code, hint]).to.deep.equal(['flow_timeout', undefined]);
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
      const error = await begun.error();
      expect([error.code, error.hint]).to.deep.equal(['flow_timeout', hint]);
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
