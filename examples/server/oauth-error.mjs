/**
 * Why an authorization cannot be exchanged: `code` is ours, or what the provider calls it
 * (RFC 6749 §5.2). `part` says what of the authorization is wrong; what it is, is not repeated.
 */
export class OAuthError extends Error {
  constructor(code, part) {
    super(part === undefined ? code : `${code} ${part}`);
    this.name = 'OAuthError';
    this.code = code;
    this.part = part;
  }
}

/** Refuses an authorization that is not the one that was begun. */
export function assertSame(given, expected) {
  for (const [part, value] of Object.entries(expected)) {
    if (given[part] !== value) throw new OAuthError('authorization_mismatch', part);
  }
}
