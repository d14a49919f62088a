import {findMethod} from '../../model/credential.js';
import type {AvailableMethod, Connector} from '../../model/method-kind.js';
import {AuthorizationAttempt} from '../authorization-attempt.js';
import type {AuthorizationRequest} from '../authorization-request.js';
import type {AuthorizationPorts} from '../ports.js';
import {resumeAuthorizationWith, type ResumedAuthorization} from '../resume-authorization.js';
import {browserPorts} from './browser-ports.js';

/** What is to be authorised, and how: a method of a connector that was read. */
export interface AuthorizationOptions extends Omit<AuthorizationRequest, 'connectorId' | 'method'> {
  readonly connector: Connector;
  readonly methodId: string;
}

/**
 * Has a user authorise in a window of the provider. Call it in the click itself, so that the browser
 * lets the window open. Nothing of it needs an element.
 *
 * @param ports - In place of the browser, for tests.
 */
export function startAuthorization(
  {connector, methodId, ...request}: AuthorizationOptions,
  ports: AuthorizationPorts = browserPorts(),
): AuthorizationAttempt {
  const method = findMethod(connector, methodId) ?? noMethod(methodId);
  return new AuthorizationAttempt({...request, connectorId: connector.id, method}, ports);
}

/** Nothing that could be authorised, which the attempt says. */
const noMethod = (id: string): AvailableMethod => ({
  id,
  type: '',
  recommended: false,
  deprecated: false,
  status: 'available',
  variables: [],
});

/**
 * Goes on after the user came back from the provider in this tab. Resolves to nothing when no attempt
 * for the connector was answered, or where nothing can be stored; an attempt is given once.
 *
 * @param resumeKey - That of the attempt, where it had one.
 */
export const resumeAuthorization = (
  connectorId: string,
  resumeKey?: string,
  ports: AuthorizationPorts = browserPorts(),
): Promise<ResumedAuthorization | undefined> =>
  resumeAuthorizationWith(ports, connectorId, resumeKey);
