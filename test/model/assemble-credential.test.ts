import {expect} from '@open-wc/testing';
import {parseConnector} from '../../src/core.js';
import {assembleCredential} from '../../src/model/assemble-credential.js';
import {findMethod, type ExistingCredential} from '../../src/model/credential.js';
import type {RawValue, ValueSources} from '../../src/model/draft.js';
import {validateCredentialFor} from '../../src/model/validate-credential.js';
import {customWith} from '../support/model.js';

type Typed = Readonly<Record<string, RawValue>>;

/** Puts together what was typed, by key; a variable without an entry has no input. */
function assemble(variables: readonly object[], typed: Typed = {}, sources: ValueSources = {}) {
  const {connector} = parseConnector(customWith(...variables));
  const method = findMethod(connector, 'only')!;
  const input = assembleCredential(connector!, method, ({key}) => typed[key], sources);
  return {
    input: {...input} as Readonly<Record<string, unknown>>,
    validation: validateCredentialFor(connector, input, sources.existing),
  };
}

const valuesOf = (...parameters: Parameters<typeof assemble>) =>
  assemble(...parameters).input['values'];

const editing = (stored: readonly string[], methodId = 'only'): {existing: ExistingCredential} => ({
  existing: {methodId, values: {}, stored},
});

describe('assembleCredential', () => {
  it('names the connector, the method and its type', () => {
    expect(assemble([{key: 'a'}], {a: 'x'}).input).to.deep.equal({
      connectorId: 'acme',
      methodId: 'only',
      type: 'custom',
      values: {a: 'x'},
    });
  });

  it('takes what was typed as it is, in the order of the variables', () => {
    const variables = [
      {key: 'text'},
      {key: 'number', type: 'number'},
      {key: 'no number', type: 'number'},
      {key: 'yes', type: 'boolean'},
      {key: 'no', type: 'boolean', default: true},
      {key: 'secret', secret: true},
    ].map((variable) => ({...variable, key: variable.key.replace(' ', '-')}));
    const typed = {
      secret: ' s ',
      no: false,
      yes: true,
      'no-number': 'five',
      number: '5',
      text: ' a ',
    };
    const values = valuesOf(variables, typed);
    expect(values).to.deep.equal({
      text: ' a ',
      number: 5,
      'no-number': 'five',
      yes: true,
      no: false,
      secret: ' s ',
    });
    expect(Object.keys(values as object)).to.deep.equal(variables.map(({key}) => key));
  });

  it('takes what was typed before anything else', () => {
    const sources = {values: {a: 'suggested'}};
    expect(valuesOf([{key: 'a', default: 'own'}], {a: 'typed'}, sources)).to.deep.equal({
      a: 'typed',
    });
    expect(valuesOf([{key: 'a', default: 'own'}], {a: ''}, sources)).to.deep.equal({});
  });

  it('leaves out what was left empty, as a credential does', () => {
    const variables = [{key: 'a'}, {key: 'b', secret: true}, {key: 'c', type: 'boolean'}];
    expect(valuesOf(variables, {a: ' ', b: ' ', c: false})).to.deep.equal({b: ' ', c: false});
    expect(valuesOf(variables, {a: '', b: '', c: true})).to.deep.equal({c: true});
  });

  it('takes the first value of a variable that has no input', () => {
    expect(
      valuesOf(
        [{key: 'a', default: 'own'}, {key: 'b'}, {key: 'c'}],
        {},
        {values: {b: 'suggested'}},
      ),
    ).to.deep.equal({a: 'own', b: 'suggested'});
  });

  it('takes what is fixed, whatever an input holds', () => {
    expect(
      valuesOf(
        [{key: 'a', configurable: false, default: 'own'}, {key: 'b'}, {key: 'c', secret: true}],
        {a: 'typed', b: 'typed', c: 'typed'},
        {presets: {a: 'preset', b: 'preset', c: 'preset'}},
      ),
    ).to.deep.equal({a: 'own', b: 'preset', c: 'preset'});
  });

  it('takes lists and files as they are, without the pairs that are blank', () => {
    const variables = [
      {key: 'a', type: 'multiselect', options: [{value: 'x'}, {value: 'y'}]},
      {key: 'b', type: 'keyvalue'},
      {key: 'c', type: 'file'},
    ];
    const typed = {
      a: ['y'],
      b: [
        ['n', 'v'],
        ['', ''],
      ],
      c: 'one\r\n',
    } as const;
    const {validation} = assemble(variables, typed);
    expect(validation).to.have.property('ok', true);
    expect(valuesOf(variables, typed)).to.deep.equal({a: ['y'], b: [['n', 'v']], c: 'one\r\n'});
  });

  it('keeps a stored list of secrets in whose place nothing was entered', () => {
    const variables = [{key: 'a', type: 'keyvalue', secret: true, required: true}];
    const kept = assemble(variables, {a: []}, editing(['a']));
    expect(kept.input).to.deep.include({values: {}, kept: ['a'], cleared: []});
    expect(kept.validation).to.have.property('ok', true);
    const replaced = assemble(variables, {a: [['n', 'v']]}, editing(['a']));
    expect(replaced.input).to.deep.include({values: {a: [['n', 'v']]}, kept: []});
  });

  it('leaves out what is hidden, whatever was typed and whatever its default', () => {
    const variables = [
      {key: 'a'},
      {key: 'b', default: 'own', visibleWhen: {key: 'a', equals: 'x'}},
      {key: 'c', configurable: false, default: 'own', visibleWhen: {key: 'b', equals: 'own'}},
    ];
    expect(valuesOf(variables, {a: 'y', b: 'typed'})).to.deep.equal({a: 'y'});
    expect(valuesOf(variables, {a: 'x'})).to.deep.equal({a: 'x', b: 'own', c: 'own'});
  });

  it('shows what depends on a boolean that has no input and no value', () => {
    const {validation} = assemble(
      [
        {key: 'a', type: 'boolean', configurable: false},
        {key: 'b', required: true, visibleWhen: {key: 'a', equals: false}},
      ],
      {b: 'typed'},
    );
    expect(validation).to.have.property('ok', true);
  });

  describe('of a connection that is edited', () => {
    const variables = [
      {key: 'store'},
      {key: 'token', secret: true, required: true},
      {key: 'backup', secret: true},
    ];

    it('keeps stored secrets that were left blank', () => {
      const {input, validation} = assemble(
        variables,
        {store: 'x', token: '', backup: ''},
        editing(['backup', 'token']),
      );
      expect(input).to.deep.include({
        values: {store: 'x'},
        kept: ['token', 'backup'],
        cleared: [],
      });
      expect(validation).to.have.property('ok', true);
    });

    it('replaces stored secrets that were typed', () => {
      const {input, validation} = assemble(
        variables,
        {store: 'x', token: 'new', backup: ''},
        editing(['token', 'backup']),
      );
      expect(input).to.deep.include({values: {store: 'x', token: 'new'}, kept: ['backup']});
      expect(validation).to.have.property('ok', true);
    });

    it('does not keep a blank that is not stored, so that it is refused', () => {
      const {input, validation} = assemble(variables, {token: ''}, editing(['backup']));
      expect(input).to.deep.include({values: {}, kept: ['backup']});
      expect(validation).to.have.property('ok', false);
    });

    it('keeps nothing of another method', () => {
      const {input} = assemble(variables, {token: 'new'}, editing(['token'], 'another'));
      expect(input).to.deep.include({values: {token: 'new'}, kept: [], cleared: []});
    });

    it('replaces a stored secret by a preset', () => {
      const {input, validation} = assemble(
        variables,
        {},
        {...editing(['token']), presets: {token: 'preset'}},
      );
      expect(input).to.deep.include({values: {token: 'preset'}, kept: []});
      expect(validation).to.have.property('ok', true);
    });

    it('clears the stored secrets that the user wants removed, and keeps the others', () => {
      const variables = [
        {key: 'token', secret: true},
        {key: 'pin', secret: true},
      ];
      const {connector} = parseConnector(customWith(...variables));
      const method = findMethod(connector, 'only')!;
      const sources = editing(['token', 'pin']);
      const removed = new Set(['pin']);
      const input = assembleCredential(connector!, method, () => '', sources, removed);
      expect(input).to.deep.include({values: {}, kept: ['token'], cleared: ['pin']});
    });

    it('keeps a stored secret that was typed and then hidden', () => {
      const {input, validation} = assemble(
        [{key: 'mode'}, {key: 'token', secret: true, visibleWhen: {key: 'mode', equals: 'secret'}}],
        {mode: 'open', token: 'typed'},
        editing(['token']),
      );
      expect(input).to.deep.include({values: {mode: 'open'}, kept: ['token']});
      expect(validation).to.have.property('ok', true);
    });
  });
});
