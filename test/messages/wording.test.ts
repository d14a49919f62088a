import {expect} from '@open-wc/testing';
import {parseConnector, type Connector, type Method} from '../../src/core.js';
import {en} from '../../src/messages/en.js';
import {Wording} from '../../src/messages/wording.js';
import {connectorWith} from '../support/model.js';

const definition = {
  ...connectorWith(
    {id: 'named', type: 'basic', name: {en: 'Sign-in', de: 'Anmeldung'}},
    {
      id: 'nameless',
      type: 'basic',
      variables: [
        {key: 'username', label: {en: 'Consumer key', de: 'Schlüssel'}},
        {key: 'name'},
        {key: 'store'},
      ],
    },
    {id: 'sso', type: 'saml'},
  ),
  name: {en: 'Acme', de: 'Akme'},
};
const connector = parseConnector(definition).connector!;
const [named, nameless, sso] = connector.methods as readonly [Method, Method, Method];

const wording = (language = 'en', about: Connector | undefined = connector) =>
  new Wording(en, language, about);

const labels = (language?: string) =>
  nameless.status === 'available'
    ? nameless.variables.map((variable) => wording(language).label(variable, nameless))
    : [];

describe('Wording', () => {
  it('reads texts in its language', () => {
    expect(wording('de-AT').text({en: 'Key', de: 'Schlüssel'})).to.equal('Schlüssel');
    expect(wording('de').connectorName()).to.equal('Akme');
    expect(wording('fr').connectorName()).to.equal('Acme');
  });

  it('has no name for a connector that is not there', () => {
    expect(new Wording(en, 'en', undefined).connectorName()).to.equal('');
  });

  it('names a method by its own name, the words of its type, or its id', () => {
    expect(wording('de').methodName(named)).to.equal('Anmeldung');
    expect(wording().methodName(nameless)).to.equal('User name and password');
    expect(wording().methodName(sso)).to.equal('sso');
  });

  it('names a variable by its label, the words of its kind, or its key', () => {
    // The kind's own word "name" is not a label of a variable that has the key by chance.
    expect(labels()).to.deep.equal(['Password', 'Consumer key', 'name', 'store']);
    expect(labels('de')).to.deep.equal(['Password', 'Schlüssel', 'name', 'store']);
  });

  it('never takes what every object has for a word', () => {
    const method = parseConnector(
      connectorWith({id: 'a', type: 'custom', variables: [{key: 'toString'}]}),
    ).connector?.methods[0];
    if (method?.status !== 'available') throw new Error('unavailable');
    expect(wording().label(method.variables[0]!, method)).to.equal('toString');
    for (const type of ['constructor', 'toString', '__proto__']) {
      const unknown = parseConnector(connectorWith({id: 'odd', type})).connector!.methods[0]!;
      expect(wording().methodName(unknown)).to.equal('odd');
    }
  });

  it('says why a method cannot be used, in general words where there are no others', () => {
    const {diagnostics} = en;
    const say = (code: string, messages = en) =>
      new Wording(messages, 'en', connector).diagnostic({
        code,
        severity: 'error',
        path: '',
        params: {},
      });
    expect(say('definition_unknown_type')).to.equal(diagnostics['definition_unknown_type']);
    expect(say('definition_limit_exceeded')).to.equal(diagnostics['definition_limit_exceeded']);
    expect(say('pin_odd')).to.equal(diagnostics['other']);
    expect(say('pin_odd', {...en, diagnostics: {}})).to.equal('pin_odd');
  });
});
