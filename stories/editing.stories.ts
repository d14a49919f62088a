import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent} from 'storybook/test';
import {editable, storedToken} from './fixtures/forms.js';
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {fill, find, nextCredential} from './support/play.js';
import {button, field, inside, method} from './support/shadow.js';

const meta = {
  title: 'Editing',
  component: 'keyslot-connect',
  tags: ['!autodocs'],
  args: {...connectArgs, connector: editable, existing: storedToken},
  argTypes: connectArgTypes,
  render: (args) => connect(args),
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

/** What is stored is filled in, but secrets: those are kept when they are left blank. */
export const Kept: Story = {
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await expect(field(element, 'Tenant')).toHaveValue('acme');
    await expect(field(element, 'Access token')).toHaveValue('');
    await expect(field(element, 'Access token')).toHaveAccessibleDescription(/^Saved/);
    const credential = nextCredential(element);
    await userEvent.click(button(element, 'Save changes'));
    await expect(await credential).toEqual({
      connectorId: 'foundry',
      methodId: 'token',
      type: 'token',
      values: {tenant: 'acme'},
      kept: ['token', 'webhookSecret'],
      cleared: [],
    });
    await userEvent.click(await inside(element).findByRole('button', {name: 'Edit'}));
  },
};

/** One secret is replaced, the other one removed. Both can be undone. */
export const ReplacedAndRemoved: Story = {
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    // What can be done with stored secrets is loaded on demand.
    const replace = await inside(element).findByRole('button', {name: 'Replace Access token'});
    await userEvent.click(replace);
    await expect(element.shadowRoot?.activeElement).toBe(field(element, 'Access token'));
    await fill(field(element, 'Access token'), 'new token');
    await userEvent.click(button(element, 'Remove Webhook secret'));
    await inside(element).findByText('It will be removed when you save.');
    await inside(element).findByRole('button', {name: 'Undo Access token'});
  },
};

/** The method of the connection is not offered any more. */
export const MethodGone: Story = {
  args: {existing: {...storedToken, methodId: 'session-cookie'}},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await inside(element).findByText(/is not offered any more/);
    await userEvent.click(method(element, /User name/));
    await expect(element.methodId).toBe('login');
  },
};

/** The method of the connection has another type by now: nothing secret can be kept. */
export const MethodChanged: Story = {
  args: {existing: {...storedToken, type: 'api-key'}},
  play: async ({canvasElement}) => {
    await inside(find(canvasElement, 'keyslot-connect')).findByText(/has changed since/);
  },
};
