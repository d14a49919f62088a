import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {pasted} from './fixtures/forms.js';
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {find, pasteText} from './support/play.js';
import {button, field, inside} from './support/shadow.js';

const meta = {
  title: 'Pasting',
  component: 'keyslot-connect',
  tags: ['!autodocs'],
  args: {...connectArgs, connector: pasted, methodId: 'user'},
  argTypes: connectArgTypes,
  render: (args) => connect(args),
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

/** Pastes into a field, and waits for what is said of it. */
async function paste(canvasElement: HTMLElement, label: string, text: string, words: string) {
  const element = find(canvasElement, 'keyslot-connect');
  // What notices it is loaded behind the form.
  await waitFor(() => {
    pasteText(field(element, label), text);
    inside(element).getByText(words, {selector: 'bdi'});
  });
  return element;
}

const KEY = [
  '-----BEGIN PRIVATE KEY-----',
  'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj',
  '-----END PRIVATE KEY-----',
].join('\n');

/** More was copied than the value: one click leaves what was meant, and shows it where it may. */
export const WholeAddress: Story = {
  play: async ({canvasElement}) => {
    const text = 'https://acme.harbour.example/admin';
    const element = await paste(canvasElement, 'Store', text, 'This is a whole address.');
    await expect(field(element, 'Store')).toHaveValue(text);
  },
};

/** Of a secret, only what is wrong with it is said. */
export const StrayWord: Story = {
  args: {methodId: 'token'},
  play: async ({canvasElement}) => {
    const words = 'It begins with a word that is not part of the key.';
    await paste(canvasElement, 'Access token', 'Bearer hb_4f5e6d7c', words);
  },
};

/** What was mended can be taken back. */
export const Mended: Story = {
  args: {methodId: 'token'},
  play: async ({canvasElement}) => {
    const words = 'There are quotation marks around it.';
    const element = await paste(canvasElement, 'Access token', '“hb_4f5e6d7c”', words);
    await userEvent.click(button(element, 'Fix this Access token'));
    await inside(element).findByText('Fixed.', {selector: 'bdi'});
    await expect(field(element, 'Access token')).toHaveValue('hb_4f5e6d7c');
  },
};

/** The file of a service account has several values of the form. */
export const SeveralValues: Story = {
  args: {methodId: 'robot'},
  play: async ({canvasElement}) => {
    const account = {client_email: 'shop@harbour.example', private_key: KEY, project_id: 'shop-1'};
    const words = 'Values found for this form: 3.';
    await paste(canvasElement, 'Private key', JSON.stringify(account, undefined, 2), words);
  },
};

/** They are filled in at once, and can be taken back at once. */
export const FilledIn: Story = {
  args: {methodId: 'user'},
  play: async ({canvasElement}) => {
    const text = "curl -u 'ada:correct horse' https://acme.harbour.example/orders";
    const words = 'Values found for this form: 3.';
    const element = await paste(canvasElement, 'User name', text, words);
    await userEvent.click(button(element, 'Fill in User name'));
    await inside(element).findByText('Fields filled in: 3.', {selector: 'bdi'});
    await expect(field(element, 'Store')).toHaveValue('acme');
  },
};

/** A value that begins as those of another way to connect can be moved there. */
export const WrongField: Story = {
  play: async ({canvasElement}) => {
    const words = 'This looks like “Access token” of “Custom app”.';
    await paste(canvasElement, 'Password', 'hb_4f5e6d7c8b9a', words);
  },
};
