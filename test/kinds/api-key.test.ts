import {expect} from '@open-wc/testing';
import {apiKey} from '../../src/core.js';
import {connectorWith, parsed} from '../support/model.js';
import {methodKindSuite} from '../suites/method-kind.suite.js';

const same = {
  keys: ['apiKey'],
  secrets: ['apiKey'],
  accepts: [{apiKey: 'key-1'}, {apiKey: '!#$%&()*+-./:<=>?@[]^_`{|}~'}],
  rejects: [
    [{}, {apiKey: 'field_required'}],
    [{apiKey: ''}, {apiKey: 'field_required'}],
    [{apiKey: 5}, {apiKey: 'field_type'}],
    [{apiKey: 'x', token: 'y'}, {token: 'field_unexpected'}],
  ],
} as const;

methodKindSuite(apiKey, {
  ...same,
  settings: {parameterName: 'X-Api-Key'},
  accepts: [...same.accepts, {apiKey: 'a b'}, {apiKey: 'ä"😀;,\\'}],
});

methodKindSuite(apiKey, {
  ...same,
  settings: {in: 'query', parameterName: 'api_key', prefix: 'v1-'},
  accepts: [...same.accepts, {apiKey: 'a b&c=d'}],
});

methodKindSuite(apiKey, {
  ...same,
  settings: {in: 'cookie', parameterName: 'session'},
  rejects: [
    ...same.rejects,
    ...[' ', 'a b', 'a;b', 'a,b', 'a"b', 'a\\b', 'a\tb', 'a\nb', 'ä', '😀'].map(
      (key) => [{apiKey: key}, {apiKey: 'field_cookie'}] as const,
    ),
  ],
});

describe('the settings of api-key', () => {
  const wrong: readonly (readonly [name: string, settings: object, path: string])[] = [
    ['no name of the parameter', {}, 'parameterName'],
    ['an empty name', {parameterName: ''}, 'parameterName'],
    ['a name with a space', {parameterName: 'X Key'}, 'parameterName'],
    ['a name with a line break', {parameterName: 'X-Key\r\nY'}, 'parameterName'],
    ['a name with a colon', {parameterName: 'X-Key:'}, 'parameterName'],
    [
      'a name with a letter that a header cannot hold',
      {parameterName: 'Schlüssel'},
      'parameterName',
    ],
    ['an unknown place', {parameterName: 'X-Key', in: 'body'}, 'in'],
    ['a prefix that is no text', {parameterName: 'X-Key', prefix: 1}, 'prefix'],
  ];

  it('may have a prefix that names variables, all of which there have to be', () => {
    const method = {id: 'a', type: 'api-key', parameterName: 'X-Key', prefix: '{{shop}} '};
    const named = {...method, variables: [{key: 'shop'}]};
    expect(parsed(connectorWith(named)).found).to.deep.equal([]);
    expect(parsed(connectorWith(method)).found).to.deep.equal([
      'warning definition_unknown_variable /methods/0/prefix',
    ]);
  });

  for (const [name, settings, path] of wrong) {
    it(`cannot be ${name}`, () => {
      const {connector, found} = parsed(connectorWith({id: 'a', type: 'api-key', ...settings}));
      expect(found).to.deep.equal([`error definition_invalid /methods/0/${path}`]);
      expect(connector?.methods[0]?.status).to.equal('unavailable');
    });
  }
});
