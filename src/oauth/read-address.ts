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
  isKnown: (parameter: Readonly<Record<string, string>>) => boolean,
): ResultMessage | undefined {
  if (!URL.canParse(address)) return undefined;
  const {origin, pathname, searchParams, hash} = new URL(address);
  const expected = new URL(redirectUri);
  if (origin !== expected.origin || pathname !== expected.pathname) return undefined;
  const entries = [...searchParams].filter(([name, value]) => isKnown({[name]: value}));
  const params = Object.fromEntries(entries);
  if (params['state'] !== state) return undefined;
  const isFaulty = entries.length > Object.keys(params).length || hash.length > 1;
  return {
    ns: 'keyslot/oauth',
    v: 1,
    t: 'result',
    state,
    params,
    ...(isFaulty && {fault: 'malformed'}),
  };
}
