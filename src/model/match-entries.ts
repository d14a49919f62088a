import {isAddressPart, partOfAddress} from './address-part.js';
import type {AvailableMethod, Variable} from './method-kind.js';
import type {Entry} from './read-entries.js';
import {tidyText, type Accepts} from './tidy-text.js';

/** A value that was found, and the variable that it seems to be for. */
export interface Match {
  readonly variable: Variable;
  readonly value: string;
}

/** What else the variables that come with kinds are called in the wild. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  username: ['user', 'login', 'email'],
  password: ['pass', 'passwd', 'pwd'],
  token: ['accesstoken', 'apitoken', 'authtoken', 'bearer', 'pat'],
  apiKey: ['key', 'apitoken', 'xapikey'],
  clientId: ['appid', 'applicationid', 'consumerkey', 'key'],
  clientSecret: ['appsecret', 'consumersecret', 'secret'],
  consumerKey: ['clientid', 'apikey', 'key'],
  consumerSecret: ['clientsecret', 'apisecret', 'secret'],
  tokenSecret: ['accesstokensecret'],
  scope: ['scopes'],
};
const ADDRESSES = /(?:url|uri|host|hostname|domain|server|endpoint|address|instance)$/;

/** A whole name tells more than the end of one. */
const WHOLE = 1000;
const SHORTEST_END = 3;

const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * The variables of a method that a text has values for: by their names, or the end of them, as in
 * `ACME_CLIENT_ID`; each value for one variable.
 *
 * @param nameOf - The label of a variable, in the language of the page.
 */
export function matchEntries(
  method: Pick<AvailableMethod, 'settings'>,
  variables: readonly Variable[],
  entries: readonly Entry[],
  nameOf: (variable: Variable) => string,
  accepts: Accepts,
): readonly Match[] {
  const candidates = variables.flatMap((variable) => {
    const names = namesOf(method, variable, nameOf(variable));
    return entries.flatMap((entry) => {
      const score = scoreOf(variable, names, entry);
      const value = score > 0 ? valueFor(variable, entry.value, accepts) : undefined;
      return value === undefined ? [] : [{variable, entry, value, score}];
    });
  });
  candidates.sort((a, b) => b.score - a.score);
  const taken = new Set<Variable | Entry>();
  const matches = new Map<Variable, string>();
  for (const {variable, entry, value} of candidates) {
    if (taken.has(variable) || taken.has(entry)) continue;
    taken.add(variable).add(entry);
    matches.set(variable, value);
  }
  return variables.flatMap((variable) => {
    const value = matches.get(variable);
    return value === undefined ? [] : [{variable, value}];
  });
}

function namesOf(
  {settings}: Pick<AvailableMethod, 'settings'>,
  {key, alias, locked}: Variable,
  label: string,
): readonly string[] {
  // The header, say, that a key travels in.
  const {parameterName} = (settings ?? {}) as {readonly parameterName?: unknown};
  const others = locked && Object.hasOwn(SYNONYMS, key) ? SYNONYMS[key] : [];
  const parameter = locked && typeof parameterName === 'string' ? [parameterName] : [];
  return [key, alias ?? '', label, ...parameter, ...(others ?? [])].map(plain).filter(Boolean);
}

function scoreOf(variable: Variable, names: readonly string[], {name, value}: Entry): number {
  const given = plain(name);
  const scores = names.map((known, index) => {
    if (known === given) return WHOLE - index;
    const isEnd = known.length >= SHORTEST_END && given.endsWith(known);
    return isEnd ? known.length : 0;
  });
  const isAddress = ADDRESSES.test(given) && isPlaceFor(variable, value);
  return Math.max(0, ...scores, isAddress ? 1 : 0);
}

const isPlaceFor = (variable: Variable, value: string) =>
  variable.type === 'url'
    ? /^https?:\/\//i.test(value)
    : isAddressPart(variable) && (partOfAddress(variable, value) ?? value) !== '';

/** What a field would be given. Nothing where it cannot take a text, or not this one. */
function valueFor(variable: Variable, value: string, accepts: Accepts): string | undefined {
  const {type, options = []} = variable;
  switch (type) {
    case 'select':
      return options.find((option) => option.value === value)?.value;
    case 'multiline':
      return tidyText(variable, value, accepts)?.text ?? value;
    case 'text':
    case 'url':
    case 'email':
    case 'number':
      return /[\r\n]/.test(value) ? undefined : (tidyText(variable, value, accepts)?.text ?? value);
    default:
      return undefined;
  }
}
