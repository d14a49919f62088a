/** The English words about the window of the provider. Loaded with it. */
export const enAuthorization = {
  /** Before the window opens. */
  destination: (origin: string) => `You will sign in at ${origin}`,
  destinationOf: (connector: string) => `You will sign in with ${connector}`,
  scopesTitle: (connector: string) => `What you allow at ${connector}`,
  authorizeAgain: 'Sign in again',
  authorizeKept: 'What you allowed before stays as it is.',
  authorizeDue: 'Saving these changes asks you to sign in again.',
  authorized: 'You have signed in.',

  /** What the window says while it is blank. */
  opening: (connector: string) => `Connecting to ${connector}…`,
  /** What is going on, by the status of the attempt. */
  authorizing: {
    preparing: 'Opening the sign-in window…',
    waiting: 'Finish signing in in the other window.',
    'possibly-closed': 'Finish in the sign-in window. Closed it? Try again, or cancel.',
    blocked: 'Your browser blocked the sign-in window.',
  },
  reopen: 'Show the window',
  tryAgain: 'Try again',
};
