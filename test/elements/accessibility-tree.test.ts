import {expect, html} from '@open-wc/testing';
import type {ConnectorDefinition, ExistingCredential} from '../../src/index.js';
import {givesTree, toldOf} from '../support/accessibility-tree.js';
import {formOf} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';

const connector: ConnectorDefinition = formOf(
  {key: 'host', label: 'Host', required: true, help: 'Without https://', group: 'Server'},
  {
    key: 'token',
    label: 'Token',
    secret: true,
    required: true,
    pattern: {regex: 'key_.*', message: 'Tokens begin with key_', severity: 'warning'},
    group: 'Account',
  },
  {key: 'pin', label: 'PIN', secret: true, group: 'Account'},
);
const withNotes: ConnectorDefinition = {
  ...connector,
  methods: connector.methods.map((method) => ({
    ...method,
    notes: [{label: 'IP addresses', value: '192.0.2.1'}],
  })),
};
const existing: ExistingCredential = {
  methodId: 'only',
  values: {host: 'db'},
  stored: ['token', 'pin'],
};

let use: Driver;

async function show(stored?: ExistingCredential): Promise<void> {
  use = await mount(
    html`<keyslot-connect
      .connector=${withNotes}
      .existing=${stored}
      verification="offered"
    ></keyslot-connect>`,
  );
}

if (givesTree) {
  describe('G11 in the accessibility tree', () => {
    it('a field has its label as its name, and its help as its description', async () => {
      await show();
      expect(await toldOf('textbox', 'Host')).to.deep.include({
        description: 'Without https://',
        required: true,
      });
    });

    it('a field at fault says so, and what to do', async () => {
      await show();
      await use.submit();
      expect(await toldOf('textbox', 'Host')).to.deep.include({
        description: 'Without https:// Error: Enter the host',
        invalid: 'true',
      });
    });

    it('a group of fields has its heading as its name', async () => {
      await show();
      await toldOf('group', 'Server');
      await toldOf('group', 'Account');
    });

    it('a stored secret says that it is saved, and each button which one it is about', async () => {
      await show(existing);
      expect(await toldOf('textbox', 'Token')).to.deep.include({
        description: 'Saved. Leave blank to keep it.',
      });
      for (const name of ['Replace Token', 'Replace PIN', 'Remove PIN'])
        await toldOf('button', name);
    });

    it('a stored secret that is to be removed says so', async () => {
      await show(existing);
      await use.press('Remove PIN');
      expect(await toldOf('textbox', 'PIN (optional)')).to.deep.include({
        description: 'It will be removed when you save.',
        readonly: true,
      });
    });

    it('a warning says what it is about, and so does the button that overrules it', async () => {
      await show();
      await use.fill({Host: 'db', Token: 'abc'});
      await use.submit();
      expect(await toldOf('textbox', 'Token')).to.deep.include({
        description: 'Error: Tokens begin with key_',
        invalid: 'true',
      });
      await toldOf('button', 'Use it anyway Token');
    });

    it('a value to copy has a name, and its button too', async () => {
      await show();
      expect(await toldOf('textbox', 'IP addresses')).to.include({readonly: true});
      await toldOf('button', 'Copy IP addresses');
    });

    it('the buttons that test and connect are named by what they do', async () => {
      await show();
      await toldOf('button', 'Test connection');
      await toldOf('button', 'Connect');
    });
  });
}
