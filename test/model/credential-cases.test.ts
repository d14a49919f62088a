import {expect} from '@open-wc/testing';
import {validateCredential, type ExistingCredential} from '../../src/core.js';

/** A line of `test/support/credential-cases.json`, which `test/node/credentials.test.mjs` runs too. */
interface CredentialCase {
  readonly name: string;
  /** A file in `stories/connectors`. */
  readonly connector: string;
  readonly existing?: ExistingCredential;
  readonly input: unknown;
  /** What is found, as `code path`. Accepted, when absent. */
  readonly issues?: readonly string[];
  /** What becomes of the input. The input itself, when absent. */
  readonly credential?: unknown;
}

const load = async (path: string): Promise<unknown> =>
  (await fetch(new URL(path, import.meta.url))).json();

const cases = (await load('../support/credential-cases.json')) as readonly CredentialCase[];

describe('credentials of the example connectors', () => {
  for (const {name, connector, existing, input, issues, credential = input} of cases) {
    it(`of ${connector} are judged in the browser as in Node: ${name}`, async () => {
      const definition = await load(`../../stories/connectors/${connector}`);
      const validation = validateCredential(definition, input, {existing});
      if (validation.ok) {
        expect(issues).to.equal(undefined);
        expect(JSON.stringify(validation.credential)).to.equal(JSON.stringify(credential));
      } else {
        expect(validation.issues.map(({code, path}) => `${code} ${path}`)).to.deep.equal(issues);
      }
    });
  }
});
