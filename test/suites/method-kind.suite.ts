import {expect} from '@open-wc/testing';
import {
  builtIns,
  parseConnector,
  validateCredential,
  type Authorization,
  type MethodKind,
} from '../../src/core.js';
import {connectorWith, methodOf} from '../support/model.js';

type Values = Readonly<Record<string, unknown>>;

/** What a kind is tried on. */
export interface MethodKindExamples {
  /** The settings that a definition of the type needs, if any. */
  readonly settings?: object;
  /** The keys that come with the kind, in the order in which they are asked for. */
  readonly keys: readonly string[];
  /** Which of them are secret. */
  readonly secrets: readonly string[];
  /** What a user granted, where the kind has a window of the provider. */
  readonly authorization?: Authorization;
  /** Values for those keys that make a credential. */
  readonly accepts: readonly Values[];
  /** Values that do not, and the codes of the issues by key. */
  readonly rejects: readonly (readonly [
    values: Values,
    issues: Readonly<Record<string, string>>,
  ])[];
}

/** What holds for every kind, whoever wrote it. */
export function methodKindSuite(kind: MethodKind, examples: MethodKindExamples): void {
  const {settings = {}, keys, secrets, authorization, accepts, rejects} = examples;
  const registry = builtIns.with(kind);
  const definition = {id: 'one', type: kind.type, ...settings};
  const {connector} = parseConnector(connectorWith(definition), {registry});
  const credentialOf = (values: Values) => ({
    connectorId: 'acme',
    methodId: 'one',
    type: kind.type,
    values,
    ...(authorization && {authorization}),
  });
  const validate = (values: Values) =>
    validateCredential(connector, credentialOf(values), {registry});

  const title = examples.settings ? ` with ${JSON.stringify(examples.settings)}` : '';

  describe(`the kind ${kind.type}${title}`, () => {
    it('cannot be changed', () => {
      expect(kind).to.be.frozen;
    });

    it('finds nothing wrong with a definition that has no more than it needs', () => {
      const {diagnostics} = parseConnector(connectorWith(definition), {registry});
      expect(diagnostics).to.deep.equal([]);
    });

    it('brings its variables, in their order', () => {
      const {variables} = methodOf(connectorWith(definition), 0, registry);
      expect(variables.map(({key}) => key)).to.deep.equal(keys);
      expect(variables.every(({locked}) => locked)).to.be.true;
      const secretKeys = variables.filter(({secret}) => secret).map(({key}) => key);
      expect(secretKeys).to.deep.equal(secrets);
    });

    it('binds each method anew', () => {
      const [first, second] = [kind.bind(definition), kind.bind({...definition, id: 'two'})];
      expect(first).not.to.equal(second);
      expect(JSON.stringify(first)).to.equal(JSON.stringify(second));
    });

    it('warns about settings that it does not know', () => {
      const {connector, diagnostics} = parseConnector(
        connectorWith({...definition, unheardOf: true}),
        {registry},
      );
      expect(diagnostics.map(({code, path}) => `${code} ${path}`)).to.deep.equal([
        'definition_unknown_property /methods/0/unheardOf',
      ]);
      expect(connector?.methods[0]?.status).to.equal('available');
    });

    it('asks for more variables of a definition, after its own', () => {
      const input = connectorWith({...definition, variables: [{key: 'more'}]});
      const {variables} = methodOf(input, 0, registry);
      expect(variables.map(({key}) => key)).to.deep.equal([...keys, 'more']);
    });

    for (const values of accepts) {
      it(`accepts ${JSON.stringify(values)}`, () => {
        expect(validate(values)).to.deep.equal({ok: true, credential: credentialOf(values)});
      });
    }

    for (const [values, issues] of rejects) {
      it(`rejects ${JSON.stringify(values)}`, () => {
        const validation = validate(values);
        expect(validation.ok).to.be.false;
        if (validation.ok) return;
        const found = validation.issues.map(({key, code}) => [key, code]);
        expect(Object.fromEntries(found)).to.deep.equal(issues);
      });
    }

    it('lets nobody authorise who does not have to, and nobody else through', () => {
      for (const values of accepts) {
        const {authorization: granted, ...rest} = credentialOf(values);
        const other = granted ? rest : {...rest, authorization: {}};
        expect(validateCredential(connector, other, {registry})).to.have.property('ok', false);
      }
    });

    it('keeps its stored secrets when a connection is edited', () => {
      for (const values of accepts) {
        const stored = secrets.filter((key) => key in values);
        const open = Object.entries(values).filter(([key]) => !stored.includes(key));
        const {authorization: granted, ...rest} = credentialOf(Object.fromEntries(open));
        const change = {
          ...rest,
          kept: stored,
          cleared: [],
          ...(granted && {authorizationKept: true}),
        };
        const existing = {methodId: 'one', values: Object.fromEntries(open), stored};
        expect(validateCredential(connector, change, {registry, existing})).to.deep.equal({
          ok: true,
          credential: change,
        });
      }
    });
  });
}
