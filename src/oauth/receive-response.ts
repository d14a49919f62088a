import {
  channelName,
  knownParameters,
  readResult,
  type AuthorizationMessage,
  type ResultMessage,
} from './message.js';
import type {OAuthOptions} from './oauth-options.js';
import type {AuthorizationChannel, AuthorizationPorts, Stop} from './ports.js';

/** Who wants to know how an attempt ends. */
export interface ResponseListener {
  /** The provider answered. Returns what to tell the callback page. */
  readonly onResult: (message: ResultMessage) => AuthorizationMessage;
  /** The host's backend received the answer itself. */
  readonly onReference: (reference: string) => void;
  /** Somebody sent something that was not for this attempt. */
  readonly onForeign: () => void;
}

/** The ways by which an answer comes. The channel outlives the others: see {@link keepTombstone}. */
export interface ResponseSources {
  readonly channel: AuthorizationChannel | undefined;
  readonly stop: Stop;
}

/** Listens wherever the answer to an attempt may come from; the first that is valid wins. */
export function receiveResponse(
  attempt: {readonly connectorId: string; readonly methodId: string; readonly state: string},
  {callbackOrigins = [], waitForCompletion}: OAuthOptions,
  ports: AuthorizationPorts,
  signal: AbortSignal,
  {onResult, onReference, onForeign}: ResponseListener,
): ResponseSources {
  const {state} = attempt;
  const receive = (data: unknown, reply: (message: AuthorizationMessage) => void) => {
    const message = readResult(data, state);
    if (message) reply(onResult(message));
    else onForeign();
  };
  const channel = ports.openChannel(channelName(state), receive);
  const stop = ports.listen([ports.origin, ...callbackOrigins], receive);
  const wait = async () => {
    // The host may end the attempt, and only what was returned can be stopped.
    await Promise.resolve();
    if (signal.aborted) return;
    const completion: unknown = await waitForCompletion?.(attempt, {signal});
    const {params, reference} = (completion ?? {}) as {params?: unknown; reference?: unknown};
    const known = knownParameters(params);
    if (typeof reference === 'string') onReference(reference);
    else if (known) onResult({ns: 'keyslot/oauth', v: 1, t: 'result', state, params: known});
  };
  // Should the host fail to find out, the other ways are still open, or the time runs out.
  wait().catch(() => undefined);
  return {channel, stop};
}
