/** An expression that is known to hang a backtracking matcher, and what it hangs on. */
export interface CatastrophicPattern {
  /** Where it is known from. */
  readonly name: string;
  readonly regex: string;
  /** Repeated, it is the attack. */
  readonly part: string;
  /** What has to come before. */
  readonly start?: string;
  /** What makes it fail in the end. */
  readonly end?: string;
}

const {raw} = String;

/** Exponential, or cubic and worse. Written for the `u` flag where the original was not. */
export const catastrophicPatterns: readonly CatastrophicPattern[] = [
  {name: 'OWASP, a loop in a loop', regex: '(a+)+', part: 'a'},
  {name: 'OWASP, letters', regex: '([a-zA-Z]+)*', part: 'a'},
  {name: 'OWASP, one way in the other', regex: '(a|aa)+', part: 'a'},
  {name: 'OWASP, nothing as a way', regex: '(a|a?)+', part: 'a'},
  {name: 'OWASP, a count of loops', regex: '(.*a){20}', part: 'a'},
  {
    name: 'OWASP, the name of a Java class',
    regex: '(([a-z])+.)+[A-Z]([a-z])+',
    part: 'a',
  },
  {
    name: 'OWASP, an email address',
    regex: raw`([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}([a-z]{2,3})`,
    part: 'a',
  },
  {name: 'Friedl, two loops in a loop', regex: '(x+x+)+y', part: 'x'},
  {name: 'words', regex: raw`(\w+\s?)*`, part: 'a'},
  {name: 'words, as they are tidied', regex: raw`(\s*\w+\s*)+;`, part: 'a '},
  {name: 'digits', regex: raw`(\d+)+#`, part: '1'},
  {name: 'a version', regex: raw`v?(?:\d+\.?)*x`, part: '1'},
  {name: 'a path', regex: '(/.+)*x', part: '/a'},
  {name: 'fields of a row', regex: '(.*?,){11}P', part: ','},
  {name: 'a quoted text', regex: raw`"(?:\\.|[^"])*"`, part: '\\\\', start: '"'},
  {name: 'a comment', regex: raw`/\*(?:.|\s)*\*/`, part: '\t', start: '/*'},
  {
    name: 'a tag',
    regex: raw`<(?:"[^"]*"['"]*|'[^']*'['"]*|[^'">])+>`,
    part: '"',
    start: '<',
  },
  {
    name: 'MSDN, an email address',
    regex: raw`([0-9a-zA-Z]([-.\w]*[0-9a-zA-Z])*@([0-9a-zA-Z][-\w]*[0-9a-zA-Z]\.)+[a-zA-Z]{2,9})`,
    part: 'a',
  },
  {
    name: 'Cloudflare, July 2019',
    regex: raw`(?:"|'|\]|\}|\\|\d|(?:nan|infinity|true|false|null|undefined|symbol|math)|[-+])+[)]*;?((?:\s|-|~|!|\{\}|\|\||\+)*.*(?:.*=.*))`,
    part: '-',
  },
  {
    name: 'CVE-2009-3695, Django',
    regex: raw`https?://(?:(?:[A-Z0-9]+(?:-*[A-Z0-9]+)*\.)+[A-Z]{2,6}|localhost)(?::\d+)?(?:/?|/\S+)`,
    part: 'A',
    start: 'http://',
  },
  {name: 'CVE-2015-8854, marked', regex: raw`_((?:__|[\s\S])+?)_`, part: '_'},
  {name: 'CVE-2017-18077, brace-expansion', regex: '(.*,)+(.+)?', part: ',', end: '\n!'},
  {
    name: 'CVE-2017-18214, moment',
    regex: raw`D[oD]?(\[[^\[\]]*\]|\s+)+MMMM?`,
    part: ' ',
    start: 'D',
  },
  {
    name: 'CVE-2020-7733, ua-parser-js',
    regex: raw`android.+(redmi[\s\-_]*(?:note)?(?:[\s_]*[\w\s]+))\s+build`,
    part: ' ',
    start: 'android redmi',
  },
  {
    name: 'CVE-2021-33502, normalize-url',
    regex: 'data:(?<type>.*?),(?<data>.*?)(?:#(?<hash>.*))?',
    part: ',#',
    start: 'data:',
    end: '\n!',
  },
];

/** Quadratic: run, as no value is longer than the limit of patterns when they are. */
export const quadraticPatterns: readonly CatastrophicPattern[] = [
  {name: 'two runs of anything', regex: '.*.*=', part: 'x'},
  {
    name: 'CVE-2017-20162, ms',
    regex: raw`((?:\d+)?\.?\d+) *(milliseconds?|msecs?|seconds?|s)?`,
    part: '1',
  },
  {
    name: 'CVE-2021-3803, nth-check',
    regex: raw`([+-]?\d*n)?\s*(?:([+-]?)\s*(\d+))?`,
    part: ' ',
    start: 'n',
  },
  {
    name: 'CVE-2024-45296, path-to-regexp',
    regex: raw`\/([^\/]+?)-([^\/]+?)\/?`,
    part: '-',
    start: '/a',
    end: '/!',
  },
  {name: 'CVE-2017-16137, debug', regex: raw`\s*\n\s*`, part: '\n'},
];

/** A text of so many characters that an expression nearly fits. */
export const attackOn = (
  {part, start = '', end = '!'}: CatastrophicPattern,
  length: number,
): string => `${start}${part.repeat(length)}`.slice(0, length - end.length) + end;
