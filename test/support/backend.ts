import {executeServerCommand} from '@web/test-runner-commands';
import type {ConnectorDefinition, Credential, CredentialChange} from '../../src/index.js';
import type {SubmitResult} from '../../src/controllers/submit-event.js';

/** The example backend, with applications behind it that know some credentials. */
export interface Backend<K = unknown> {
  readonly address: string;
  readonly connectors: readonly ConnectorDefinition[];
  /** Values that the applications know. */
  readonly known: K;
}

export const startBackend = <K>(applications: 'third-parties' | 'loopback') =>
  executeServerCommand<Backend<K>, string>('start-backend', applications);

/** The status codes that the applications answered with since this was last asked. */
export const takeAnswers = () => executeServerCommand<readonly number[], undefined>('take-answers');

/** What a page does with a credential. */
export async function save(
  {address}: Backend,
  credential: Credential | CredentialChange,
  signal?: AbortSignal,
): Promise<SubmitResult> {
  const response = await fetch(address, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(credential),
    ...(signal && {signal}),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw answer;
  return answer as SubmitResult;
}
