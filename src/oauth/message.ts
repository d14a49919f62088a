/** What the pages say to each other about one attempt. `state` is what entitles to take part. */
export type AuthorizationMessage = ResultMessage | VerdictMessage | CancelMessage;

interface MessageBase {
  readonly ns: 'keyslot/oauth';
  readonly v: 1;
  readonly state: string;
}

/** The callback page tells what the provider answered. */
export interface ResultMessage extends MessageBase {
  readonly t: 'result';
  /** The parameters of the answer that are known. */
  readonly params: Readonly<Record<string, string>>;
  /** What is wrong with the answer as a whole. */
  readonly fault?: ResponseFault;
}

/** A parameter twice or too long, or in both places; tokens or a signed answer (RFC 9101, JARM). */
export type ResponseFault = 'malformed' | 'unsupported';

/** Why an answer came in vain. */
export type RefusalReason = 'cancelled' | 'superseded' | 'expired' | 'invalid';

/** The page that waits has received the answer: it can be used, or it cannot. */
export interface VerdictMessage extends MessageBase {
  readonly t: 'ack' | 'nack';
  readonly reason?: RefusalReason;
}

/** What all messages of one kind about an attempt begin with. */
export const messageOf = <T extends AuthorizationMessage['t']>(t: T, state: string) =>
  ({ns: 'keyslot/oauth', v: 1, t, state}) as const;

/** What to tell a callback page of its answer. */
export const verdictMessage = (
  state: string,
  reason: RefusalReason | undefined,
): VerdictMessage => ({...messageOf(reason ? 'nack' : 'ack', state), ...(reason && {reason})});

/** The page that waits does so no more. */
export interface CancelMessage extends MessageBase {
  readonly t: 'cancel';
}

/** The channel of one attempt, and the key of its record in redirect mode. */
export const channelName = (state: string): string => `keyslot/oauth/1:${state}`;

const PARAMETERS = new Set([
  'code',
  'state',
  'iss',
  'error',
  'error_description',
  'error_uri',
  'oauth_token',
  'oauth_verifier',
  'denied',
]);

/** Longer values are refused. */
const MAX_LENGTH = 4096;

/**
 * Reads what came over a channel or from a window: the answer of this attempt, or nothing. What is
 * foreign or malformed is never an error, as anybody could send it.
 */
export function readResult(data: unknown, state: string): ResultMessage | undefined {
  if (!isRecord(data)) return undefined;
  const {ns, v, t, params, fault} = data;
  if (ns !== 'keyslot/oauth' || v !== 1 || t !== 'result' || data['state'] !== state) {
    return undefined;
  }
  if (!isParameters(params)) return undefined;
  const isFault = fault === 'malformed' || fault === 'unsupported';
  if (fault !== undefined && !isFault) return undefined;
  return {...messageOf('result', state), params: {...params}, ...(isFault && {fault})};
}

export const isParameters = (params: unknown): params is Readonly<Record<string, string>> =>
  isRecord(params) &&
  Object.entries(params).every(
    ([name, value]) =>
      PARAMETERS.has(name) && typeof value === 'string' && value.length <= MAX_LENGTH,
  );

/** The known ones of all parameters of an answer, as a server reads them from its address. */
export function knownParameters(params: unknown): Readonly<Record<string, string>> | undefined {
  if (!isRecord(params)) return undefined;
  const known = Object.fromEntries(Object.entries(params).filter(isKnownParameter));
  return isParameters(known) ? known : undefined;
}

export const isKnownParameter = ([name]: readonly [name: string, value: unknown]): boolean =>
  PARAMETERS.has(name);

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
