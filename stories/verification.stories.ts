import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent} from 'storybook/test';
import {oneMethod} from './fixtures/connectors.js';
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {find} from './support/play.js';
import {button, inside} from './support/shadow.js';

const meta = {
  title: 'Verification',
  component: 'keyslot-connect',
  tags: ['!autodocs'],
  args: {
    ...connectArgs,
    connector: oneMethod,
    values: {account: 'acme', token: 'fk_0123'},
    verification: 'offered',
    answer: 'take it and warn',
  },
  argTypes: connectArgTypes,
  render: (args) => connect(args),
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

/** The connection can be tested before it is saved. */
export const Offered: Story = {};

/** It works, with something to know. */
export const Passed: Story = {
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.click(button(element, 'Test connection'));
    await inside(element).findByText('Signed in as ada@example.com');
    await inside(element).findByText(/may not write orders/);
    await expect(button(element, 'Connect')).toBeEnabled();
  },
};

/** The answer is waited for, and can be cancelled. */
export const Testing: Story = {
  args: {answer: 'never answer'},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.click(button(element, 'Test connection'));
    await inside(element).findByRole('button', {name: 'Cancel'});
  },
};

/** A test is required, and went wrong; the page allows to save all the same. */
export const FailedButAllowed: Story = {
  args: {verification: 'required', allowUnverified: true, answer: 'reject it as a whole'},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.click(button(element, 'Test connection'));
    await inside(element).findByText(/down for maintenance/);
    await inside(element).findByRole('button', {name: 'Save without testing'});
  },
};

/** No answer came within the time that the page gives itself. */
export const TimedOut: Story = {
  args: {answer: 'never answer', responseTimeout: 50},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.click(button(element, 'Test connection'));
    await inside(element).findByText(/took too long/);
  },
};
