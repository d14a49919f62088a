import {expect} from '@open-wc/testing';
import {builtIns, parseConnector} from '../../src/core.js';
import {DEFAULT_LIMITS} from '../../src/model/limits.js';
import {parseConnectorWith} from '../../src/model/parse-connector.js';
import {readConnector} from '../../src/model/read-connector.js';
import {bestTimeOf} from '../support/best-time.js';
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

  it('warns about placeholders in requests that stand for no variable', () => {
    const request = {
      headers: {'X-Shop': '{{shop}}', 'X-A': '{{a}}:{{b}}:{{b}}'},
      query: {'a/b': '{{toString}}'},
      body: {c: 'plain {{}}', d: '{{ a }}'},
    };
    const {connector, diagnostics} = parseConnector(
      connectorWith({id: 'x', type: 'custom', variables: [{key: 'a'}], request}),
    );
    expect(diagnostics.map(({code, path, params}) => [code, path, params])).to.deep.equal([
      ['definition_unknown_variable', '/methods/0/request/headers/X-Shop', {name: 'shop'}],
      ['definition_unknown_variable', '/methods/0/request/headers/X-A', {name: 'b'}],
      ['definition_unknown_variable', '/methods/0/request/query/a~1b', {name: 'toString'}],
      ['definition_unknown_variable', '/methods/0/request/body/d', {name: ' a '}],
    ]);
    expect(connector?.methods[0]?.status).to.equal('available');
  });

  const client = {
    id: 'x',
    type: 'oauth2-client-credentials',
    tokenUrl: 'https://acme.example.com/token',
  };

  it('warns about placeholders in token requests, assertions and prefixes too', () => {
    const assertion = {keyId: '{{certificate}}', claims: {sub: '{{user}}', scope: '{{scope}}'}};
    const {found} = parsed(
      connectorWith(
        {...client, assertion, tokenRequest: {body: {a: '{{clientId}}', b: '{{audience}}'}}},
        {id: 'y', type: 'api-key', parameterName: 'X-Key', prefix: '{{shop}}:'},
      ),
    );
    expect(found).to.deep.equal([
      'warning definition_unknown_variable /methods/0/assertion/keyId',
      'warning definition_unknown_variable /methods/0/assertion/claims/sub',
      'warning definition_unknown_variable /methods/0/tokenRequest/body/b',
      'warning definition_unknown_variable /methods/1/prefix',
    ]);
  });

  it('knows the access token where there is one', () => {
    const template = {headers: {'X-Token': '{{accessToken}}'}};
    const {found} = parsed(
      connectorWith(
        {...client, request: template, tokenRequest: template},
        {id: 'y', type: 'token', request: template},
        {id: 'z', type: 'custom', variables: [{key: 'accessToken'}], request: template},
      ),
    );
    expect(found).to.deep.equal([
      'warning definition_unknown_variable /methods/0/tokenRequest/headers/X-Token',
      'warning definition_unknown_variable /methods/1/request/headers/X-Token',
    ]);
  });

  it('knows the variables that a request may name, wherever they come from', () => {
    const request = {headers: {a: '{{shared}}', b: '{{username}}', c: '{{own}}'}};
    const {found} = parsed({
      ...connectorWith({
        id: 'x',
        type: 'basic',
        variables: [{use: 'shared'}, {key: 'own'}],
        request,
      }),
      variables: [{key: 'shared'}],
    });
    expect(found).to.deep.equal([]);
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
    const time = bestTimeOf(() => {
      for (let count = 0; count < 1000; count++) parseConnector(connector);
    });
    expect(time).to.be.below(100);
  });

  it('takes the limits that are given', () => {
    const {diagnostics} = parseConnector(connectorWith(1, 2), {limits: {methods: 0}});
    expect(summaryOf(diagnostics)).to.deep.equal(['error definition_limit_exceeded /methods']);
  });
});
