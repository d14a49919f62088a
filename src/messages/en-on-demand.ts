/** The English words of what few forms have. Loaded with their views. */
export const enOnDemand = {
  storedMethodGone:
    'The way this connection was made is not offered any more. Choose another one and enter its details.',
  storedMethodChanged: 'This way to connect has changed since. Enter its details again.',

  replace: 'Replace',
  remove: 'Remove',

  authorizeAgain: 'Sign in again',
  authorizationKept: 'What you allowed before stays as it is.',
  authorizationDue: 'Saving these changes asks you to sign in again.',

  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'Selected. Press Ctrl+C, or ⌘C, to copy it.',

  redirectUri: 'Redirect address',
  redirectUriHelp: (connector: string) =>
    `Enter this address in the settings of your application at ${connector}.`,

  optionFilter: 'Find in the list',
  optionResult: (count: number) =>
    count ? `${count} in the list` : 'Nothing matches. Try fewer letters.',
  moreOptions: (shown: number, all: number) => `${shown} of ${all}. Keep typing to see the others.`,
  chosenOptions: (count: number) => `${count} chosen`,

  chooseFile: 'Choose a file',
  dropFile: 'or drop it here',
  unnamedFile: 'A file',

  pairName: 'Name',
  pairValue: 'Value',
  addPair: 'Add another',
};
