import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent} from 'storybook/test';
import {sections} from './fixtures/forms.js';
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {fill, find, nextCredential} from './support/play.js';
import {button, field, inside} from './support/shadow.js';

const meta = {
  title: 'Sections',
  component: 'keyslot-connect',
  tags: ['!autodocs'],
  args: {...connectArgs, connector: sections, presets: {externalId: 'tenant-42'}},
  argTypes: connectArgTypes,
  render: (args) => connect(args),
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

/** `notes` above the fields, which stand under the headings of their `group`. */
export const NotesAndGroups: Story = {
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await expect(await inside(element).findByLabelText('External ID')).toHaveValue('tenant-42');
    await inside(element).findByRole('group', {name: 'Server'});
    await userEvent.click(button(element, 'Copy Our IP addresses'));
  },
};

/** A pattern with `severity: "warning"`: third parties change the form of their keys. */
export const UseItAnyway: Story = {
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await fill(field(element, 'Host'), 'foundry.example');
    await fill(field(element, 'Key'), 'key-2027-1');
    await userEvent.click(button(element));
    await inside(element).findByText(/begin with fk_/);
    await inside(element).findByRole('button', {name: 'Use it anyway Key'});
  },
};

/** A control of the page's own in the slot `field:region`. */
export const OwnControl: Story = {
  render: (args) =>
    connect(
      args,
      html`<select slot="field:region">
        <option value="">No preference</option>
        <option value="eu">Europe</option>
        <option value="us">United States</option>
      </select>`,
    ),
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const region = element.querySelector('select')!;
    await expect(region).toBeVisible();
    await userEvent.selectOptions(region, 'eu');
    await fill(field(element, 'Host'), 'foundry.example');
    await fill(field(element, 'Key'), 'fk_01234567');
    const credential = nextCredential(element);
    await userEvent.click(button(element));
    await expect((await credential).values).toEqual({
      host: 'foundry.example',
      port: 443,
      key: 'fk_01234567',
      region: 'eu',
    });
  },
};
