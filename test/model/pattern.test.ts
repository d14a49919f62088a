import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  compilePattern,
  PATTERN_INPUT_LIMIT,
  PATTERN_LENGTH_LIMIT,
} from '../../src/model/pattern.js';

const accepted = [
  '',
  String.raw`[0-9]+(_SB[0-9]+)?`,
  String.raw`[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?`,
  String.raw`[a-z0-9]+(?:-[a-z0-9]+)*`,
  String.raw`[a-z0-9]+(?:[._-][a-z0-9]+)*`,
  String.raw`(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}`,
  String.raw`[\w-]+\.[\w-]+\.[\w-]+`,
  String.raw`[a-z0-9-]+\.myshopify\.com`,
  String.raw`shpat_[0-9a-fA-F]{32}`,
  String.raw`(?:ck|cs)_[0-9a-f]{40}`,
  String.raw`sk_(?:live|test)_[A-Za-z0-9]{24,}`,
  String.raw`xox[bp]-\d{10,13}-\d{10,13}-[a-zA-Z0-9]{24}`,
  String.raw`SG\.[\w-]{22}\.[\w-]{43}`,
  String.raw`pat[A-Za-z0-9]{14}\.[a-f0-9]{64}`,
  String.raw`https://[^/]+\.example\.com/.*`,
  String.raw`https?:\/\/(www\.)?[-\w@:%.+~#=]{1,256}\.[a-zA-Z0-9()]{1,6}\b([-\w()@:%+.~#?&\/=]*)`,
  String.raw`postgres(?:ql)?://[^:@/]+:[^@/]+@[^:/]+(?::\d+)?/\w+`,
  String.raw`arn:aws:[a-z0-9-]+:[a-z0-9-]*:\d{12}:.+`,
  String.raw`-----BEGIN [A-Z ]+-----[\s\S]+-----END [A-Z ]+-----\s*`,
  String.raw`\d{1,3}(\.\d{1,3}){3}`,
  String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}`,
  String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`,
  String.raw`\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}`,
  String.raw`[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?`,
  String.raw`(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?`,
  String.raw`[^@\s]+@[^@\s]+\.[^@\s]+`,
  String.raw`[\w.+-]+@[\w-]+\.[\w.-]+`,
  String.raw`[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}`,
  String.raw`[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}`,
  String.raw`[A-Z0-9]{3,}(?:-[A-Z0-9]{3,})+`,
  String.raw`.+`,
  String.raw`[^:]*`,
  String.raw`(foo|bar)+`,
  String.raw`(?<region>eu|us)-\d+`,
  String.raw`\p{L}+`,
  String.raw`\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*`,
  String.raw`[а-яё]+(?:-[一-龥]+)*`,
  String.raw`\u{1F600}\ud83d\ude00[\u0430\]\x41]*?`,
  String.raw`^\bfoo$`,
  String.raw`.*.*x`,
  'a{1000}',
];

const unsafe = [
  // Look-around and back-references.
  String.raw`(?=a)a`,
  String.raw`(?!a)b`,
  String.raw`(?<=a)b`,
  String.raw`(?<!a)b`,
  String.raw`(a)\1`,
  String.raw`(?<n>a)\k<n>`,
  // Loops in loops.
  String.raw`(a+)+`,
  String.raw`(a*)*`,
  String.raw`(.*)*`,
  String.raw`(?:\b)+`,
  String.raw`([a-zA-Z]+)*`,
  String.raw`((\d)*)+x`,
  String.raw`(a?)*a*a*`,
  String.raw`(a?){1,50}`,
  String.raw`(a{0,50}){0,50}`,
  String.raw`((ab)*|(ab)+)*`,
  String.raw`([a-z0-9]+[-._]?)+`,
  String.raw`(\w+\s?)*`,
  String.raw`(\w*)+\.`,
  String.raw`(.*a){12}`,
  String.raw`(x+x+)+y`,
  String.raw`([\w.]+)+@`,
  String.raw`(\d+|\w+)*!`,
  String.raw`(\s*,?\s*)*x`,
  String.raw`(?:a+b*|b+a*)*c`,
  String.raw`^(([a-z])+.)+[A-Z]([a-z])+$`,
  String.raw`([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}[a-z]{2,3}`,
  String.raw`(\/\*([^*]|[\r\n]|(\*+([^*/]|[\r\n])))*\*+\/)`,
  // Alternatives that overlap in a loop.
  String.raw`(a|a)*b`,
  String.raw`(a|aa)+`,
  String.raw`(a|b|ab)*c`,
  String.raw`(0|1|01)*2`,
  String.raw`(?:.|\s)*x`,
  String.raw`(?:\w|_)+x`,
  String.raw`(?:[^'"]+|'[^']*'|"[^"]*"|.)*x`,
  // The same in other spellings, and beyond ASCII.
  String.raw`(?:a|\u0061)*b`,
  String.raw`(?:\cA|\x01)*b`,
  String.raw`(?:é|\xe9)*b`,
  String.raw`(?:\s|\u3000)*b`,
  String.raw`(?:[^a]|\u2028)*b`,
  String.raw`(?:\u{1F600}|\ud83d\ude00)*b`,
  String.raw`(?:[\u4e00-\u4e10]|[\u4e05-\u4e20])*b`,
  String.raw`(?:\p{Script=Thai}|[\u0d00-\u0e7f])*b`,
  // Loops in a row: cubic and worse.
  String.raw`\d+\d+\d+\d+`,
  String.raw`.*.*.*x`,
  String.raw`\s+\s*\s*$`,
  String.raw`\S+@\S+\.\S+`,
  // Finite, but more than the number of stars.
  'a?'.repeat(66),
  '(a|a)'.repeat(40),
  '(|)'.repeat(66),
  '(a*)?'.repeat(40),
  'a+a?b+b?'.repeat(25),
  // Sizes.
  'a{1001}',
  'a{0,1001}',
  '()'.repeat(11),
  '.?'.repeat(100),
  'a'.repeat(PATTERN_LENGTH_LIMIT + 1),
];

const invalid = [
  '[',
  '(',
  ')',
  'a)|(b',
  '*',
  'a**',
  '{',
  'a{',
  ']',
  '(?',
  '(?<n',
  '\\',
  String.raw`\-`,
  String.raw`\2`,
  String.raw`\d{2,1}`,
  String.raw`[b-a]`,
  String.raw`[\d-z]`,
  String.raw`\u{110000}`,
  String.raw`\p{Nothing}`,
];

describe('compilePattern', () => {
  for (const source of accepted) {
    it(`accepts ${JSON.stringify(source)}`, () => {
      expect(compilePattern(source)).to.have.property('ok', true);
    });
  }

  for (const source of unsafe) {
    it(`finds ${JSON.stringify(source)} unsafe`, () => {
      expect(compilePattern(source)).to.deep.equal({ok: false, code: 'definition_unsafe_pattern'});
    });
  }

  for (const source of invalid) {
    it(`finds ${JSON.stringify(source)} invalid`, () => {
      expect(compilePattern(source)).to.deep.equal({ok: false, code: 'definition_invalid_pattern'});
    });
  }

  it('refuses inline flags, also where the engine knows them', () => {
    expect(compilePattern('(?i:a)')).to.have.property('ok', false);
  });

  it('judges a length beyond the limit before the syntax', () => {
    const code = 'definition_unsafe_pattern';
    expect(compilePattern('('.repeat(PATTERN_LENGTH_LIMIT + 1))).to.deep.equal({ok: false, code});
    expect(compilePattern('a'.repeat(PATTERN_LENGTH_LIMIT))).to.have.property('ok', true);
  });

  it('matches the whole value, each alternative too', () => {
    const matches = (source: string, value: string) => compiled(source).test(value);
    expect(matches('a|b', 'a')).to.be.true;
    expect(matches('a|b', 'b')).to.be.true;
    expect(matches('a|b', 'ab')).to.be.false;
    expect(matches('a', 'a\n')).to.be.false;
    expect(matches('.', '😀')).to.be.true;
    expect(matches('', '')).to.be.true;
    expect(matches('', 'a')).to.be.false;
  });

  it('has no flag but u', () => {
    expect(compiled('a+').flags).to.equal('u');
  });

  it('bounds what a backtracking matcher does', function () {
    // Attempts are counted, not timed; counting takes long on a busy machine.
    this.timeout(60_000);
    const length = PATTERN_INPUT_LIMIT / 2;
    const bound = 16 * PATTERN_INPUT_LIMIT * length;
    const seed = 20_260_101;
    const word = fc.string({unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 4});
    fc.assert(
      fc.property(
        expressions,
        fc.array(word, {minLength: 4, maxLength: 4}),
        (expression, words) => {
          fc.pre(compilePattern(expression.source).ok);
          const program = compile(expression);
          for (const word of ['a', 'b', ...words]) {
            const value = `${word.repeat(length).slice(0, length - 1)}!`;
            expect(attempts(program, value, bound), `${expression.source} on ${word}…`).to.be.below(
              bound,
            );
          }
        },
      ),
      {seed, numRuns: 1000},
    );
  });
});

function compiled(source: string): RegExp {
  const verdict = compilePattern(source);
  if (!verdict.ok) throw new Error(`${verdict.code}: ${source}`);
  return verdict.expression;
}

/** Matches one of the characters, or tries to go on at each of the addresses. */
type Instruction = {readonly characters: string} | {readonly addresses: number[]};

/** An expression in both of its forms: for us, and for a matcher that can be watched. */
interface Expression {
  readonly source: string;
  readonly emit: (program: Instruction[]) => void;
}

function compile(expression: Expression): Instruction[] {
  const program: Instruction[] = [];
  expression.emit(program);
  return program;
}

/** How often characters are looked at until every way has failed, or the count is at its bound. */
function attempts(program: readonly Instruction[], value: string, bound: number): number {
  let count = 0;
  const ways: [address: number, index: number][] = [[0, 0]];
  for (let way = ways.pop(); way && count < bound; way = ways.pop()) {
    const [address, index] = way;
    const instruction = program[address];
    if (!instruction || 'characters' in instruction) count += 1;
    if (!instruction) continue;
    if ('addresses' in instruction) {
      for (const next of instruction.addresses) ways.push([next, index]);
    } else if (index < value.length && instruction.characters.includes(value.charAt(index))) {
      ways.push([address + 1, index + 1]);
    }
  }
  return count;
}

function fork(program: Instruction[], ...addresses: number[]): number[] {
  program.push({addresses});
  return addresses;
}

function oneOf(source: string, characters: string): Expression {
  return {source, emit: (program) => program.push({characters})};
}

function sequence(parts: readonly Expression[]): Expression {
  return {
    source: parts.map(({source}) => source).join(''),
    emit: (program) => parts.forEach((part) => part.emit(program)),
  };
}

function choice(parts: readonly Expression[]): Expression {
  return {
    source: `(?:${parts.map(({source}) => source).join('|')})`,
    emit(program) {
      const branches = fork(program);
      const ends = parts.map((part) => {
        branches.push(program.length);
        part.emit(program);
        return fork(program);
      });
      for (const end of ends) end.push(program.length);
    },
  };
}

function repeated(part: Expression, quantifier: string, least: number, most: number): Expression {
  return {
    source: `(?:${part.source})${quantifier}`,
    emit(program) {
      for (let copies = 0; copies < least; copies += 1) part.emit(program);
      const begin = program.length;
      const exits: number[][] = [];
      for (let copies = least; copies < most; copies += 1) {
        exits.push(fork(program, program.length + 1));
        part.emit(program);
        if (most === Infinity) {
          fork(program, begin);
          break;
        }
      }
      for (const exit of exits) exit.push(program.length);
    },
  };
}

const quantifiers: readonly (readonly [string, number, number])[] = [
  ['*', 0, Infinity],
  ['+', 1, Infinity],
  ['*?', 0, Infinity],
  ['?', 0, 1],
  ['{2}', 2, 2],
  ['{0,2}', 0, 2],
  ['{1,3}', 1, 3],
  ['{2,}', 2, Infinity],
];

const {expression: expressions} = fc.letrec<{expression: Expression}>((tie) => ({
  expression: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    fc.constantFrom(
      oneOf('a', 'a'),
      oneOf('b', 'b'),
      oneOf('-', '-'),
      oneOf('[ab]', 'ab'),
      oneOf('[^a]', 'b-!'),
      oneOf('.', 'ab-!'),
    ),
    fc.array(tie('expression'), {minLength: 2, maxLength: 5}).map(sequence),
    fc.array(tie('expression'), {minLength: 2, maxLength: 3}).map(choice),
    fc
      .tuple(tie('expression'), fc.constantFrom(...quantifiers))
      .map(([part, [quantifier, least, most]]) => repeated(part, quantifier, least, most)),
  ),
}));
