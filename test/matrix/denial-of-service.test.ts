import {expect, html} from '@open-wc/testing';
import {parseConnector, type VariableDefinition} from '../../src/core.js';
import {checkValue} from '../../src/model/check-value.js';
import {fromRaw} from '../../src/model/draft.js';
import type {Variable} from '../../src/model/method-kind.js';
import {compilePattern, PATTERN_INPUT_LIMIT} from '../../src/model/pattern.js';
import {bestTimeOf} from '../support/best-time.js';
import {
  attackOn,
  catastrophicPatterns,
  quadraticPatterns,
} from '../support/catastrophic-patterns.js';
import {formOf} from '../support/definitions.js';
import {mount} from '../support/driver.js';
import {summaryOf} from '../support/model.js';
import {Recorder} from '../support/recorder.js';

/** Row F4 of the fault matrix: no value keeps the page waiting, whatever the definition says. */

const LONG = 50_000;
const LONGEST_TASK = 50;

/** Shows a form with one field, pastes a text in it, and submits it. */
async function pasted(variable: VariableDefinition, value: string) {
  const use = await mount(html`<keyslot-connect .connector=${formOf(variable)}></keyslot-connect>`);
  await use.fill({[variable.key]: value});
  const recorder = new Recorder();
  await use.submit();
  recorder.stop();
  return {use, values: recorder.credentials[0]?.values, problems: recorder.errors};
}

describe('F4 a pattern that is known to hang', () => {
  it('is one of more than twenty', () => {
    expect(new Set(catastrophicPatterns.map(({regex}) => regex)).size).to.be.above(20);
  });

  for (const pattern of catastrophicPatterns) {
    const {name, regex} = pattern;
    const attack = attackOn(pattern, LONG);
    const variable: Variable = {key: 'a', type: 'multiline', pattern: {regex}};

    it(`is not run, and its author is told: ${name}`, () => {
      const {diagnostics} = parseConnector(formOf(variable));
      expect(summaryOf(diagnostics)).to.deep.equal([
        'warning definition_unsafe_pattern /methods/0/variables/0/pattern/regex',
      ]);
    });

    it(`leaves its field usable: ${name}`, async () => {
      const {use, values, problems} = await pasted(variable, attack);
      expect(problems).to.deep.equal([]);
      expect(use.errors).to.deep.equal({});
      expect(values).to.deep.equal({a: attack});
    });

    it(`keeps nobody waiting: ${name}`, () => {
      expect(
        bestTimeOf(() => compilePattern(regex)),
        'judging it',
      ).to.be.below(LONGEST_TASK);
      const judge = () => expect(checkValue({...variable}, attack)).to.equal(undefined);
      expect(bestTimeOf(judge), 'judging a value').to.be.below(LONGEST_TASK);
    });
  }
});

describe('F4 a pattern that is slow on long values only', () => {
  for (const pattern of quadraticPatterns) {
    const {name, regex} = pattern;
    const variable: Variable = {key: 'a', type: 'multiline', pattern: {regex}};

    it(`is run up to a length that keeps nobody waiting: ${name}`, () => {
      const attack = attackOn(pattern, PATTERN_INPUT_LIMIT);
      expect(checkValue(variable, attack)?.code).to.equal('field_pattern');
      expect(bestTimeOf(() => checkValue({...variable}, attack))).to.be.below(LONGEST_TASK);
    });

    it(`is not run on more, which is said: ${name}`, async () => {
      const attack = attackOn(pattern, LONG);
      expect(bestTimeOf(() => checkValue({...variable}, attack))).to.be.below(LONGEST_TASK);
      const {use, values} = await pasted(variable, attack);
      expect(values).to.equal(undefined);
      expect(use.errors).to.deep.equal({
        a: `The a is too long: it can have at most ${PATTERN_INPUT_LIMIT} characters`,
      });
    });
  }
});

describe('F4 a rule of ours', () => {
  const many = (part: string) => part.repeat(LONG / part.length);
  const attacks: readonly (readonly [
    rules: Omit<VariableDefinition, 'key'>,
    values: readonly string[],
  ])[] = [
    [
      {type: 'number'},
      [`${many('1')}x`, `${many(' ')}x`, `1${many(' ')}x`, `1e${many('1')}x`, `.${many('1')}.`],
    ],
    [{type: 'email'}, [many('a'), many('@'), `${many('a')}@`, `a@${many('a')} `]],
    [{type: 'url'}, [`https://${many('a')} `, `https://${many('a.')}`, `https://${many('/..')}[ `]],
    [{format: 'origin'}, [`https://${many('a')}/`, `https://${many('a.')}:x`]],
    [{format: 'hostname'}, [many('a.'), many('a-'), `${many('a')}.`]],
    [{format: 'dns-label'}, [many('a-'), `${many('a')}!`]],
    [{format: 'uuid'}, [many('0'), many('0-')]],
    [
      {format: 'pem', type: 'multiline'},
      [
        `-----BEGIN ${many('A ')}`,
        many('\n'),
        `-----BEGIN A-----\n${many('-')}`,
        many('-----BEGIN A-----\n'),
        `-----BEGIN A-----\na-----END A-----${many('\n')}x`,
        `-----BEGIN A-----\n${many('----END A')}`,
      ],
    ],
    [{format: 'json', type: 'multiline'}, [many('['), many('{"a":'), `"${many('\\')}`]],
  ];

  for (const [rules, values] of attacks) {
    const {type = 'text', format = ''} = rules;

    it(`keeps nobody waiting: ${type} ${format}`, async () => {
      const variable: Variable = {key: 'a', ...rules, type};
      for (const value of values) {
        const judge = () => checkValue(variable, fromRaw(variable, value));
        expect(bestTimeOf(judge), `${value.slice(0, 20)}…`).to.be.below(LONGEST_TASK);
      }
      const {use, values: submitted} = await pasted(variable, values[0]!);
      expect(submitted).to.equal(undefined);
      expect(Object.keys(use.errors)).to.deep.equal(['a']);
    });
  }
});
