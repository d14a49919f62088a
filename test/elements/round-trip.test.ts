import {expect, html, waitUntil} from '@open-wc/testing';
import {
  parseConnector,
  type ConnectorDefinition,
  type Credential,
  type OAuthOptions,
} from '../../src/index.js';
import {mount} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

interface Case {
  readonly name: string;
  readonly connector: string;
  readonly input: Credential;
  readonly issues?: unknown;
  readonly existing?: unknown;
}

const load = async (path: string): Promise<unknown> => (await fetch(path)).json();
const cases = (await load('/test/support/credential-cases.json')) as readonly Case[];
const valid = cases.filter(({issues, existing}) => !issues && !existing);
const connectors = new Map<string, ConnectorDefinition>();
for (const file of new Set(valid.map(({connector}) => connector))) {
  connectors.set(file, (await load(`/stories/connectors/${file}`)) as ConnectorDefinition);
}

/** The page finds out by itself what the user allowed, so no window is needed. */
const oauth: OAuthOptions = {
  redirectUri: `${location.origin}/callback.html`,
  waitForCompletion: () => Promise.resolve({reference: 'answer-1'}),
};

describe('a connection that is edited without typing anything', () => {
  let recorder: Recorder;
  const {open} = window;
  beforeEach(() => {
    recorder = new Recorder();
    window.open = () => null;
  });
  afterEach(() => {
    recorder.stop();
    window.open = open;
  });

  it('is tried for every connector', () => {
    expect([...connectors.keys()]).to.have.members([
      ...new Set(cases.map(({connector}) => connector)),
    ]);
  });

  for (const {name, connector: file, input} of valid) {
    it(`is what it was: ${file}, ${input.methodId}, ${name}`, async () => {
      const definition = connectors.get(file)!;
      const method = parseConnector(definition).connector!.methods.find(
        ({id}) => id === input.methodId,
      )!;
      if (method.status !== 'available') throw new Error(`${method.id} cannot be used`);
      const create = await mount(
        html`<keyslot-connect .connector=${definition} method-id=${method.id}></keyslot-connect>`,
      );
      create.element.values = input.values;
      create.element.oauth = oauth;
      await create.settle();
      create.element.submit();
      await waitUntil(() => recorder.credentials.length, JSON.stringify(create.errors));
      const [created] = recorder.credentials;

      // What a host stores: the secrets apart from the rest.
      const isSecret = (key: string) =>
        method.variables.some((variable) => variable.key === key && variable.secret);
      const entries = Object.entries(created!.values);
      const secrets = Object.fromEntries(entries.filter(([key]) => isSecret(key)));
      const values = Object.fromEntries(entries.filter(([key]) => !isSecret(key)));

      const edit = await mount(html`<keyslot-connect .connector=${definition}></keyslot-connect>`);
      edit.element.existing = {methodId: method.id, values, stored: Object.keys(secrets)};
      await edit.settle();
      await edit.ready();
      edit.element.submit();
      await edit.settle();
      const change = recorder.credentials[1]!;
      expect(change, JSON.stringify(edit.errors)).to.have.keys(
        'connectorId',
        'methodId',
        'type',
        'values',
        'kept',
        'cleared',
        ...(method.authorization ? ['authorizationKept'] : []),
      );
      const kept = 'kept' in change ? change.kept : [];
      expect(change).to.deep.include({cleared: []});
      const rebuilt = {
        ...change.values,
        ...Object.fromEntries(kept.map((key) => [key, secrets[key]])),
      };
      expect(rebuilt).to.deep.equal(created!.values);
      expect(JSON.stringify(change)).not.to.match(/\*{3}|BLANK|MASK/);
    });
  }
});
