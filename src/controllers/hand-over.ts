import type {Credential, CredentialChange} from '../model/credential.js';
import type {SubmissionController} from './submission-controller.js';
import {KeyslotSubmitEvent, type SubmitIntent, type SubmitResult} from './submit-event.js';

/** How handing over a credential ended. */
export type SubmissionOutcome =
  | {readonly status: 'accepted'; readonly result: SubmitResult}
  | {readonly status: 'rejected'; readonly rejection: Rejection | undefined}
  | {readonly status: 'refused' | 'cancelled'};

/** What a host said when it did not take a credential. */
export interface Rejection {
  readonly message: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Dispatches a credential and waits for the host's answer, or until the user cancels; an answer that
 * comes later is ignored.
 */
export async function handOver(
  credential: Credential | CredentialChange,
  intent: SubmitIntent,
  submission: SubmissionController,
): Promise<SubmissionOutcome> {
  const pending = new AbortController();
  const {signal} = pending;
  const event = new KeyslotSubmitEvent(credential, {intent, signal});
  const isAllowed = submission.host.dispatchEvent(event);
  if (!event.response) return isAllowed ? {status: 'accepted', result: {}} : {status: 'refused'};
  submission.wait(pending);
  try {
    const result = await Promise.race([event.response, untilAborted(signal)]);
    const account = typeof result?.account === 'string' ? result.account : undefined;
    return {status: 'accepted', result: account === undefined ? {} : {account}};
  } catch (reason) {
    return signal.aborted
      ? {status: 'cancelled'}
      : {status: 'rejected', rejection: readRejection(reason)};
  } finally {
    submission.wait(undefined);
  }
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
