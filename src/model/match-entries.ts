import {isAddressPart, partOfAddress} from './address-part.js';
import type {AvailableMethod, Variable} from './method-kind.js';
import type {Entry} from './read-entries.js';
import {tidyText, type Accepts} from './tidy-text.js';

/** A value that was found, by the name that it has there, and the variable that it seems to be for. */
export interface Match extends Entry {
  readonly variable: Variable;
}

/** What else the variables that come with kinds are called in the wild. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  username: ['user', 'login', 'email'],
  password: ['pass', 'passwd', 'pwd'],
  token: ['accesstoken', 'apitoken', 'authtoken', 'bearer', 'pat'],
  apiKey: ['key', 'apitoken', 'xapikey'],
  clientId: ['appid', 'applicationid', 'consumerkey', 'key'],
  clientSecret: ['appsecret', 'consumersecret', 'secret', 'secretkey'],
  consumerKey: ['clientid', 'apikey', 'key'],
  consumerSecret: ['clientsecret', 'apisecret', 'secret', 'secretkey'],
  tokenSecret: ['accesstokensecret'],
  scope: ['scopes'],
};
/** What says of a value that it is secret, and what that it is not. */
const SECRET = /secret|passw|pwd|private/;
const PUBLIC = /public|publishable/;
const ADDRESSES = /(?:url|uri|host|hostname|domain|server|endpoint|address|instance)$/;

/** A whole name tells more than the end of one. */
const WHOLE = 1000;
const SHORTEST_END = 3;
/** The name of many things: an end of another name that tells nothing about a value to be shown. */
const COMMON = 'key';

const LINE_TYPES: ReadonlySet<string> = new Set(['text', 'url', 'email', 'number']);
/** Who signs in at an address, which may come with a password. */
const USER_INFO = /^[a-z][a-z\d+.-]*:\/\/[^/?#\s]*@/i;
const HOST = /^[\w-]+(?:\.[\w-]+)*(?::\d+)?$/;

/** A name without what is written in one way here and in another there. */
export const plainName = (name: string): string =>
  name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

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
    return entries
      .map((entry) => ({variable, entry, score: scoreOf(variable, names, entry)}))
      .filter(({score}) => score > 0);
  });
  candidates.sort((a, b) => b.score - a.score);
  const taken = new Set<Entry>();
  const matches = new Map<Variable, Match>();
  for (const {variable, entry} of candidates) {
    if (matches.has(variable) || taken.has(entry)) continue;
    const value = valueFor(variable, entry.value, accepts);
    if (value === undefined) continue;
    taken.add(entry);
    matches.set(variable, {variable, name: entry.name, value});
  }
  return variables.flatMap((variable) => matches.get(variable) ?? []);
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
  return [key, alias ?? '', label, ...parameter, ...(others ?? [])].map(plainName).filter(Boolean);
}

function scoreOf(variable: Variable, names: readonly string[], {name, value}: Entry): number {
  const given = plainName(name);
  // What is not secret is shown, and sent as such.
  const isContrary = (variable.secret ? PUBLIC : SECRET).test(given);
  const scores = names.map((known, index) => {
    if (known === given) return WHOLE - index;
    const isTelling =
      known.length >= SHORTEST_END && (variable.secret === true || known !== COMMON);
    return isTelling && !isContrary && given.endsWith(known) ? known.length : 0;
  });
  const isAddress = !isContrary && ADDRESSES.test(given) && isPlaceFor(variable, value);
  return Math.max(0, ...scores, isAddress ? 1 : 0);
}

const isPlaceFor = (variable: Variable, value: string) =>
  variable.type === 'url'
    ? /^https?:\/\//i.test(value)
    : isAddressPart(variable) && (HOST.test(value) || partOfAddress(variable, value) !== undefined);

/** What a field would be given. Nothing where it cannot take a text, or not this one. */
function valueFor(variable: Variable, value: string, accepts: Accepts): string | undefined {
  const {type, options = [], secret} = variable;
  if (type === 'select') return options.find((option) => option.value === value)?.value;
  if (type !== 'multiline' && (!LINE_TYPES.has(type) || /[\r\n]/.test(value))) return undefined;
  const text = tidyText(variable, value, accepts)?.text ?? value;
  return secret || !USER_INFO.test(text) ? text : undefined;
}
