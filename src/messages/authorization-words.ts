import {enAuthorization} from './en-authorization.js';
import type {InterfaceMessages} from './messages.js';
import type {Wording} from './wording.js';

/** The words about the window of the provider, beside those of every form. */
export type AuthorizationWords = InterfaceMessages & typeof enAuthorization;

/** What is told of an attempt that did not succeed. */
interface AuthorizationProblem {
  readonly code: string;
  readonly hint?: string | undefined;
  /** What the host said for people. */
  readonly hostMessage?: string | undefined;
  readonly provider?: {readonly error: string; readonly description?: string} | undefined;
}

const merged = new WeakMap<InterfaceMessages, AuthorizationWords>();

/** The words of the moment: the host's own where it has some. */
export function authorizationWords(wording: Wording): AuthorizationWords {
  const {messages} = wording;
  let words = merged.get(messages);
  if (!words) {
    words = wording.over(enAuthorization) as AuthorizationWords;
    merged.set(messages, words);
  }
  return words;
}

/** Says how an attempt ended that did not succeed. */
export function problemWords(
  {code, hint, hostMessage, provider}: AuthorizationProblem,
  wording: Wording,
): string {
  const words = authorizationWords(wording);
  const {authorizationProblems: problems} = words;
  const hints: Readonly<Record<string, string>> = {
    offline: words.offline,
    transport_unreachable: words.unreachable,
  };
  const said = provider?.description ?? (code === 'provider_error' ? provider?.error : undefined);
  return [
    hostMessage ?? problems[code] ?? problems['other'],
    hint && hints[hint],
    said && words.providerSays(said),
  ]
    .filter(Boolean)
    .join(' ');
}
