import type {Credential, CredentialChange} from '../model/credential.js';
import type {SubmissionController} from './submission-controller.js';
import {KeyslotSubmitEvent, type SubmitIntent, type SubmitResult} from './submit-event.js';

/** How handing over a credential ended. */
export type SubmissionOutcome =
  | {readonly status: 'accepted'; readonly result: SubmitResult}
  | {readonly status: 'rejected'; readonly rejection: Rejection | undefined}
  | {readonly status: 'refused' | 'cancelled' | 'timed-out'};

/** What a host said when it did not take a credential. */
export interface Rejection {
  readonly message: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Dispatches a credential and waits for the host's answer, or until the user cancels or the time is
 * up; an answer that comes later is ignored.
 */
export async function handOver(
  credential: Credential | CredentialChange,
  intent: SubmitIntent,
  submission: SubmissionController,
): Promise<SubmissionOutcome> {
  const pending = new AbortController();
  const {signal} = pending;
  const limit = submission.ports.timeout();
  const event = new KeyslotSubmitEvent(credential, {intent, signal});
  const isAllowed = submission.host.dispatchEvent(event);
  if (!event.response) {
    // Nobody has tried what nobody answered for.
    const isAccepted = isAllowed && intent === 'save';
    return isAccepted ? {status: 'accepted', result: {}} : {status: 'refused'};
  }
  submission.wait(pending, intent);
  signal.addEventListener('abort', () => {
    // Nobody hears of it where the element is gone, nor where it begins anew.
    const isCancelled = signal.reason !== TIMED_OUT && submission.host.isConnected;
    if (isCancelled) submission.say(submission.ports.wording().messages.cancelled);
  });
  const isLimited = limit > 0 && limit <= LONGEST_MS;
  const timer = isLimited ? setTimeout(() => pending.abort(TIMED_OUT), limit) : undefined;
  try {
    const result = await Promise.race([event.response, untilAborted(signal)]);
    return {status: 'accepted', result: readResult(result)};
  } catch (reason) {
    if (!signal.aborted) return {status: 'rejected', rejection: readRejection(reason)};
    return {status: signal.reason === TIMED_OUT ? 'timed-out' : 'cancelled'};
  } finally {
    clearTimeout(timer);
    submission.wait(undefined);
  }
}

/** What a timer can wait for, 24 days; beyond, it would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Why a signal aborts when the host took too long: what `AbortSignal.timeout` would say. */
const TIMED_OUT = new DOMException('The page took too long to answer', 'TimeoutError');

function readResult(result: unknown): SubmitResult {
  if (typeof result !== 'object' || result === null) return {};
  const {account, warnings} = result as {account?: unknown; warnings?: unknown};
  const texts = Array.isArray(warnings) ? warnings.filter((text) => typeof text === 'string') : [];
  return {
    ...(typeof account === 'string' && {account}),
    ...(texts.length > 0 && {warnings: texts}),
  };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = () => {
      reject(new DOMException('cancelled', 'AbortError'));
    };
    signal.addEventListener('abort', abort, {once: true});
    if (signal.aborted) abort();
  });
}

/**
 * The words for the user in what a host rejected with. An error that was merely thrown has none: its
 * message is for developers, and may hold anything.
 */
function readRejection(reason: unknown): Rejection | undefined {
  if (typeof reason !== 'object' || reason === null) return undefined;
  const {message, fields} = reason as {message?: unknown; fields?: unknown};
  const hasFields = typeof fields === 'object' && fields !== null;
  if (reason instanceof Error && !hasFields) return undefined;
  const words = typeof message === 'string' && message ? message : undefined;
  const byKey = Object.entries(hasFields ? fields : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  if (words === undefined && !byKey.length) return undefined;
  return {message: words, fields: Object.fromEntries(byKey)};
}
