import type {Authorization} from '../../src/core.js';

/** What every grant has. */
const attempt = {
  state: 'state-'.repeat(6),
  redirectUri: 'https://app.example.com/callback.html',
  scopes: [],
};

/** What a user granted by OAuth 2, as the elements hand it over. */
export const granted: Authorization = {
  ...attempt,
  code: 'the-code',
  codeVerifier: 'verifier-'.repeat(6),
};

/** What a user granted by OAuth 1.0a. */
export const grantedKeys: Authorization = {
  ...attempt,
  oauthToken: 'the-token',
  oauthVerifier: 'the-verifier',
};
