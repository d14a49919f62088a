import {aTimeout, expect} from '@open-wc/testing';
import {resumeAuthorizationWith} from '../../src/oauth/resume-authorization.js';
import {returned} from '../support/returned.js';
import {waiting} from '../support/begun-attempt.js';

/** The errors that a browser tells of, as nobody took them. */
async function untaken(act: () => Promise<unknown>): Promise<readonly unknown[]> {
  const errors: unknown[] = [];
  const onRejection = (event: PromiseRejectionEvent) => errors.push(event.reason);
  window.addEventListener('unhandledrejection', onRejection);
  await act();
  await aTimeout(50);
  window.removeEventListener('unhandledrejection', onRejection);
  return errors;
}

describe('an error that nobody asked for', () => {
  it('bothers nobody when an attempt fails', async () => {
    const errors = await untaken(async () => {
      (await waiting()).attempt.cancel();
    });
    expect(errors).to.deep.equal([]);
  });

  it('bothers nobody when the user comes back to the page', async () => {
    const ports = returned({params: {error: 'access_denied'}});
    expect(await untaken(() => resumeAuthorizationWith(ports, 'acme'))).to.deep.equal([]);
  });
});
