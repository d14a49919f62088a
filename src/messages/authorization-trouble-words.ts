import {enAuthorizationTrouble} from './en-authorization-trouble.js';
import type {Wording} from './wording.js';

/** What is told of an attempt that did not succeed. */
interface AuthorizationProblem {
  readonly code: string;
  readonly hint?: string | undefined;
  /** What the host said for people. */
  readonly hostMessage?: string | undefined;
  readonly provider?: {readonly error: string; readonly description?: string} | undefined;
}

/** The words for attempts in trouble: the host's own where it has some. */
export const troubleWords = (wording: Wording): typeof enAuthorizationTrouble =>
  wording.over(enAuthorizationTrouble);

/** Says how an attempt ended that did not succeed. */
export function problemWords(
  {code, hint, hostMessage, provider}: AuthorizationProblem,
  wording: Wording,
): string {
  const {authorizationProblems: problems, ...words} = troubleWords(wording);
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
