import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  isExpiring,
  PREPARE_LIMIT_MS,
  step,
  verdictOn,
  WARNING_MS,
  type AttemptEvent,
  type AttemptState,
} from '../../src/oauth/attempt-state.js';
import {
  KeyslotAuthorizationError,
  type AuthorizationErrorCode,
  type CancelReason,
} from '../../src/oauth/authorization-error.js';
import type {ExpectedResponse} from '../../src/oauth/response.js';
import {resultOf} from '../support/authorization-ports.js';

const START = 1_800_000_000_000;
const TIMEOUT = 600_000;
const state = 's'.repeat(43);
const redirectUri = 'https://app.example.com/callback';
const expected: ExpectedResponse = {protocol: 'oauth2', state, redirectUri, scopes: ['read']};

const preparing: AttemptState = {
  status: 'preparing',
  deadline: START + TIMEOUT,
  timeout: TIMEOUT,
  prepareBy: START + PREPARE_LIMIT_MS,
  closePolicy: 'advise',
  hasWindow: true,
};

const after = (from: AttemptState, ...events: readonly AttemptEvent[]): AttemptState =>
  events.reduce(step, from);

const prepared: AttemptEvent = {type: 'prepared', expected};
const left = (at = 0, isBlocked = false): AttemptEvent => ({
  type: 'left',
  now: START + at,
  isBlocked,
});
const tick = (at: number, isClosed = false, isOnline = true): AttemptEvent => ({
  type: 'tick',
  now: START + at,
  isClosed,
  isOnline,
});
const closed = (at: number) => tick(at, true);
const waiting = after(preparing, prepared, left());
const blocked = after({...preparing, hasWindow: false}, prepared, left(0, true));

/** How an attempt ended, in a word: what went wrong, `ok`, or nothing while it lasts. */
const endOf = ({status, outcome}: AttemptState): string | undefined => {
  expect(status === 'settled', 'settled').to.equal(outcome !== undefined, 'has an outcome');
  return outcome && (outcome.ok ? 'ok' : outcome.error.code);
};
const errorOf = ({outcome}: AttemptState): KeyslotAuthorizationError => {
  if (!outcome || outcome.ok) throw new Error('It did not fail.');
  return outcome.error;
};

describe('an attempt', () => {
  it('waits once its window has left', () => {
    expect(waiting).to.include({status: 'waiting', hasWindow: true, leftAt: START});
  });

  it('is blocked while there is no window', () => {
    expect(blocked).to.include({status: 'blocked', hasWindow: false});
  });

  it('waits when the user follows the link in place of a blocked window', () => {
    expect(after(blocked, left(5000))).to.include({status: 'waiting', leftAt: START + 5000});
  });

  it('keeps what an answer has to agree with', () => {
    expect(after(preparing, prepared)).to.include({status: 'preparing', expected});
  });

  it('fails with the error that it is given', () => {
    const error = new KeyslotAuthorizationError('prepare_failed');
    for (const from of [preparing, waiting, blocked]) {
      expect(errorOf(after(from, {type: 'failed', error}))).to.equal(error);
    }
  });

  for (const reason of ['user', 'host', 'disconnected', 'superseded', 'signal'] as const) {
    it(`can be cancelled at any time: ${reason}`, () => {
      for (const from of [preparing, waiting, blocked]) {
        const error = errorOf(after(from, {type: 'cancelled', reason}));
        expect(error).to.include({code: 'flow_cancelled', reason, phase: 'window', retry: 'same'});
      }
    });
  }

  it('succeeds with an answer that can be used', () => {
    for (const from of [waiting, blocked, after(waiting, closed(1), closed(20_000))]) {
      const {outcome} = after(from, {type: 'result', message: resultOf(state)});
      const authorization = {state, redirectUri, scopes: ['read'], code: 'the-code'};
      expect(outcome).to.deep.equal({ok: true, authorization});
    }
  });

  it('fails with an answer that cannot', () => {
    const message = resultOf(state, {error: 'access_denied'});
    expect(endOf(after(waiting, {type: 'result', message}))).to.equal('access_denied');
  });

  it('has no use for an answer before it knows what to expect', () => {
    expect(after(preparing, {type: 'result', message: resultOf(state)})).to.equal(preparing);
    expect(after(preparing, {type: 'completed', reference: 'r'})).to.equal(preparing);
  });

  it('does not hide a mistake of ours behind an error of the provider', () => {
    const params = new Proxy(
      {},
      {
        get: () => {
          throw new TypeError('ours');
        },
      },
    );
    const message = {...resultOf(state), params};
    expect(() => step(waiting, {type: 'result', message})).to.throw(TypeError, 'ours');
  });

  it('succeeds with what the backend received itself', () => {
    const {outcome} = after(waiting, {type: 'completed', reference: 'ref-1'});
    const authorization = {state, redirectUri, scopes: ['read'], reference: 'ref-1'};
    expect(outcome).to.deep.equal({ok: true, authorization});
  });

  it('names neither issuer nor token beside the reference, as nobody has answered here, but the verifier of the code', () => {
    const codeVerifier = 'v';
    const known = {...expected, issuer: 'https://as.example.com', codeVerifier, oauthToken: 't'};
    const {outcome} = after(
      preparing,
      {type: 'prepared', expected: known},
      {type: 'completed', reference: 'ref-1'},
    );
    const authorization = {
      state,
      redirectUri,
      scopes: ['read'],
      codeVerifier,
      reference: 'ref-1',
    };
    expect(outcome).to.deep.equal({ok: true, authorization});
  });

  it('that is settled stays as it is', () => {
    const settled = after(waiting, {type: 'result', message: resultOf(state)});
    const error = new KeyslotAuthorizationError('popup_closed');
    const events: readonly AttemptEvent[] = [
      prepared,
      left(),
      tick(TIMEOUT * 2),
      {type: 'failed', error},
      {type: 'result', message: resultOf(state, {error: 'access_denied'})},
      {type: 'completed', reference: 'late'},
      {type: 'cancelled', reason: 'user'},
      {type: 'extended', now: START},
    ];
    for (const event of events) expect(step(settled, event), event.type).to.equal(settled);
  });
});

describe('the time of an attempt', () => {
  it('ends at the deadline, and not before', () => {
    for (const from of [waiting, blocked]) {
      expect(endOf(after(from, tick(TIMEOUT - 1)))).to.be.undefined;
      expect(endOf(after(from, tick(TIMEOUT)))).to.equal('flow_timeout');
    }
  });

  it('ends when the machine wakes up long after the deadline', () => {
    expect(endOf(after(waiting, closed(TIMEOUT * 50)))).to.equal('flow_timeout');
  });

  it('gives no reason when there is none', () => {
    expect(errorOf(after(waiting, tick(TIMEOUT)))).not.to.have.property('hint');
  });

  it('hints at what kept the answer away', () => {
    const unreachable = {...waiting, hint: 'transport_unreachable'} as const;
    expect(errorOf(after(unreachable, tick(TIMEOUT))).hint).to.equal('transport_unreachable');
    expect(errorOf(after(unreachable, tick(TIMEOUT, false, false))).hint).to.equal('offline');
    expect(errorOf(after(waiting, tick(TIMEOUT, false, false))).hint).to.equal('offline');
  });

  it('lets the backend prepare for 15 s', () => {
    expect(endOf(after(preparing, tick(14_999)))).to.be.undefined;
    expect(endOf(after(preparing, tick(15_000)))).to.equal('prepare_timeout');
    expect(endOf(after(waiting, tick(15_000)))).to.be.undefined;
  });

  it('may be shorter than the preparation', () => {
    const hasty = {...preparing, deadline: START + 1000, timeout: 1000};
    expect(endOf(after(hasty, tick(1000)))).to.equal('flow_timeout');
  });

  it('is given again from when the user asks for more', () => {
    const extended = after(waiting, {type: 'extended', now: START + TIMEOUT - 1});
    expect(endOf(after(extended, tick(2 * TIMEOUT - 2)))).to.be.undefined;
    expect(endOf(after(extended, tick(2 * TIMEOUT - 1)))).to.equal('flow_timeout');
  });

  it('is nearly over one minute before its end', () => {
    const warning = START + TIMEOUT - WARNING_MS;
    expect(WARNING_MS).to.equal(60_000);
    for (const from of [waiting, blocked]) {
      expect(isExpiring(from, warning - 1)).to.be.false;
      expect(isExpiring(from, warning)).to.be.true;
    }
    const extended = after(waiting, {type: 'extended', now: warning});
    expect(isExpiring(extended, warning)).to.be.false;
  });

  it('is not nearly over while nothing can be done about it', () => {
    const now = START + TIMEOUT - 1;
    expect(isExpiring(preparing, now)).to.be.false;
    expect(isExpiring(after(waiting, {type: 'cancelled', reason: 'user'}), now)).to.be.false;
  });
});

describe('a window that looks closed', () => {
  const wait = after(waiting, tick(500), tick(4000));

  it('is the end while it is blank, whatever closing means', () => {
    for (const closePolicy of ['advise', 'assume', 'ignore'] as const) {
      expect(endOf(after({...preparing, closePolicy}, closed(500)))).to.equal('popup_closed');
    }
  });

  it('means nothing where there is none', () => {
    expect(endOf(after({...preparing, hasWindow: false}, closed(500)))).to.be.undefined;
    expect(after(blocked, closed(500), closed(60_000))).to.equal(blocked);
  });

  it('is advice after it did so for 1 s', () => {
    expect(after(wait, closed(4500), closed(5499)).status).to.equal('waiting');
    expect(after(wait, closed(4500), closed(5500)).status).to.equal('possibly-closed');
  });

  it('is advice after 15 s when it was cut off within 1.5 s of leaving', () => {
    const cutOff = after(waiting, closed(1500));
    expect(after(cutOff, closed(16_499)).status).to.equal('waiting');
    expect(after(cutOff, closed(16_500)).status).to.equal('possibly-closed');
    const later = after(waiting, closed(1501));
    expect(after(later, closed(2500)).status).to.equal('waiting');
    expect(after(later, closed(2501)).status).to.equal('possibly-closed');
  });

  it('is cut off soon after it left, not after the attempt began', () => {
    const late = after(preparing, prepared, left(10_000));
    expect(after(late, closed(11_000), closed(13_000)).status).to.equal('waiting');
    expect(after(late, closed(11_000), closed(26_000)).status).to.equal('possibly-closed');
  });

  it('never ends an attempt by advice', () => {
    expect(after(wait, closed(4500), closed(TIMEOUT - 1)).status).to.equal('possibly-closed');
    expect(endOf(after(wait, closed(4500), closed(TIMEOUT)))).to.equal('flow_timeout');
  });

  it('is waited for again when it is open after all', () => {
    const advised = after(wait, closed(4500), closed(5500));
    const back = after(advised, tick(6000));
    expect(back.status).to.equal('waiting');
    expect(back).not.to.have.property('closedSince');
    expect(after(back, closed(6500), closed(7499)).status).to.equal('waiting');
    expect(after(back, closed(6500), closed(7500)).status).to.equal('possibly-closed');
  });

  it('is closed after 4 s where that may be assumed', () => {
    const assuming: AttemptState = {...wait, closePolicy: 'assume'};
    expect(after(assuming, closed(4500), closed(8499)).status).to.equal('possibly-closed');
    expect(endOf(after(assuming, closed(4500), closed(8500)))).to.equal('popup_closed');
    const again = after(assuming, closed(4500), tick(8000), closed(8500));
    expect(endOf(after(again, closed(12_499)))).to.be.undefined;
  });

  it('is closed after 4 s also when it closed at once, where that may be assumed', () => {
    const assuming: AttemptState = {...waiting, closePolicy: 'assume'};
    expect(after(assuming, closed(500), closed(4499)).status).to.equal('waiting');
    expect(endOf(after(assuming, closed(500), closed(4500)))).to.equal('popup_closed');
  });

  it('is nothing where it is to be ignored', () => {
    const ignoring: AttemptState = {...wait, closePolicy: 'ignore'};
    expect(after(ignoring, closed(4500), closed(500_000))).to.equal(ignoring);
  });

  it('is advice no more when the user follows a link', () => {
    const advised = after(wait, closed(4500), closed(5500));
    const followed = after(advised, left(6000), tick(6500));
    expect(followed.status).to.equal('waiting');
  });
});

describe('what a callback page is told of an attempt', () => {
  const failedWith = (code: AuthorizationErrorCode, reason?: CancelReason) =>
    after(waiting, {
      type: 'failed',
      error: new KeyslotAuthorizationError(code, reason && {reason}),
    });

  it('is nothing in particular while it lasts and when it succeeded', () => {
    expect(verdictOn(waiting)).to.be.undefined;
    expect(verdictOn(after(waiting, {type: 'completed', reference: 'r'}))).to.be.undefined;
  });

  for (const [code, reason, verdict] of [
    ['flow_cancelled', 'superseded', 'superseded'],
    ['flow_cancelled', 'user', 'cancelled'],
    ['flow_cancelled', 'signal', 'cancelled'],
    ['flow_timeout', undefined, 'expired'],
    ['popup_closed', undefined, 'cancelled'],
    ['storage_unavailable', undefined, 'cancelled'],
    ['response_malformed', undefined, 'invalid'],
    ['issuer_mismatch', undefined, 'invalid'],
    // It was received, and is what the page reports.
    ['access_denied', undefined, undefined],
    ['provider_error', undefined, undefined],
  ] as const) {
    it(`is ${verdict ?? 'that it was received'} for ${reason ?? code}`, () => {
      expect(verdictOn(failedWith(code, reason))).to.equal(verdict);
    });
  }
});

describe('any sequence of events', () => {
  const time = fc.integer({min: 0, max: 2 * TIMEOUT}).map((at) => START + at);
  const message = fc
    .constantFrom<Record<string, string>>(
      {code: 'c'},
      {error: 'access_denied'},
      {code: 'c', error: 'e'},
      {state: 'other'},
      {},
    )
    .map((params) => resultOf(state, params));
  const event: fc.Arbitrary<AttemptEvent> = fc.oneof(
    fc.constant(prepared),
    fc.record({
      type: fc.constant('failed' as const),
      error: fc.constant(new KeyslotAuthorizationError('prepare_failed')),
    }),
    fc.record({type: fc.constant('left' as const), now: time, isBlocked: fc.boolean()}),
    fc.record({
      type: fc.constant('tick' as const),
      now: time,
      isClosed: fc.boolean(),
      isOnline: fc.boolean(),
    }),
    fc.record({type: fc.constant('result' as const), message}),
    fc.record({type: fc.constant('completed' as const), reference: fc.string()}),
    fc.record({
      type: fc.constant('cancelled' as const),
      reason: fc.constantFrom<CancelReason>('user', 'host', 'superseded'),
    }),
    fc.record({type: fc.constant('extended' as const), now: time}),
  );
  const start: fc.Arbitrary<AttemptState> = fc
    .record({
      closePolicy: fc.constantFrom('advise' as const, 'assume' as const, 'ignore' as const),
      hasWindow: fc.boolean(),
    })
    .map((settings) => ({...preparing, ...settings}));

  it('has at most one outcome, which is there exactly when the attempt is settled', () => {
    const property = fc.property(start, fc.array(event, {maxLength: 40}), (from, events) => {
      let current = from;
      for (const next of events) {
        const {outcome} = current;
        current = step(current, next);
        endOf(current);
        if (outcome) expect(current.outcome).to.equal(outcome);
      }
    });
    fc.assert(property, {numRuns: 2000});
  });

  it('is ended by the deadline', () => {
    const property = fc.property(start, fc.array(event, {maxLength: 40}), (from, events) => {
      const current = after(from, ...events);
      const {deadline} = current;
      const end = step(current, {type: 'tick', now: deadline, isClosed: false, isOnline: true});
      expect(endOf(end)).to.be.a('string');
    });
    fc.assert(property, {numRuns: 2000});
  });

  it('changes no state that was', () => {
    const property = fc.property(start, fc.array(event, {maxLength: 20}), (from, events) => {
      let current = Object.freeze(from);
      for (const next of events) current = Object.freeze(step(current, next));
    });
    fc.assert(property);
  });
});
