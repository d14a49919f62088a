import type {KeyslotSubmitEvent} from '../../src/index.js';

/** What the page around an element does with a credential. */
export const ANSWERS = [
  'take it',
  'take it and name the account',
  'take it and warn',
  'reject a field',
  'reject it as a whole',
  'fail',
  'refuse',
  'never answer',
] as const;

export type Answer = (typeof ANSWERS)[number];

/** What a page may reject with: words for the user, for the whole form and for single fields. */
class ConnectionError extends Error {
  readonly fields: Readonly<Record<string, string>>;

  constructor(message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message);
    this.fields = fields;
  }
}

/** Answers as a host page would after it asked its own server. */
export function respond(event: KeyslotSubmitEvent, answer: Answer): void {
  switch (answer) {
    case 'take it':
      // Neither a promise nor a refusal means that the credential was taken.
      return;
    case 'take it and name the account':
      event.respondWith(Promise.resolve({account: 'ada@example.com'}));
      return;
    case 'take it and warn':
      event.respondWith(
        Promise.resolve({
          account: 'ada@example.com',
          warnings: ['The key works, but it may not write orders'],
        }),
      );
      return;
    case 'reject a field':
      event.respondWith(
        Promise.reject(
          new ConnectionError('The application did not let us in', {
            token: 'This token was revoked on the application’s side. Make a new one',
          }),
        ),
      );
      return;
    case 'reject it as a whole':
      event.respondWith(
        Promise.reject(
          new ConnectionError('The application is down for maintenance. Try again in an hour'),
        ),
      );
      return;
    case 'fail':
      event.respondWith(Promise.reject(new TypeError('Failed to fetch')));
      return;
    case 'refuse':
      event.preventDefault();
      return;
    case 'never answer':
      event.respondWith(new Promise<never>(() => {}));
  }
}
