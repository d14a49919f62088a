/** The English words about the window of the provider. Loaded with it. */
export const enAuthorization = {
  /** Before the window opens. */
  destination: (place: string) => `You will sign in at ${place}`,
  scopesTitle: (connector: string) => `What you allow at ${connector}`,
  authorized: 'You have signed in.',

  /** What the window says while it is blank. */
  opening: (connector: string) => `Connecting to ${connector}…`,
  /** What is going on, by the status of the attempt. */
  authorizing: {
    preparing: 'Opening the window…',
    waiting: 'Finish in the other window.',
    'possibly-closed': 'Closed the window? Try again, or cancel.',
    blocked: 'Your browser blocked the window.',
    settled: '',
  },
  expiring: 'This sign-in ends in a minute.',
  reopen: 'Show the window',
  tryAgain: 'Try again',
};
