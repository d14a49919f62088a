import type {Authorization} from '../model/authorization.js';
import {KeyslotAuthorizationError, type CancelReason} from './authorization-error.js';
import type {RefusalReason, ResultMessage} from './message.js';
import {authorizationOf, judgeResponse, type ExpectedResponse} from './response.js';

/** Where an attempt is. `possibly-closed` is advice: the answer may still come. */
export type AuthorizationStatus =
  'preparing' | 'blocked' | 'waiting' | 'possibly-closed' | 'settled';

/** What a closed window means: advice, the end after a while, or nothing. */
export type ClosePolicy = 'advise' | 'assume' | 'ignore';

/** How an attempt ended. */
export type Outcome =
  | {readonly ok: true; readonly authorization: Authorization}
  | {readonly ok: false; readonly error: KeyslotAuthorizationError};

/** All that is known of an attempt. Times are in milliseconds since the epoch. */
export interface AttemptState {
  readonly status: AuthorizationStatus;
  /** When it ends without an answer. */
  readonly deadline: number;
  /** How long it may take, from the start or from when the user asked for more. */
  readonly timeout: number;
  /** When the host's backend must have prepared it. */
  readonly prepareBy: number;
  readonly closePolicy: ClosePolicy;
  /** Whether there is a window to watch. */
  readonly hasWindow: boolean;
  /** What may keep an answer away. */
  readonly hint?: 'transport_unreachable';
  readonly expected?: ExpectedResponse;
  /** When the window left for the provider. */
  readonly leftAt?: number;
  /** Since when the window looks closed. */
  readonly closedSince?: number;
  readonly outcome?: Outcome;
}

/** What happens to an attempt. */
export type AttemptEvent =
  | {readonly type: 'prepared'; readonly expected: ExpectedResponse}
  | {readonly type: 'failed'; readonly error: KeyslotAuthorizationError}
  | {readonly type: 'left'; readonly now: number; readonly isBlocked: boolean}
  | {
      readonly type: 'tick';
      readonly now: number;
      readonly isClosed: boolean;
      readonly isOnline: boolean;
    }
  | {readonly type: 'result'; readonly message: ResultMessage}
  | {readonly type: 'completed'; readonly reference: string}
  | {readonly type: 'cancelled'; readonly reason: CancelReason}
  | {readonly type: 'extended'; readonly now: number};

/** How long the host's backend may take. */
export const PREPARE_LIMIT_MS = 15_000;
/** How long before its end the user is offered more time (WCAG 2.2.1). */
export const WARNING_MS = 60_000;
/** A window that looks closed must do so for that long: its message may be on the way. */
const CLOSED_FOR_MS = 1000;
/** A window that looks closed as soon as it left was cut off by the provider rather than closed. */
const CUT_OFF_WITHIN_MS = 1500;
const CUT_OFF_FOR_MS = 15_000;
/** After that a closed window ends an attempt, where the host says that it may. */
const ASSUMED_AFTER_MS = 4000;

/** What becomes of an attempt. Has no effects; what is settled stays as it is. */
export function step(state: AttemptState, event: AttemptEvent): AttemptState {
  if (state.status === 'settled') return state;
  switch (event.type) {
    case 'prepared':
      return {...state, expected: event.expected};
    case 'failed':
      return settle(state, {ok: false, error: event.error});
    case 'left':
      return {...state, status: event.isBlocked ? 'blocked' : 'waiting', leftAt: event.now};
    case 'tick':
      return watch(state, event);
    case 'result':
      return answer(state, event.message);
    case 'completed': {
      const {expected} = state;
      const {reference} = event;
      return expected ? succeed(state, authorizationOf(expected, undefined, {reference})) : state;
    }
    case 'cancelled':
      return fail(state, 'flow_cancelled', {reason: event.reason});
    case 'extended':
      return {...state, deadline: event.now + state.timeout};
  }
}

/** Whether the user should be offered more time. */
export const isExpiring = ({status, deadline}: AttemptState, now: number): boolean =>
  status !== 'settled' && status !== 'preparing' && deadline - now <= WARNING_MS;

/** What to tell a callback page whose answer finds an attempt settled. */
export function verdictOn({outcome}: AttemptState): RefusalReason | undefined {
  if (!outcome || outcome.ok) return undefined;
  const {code, phase, reason} = outcome.error;
  // A refusal by the user or the provider was received just as well.
  if (phase === 'provider') return undefined;
  if (reason === 'superseded') return reason;
  if (code === 'flow_timeout') return 'expired';
  return phase === 'response' ? 'invalid' : 'cancelled';
}

function watch(
  state: AttemptState,
  {now, isClosed, isOnline}: Extract<AttemptEvent, {type: 'tick'}>,
): AttemptState {
  const {status, deadline, prepareBy, leftAt, hasWindow, closePolicy, hint} = state;
  if (now >= deadline) {
    const why = isOnline ? hint : 'offline';
    return fail(state, 'flow_timeout', why && {hint: why});
  }
  if (status === 'preparing') {
    // The page itself opened it and nobody else was there yet, so this is no guess.
    if (hasWindow && isClosed) return fail(state, 'popup_closed');
    return now < prepareBy ? state : fail(state, 'prepare_timeout');
  }
  if (!hasWindow || closePolicy === 'ignore') return state;
  const {closedSince = now, ...rest} = state;
  if (!isClosed) return {...rest, status: 'waiting'};
  const wasCutOff = leftAt !== undefined && closedSince - leftAt <= CUT_OFF_WITHIN_MS;
  const closedFor = now - closedSince;
  if (closePolicy === 'assume' && closedFor >= ASSUMED_AFTER_MS) {
    return fail(state, 'popup_closed');
  }
  const isAdvised = closedFor >= (wasCutOff ? CUT_OFF_FOR_MS : CLOSED_FOR_MS);
  return {...rest, closedSince, status: isAdvised ? 'possibly-closed' : status};
}

function answer(state: AttemptState, message: ResultMessage): AttemptState {
  if (!state.expected) return state;
  try {
    return succeed(state, judgeResponse(message, state.expected));
  } catch (error) {
    if (!(error instanceof KeyslotAuthorizationError)) throw error;
    return settle(state, {ok: false, error});
  }
}

const settle = (state: AttemptState, outcome: Outcome): AttemptState => ({
  ...state,
  status: 'settled',
  outcome,
});

const succeed = (state: AttemptState, authorization: Authorization): AttemptState =>
  settle(state, {ok: true, authorization});

const fail = (
  state: AttemptState,
  ...why: ConstructorParameters<typeof KeyslotAuthorizationError>
): AttemptState => settle(state, {ok: false, error: new KeyslotAuthorizationError(...why)});
