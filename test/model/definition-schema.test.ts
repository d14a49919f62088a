import {expect} from '@open-wc/testing';
import {parseConnector} from '../../src/core.js';
import {connectorWith, customWith, methodOf, summaryOf} from '../support/model.js';

const path = '/methods/0/variables/1';
const foundOf = (variable: object) =>
  summaryOf(parseConnector(customWith({key: 'other'}, {key: 'a', ...variable})).diagnostics);

describe('what a variable of a definition may say', () => {
  for (const [name, values, more] of [
    ['type', ['text', 'multiline', 'url', 'email', 'number', 'boolean', 'file', 'keyvalue']],
    ['format', ['email', 'url', 'origin', 'hostname', 'dns-label', 'uuid', 'pem', 'json']],
    ['encoding', ['text', 'base64'], {type: 'file'}],
    ['autofill', ['machine', 'login']],
  ] as const) {
    it(`is one of the words that a ${name} can be`, () => {
      for (const value of values) {
        expect(foundOf({...more, [name]: value}), value).to.deep.equal([]);
      }
      const found = [`error definition_invalid ${path}/${name}`];
      for (const value of ['', 'nothing']) {
        expect(foundOf({...more, [name]: value}), value).to.deep.equal(found);
      }
    });
  }

  it('is how much a pattern weighs', () => {
    for (const severity of ['error', 'warning']) {
      expect(foundOf({pattern: {regex: 'a', severity}})).to.deep.equal([]);
    }
    expect(foundOf({pattern: {regex: 'a', severity: 'fatal'}})).to.deep.equal([
      `error definition_invalid ${path}/pattern/severity`,
    ]);
  });

  for (const [what, variable, at] of [
    ['the expression of a pattern', {pattern: {message: 'a'}}, '/pattern/regex'],
    ['the value of an option', {type: 'select', options: [{label: 'a'}]}, '/options/0/value'],
    ['the field of a condition', {visibleWhen: {equals: 1}}, '/visibleWhen/key'],
    ['a plain value to compare', {visibleWhen: {key: 'other', in: [{}]}}, '/visibleWhen/in/0'],
  ] as const) {
    it(`does not leave out ${what}`, () => {
      expect(foundOf(variable)).to.deep.equal([`error definition_invalid ${path}${at}`]);
    });
  }

  it('does not leave out which variable of the connector is used', () => {
    const {diagnostics} = parseConnector(
      connectorWith({id: 'only', type: 'custom', variables: [{label: 'A', use: ''}]}),
    );
    expect(summaryOf(diagnostics)).to.deep.equal([
      'error definition_invalid /methods/0/variables/0/use',
    ]);
  });

  it('is of several lines where it is a PEM, unless it has a type of its own', () => {
    const {variables} = methodOf(
      customWith({key: 'a', format: 'pem'}, {key: 'b', format: 'json'}, {key: 'c', type: 'email'}),
    );
    expect(variables.map(({type}) => type)).to.deep.equal(['multiline', 'text', 'email']);
  });
});
