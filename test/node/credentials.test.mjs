import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {parseConnector, validateCredential} from '../../dist/core.js';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** Also run in the browser, by `test/model/credential-cases.test.ts`, which says what is in them. */
const cases = read('../support/credential-cases.json');
const connectors = readdirSync(new URL('../../stories/connectors', import.meta.url));

describe('credentials of the example connectors', () => {
  for (const {name, connector, existing, input, issues, credential = input} of cases) {
    it(`of ${connector} are judged in Node as in the browser: ${name}`, () => {
      const definition = read(`../../stories/connectors/${connector}`);
      const validation = validateCredential(definition, input, {existing});
      if (validation.ok) {
        assert.equal(issues, undefined);
        assert.equal(JSON.stringify(validation.credential), JSON.stringify(credential));
      } else {
        assert.deepEqual(
          validation.issues.map(({code, path}) => `${code} ${path}`),
          issues,
        );
      }
    });
  }

  for (const file of connectors) {
    for (const {id} of read(`../../stories/connectors/${file}`).methods) {
      it(`of ${file} and ${id} have at least one case that is accepted`, () => {
        const found = cases.filter(
          ({connector, input}) => connector === file && input.methodId === id,
        );
        assert.ok(found.some(({issues}) => !issues));
      });
    }
  }
});

describe('the example connectors', () => {
  for (const file of connectors) {
    it(`${file} has nothing wrong with it`, () => {
      const {connector, diagnostics} = parseConnector(read(`../../stories/connectors/${file}`));
      assert.deepEqual(diagnostics, []);
      assert.equal(`${connector.id}.json`, file);
      assert.ok(connector.methods.every(({status}) => status === 'available'));
      assert.ok(connector.methods.length > 0);
    });
  }
});

describe('addresses with letters beyond ASCII', () => {
  const address = 'https://b\u00fccher.example/\u00e4';
  const definition = {
    id: 'acme',
    name: 'Acme',
    docs: address,
    methods: [
      {
        id: 'only',
        type: 'oauth2-client-credentials',
        tokenUrl: 'https://id.example.com/\u00e4/token',
        clientAuthentication: 'none',
        variables: [{key: 'site', type: 'url'}],
      },
    ],
  };
  const input = {
    connectorId: 'acme',
    methodId: 'only',
    type: 'oauth2-client-credentials',
    values: {clientId: 'c', site: address},
  };

  // Node optimises what is called often.
  it('are accepted however many were judged before', () => {
    for (let count = 0; count < 5000; count += 1) {
      assert.deepEqual(parseConnector(structuredClone(definition)).diagnostics, []);
      const validation = validateCredential(definition, input);
      assert.ok(validation.ok, `not the ${count}th`);
    }
  });
});
