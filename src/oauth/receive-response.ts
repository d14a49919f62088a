import {
  channelName,
  knownParameters,
  messageOf,
  readResult,
  verdictMessage,
  type AuthorizationMessage,
  type RefusalReason,
  type ResultMessage,
} from './message.js';
import type {OAuthOptions} from './oauth-options.js';
import type {AuthorizationChannel, AuthorizationPorts} from './ports.js';

/** Who wants to know how an attempt ends. */
export interface ResponseListener {
  /** The provider answered. Returns what to tell the callback page. */
  readonly onResult: (message: ResultMessage) => AuthorizationMessage;
  /** The host's backend received the answer itself. */
  readonly onReference: (reference: string) => void;
  /** Somebody sent something that was not for this attempt. */
  readonly onForeign: () => void;
}

/** What an attempt is called. */
interface AttemptNames {
  readonly connectorId: string;
  readonly methodId: string;
  readonly state: string;
}

/** The ways by which an answer comes. */
export interface ResponseSources {
  /**
   * Ends all but the channel, which goes on to tell late answers what became of the attempt. It knows
   * nothing else of it any more: no value, code or verifier.
   *
   * @param reason - Why an answer comes in vain.
   */
  end(reason: RefusalReason | undefined): AuthorizationChannel | undefined;
}

/** Listens wherever the answer to an attempt may come from; the first that is valid wins. */
export function receiveResponse(
  attempt: AttemptNames,
  {callbackOrigins = [], waitForCompletion}: OAuthOptions,
  ports: AuthorizationPorts,
  signal: AbortSignal,
  given: ResponseListener,
): ResponseSources {
  const {state} = attempt;
  let listener: ResponseListener | undefined = given;
  let verdict: RefusalReason | undefined;
  const receive = (data: unknown, reply: (message: AuthorizationMessage) => void) => {
    const message = readResult(data, state);
    if (!message) listener?.onForeign();
    else reply(listener?.onResult(message) ?? verdictMessage(state, verdict));
  };
  const channel = ports.openChannel(channelName(state), receive);
  const stop = ports.listen([ports.origin, ...callbackOrigins], receive);
  completionOf(attempt, waitForCompletion, signal)
    .then((completion) => {
      const {params, reference} = (completion ?? {}) as {params?: unknown; reference?: unknown};
      const known = knownParameters(params);
      if (typeof reference === 'string') listener?.onReference(reference);
      else if (known) listener?.onResult({...messageOf('result', state), params: known});
    })
    // Should the host fail to find out, the other ways are still open, or the time runs out.
    .catch(() => undefined);
  return {
    end(reason) {
      stop();
      listener = undefined;
      verdict = reason;
      if (reason && reason !== 'invalid') channel?.post(messageOf('cancel', state));
      return channel;
    },
  };
}

/**
 * What the host finds out. Apart, as a signal knows who aborted it: what the channel can reach, which
 * outlives the attempt, is to know neither.
 */
async function completionOf(
  attempt: AttemptNames,
  waitForCompletion: OAuthOptions['waitForCompletion'],
  signal: AbortSignal,
): Promise<unknown> {
  // Whoever is asked may end the attempt, which can be ended from here on.
  await Promise.resolve();
  return signal.aborted ? undefined : waitForCompletion?.(attempt, {signal});
}
