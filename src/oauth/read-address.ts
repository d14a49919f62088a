import type {ResultMessage} from './message.js';

/**
 * What an address says that the user ended on: the answer to an attempt, in the form of a message.
 *
 * @param state - The state of the attempt.
 * @param isKnown - Whether an answer may have a parameter.
 */
export function readAddress(
  address: string,
  redirectUri: string,
  state: string,
  isKnown: (parameter: readonly [name: string, value: string]) => boolean,
): ResultMessage | undefined {
  if (!URL.canParse(address)) return undefined;
  const {origin, pathname, search, searchParams, hash} = new URL(address);
  const expected = new URL(redirectUri);
  if (origin !== expected.origin || pathname !== expected.pathname) return undefined;
  const entries = [...searchParams].filter(isKnown);
  const params = Object.fromEntries(entries);
  if (params['state'] !== state) return undefined;
  const hasDuplicates = entries.length > Object.keys(params).length;
  // A fragment as such is harmless: some providers end every address with `#_=_`.
  const isSplit = [...new URLSearchParams(hash.slice(1))].some(isKnown);
  const hasTokens = /\b(?:access_token|id_token|response)=/.test(search + hash);
  return {
    ns: 'keyslot/oauth',
    v: 1,
    t: 'result',
    state,
    params,
    ...(hasTokens && {fault: 'unsupported'}),
    ...((hasDuplicates || isSplit) && {fault: 'malformed'}),
  };
}
