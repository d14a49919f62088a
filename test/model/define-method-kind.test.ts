import {expect} from '@open-wc/testing';
import {builtIns, defineMethodKind, validateCredential} from '../../src/core.js';
import {connectorWith, methodOf, parsed} from '../support/model.js';

const pin = defineMethodKind({
  type: 'pin',
  settings: {
    properties: {
      digits: {type: 'number'},
      place: {
        type: 'object',
        properties: {in: {enum: ['header', 'query']}},
        required: ['in'],
        additionalProperties: false,
      },
    },
    required: ['digits'],
  },
  variables: ({digits}) => [
    {key: 'pin', label: 'PIN', secret: true, required: true, minLength: digits, maxLength: digits},
  ],
  check: ({pin}, {digits}) =>
    String(pin) === '0'.repeat(digits) ? [{code: 'pin_zero', key: 'pin'}] : [],
});
const registry = builtIns.with(pin);
const definition = {id: 'a', type: 'pin', digits: 4};

describe('defineMethodKind', () => {
  it('makes variables from the settings', () => {
    expect(methodOf(connectorWith(definition), 0, registry).variables).to.deep.equal([
      {
        key: 'pin',
        label: 'PIN',
        secret: true,
        required: true,
        minLength: 4,
        maxLength: 4,
        type: 'text',
        locked: true,
      },
    ]);
  });

  it('gives its check the settings', () => {
    const issuesOf = (value: string) => {
      const input = {connectorId: 'acme', methodId: 'a', type: 'pin', values: {pin: value}};
      const validation = validateCredential(connectorWith(definition), input, {registry});
      return validation.ok ? [] : validation.issues.map(({code}) => code);
    };
    expect(issuesOf('1234')).to.deep.equal([]);
    expect(issuesOf('0000')).to.deep.equal(['pin_zero']);
  });

  const settings: readonly [string, object, readonly string[]][] = [
    ['settings that fit', {place: {in: 'query'}}, []],
    ['settings that begin with x-', {'x-a': 1, place: {in: 'query', 'x-b': 1}}, []],
    ['an unknown setting', {color: 1}, ['warning definition_unknown_property /methods/0/color']],
    [
      'an unknown property of a setting',
      {place: {in: 'query', at: 1}},
      ['warning definition_unknown_property /methods/0/place/at'],
    ],
    [
      'a setting of the wrong type',
      {digits: 'four'},
      ['error definition_invalid /methods/0/digits'],
    ],
    ['a missing setting', {digits: undefined}, ['error definition_invalid /methods/0/digits']],
    [
      'a setting with another value',
      {place: {in: 'body'}},
      ['error definition_invalid /methods/0/place/in'],
    ],
  ];
  for (const [name, more, found] of settings) {
    const errors = found.filter((line) => line.startsWith('error'));
    it(`finds ${errors.length ? 'an error' : 'no error'} in ${name}`, () => {
      const result = parsed(connectorWith({...definition, ...more}), registry);
      expect(result.found).to.deep.equal(found);
      expect(result.connector?.methods[0]?.status).to.equal(
        errors.length ? 'unavailable' : 'available',
      );
    });
  }

  it('does not take what all methods have for a setting', () => {
    const common = {
      name: 'PIN',
      description: 'Short',
      icon: 'https://a.example',
      docs: 'https://a.example',
      recommended: true,
      deprecated: false,
      variables: [],
    };
    expect(parsed(connectorWith({...definition, ...common}), registry).found).to.deep.equal([]);
  });

  it('makes a kind that cannot be changed', () => {
    expect(pin).to.be.frozen;
  });

  it('names its own editor', () => {
    const registry = builtIns.with(defineMethodKind({type: 'pin', editor: 'acme-pin'}));
    const method = methodOf(connectorWith({id: 'a', type: 'pin'}), 0, registry);
    expect(method).to.include({editor: 'acme-pin'});
    expect(method.variables).to.deep.equal([]);
    expect(method).not.to.have.property('check');
  });
});
