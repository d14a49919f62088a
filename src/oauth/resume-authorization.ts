import type {Authorization} from '../model/authorization.js';
import type {FieldValues} from '../model/method-kind.js';
import {KeyslotAuthorizationError} from './authorization-error.js';
import {channelName, messageOf, readResult} from './message.js';
import type {AuthorizationPorts} from './ports.js';
import type {RedirectRecord} from './redirect-record.js';
import {judgeResponse} from './response.js';

/** An attempt in redirect mode that the user came back from. */
export interface ResumedAuthorization {
  readonly methodId: string;
  /** What had been entered, without secrets: those do not survive leaving the page. */
  readonly values: FieldValues;
  /** The keys of the secrets that had been entered, which are to be asked for again. */
  readonly omitted: readonly string[];
  /** What was granted. Rejects with a {@link KeyslotAuthorizationError}. */
  readonly result: Promise<Authorization>;
}

/**
 * Goes on after the user came back from the provider in this tab. Resolves to nothing when no attempt
 * for the connector was answered, or where nothing can be stored; an attempt is given once.
 */
export async function resumeAuthorizationWith(
  ports: AuthorizationPorts,
  connectorId: string,
  resumeKey?: string,
): Promise<ResumedAuthorization | undefined> {
  const {takeRecord} = await import('./detours.js');
  const returned = takeRecord(channelName(''), connectorId, ports, resumeKey);
  if (!returned) return undefined;
  const {methodId, values, omitted, record} = returned;
  const result = new Promise<Authorization>((resolve) => resolve(judgeRecord(record)));
  // Whoever does not ask for it is not to be told of it.
  result.catch(() => undefined);
  return {methodId, values, omitted, result};
}

/** @throws KeyslotAuthorizationError */
export function judgeRecord(record: RedirectRecord | undefined): Authorization {
  const {expected, params, fault} = record ?? {};
  const state = expected?.state ?? '';
  const message = readResult({...messageOf('result', state), params, fault}, state);
  if (expected && message) return judgeResponse(message, expected);
  throw new KeyslotAuthorizationError('redirect_state_invalid');
}
