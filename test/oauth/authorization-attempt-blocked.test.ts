import {expect, waitUntil} from '@open-wc/testing';
import {FakePorts, windowMethod} from '../support/authorization-ports.js';
import {Begun, NOTHING, SECRET, settled, TEN_MINUTES, waiting} from '../support/begun-attempt.js';

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

  it('stays when it is cancelled on the way', async () => {
    const given = {ports: blocked(), whenBlocked: 'wait', values: {}} as const;
    const {attempt, ports} = await waiting({...given, oauth: {mode: 'auto'}});
    const leaving = attempt.useThisTab();
    attempt.cancel();
    await leaving;
    expect(ports.urls).to.deep.equal([]);
    expect(ports.storage()).to.have.length(0);
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
    const begun = new Begun({values: {shop: 'my-shop'}, oauth});
    const {ports, attempt} = begun;
    await waitUntil(() => ports.urls.length > 0);
    const {state} = begun;
    expect(ports.windows).to.deep.equal([]);
    expect(ports.urls).to.deep.equal([attempt.url]);
    const text = ports.storage().getItem(`keyslot/oauth/1:${state}`) ?? '';
    expect(JSON.parse(text)).to.include({type: 'redirect', connectorId: 'acme'});
  });

  it('stays when a secret was entered that only the page knows', async () => {
    const begun = new Begun({oauth});
    expect(await begun.error()).to.include({code: 'authorization_unavailable'});
    expect(begun.ports.urls).to.deep.equal([]);
  });

  it('stays when nothing can be stored', async () => {
    for (const tabStorage of [
      undefined,
      Object.assign(new FakePorts().storage(), {isFull: true}),
    ]) {
      const begun = new Begun({
        values: {shop: 'my-shop'},
        oauth,
        ports: Object.assign(new FakePorts(), {tabStorage}),
      });
      expect(await begun.error()).to.include({code: 'storage_unavailable', retry: 'none'});
      expect(begun.ports.urls).to.deep.equal([]);
      expect(begun.ports.live).to.deep.include({listeners: 0});
    }
  });

  it('stays when the host says so', async () => {
    const begun = new Begun({values: {shop: 'my-shop'}, oauth, onBeforeNavigate: () => false});
    expect(await begun.error()).to.include({code: 'flow_cancelled', reason: 'host'});
    expect(begun.ports.urls).to.deep.equal([]);
    expect(begun.ports.storage()).to.have.length(0);
  });

  it('stays when it is cancelled at the last moment', async () => {
    const begun: Begun = new Begun({
      oauth,
      values: {shop: 'my-shop'},
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
