/**
 * Owns: whether a definition author's regular expression may be run, and how it is compiled.
 * Does not own: the count behind that (`pattern-ambiguity.ts`), the length of the value, any cache.
 * Why this shape: only the source is judged, never the time it takes, so that browser and server
 * agree.
 */
import {countAttempts, type Position} from './pattern-ambiguity.js';

/** Longest regular expression accepted, in UTF-16 code units. */
export const PATTERN_LENGTH_LIMIT = 200;

/** Longest value a pattern is run on, in UTF-16 code units; the caller's to enforce. */
export const PATTERN_INPUT_LIMIT = 1024;

/** The expression to run, or the code of what is wrong with its source. */
export type PatternVerdict =
  | {readonly ok: true; readonly expression: RegExp}
  | {
      readonly ok: false;
      readonly code: 'definition_invalid_pattern' | 'definition_unsafe_pattern';
    };

/** Attempts per character of the value: room for quadratic expressions of a small factor. */
const ATTEMPT_LIMIT = 16 * PATTERN_INPUT_LIMIT;

/** Longest counted repetition; engines may unroll it. */
const REPEAT_LIMIT = 1000;

/** Most capturing groups: engines save and restore them at every attempt. */
const CAPTURE_LIMIT = 10;

/** How far we unroll exact repetitions, in positions. */
const UNROLL_LIMIT = 50;

/**
 * Compiles a pattern to match a whole value, with the `u` flag; the empty pattern matches the empty
 * value. Unsafe are look-around, back-references, inline flags, and whatever some value might drive
 * to more than quadratic work.
 */
export function compilePattern(source: string): PatternVerdict {
  if (source.length > PATTERN_LENGTH_LIMIT) return {ok: false, code: 'definition_unsafe_pattern'};
  let expression;
  try {
    // By itself too: `a)|(b` is valid only when wrapped.
    new RegExp(source, 'u');
    expression = new RegExp(`^(?:${source})$`, 'u');
  } catch {
    return {ok: false, code: 'definition_invalid_pattern'};
  }
  const positions = readPositions(source);
  return positions && countAttempts(positions, PATTERN_INPUT_LIMIT) <= ATTEMPT_LIMIT
    ? {ok: true, expression}
    : {ok: false, code: 'definition_unsafe_pattern'};
}

/** Relies on the source being valid: `(?` without `:` or a name opens look-around or flags. */
const TOKEN =
  /\\(?:[pu]\{[^}]*\}|ud[89ab]..\\ud[c-f]..|u....|x..|c.|.)|\[(?:\\.|[^\\\]])*\]|\((?:\?(?::|<[^=!][^>]*>)?)?|\{[^}]*\}|./gisu;
const UNSAFE = /^(?:\(\?|\\[1-9k])$/;
const ZERO_WIDTH = /^(?:[\^$]|\\[bB])$/;
const CAPTURE = /^\((?!\?:)/;
const QUANTIFIER = /^[*+?{]/;
const OPTIONAL = /^(?:[*?]|\{0+[,}])/;
const AT_MOST_ONCE = /^(?:\?|\{0*[01](?:,0*1)?\})$/;

/**
 * ASCII, and beyond it a space, a line break and neither: without naming a character there, a set
 * cannot tell more apart. Sets that do name one, or a property, are taken to match all of it.
 */
const TELLING = String.fromCharCode(...Array(128).keys(), 0x80, 0xa0, 0x2028);
const BEYOND_ASCII = /\\[pPu]|\\x[89a-fA-F]|[^\0-\x7f]/;

/** In how many ways a path gets to each of the positions. */
type Ways = ReadonlyMap<Position, number>;

/** A part of the expression: where paths through it begin and end, and the ways to skip it. */
interface Part {
  readonly first: Ways;
  readonly last: Ways;
  readonly skips: number;
}

const NOTHING: Part = {first: new Map(), last: new Map(), skips: 1};

/** The positions of an expression in their order, or nothing if it has an unsafe construct. */
function readPositions(source: string): readonly Position[] | undefined {
  const tokens = source.match(TOKEN) ?? [];
  const positions: Position[] = [];
  let index = 0;
  let safe = tokens.filter((token) => CAPTURE.test(token)).length <= CAPTURE_LIMIT;

  // The start and the end are positions that match nothing.
  join(join(addPosition(), readChoice()), addPosition());
  return safe ? positions : undefined;

  function readChoice(): Part {
    let part = readSequence();
    while (tokens[index] === '|') {
      index += 1;
      part = either(part, readSequence());
    }
    return part;
  }

  function readSequence(): Part {
    let part = NOTHING;
    while (!['|', ')', undefined].includes(tokens[index])) part = join(part, readRepeated());
    return part;
  }

  function readRepeated(): Part {
    const begin = index;
    const block = positions.length;
    let part = readAtom();
    const quantifier = tokens[index] ?? '';
    if (!QUANTIFIER.test(quantifier)) return part;
    const end = index + (tokens[index + 1] === '?' ? 2 : 1);

    const [least = 0, most = least] = (quantifier.match(/\d+/g) ?? []).map(Number);
    const size = positions.length - block;
    if (Math.max(least, most) > REPEAT_LIMIT) safe = false;
    if (/^\{\d+\}$/.test(quantifier) && size > 0 && size * least + block <= UNROLL_LIMIT) {
      for (let copies = 1; copies < least; copies += 1) {
        index = begin;
        part = join(part, readAtom());
      }
    } else if (!AT_MOST_ONCE.test(quantifier)) {
      // Other counted repetitions are taken for loops, which have all of their paths and more.
      if (part.skips > 0) safe = false;
      for (const position of positions.slice(block)) position.block = block;
      join(part, part);
    }
    index = end;
    return OPTIONAL.test(quantifier) ? either(part, NOTHING) : part;
  }

  function readAtom(): Part {
    const token = tokens[index] ?? '';
    index += 1;
    if (UNSAFE.test(token)) safe = false;
    if (!safe || ZERO_WIDTH.test(token)) return NOTHING;
    if (token.startsWith('(')) {
      const part = readChoice();
      index += 1;
      return part;
    }
    const set = BEYOND_ASCII.test(token) ? `${token}|[^\\0-\\x7f]` : token;
    return addPosition(TELLING.match(new RegExp(set, 'gu')) ?? []);
  }

  function addPosition(characters: readonly string[] = []): Part {
    const block = positions.length;
    const position: Position = {characters: new Set(characters), next: new Map(), block};
    positions.push(position);
    const once = new Map([[position, 1]]);
    return {first: once, last: once, skips: 0};
  }
}

function either(left: Part, right: Part): Part {
  return {
    first: add(left.first, right.first, 1),
    last: add(left.last, right.last, 1),
    skips: left.skips + right.skips,
  };
}

/** Lets paths go on from one part to the other. */
function join(left: Part, right: Part): Part {
  for (const [from, count] of left.last) {
    for (const [to, times] of right.first) {
      from.next.set(to, (from.next.get(to) ?? 0) + count * times);
    }
  }
  return {
    first: add(left.first, right.first, left.skips),
    last: add(right.last, left.last, right.skips),
    skips: left.skips * right.skips,
  };
}

function add(ways: Ways, more: Ways, times: number): Ways {
  const sum = new Map(ways);
  if (times === 0) return sum;
  for (const [position, count] of more) {
    sum.set(position, (sum.get(position) ?? 0) + count * times);
  }
  return sum;
}
