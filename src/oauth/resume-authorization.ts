import type {Authorization} from '../model/authorization.js';
import type {FieldValues} from '../model/method-kind.js';
import {KeyslotAuthorizationError} from './authorization-error.js';
import type {AuthorizationPorts} from './ports.js';
import {takeRecord} from './redirect-record.js';
import {judgeResponse} from './response.js';

/** An attempt in redirect mode that the user came back from. */
export interface ResumedAuthorization {
  readonly methodId: string;
  /** What had been entered, without secrets: those do not survive leaving the page. */
  readonly values: FieldValues;
  /** What was granted. Rejects with a {@link KeyslotAuthorizationError}. */
  readonly result: Promise<Authorization>;
}

/**
 * Goes on after the user came back from the provider in this tab. Returns nothing when no attempt
 * for the connector was answered; an attempt is returned once.
 */
export function resumeAuthorizationWith(
  ports: AuthorizationPorts,
  connectorId: string,
): ResumedAuthorization | undefined {
  const returned = takeRecord(connectorId, ports);
  if (!returned) return undefined;
  const {methodId, values, record} = returned;
  const result = Promise.resolve().then(() => {
    if (!record) throw new KeyslotAuthorizationError('redirect_state_invalid');
    const {expected, params, fault} = record;
    const {state} = expected;
    return judgeResponse(
      {ns: 'keyslot/oauth', v: 1, t: 'result', state, params, ...(fault && {fault})},
      expected,
    );
  });
  // Whoever does not ask for it is not to be told of it.
  result.catch(() => undefined);
  return {methodId, values, result};
}
