import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {checkedFields, everyField, helpfulFields, hiddenFields} from './fixtures/connectors.js';
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {fill, find, nextCredential} from './support/play.js';
import {button, field, inside} from './support/shadow.js';

const meta = {
  title: 'Fields',
  component: 'keyslot-connect',
  tags: ['!autodocs'],
  args: connectArgs,
  argTypes: connectArgTypes,
  render: (args) => connect(args),
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

/** One field of each `type`, and how each value arrives. */
export const EveryType: Story = {
  args: {connector: everyField},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    await fill(field(element, 'Text'), ' acme ');
    await fill(field(element, 'Secret text'), 'correct horse');
    await fill(field(element, 'URL'), 'https://foundry.example/api');
    await fill(field(element, 'Email'), 'ada@example.com');
    await fill(field(element, 'Number'), '30');
    await userEvent.selectOptions(field(element, 'Select'), 'eu');
    await fill(field(element, 'Several lines'), 'first\nsecond');
    await fill(field(element, 'Several secret lines'), 'third\nfourth');
    await userEvent.click(field(element, 'Boolean'));
    await userEvent.click(button(element));
    await expect((await credential).values).toEqual({
      account: ' acme ',
      token: 'correct horse',
      address: 'https://foundry.example/api',
      contact: 'ada@example.com',
      timeout: 30,
      region: 'eu',
      certificate: 'first\nsecond',
      privateKey: 'third\nfourth',
      sandbox: true,
    });
    element.reset();
    await waitFor(() => expect(field(element, 'Text')).toHaveValue(''));
  },
};

/**
 * `help`, `example`, `docs`, `prefix`, `suffix`, `default`, and fields that are optional. The `docs` of
 * the connector is linked in the header, that of a method above its fields.
 */
export const Help: Story = {
  args: {connector: helpfulFields},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await expect(field(element, 'Site')).toHaveAccessibleDescription('https:// .foundry.example');
    await expect(field(element, /^Timeout/)).toHaveValue('30');
    await expect(
      inside(element).getByRole('link', {name: /this\? Tenant \(opens in a new tab\)/}),
    ).toHaveAttribute('href', 'https://example.com/tenants');
    await expect(
      inside(element).getByRole('link', {name: /^Instructions Foundry \(opens in a new tab\)/}),
    ).toHaveAttribute('href', 'https://example.com/foundry');
    await expect(
      inside(element).getByRole('link', {name: /^Instructions Project keys \(opens/}),
    ).toHaveAttribute('href', 'https://example.com/foundry/keys');
  },
};

/** A secret is masked. The button beside it shows it. */
export const Secret: Story = {
  args: {connector: everyField},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const secret = field(element, 'Secret text');
    await fill(secret, 'correct horse');
    await userEvent.click(button(element, /^Show/));
    await waitFor(() => expect(secret).toHaveAttribute('type', 'text'));
    await expect(secret).toHaveValue('correct horse');
  },
};

/** `advanced` fields wait behind a disclosure. Closed or open, they are sent. */
export const Advanced: Story = {
  args: {connector: hiddenFields},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    await fill(field(element, 'Access token'), 'correct horse');
    await userEvent.click(button(element));
    await expect((await credential).values).toEqual({
      hosting: 'cloud',
      token: 'correct horse',
      timeout: 30,
      agent: 'integration',
      channel: 'partner',
    });
    element.reset();
    await userEvent.click(await inside(element).findByText('Advanced settings'));
    await expect(field(element, /^User agent/)).toBeVisible();
  },
};

/** `visibleWhen`: the address is asked for only with a server of one’s own. */
export const Conditional: Story = {
  args: {connector: hiddenFields},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await expect(inside(element).queryByLabelText('Server address')).toBeNull();
    await userEvent.selectOptions(field(element, 'Hosting'), 'own');
    await waitFor(() => expect(field(element, 'Server address')).toBeVisible());
  },
};

/** What each `format`, `pattern` and limit says about a value that does not fit. */
export const Checks: Story = {
  args: {
    connector: checkedFields,
    values: {
      url: 'foundry.example',
      origin: 'https://foundry.example/api',
      hostname: 'https://foundry.example',
      label: 'my_team',
      email: 'ada',
      uuid: '7f0c-22',
      pem: '-----BEGIN CERTIFICATE-----',
      json: '{"type": ',
      pattern: 'abc',
      short: 'a',
      number: 70000,
    },
  },
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.click(button(element));
    await inside(element).findByText('11 things need your attention');
  },
};
