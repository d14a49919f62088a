import {expect} from '@open-wc/testing';
import {checkValue} from '../../src/model/check-value.js';
import {parseConnector} from '../../src/core.js';
import {findMethod} from '../../src/model/credential.js';
import type {Variable} from '../../src/model/method-kind.js';
import {rightfulPlace, type Place} from '../../src/model/rightful-variable.js';

const token = (regex: string, more = {}) => ({key: 'token', pattern: {regex}, ...more});
const isValid = (variable: Variable, text: string) => !checkValue(variable, text);

/** Where a value belongs that was given for a note of the first method. */
function placeOf(
  value: string,
  methods: readonly object[],
  {key = 'note', accepts = isValid, isOpen = ({variable}: Place) => !variable.advanced} = {},
): string | undefined {
  const {connector} = parseConnector({
    version: 1,
    id: 'acme',
    name: 'Acme',
    variables: [{key: 'shared', pattern: {regex: 'sh_[0-9]+'}}],
    methods: methods.map((method, index) => ({id: `m${index}`, type: 'custom', ...method})),
  });
  const method = findMethod(connector, 'm0')!;
  const variable = method.variables.find((one) => one.key === key)!;
  const place = rightfulPlace(connector!, {method, variable}, value, accepts, isOpen);
  return place && `${place.method.id} ${place.variable.key}`;
}

const note = {key: 'note'};

describe('where a value belongs', () => {
  it('is where a pattern begins as it does', () => {
    expect(placeOf('sk_1', [{variables: [note, token('sk_[0-9]+')]}])).to.equal('m0 token');
    expect(placeOf('sk_x', [{variables: [note, token('sk_[0-9]+')]}])).to.equal(undefined);
  });

  for (const regex of ['shpat_[0-9a-f]+', 'xoxb-[0-9]+', '(?:sk_|pk_)[0-9]+', 'sk_live_.+']) {
    it(`is told by ${regex}`, () => {
      const value = {s: 'shpat_1f', x: 'xoxb-1', '(': 'pk_1', k: 'sk_live_1'}[
        regex.startsWith('sk') ? 'k' : regex[0]!
      ]!;
      expect(placeOf(value, [{variables: [note, token(regex)]}])).to.equal('m0 token');
    });
  }

  for (const [regex, value] of [
    ['[0-9]+', '12345678'],
    ['a_?[0-9]+', 'a_1'],
    ['sk_*[0-9]+', 'sk_1'],
    ['.+', 'sk_1'],
    ['abcdef', 'abcdef'],
  ] as const) {
    it(`is not told by ${regex}`, () => {
      expect(placeOf(value, [{variables: [note, token(regex)]}])).to.equal(undefined);
    });
  }

  it('is not elsewhere when its own variable says the same', () => {
    const own = {key: 'note', pattern: {regex: 'sk_[0-9]+'}};
    expect(placeOf('sk_1', [{variables: [own, token('sk_[0-9]+')]}])).to.equal(undefined);
  });

  it('is in its own method rather than in another', () => {
    const methods = [{variables: [note, token('sk_[0-9]+')]}, {variables: [token('sk_[0-9]+')]}];
    expect(placeOf('sk_1', methods)).to.equal('m0 token');
    expect(placeOf('sk_1', [{variables: [note]}, methods[1]!])).to.equal('m1 token');
  });

  it('is nowhere that nobody can put it', () => {
    const closed = {variables: [token('sk_[0-9]+', {advanced: true})]};
    expect(placeOf('sk_1', [{variables: [note]}, closed])).to.equal(undefined);
    const unknown = {type: 'unheard-of', variables: [token('sk_[0-9]+')]};
    expect(placeOf('sk_1', [{variables: [note]}, unknown])).to.equal(undefined);
    const number = {variables: [token('sk_[0-9]+', {type: 'select', options: [{value: 'sk_1'}]})]};
    expect(placeOf('sk_1', [{variables: [note]}, number])).to.equal(undefined);
  });

  it('is where one of several beginnings is', () => {
    expect(placeOf('rk_1', [{variables: [note, token('sk_[0-9]+|rk_[0-9]+')]}])).to.equal(
      'm0 token',
    );
  });

  it('is not in the same variable of another method', () => {
    const shared = [{use: 'shared'}];
    expect(placeOf('sh_1', [{variables: shared}, {variables: shared}], {key: 'shared'})).to.equal(
      undefined,
    );
    expect(placeOf('sh_1', [{variables: [note]}, {variables: shared}])).to.equal('m1 shared');
  });

  it('is looked for with few patterns, whatever a definition has', () => {
    const variables = Array.from({length: 500}, (_, index) => ({
      key: `k${index}`,
      pattern: {regex: `(?:ab_|${'x'.repeat(index % 100)}_|cd_)[0-9]+`},
    }));
    let count = 0;
    const accepts = () => {
      count += 1;
      return false;
    };
    expect(placeOf('ab_!', [{variables: [note, ...variables]}], {accepts})).to.equal(undefined);
    expect(count).to.equal(20);
  });

  it('is looked for with no pattern that begins otherwise', () => {
    const variables = Array.from({length: 30}, (_, index) =>
      token(`a${index}_.+`, {key: `k${index}`}),
    );
    expect(placeOf('sk_1', [{variables: [note, ...variables, token('sk_.+')]}])).to.equal(
      'm0 token',
    );
  });
});
