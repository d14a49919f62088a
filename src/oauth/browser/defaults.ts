import {AuthorizationAttempt} from '../authorization-attempt.js';
import type {AuthorizationRequest} from '../authorization-request.js';
import type {AuthorizationPorts} from '../ports.js';
import {resumeAuthorizationWith, type ResumedAuthorization} from '../resume-authorization.js';
import {browserPorts} from './browser-ports.js';

/**
 * Has a user authorise in a window of the provider. Call it in the click itself, so that the browser
 * lets the window open. Nothing of it needs an element.
 *
 * @param ports - In place of the browser, for tests.
 */
export const startAuthorization = (
  request: AuthorizationRequest,
  ports: AuthorizationPorts = browserPorts(),
): AuthorizationAttempt => new AuthorizationAttempt(request, ports);

/**
 * Goes on after the user came back from the provider in this tab. Resolves to nothing when no attempt
 * for the connector was answered, or where nothing can be stored; an attempt is given once.
 */
export const resumeAuthorization = (
  connectorId: string,
  ports: AuthorizationPorts = browserPorts(),
): Promise<ResumedAuthorization | undefined> => resumeAuthorizationWith(ports, connectorId);
