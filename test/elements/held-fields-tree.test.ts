import {expect, html} from '@open-wc/testing';
import type {VariableDefinition} from '../../src/index.js';
import {givesTree, toldOf} from '../support/accessibility-tree.js';
import {formOf} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';

const country: VariableDefinition = {
  key: 'country',
  label: 'Country',
  type: 'select',
  required: true,
  help: 'Where you sell.',
  options: Array.from({length: 20}, (_, index) => ({
    value: `c${index}`,
    label: `Land ${index}`,
    group: index % 2 ? 'Odd' : 'Even',
    ...(index === 3 && {description: 'closed'}),
  })),
};
const certificate: VariableDefinition = {
  key: 'certificate',
  label: 'Certificate',
  type: 'file',
  required: true,
  help: 'As PEM.',
};
const headers: VariableDefinition = {
  key: 'headers',
  label: 'Headers',
  type: 'keyvalue',
  help: 'With each call.',
};
const permissions: VariableDefinition = {
  key: 'permissions',
  label: 'Permissions',
  type: 'multiselect',
  required: true,
  help: 'What it may do.',
  options: [{value: 'read', label: 'Read', description: 'Only that', group: 'Orders'}],
};

let use: Driver;

async function show(...variables: readonly VariableDefinition[]): Promise<void> {
  use = await mount(html`<keyslot-connect .connector=${formOf(...variables)}></keyslot-connect>`);
}

if (givesTree) {
  describe('in the accessibility tree', () => {
    it('a choice of many is a combobox with the name and help of its field', async () => {
      await show(country);
      expect(await toldOf('combobox', 'Country')).to.deep.include({
        description: 'Where you sell.',
        autocomplete: 'list',
        hasPopup: 'listbox',
        expanded: false,
        required: true,
        invalid: 'false',
      });
    });

    it('its list has the name of the field, and its options their words', async () => {
      await show(country);
      await use.type('Country', 'land 3');
      expect(await toldOf('combobox', 'Country')).to.include({expanded: true});
      await toldOf('listbox', 'Country');
      await toldOf('group', 'Odd');
      expect(await toldOf('option', 'Land 3 closed')).to.include({selected: true});
    });

    it('a file has the name of its field, and what is chosen as its description', async () => {
      await show(certificate);
      expect(await toldOf('button', 'Certificate')).to.deep.include({
        description: 'Choose a file or drop it here As PEM.',
      });
      await use.submit();
      expect(await toldOf('button', 'Certificate')).to.deep.include({
        description: 'Choose a file or drop it here As PEM. Error: Choose the certificate',
        invalid: 'true',
      });
    });

    it('pairs are a group, in which each input and button says which row it is about', async () => {
      await show(headers);
      expect(await toldOf('group', 'Headers (optional)')).to.deep.include({
        description: 'With each call.',
      });
      await use.press('Add another Headers');
      await use.fill({'Value Headers 2': 'x'});
      await use.submit();
      await toldOf('textbox', 'Name Headers 1');
      await toldOf('button', 'Remove Headers 2');
      expect(await toldOf('textbox', 'Name Headers 2')).to.deep.include({
        description: 'Error: Enter a name for each value of the headers',
        invalid: 'true',
      });
    });

    it('several choices are a group of checkboxes, of which the first tells what is wrong', async () => {
      await show(permissions);
      await use.submit();
      expect(await toldOf('group', 'Permissions')).to.deep.include({
        description: 'What it may do. Error: Choose the permissions',
      });
      await toldOf('group', 'Orders');
      expect(await toldOf('checkbox', 'Read')).to.deep.include({
        description: 'Only that Error: Choose the permissions',
        invalid: 'true',
        checked: 'false',
      });
    });
  });
}
