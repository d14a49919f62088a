/** The English words needed to show a form. */
export const enInterface = {
  /** The BCP 47 tag of the language that the words are in. */
  language: 'en',

  /** The words of each kind: its name, and the labels of the variables that come with it. */
  kinds: {
    basic: {name: 'User name and password', username: 'User name', password: 'Password'},
    token: {name: 'Access token', token: 'Access token'},
    'api-key': {name: 'API key', apiKey: 'API key'},
    'oauth2-client-credentials': {
      name: 'Client credentials',
      clientId: 'Client ID',
      clientSecret: 'Client secret',
      privateKey: 'Private key',
      scope: 'Scope',
    },
    'oauth2-authorization-code': {
      name: 'Sign in',
      clientId: 'Client ID',
      clientSecret: 'Client secret',
    },
    oauth1: {
      name: 'Signed requests',
      consumerKey: 'Consumer key',
      consumerSecret: 'Consumer secret',
      privateKey: 'Private key',
      token: 'Token',
      tokenSecret: 'Token secret',
      realm: 'Realm',
    },
    custom: {name: 'Credentials'},
    none: {name: 'No credentials needed'},
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,

  /** Why a method or a whole definition cannot be used, by the code of the diagnostic. */
  diagnostics: {
    definition_unknown_type: 'This page does not support this way to connect yet.',
    definition_limit_exceeded: 'Its description is too large.',
    other: 'Its description has a mistake.',
  } as Readonly<Record<string, string>>,

  title: (connector: string) => `Connect ${connector}`,
  titleEditing: (connector: string) => `Edit the connection to ${connector}`,
  pickerLegend: 'Choose how to connect',
  filterLabel: 'Find a way to connect',
  filterResult: (shown: number, all: number) =>
    shown ? `${shown} of ${all} ways to connect` : 'Nothing matches. Try fewer letters.',
  incomplete: 'There are more ways to connect than can be listed here.',
  recommended: 'Recommended',
  deprecated: 'Being phased out',
  unavailable: 'Unavailable',
  pickFirst: 'Choose how to connect first',

  optional: 'optional',
  advanced: 'Advanced settings',
  docsLink: 'Where do I find this?',
  instructions: 'Instructions',
  newTab: 'opens in a new tab',
  example: (example: string) => `Example: ${example}`,
  show: 'Show',
  hide: 'Hide',
  shown: (label: string) => `${label} is visible`,
  hidden: (label: string) => `${label} is hidden`,
  undo: 'Undo',
  choose: 'Choose…',
  preset: 'Already set for you.',
  stored: {
    kept: 'Saved. Leave blank to keep it.',
    replaced: 'What you enter replaces the saved one.',
    cleared: 'It will be removed when you save.',
  },
  insist: 'Use it anyway',

  submit: 'Connect',
  authorize: 'Continue to sign in',
  save: 'Save changes',
  pending: 'Connecting…',
  test: 'Test connection',
  testing: 'Testing…',
  saveUntested: 'Save without testing',
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing you entered is lost.',
  errorPrefix: 'Error:',
  summary: (count: number) =>
    count === 1 ? 'One thing needs your attention' : `${count} things need your attention`,
  loadFailed: 'This page could not load all it needs. Check your connection and try again.',
  account: (account: string) => `Signed in as ${account}`,

  loading: 'Loading…',
  empty: (connector: string) => `${connector} offers no way to connect yet.`,
  failed: 'This form cannot be shown.',
};
