import * as fc from 'fast-check';
import type {VariableDefinition} from '../../src/core.js';
import {TELLING} from './connectors.js';
import {FORMATS, PATTERNS, seldom} from './variables.js';

/** What is done with one variable, before it is known which. */
export interface Choice {
  /** To leave its field alone, to give what is asked for, something else, or anything. */
  readonly manner: 'leave' | 'fit' | 'stray' | 'invent';
  readonly pick: number;
  readonly text: string;
  /** What the host decides, or has stored. */
  readonly preset: (typeof TELLING)[number] | undefined;
  readonly stored: (typeof TELLING)[number] | undefined;
}

const manner = (weight: number, name: Choice['manner']) => ({
  weight,
  arbitrary: fc.constant(name),
});

export const choices = fc.record<Choice>(
  {
    manner: fc.oneof(
      manner(3, 'leave'),
      manner(14, 'fit'),
      manner(5, 'stray'),
      manner(1, 'invent'),
    ),
    pick: fc.nat(1000),
    text: fc.oneof(fc.string({maxLength: 6}), fc.string({unit: 'binary', maxLength: 6})),
    preset: seldom(30, fc.constantFrom(...TELLING)),
    stored: seldom(3, fc.constantFrom(...TELLING)),
  },
  {noNullPrototype: true},
);

const STRAY_TEXTS = [
  ...['', ' ', '\t', '\u00a0', '\ufeff', '\u200b', 'x', 'abc', ' abc ', 'a b', 'a:b', 'a;b', 'A'],
  ...['é', 'e\u0301', '🔑', '\ud83d', '\u202eabc', 'ａ', 'a\nb', 'a\r\nb', 'a\rb', '\n', 'a\0b'],
  ...['a@b', '@', 'https://a.example', 'HTTPS://A.example', 'http://a.example/x?y#z', 'https://'],
  ...['https://a.example ', 'https://a.example/é', 'https://[', 'ftp://a.example', '../x', '..'],
  ...['{}', '[1', '"', 'null', '{{a}}', '$&', '<b>', '__proto__', 'toString', 'a.example', '-a'],
  ...['a'.repeat(41), 'a'.repeat(1024), 'a'.repeat(1025), 'a'.repeat(20_000), 'xn--a', '%2e'],
  ...['-----BEGIN X-----\r\nabc\r\n-----END X-----\r\n', '-----BEGIN X-----abc-----END X-----'],
];

const STRAY_NUMBERS = [
  ...['', ' ', '0', '-0', '+5', '01', '-01', ' 5', '5 ', '\t5\u00a0', '5\n', '.5', '5.', '.', '-'],
  ...['1e3', '1E-3', '1e', 'e3', '1e21', '1e999', '-1e999', '5e-324', '1e-400', '1,5', '1 000'],
  ...['0x10', '0b1', '0o7', '1_000', '5n', '١', '５', '²', '½', 'NaN', 'Infinity', '-Infinity'],
  ...['--5', '+-5', '5-', '5 apples', 'true', 'null', '0.1', '9007199254740993', '1'.repeat(400)],
];

const FITTING_TEXTS = ['abc', 'x', 'my-store', 'abcdefghij', 'https://a.example/x', 'a@b.example'];
const FITTING_NUMBERS = ['1', '0', '5', '0.5', '-5', '1e21', ' 2 ', '03'];

const oneOf = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];

/** What is typed or chosen in a field; nothing when it is left as it is. */
export function entryFor(
  variable: VariableDefinition,
  {manner, pick, text}: Choice,
): string | boolean | undefined {
  if (manner === 'leave') return undefined;
  if (variable.type === 'boolean') return pick % 2 === 0;
  if (variable.type === 'select') return oneOf(selectable(variable, manner), pick);
  const isNumber = variable.type === 'number';
  if (manner === 'invent') return isNumber ? String((pick - 500) / 4) : text;
  if (manner === 'stray') return oneOf(isNumber ? STRAY_NUMBERS : STRAY_TEXTS, pick);
  return oneOf(isNumber ? fittingNumbers(variable) : fittingTexts(variable), pick);
}

function selectable({options = []}: VariableDefinition, manner: Choice['manner']) {
  const values = options.map(({value}) => value);
  const real = values.filter((value) => value.trim());
  // What a person can choose: the empty choice is there in any case.
  return manner === 'fit' && real.length > 0 ? real : [...new Set(['', ...values])];
}

function fittingNumbers({min = -Infinity, max = Infinity}: VariableDefinition) {
  const fitting = FITTING_NUMBERS.filter((text) => Number(text) >= min && Number(text) <= max);
  return fitting.length > 0 ? fitting : FITTING_NUMBERS;
}

function fittingTexts({type, format, pattern, minLength = 0, maxLength = 99}: VariableDefinition) {
  const shape = format ?? (type === 'url' || type === 'email' ? type : undefined);
  if (shape) return [FORMATS[shape]];
  if (pattern) return [PATTERNS[pattern.regex]!];
  const fitting = FITTING_TEXTS.filter(({length}) => length >= minLength && length <= maxLength);
  return fitting.length > 0 ? fitting : FITTING_TEXTS;
}
