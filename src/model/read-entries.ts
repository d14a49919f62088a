import {shellWords} from './shell-words.js';

/** A value that was found in a text, by the name that it has there. */
export interface Entry {
  readonly name: string;
  readonly value: string;
}

/** Texts longer than that are no settings that anybody pastes, in UTF-16 code units. */
const LENGTH_LIMIT = 100_000;
const COUNT_LIMIT = 200;

/**
 * The named values in a text that holds several: a JSON object such as a service account, lines of
 * an `.env` file, a `curl` command, or an address with a user name. None in any other text.
 */
export function readEntries(text: string): readonly Entry[] {
  // The lines of a key end in `=` as well.
  if (text.length > LENGTH_LIMIT || text.startsWith('-----BEGIN ')) return [];
  const trimmed = text.trim();
  for (const read of [readJson, readCommand, readAddress, readLines]) {
    const entries = read(trimmed).filter(({name, value}) => name && value);
    if (entries.length > 0) return entries.slice(0, COUNT_LIMIT);
  }
  return [];
}

function readJson(text: string): readonly Entry[] {
  if (!text.startsWith('{')) return [];
  try {
    return entriesOf(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Clients of OAuth come one level down, as `{"installed": {"client_id": …}}`. */
function entriesOf(value: unknown, isNested = false): readonly Entry[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const members: readonly [string, unknown][] = Object.entries(value);
  return members.flatMap(([name, member]) => {
    if (typeof member === 'string' || typeof member === 'number') {
      return [{name, value: String(member)}];
    }
    return isNested ? [] : entriesOf(member, true);
  });
}

/** A text in double quotes may go on over several lines. */
const ASSIGNMENT =
  /^[ \t]*(?:export\s+|set\s+)?([A-Za-z_][\w.-]*)[ \t]*(?:=|:[ \t])[ \t]*(?:"((?:\\[^]|[^"\\])*)"|'([^']*)'|([^\r\n]*))/gm;
const ESCAPES: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t'};

/** Two lines at least: one alone is more likely the value itself, with its name. */
function readLines(text: string): readonly Entry[] {
  const entries = [...text.matchAll(ASSIGNMENT)].map(
    ([, name = '', double, single, bare = '']) => ({
      name,
      value: double === undefined ? (single ?? withoutComment(bare)) : unescape(double),
    }),
  );
  return entries.length > 1 ? entries : [];
}

const unescape = (text: string) =>
  text.replaceAll(/\\([^])/g, (_, character: string) => ESCAPES[character] ?? character);

function withoutComment(text: string): string {
  const comment = text.search(/(?:^|\s)#/);
  return (comment < 0 ? text : text.slice(0, comment)).trim();
}

/** `curl` with the options that carry credentials: `-u`, `-H`, `-d` and the address. */
function readCommand(text: string): readonly Entry[] {
  if (!/^(?:\$\s*)?curl\s/.test(text)) return [];
  const words = shellWords(text);
  return words.flatMap((word, index) => {
    const next = words[index + 1] ?? '';
    switch (word) {
      case '-u':
      case '--user':
        return readUser(next);
      case '-H':
      case '--header':
        return readHeader(next);
      case '-d':
      case '--data':
      case '--data-raw':
      case '--data-urlencode':
        return [...readJson(next), ...(next.startsWith('{') ? [] : readQuery(next))];
      default:
        return /^https?:\/\//i.test(word) ? readUrl(word) : [];
    }
  });
}

function readUser(text: string): readonly Entry[] {
  const [, username = text, password = ''] = /^([^:]*):([^]*)$/.exec(text) ?? [];
  return [
    {name: 'username', value: username},
    {name: 'password', value: password},
  ];
}

function readHeader(text: string): readonly Entry[] {
  const [, name = '', value = ''] = /^([\w-]+):\s*([^]*)$/.exec(text) ?? [];
  if (name.toLowerCase() !== 'authorization') return [{name, value}];
  const [, scheme = '', rest = ''] = /^(\S+)\s+(\S+)$/.exec(value) ?? [];
  if (scheme.toLowerCase() !== 'basic') return [{name: 'token', value: rest || value}];
  try {
    const bytes = Uint8Array.from(atob(rest), (character) => character.charCodeAt(0));
    return readUser(new TextDecoder().decode(bytes));
  } catch {
    return [];
  }
}

const readQuery = (text: string): readonly Entry[] =>
  [...new URLSearchParams(text)].map(([name, value]) => ({name, value}));

/** An address alone is the value of one field, unless it says who signs in. */
function readAddress(text: string): readonly Entry[] {
  return /^https?:\/\/[^\s/@]+@[^\s]+$/i.test(text) ? readUrl(text) : [];
}

function readUrl(text: string): readonly Entry[] {
  if (!URL.canParse(text)) return [];
  const {protocol, host, pathname, username, password, searchParams} = new URL(text);
  const decode = (part: string) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };
  return [
    {name: 'url', value: `${protocol}//${host}${pathname}`},
    {name: 'username', value: decode(username)},
    {name: 'password', value: decode(password)},
    ...readQuery(searchParams.toString()),
  ];
}
