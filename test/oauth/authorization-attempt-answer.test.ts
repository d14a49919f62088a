import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {bestTimeOf, TRIES} from '../support/best-time.js';
import {resultOf, windowMethod} from '../support/authorization-ports.js';
import {
  APP,
  Begun,
  NOTHING,
  redirectUri,
  settled,
  TEN_MINUTES,
  waiting,
} from '../support/begun-attempt.js';

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
    const time = bestTimeOf(() => {
      for (let count = 0; count < 1000; count++) ports.write(APP, message);
    });
    expect(time).to.be.below(50);
    expect(attempt.ignoredMessages).to.equal(1000 * TRIES);
  });
});
