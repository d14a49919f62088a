import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import {choices, files, heldFields, pairs, severalChoices} from './fixtures/held-fields.js';
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {fill, find, nextCredential} from './support/play.js';
import {button, inside} from './support/shadow.js';

const meta = {
  title: 'Choices, files and pairs',
  component: 'keyslot-connect',
  tags: ['!autodocs'],
  args: connectArgs,
  argTypes: connectArgTypes,
  render: (args) => connect(args),
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

const combobox = (canvasElement: HTMLElement, name = 'Data centre') =>
  inside(find(canvasElement, 'keyslot-connect')).findByRole('combobox', {name});

/** A `select` of 16 options or more is searched. What is chosen arrives as the value. */
export const ManyOptions: Story = {
  args: {connector: choices},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const input = await combobox(canvasElement);
    const credential = nextCredential(element);
    await userEvent.type(input, 'lulea');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(input).toHaveValue('Luleå');
    await userEvent.click(button(element));
    await expect((await credential).values).toEqual({dataCentre: 'luleå'});
    element.reset();
  },
};

/** The list, open. Accents and case do not matter. */
export const ManyOptionsOpen: Story = {
  args: {connector: choices},
  play: async ({canvasElement}) => {
    const input = await combobox(canvasElement);
    await userEvent.type(input, 'u');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect(input).toHaveAttribute('aria-expanded', 'true');
  },
};

/** `multiselect`: checkboxes, which can be searched when they are many. */
export const SeveralChoices: Story = {
  args: {connector: severalChoices, values: {markets: ['Dublin', 'Tokyo']}},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    await userEvent.click(await inside(element).findByRole('checkbox', {name: 'Read stock'}));
    await userEvent.click(inside(element).getByRole('checkbox', {name: 'Read orders'}));
    await userEvent.click(button(element));
    await expect((await credential).values).toEqual({
      permissions: ['orders.read', 'stock.read'],
      markets: ['Dublin', 'Tokyo'],
    });
    element.reset();
  },
};

const named = {selector: '[part="file-name"]'};
const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

/** `file`: read in the page, as text or as Base64, and never sent anywhere by Keyslot. */
export const Files: Story = {
  args: {connector: files},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    const choose = async (label: string, file: File) => {
      await userEvent.upload(await inside(element).findByLabelText(label), file);
      await inside(element).findByText(file.name, named);
    };
    await choose('Client certificate', new File([pem], 'client.pem'));
    await choose('Key store', new File(['store'], 'keys.p12'));
    await userEvent.click(button(element));
    await expect((await credential).values).toEqual({certificate: pem, keyStore: 'c3RvcmU='});
    element.reset();
    await waitFor(() => expect(inside(element).queryByText('client.pem', named)).toBeNull());
  },
};

/** A file that was chosen, and one that cannot be taken. */
export const FilesChosen: Story = {
  args: {connector: files},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const upload = async (label: string, file: File) =>
      userEvent.upload(await inside(element).findByLabelText(label), file);
    await upload('Client certificate', new File([pem], 'client-certificate-2027.pem'));
    await inside(element).findByText('client-certificate-2027.pem', named);
    await upload('Key store', new File([], 'keys.p12'));
    await inside(element).findByText('The file for the key store is empty: choose another one');
  },
};

/** `keyvalue`: names with values, in rows. With `secret`, the values are masked. */
export const Pairs: Story = {
  args: {connector: pairs},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    const enter = async (label: string, text: string) =>
      fill(await inside(element).findByLabelText<HTMLInputElement>(label), text);
    await enter('Name Headers 1', 'X-Team');
    await enter('Value Headers 1', 'shop');
    await userEvent.click(button(element, 'Add another Headers'));
    await enter('Name Headers 2', 'Accept-Language');
    await enter('Value Headers 2', 'de');
    await enter('Name Secret headers 1', 'X-Key');
    await enter('Value Secret headers 1', 'correct horse');
    await userEvent.click(button(element));
    await expect((await credential).values).toEqual({
      headers: [
        ['X-Team', 'shop'],
        ['Accept-Language', 'de'],
      ],
      secretHeaders: [['X-Key', 'correct horse']],
    });
    element.reset();
  },
};

/** Rows that are filled in, one of them without a name. */
export const PairsFilled: Story = {
  args: {
    connector: pairs,
    values: {
      headers: [
        ['X-Team', 'shop'],
        ['', 'de'],
      ],
      secretHeaders: [['X-Key', 'correct horse']],
    },
  },
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await inside(element).findByLabelText('Name Headers 2');
    await userEvent.click(button(element));
    await inside(element).findByText('Enter a name for each value of the headers');
  },
};

/** What each of these fields says when it is missing. */
export const Missing: Story = {
  args: {connector: heldFields},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await combobox(canvasElement);
    await userEvent.click(button(element));
    await inside(element).findByText('5 things need your attention');
  },
};

/** What the page decides can be read, but not changed. */
export const Preset: Story = {
  args: {
    connector: heldFields,
    presets: {
      dataCentre: 'zürich',
      permissions: ['orders.read'],
      certificate: pem,
      headers: [['X-Team', 'shop']],
      suffixed: 'dublin',
    },
  },
  play: async ({canvasElement}) => {
    await expect(await combobox(canvasElement)).toHaveAttribute('readonly');
  },
};

/** From right to left: the words turn, what is typed as a key does not. */
export const RightToLeft: Story = {
  args: {
    connector: heldFields,
    values: {
      dataCentre: 'montréal',
      permissions: ['orders.write'],
      certificate: pem,
      headers: [['X-Team', 'shop']],
    },
  },
  globals: {direction: 'rtl'},
  render: (args) => html`<div lang="ar" dir="rtl">${connect(args)}</div>`,
  play: async ({canvasElement}) => {
    const input = await combobox(canvasElement, 'Host');
    await userEvent.type(input, 'u');
    await userEvent.keyboard('{ArrowDown}');
  },
};
