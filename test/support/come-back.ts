import type {RedirectRecord} from '../../src/oauth/redirect-record.js';
import {oauth, type Provider} from './authorization.js';
import {granted} from './grants.js';

const {state, code, codeVerifier} = granted as Required<typeof granted>;

/** By what the tab keeps what the callback page left. */
export const KEY = `keyslot/oauth/1:${state}`;

/** Leaves what the callback page leaves in the tab when the user comes back. */
export function comeBackFrom({url}: Provider, changes: Partial<RedirectRecord> = {}): void {
  const record: RedirectRecord = {
    type: 'redirect',
    connectorId: 'acme',
    methodId: 'sign-in',
    resumeKey: JSON.stringify(['', false]),
    createdAt: Date.now() - 60_000,
    returnPath: location.pathname,
    values: {store: 'my-store', region: 'eu', copies: 3, yes: true},
    expected: {
      protocol: 'oauth2',
      state,
      redirectUri: oauth.redirectUri,
      scopes: ['read', 'admin'],
      issuer: url,
      codeVerifier,
    },
    params: {code, state, iss: url},
    ...changes,
  };
  sessionStorage.setItem(KEY, JSON.stringify(record));
}
