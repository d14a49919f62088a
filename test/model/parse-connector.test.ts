import {expect} from '@open-wc/testing';
import {builtIns, parseConnector} from '../../src/core.js';
import {DEFAULT_LIMITS} from '../../src/model/limits.js';
import {parseConnectorWith} from '../../src/model/parse-connector.js';
import {readConnector} from '../../src/model/read-connector.js';
import {connectorWith, customWith, parsed, summaryOf} from '../support/model.js';

describe('parseConnector', () => {
  const place = '/methods/0/variables/0';

  const warned: readonly [string, object, string][] = [
    [
      'a pattern that is no regular expression',
      {pattern: {regex: '['}},
      `definition_invalid_pattern ${place}/pattern/regex`,
    ],
    [
      'a pattern that could take for ever',
      {pattern: {regex: '(a+)+b'}},
      `definition_unsafe_pattern ${place}/pattern/regex`,
    ],
    ['a default that breaks a pattern', {pattern: {regex: '[0-9]+'}, default: 'a'}, 'default'],
    ['a default of the wrong type', {default: 5}, 'default'],
    ['a default that is a list', {default: ['a']}, 'default'],
    ['a default that is no number', {type: 'number', default: '5'}, 'default'],
    ['a default that is too small', {type: 'number', min: 2, default: 1}, 'default'],
    ['a default that is too long', {maxLength: 2, default: 'abc'}, 'default'],
    ['a default that has another format', {format: 'uuid', default: 'abc'}, 'default'],
    [
      'a default that is not among the options',
      {type: 'select', options: [{value: 'a'}], default: 'b'},
      'default',
    ],
  ];
  for (const [name, variable, warning] of warned) {
    it(`warns about ${name}, and the method can be used`, () => {
      const {connector, found} = parsed(customWith({key: 'a', ...variable}));
      const expected = warning === 'default' ? `definition_invalid ${place}/default` : warning;
      expect(found).to.deep.equal([`warning ${expected}`]);
      expect(connector?.methods[0]?.status).to.equal('available');
    });
  }

  it('says which rule a default breaks', () => {
    const {diagnostics} = parseConnector(customWith({key: 'a', type: 'number', default: 'x'}));
    expect(diagnostics.map(({params}) => params)).to.deep.equal([{expected: 'field_number'}]);
  });

  it('has nothing against patterns and defaults that keep their own rules', () => {
    const {found} = parsed(
      customWith(
        {key: 'a', pattern: {regex: '[a-z]+'}, default: 'abc'},
        {key: 'b', type: 'number', min: 1, max: 3, default: 2},
        {key: 'c', type: 'boolean', default: true},
        {key: 'd', type: 'select', options: [{value: 'x'}], default: 'x'},
        {key: 'e', default: ''},
      ),
    );
    expect(found).to.deep.equal([]);
  });

  it('does not judge the rules of methods that cannot be used', () => {
    const {found} = parsed(
      connectorWith({id: 'a', type: 'saml', variables: [{key: 'a', pattern: {regex: '['}}]}),
    );
    expect(found).to.deep.equal(['error definition_unknown_type /methods/0/type']);
  });

  it('names the place of a variable even where it stands elsewhere on screen', () => {
    const {found} = parsed(
      connectorWith({
        id: 'a',
        type: 'basic',
        variables: [{key: 'password'}, {key: 'b', pattern: {regex: '('}}],
      }),
    );
    expect(found).to.deep.equal([
      'warning definition_invalid_pattern /methods/0/variables/1/pattern/regex',
    ]);
  });

  it('judges a pattern once, however often it is there', () => {
    const {found} = parsed(
      customWith({key: 'a', pattern: {regex: '['}}, {key: 'b', pattern: {regex: '['}}),
    );
    expect(found).to.have.lengthOf(1);
  });

  it('judges no more patterns than the limit', () => {
    const variables = ['(', '[', '*'].map((regex, index) => ({key: `v${index}`, pattern: {regex}}));
    const {connector, diagnostics} = parseConnectorWith(builtIns, customWith(...variables), {
      patterns: 2,
    });
    expect(connector?.methods[0]?.status).to.equal('available');
    expect(summaryOf(diagnostics)).to.deep.equal([
      `warning definition_invalid_pattern ${place}/pattern/regex`,
      'warning definition_invalid_pattern /methods/0/variables/1/pattern/regex',
      'warning definition_limit_exceeded ',
    ]);
    expect(diagnostics.at(-1)?.params).to.deep.equal({limit: 'patterns', maximum: 2});
  });

  it('finds as many patterns as the limit within it', () => {
    const variables = ['a', 'b'].map((regex) => ({key: regex, pattern: {regex}}));
    const {diagnostics} = parseConnectorWith(builtIns, customWith(...variables), {patterns: 2});
    expect(diagnostics).to.deep.equal([]);
  });

  it('tells what is wrong with the structure first', () => {
    const {found} = parsed({...customWith({key: 'a', default: 5}), author: 'me'});
    expect(found).to.deep.equal([
      'warning definition_unknown_property /author',
      `warning definition_invalid ${place}/default`,
    ]);
  });

  it('gives its result back for the result, for its connector and for what was read of it', () => {
    const read = readConnector(builtIns, customWith({key: 'a', default: 5}));
    const result = parseConnector(read);
    expect(result).not.to.equal(read);
    expect(result.connector).to.equal(read.connector);
    expect(result.diagnostics).to.have.lengthOf(1);
    for (const again of [result, result.connector]) expect(parseConnector(again)).to.equal(result);
    expect(result).to.be.frozen;
    expect(result.diagnostics).to.be.frozen;
  });

  it('gives a result without a connector back', () => {
    const result = parseConnector('nothing');
    expect(parseConnector(result)).to.equal(result);
  });

  it('does no work when it parses again', () => {
    const {connector} = parseConnector(
      connectorWith(
        ...Array.from({length: DEFAULT_LIMITS.methods}, (_, index) => ({
          id: `m${index}`,
          type: 'basic',
        })),
      ),
    );
    const started = performance.now();
    for (let count = 0; count < 1000; count++) parseConnector(connector);
    expect(performance.now() - started).to.be.below(100);
  });

  it('takes the limits that are given', () => {
    const {diagnostics} = parseConnector(connectorWith(1, 2), {limits: {methods: 0}});
    expect(summaryOf(diagnostics)).to.deep.equal(['error definition_limit_exceeded /methods']);
  });
});
