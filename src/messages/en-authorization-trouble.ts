/** The English words for attempts that do not go on by themselves. Loaded when one does not. */
export const enAuthorizationTrouble = {
  keepWaiting: 'Keep waiting',
  openLink: (origin: string) => `Continue to ${origin}`,
  thisTab: 'Continue in this tab',
  allowPopups: 'Allow pop-ups for this site to have it open by itself.',
  embedded:
    'This page is shown within another site. It may not notice that you have signed in: you can then copy the address of the last page and paste it here.',
  pasteTitle: 'Ended on a page and nothing happens here?',
  pasteLabel: 'Paste the address of that page',
  pasteSubmit: 'Use this address',
  pasteFailed: 'This is not the address that ends this sign-in. Copy all of it.',

  /** For what was entered before the user left to sign in in this tab. */
  secretAgain: 'Enter this again. It was not kept while you signed in.',

  /** How an attempt ended, by its code. */
  authorizationProblems: {
    authorization_unavailable:
      'This page is not set up for this sign-in. Choose another way, or tell its makers.',
    insecure_context: 'Sign-in needs a secure (https) page.',
    transport_unavailable:
      'This page cannot hear from a sign-in window. Open it in a window of its own and try again.',
    storage_unavailable:
      'This browser keeps nothing for this page, so signing in cannot go on in this tab.',
    prepare_failed: 'The sign-in could not be prepared. Try again.',
    prepare_timeout: 'Preparing the sign-in took too long. Try again.',
    authorize_url_invalid: 'The address to sign in at has a mistake. Tell the makers of this page.',
    authorize_url_forbidden:
      'This page may not send you to that address. Check what you entered, or tell its makers.',
    state_missing: 'The address to sign in at lacks its protection. Tell the makers of this page.',
    popup_blocked:
      'Your browser blocked the sign-in window. Allow pop-ups for this site and try again.',
    popup_unavailable: 'This page is embedded in a way that prevents sign-in windows.',
    popup_closed: 'The sign-in window was closed. Nothing you entered is lost.',
    flow_timeout: 'No answer came from the sign-in window. Try again.',
    redirect_state_invalid: 'This sign-in could not be continued. Start again.',
    issuer_missing:
      'The answer does not say who gave it, so it was not used. Tell the makers of this page.',
    issuer_mismatch:
      'The answer came from somebody else, so it was not used. Tell the makers of this page.',
    response_malformed: 'The answer of the sign-in could not be read. Try again.',
    response_unsupported:
      'The answer of the sign-in is of a kind that is not safe to use. Tell the makers of this page.',
    oauth1_token_mismatch: 'The answer belongs to another sign-in, so it was not used. Try again.',
    verifier_missing: 'The answer of the sign-in lacks its proof. Try again.',
    access_denied: 'You declined access, or it was refused there. You can try again.',
    provider_error: 'The sign-in ended with an error. Try again.',
    other: 'The sign-in went wrong. Try again.',
  } as Readonly<Record<string, string>>,
  offline: 'You seem to be offline.',
  unreachable: 'This page is embedded in a way that may keep the answer from it.',
  providerSays: (description: string) => `It says: ${description}`,
};
