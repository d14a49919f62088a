import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import {
  broken,
  equalMethods,
  manyMethods,
  noMethods,
  oneMethod,
  unavailableMethods,
} from './fixtures/connectors.js';
import shopify from './connectors/shopify.json' with {type: 'json'};
import {anatomyList} from './support/anatomy.js';
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {fill, find, nextCredential} from './support/play.js';
import {button, field, inside, method} from './support/shadow.js';

const meta = {
  title: 'keyslot-connect',
  component: 'keyslot-connect',
  args: connectArgs,
  argTypes: connectArgTypes,
  render: (args) => connect(args),
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

/** Change the properties in the panel below. What the element dispatches is under “Actions”. */
export const Playground: Story = {args: {connector: shopify}};

/** Where the main parts and slots are. The tables on the page of the element list all of them. */
export const Anatomy: Story = {
  args: {connector: shopify},
  render: ({connector}) => html`
    <div class="story-columns">
      <keyslot-connect class="anatomy" .connector=${connector}>
        <p slot="intro">You need to be an owner of the store.</p>
        <p slot="footer">Stuck? Write to help@example.com.</p>
      </keyslot-connect>
      ${anatomyList()}
    </div>
  `,
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.click(button(element));
    await inside(element).findByText('2 things need your attention');
  },
};

/** There is no definition yet. */
export const Loading: Story = {
  play: async ({canvasElement}) => {
    await inside(find(canvasElement, 'keyslot-connect')).findByText('Loading…');
  },
};

/** The definition lists no methods. */
export const Empty: Story = {
  args: {connector: noMethods},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await inside(element).findByText('Harbour offers no way to connect yet.');
  },
};

/** The definition is none. `keyslot-error` tells the page; `diagnostics` tells its author. */
export const FailedDefinition: Story = {
  args: {connector: broken},
  play: async ({canvasElement, args}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await inside(element).findByText('This form cannot be shown.');
    await expect(args.onError).toHaveBeenCalledWith(
      expect.objectContaining({phase: 'definition', code: 'definition_invalid'}),
    );
    await expect(element.diagnostics).not.toHaveLength(0);
  },
};

/** Several methods and none that is recommended: the user chooses first. */
export const NothingChosen: Story = {
  args: {connector: equalMethods},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    for (const radio of await inside(element).findAllByRole('radio')) {
      await expect(radio).not.toBeChecked();
    }
    await expect(inside(element).queryByRole('button')).toBeNull();
  },
};

/** The recommended method is chosen from the start. */
export const Recommended: Story = {
  args: {connector: shopify},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await expect(method(element, /Recommended/)).toBeChecked();
    await expect(element.methodId).toBe('admin-token');
  },
};

/** One method: there is nothing to pick. */
export const OneMethod: Story = {
  args: {connector: oneMethod},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await expect(inside(element).queryByRole('radio')).toBeNull();
    await expect(field(element, 'Access token')).toBeVisible();
  },
};

/** From eight methods on, a filter helps to find one. It ignores case and accents. */
export const ManyMethods: Story = {
  args: {connector: manyMethods},
  play: async ({canvasElement, args}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const filter = inside(element).getByRole<HTMLInputElement>('searchbox', {
      name: 'Find a way to connect',
    });
    await expect(inside(element).getAllByRole('radio')).toHaveLength(9);
    await userEvent.type(filter, 'lulea');
    await waitFor(() => expect(inside(element).getAllByRole('radio')).toHaveLength(1));
    await userEvent.click(method(element, /Northern Europe/));
    await expect(args.onMethodChange).toHaveBeenCalledWith({
      type: 'keyslot-method-change',
      methodId: 'eu-north',
    });
    await fill(filter, '{Backspace}');
    await waitFor(() => expect(inside(element).getAllByRole('radio')).toHaveLength(9));
  },
};

/** What cannot be used stays in the list, with the reason. */
export const UnavailableMethods: Story = {
  args: {connector: unavailableMethods},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const card = method(element, /Smart card/);
    await expect(card).toBeDisabled();
    await expect(card).toHaveAccessibleDescription(
      'This page does not support this way to connect yet.',
    );
    await expect(element.methodId).toBe('token');
  },
};

/** The page knows the store already. A preset is shown and sent, and cannot be changed. */
export const Preset: Story = {
  args: {connector: shopify, presets: {store: 'acme'}},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await expect(field(element, 'Store name')).toHaveValue('acme');
    await expect(field(element, 'Store name')).toHaveAttribute('readonly');
  },
};

/** The page suggests a value. The user can change it. */
export const SuggestedValues: Story = {
  args: {connector: shopify, values: {store: 'acme'}},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await expect(field(element, 'Store name')).toHaveValue('acme');
    await expect(field(element, 'Store name')).not.toHaveAttribute('readonly');
  },
};

/** Connect was pressed with nothing filled in. Focus is on the first field at fault. */
export const ErrorsAfterEmptySubmit: Story = {
  tags: ['!autodocs'],
  args: {connector: shopify},
  play: async ({canvasElement, args}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.click(button(element));
    await inside(element).findByText('2 things need your attention');
    const store = field(element, 'Store name');
    await expect(store).toHaveAttribute('aria-invalid', 'true');
    await expect(store).toHaveAccessibleDescription(/Error: Enter the store name/);
    await waitFor(() => expect(element.shadowRoot?.activeElement).toBe(store));
    await expect(element.matches(':state(invalid)')).toBe(true);
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

/** A field that was filled in is checked when it is left. An empty one is not yet wrong. */
export const ErrorOnLeaving: Story = {
  tags: ['!autodocs'],
  args: {connector: shopify},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const token = field(element, 'Admin API access token');
    // What checks the values is loaded behind the form; until then, leaving a field says nothing.
    await waitFor(async () => {
      await fill(token, 'shpat_12');
      await userEvent.tab();
      await expect(token).toHaveAttribute('aria-invalid', 'true');
    });
    await expect(field(element, 'Store name')).toHaveAttribute('aria-invalid', 'false');
  },
};

async function fillIn(element: HTMLElement) {
  await fill(field(element, 'Account name'), 'acme');
  await fill(field(element, 'Access token'), 'correct horse');
  await userEvent.click(button(element));
}

/** The page promised an answer with `respondWith()` and has none yet. */
export const Pending: Story = {
  tags: ['!autodocs'],
  args: {connector: oneMethod, answer: 'never answer'},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await fillIn(element);
    await inside(element).findByRole('button', {name: 'Cancel'});
    await expect(button(element, 'Connecting…')).toBeVisible();
    await expect(element.matches(':state(pending)')).toBe(true);
  },
};

/** The user did not want to wait. Everything typed is still there. */
export const Cancelled: Story = {
  tags: ['!autodocs'],
  args: {connector: oneMethod, answer: 'never answer'},
  play: async ({canvasElement, args}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await fillIn(element);
    await userEvent.click(await inside(element).findByRole('button', {name: 'Cancel'}));
    await waitFor(() => expect(button(element)).toBeVisible());
    await expect(field(element, 'Access token')).toHaveValue('correct horse');
    await expect(args.onError).toHaveBeenCalledWith(
      expect.objectContaining({code: 'submit_cancelled', retry: 'same'}),
    );
  },
};

/** The page answered `{account}`. */
export const SuccessWithAccount: Story = {
  tags: ['!autodocs'],
  args: {connector: oneMethod},
  play: async ({canvasElement, args}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await fillIn(element);
    await inside(element).findByText('Signed in as ada@example.com');
    await expect(args.onSubmit).toHaveBeenCalledWith({
      type: 'keyslot-submit',
      intent: 'save',
      credential: {
        connectorId: 'harbour',
        methodId: 'token',
        type: 'token',
        values: {account: '[redacted]', token: '[redacted]'},
      },
    });
    await expect(element.matches(':state(connected)')).toBe(true);
  },
};

/** The page took the credential and had nothing to add. */
export const Success: Story = {
  tags: ['!autodocs'],
  args: {connector: oneMethod, answer: 'take it'},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await fillIn(element);
    await inside(element).findByText('Harbour is connected');
    await expect(inside(element).queryByLabelText('Access token')).toBeNull();
  },
};

/** The page rejected with `fields`: each message stands at its field. */
export const RejectedFields: Story = {
  tags: ['!autodocs'],
  args: {connector: oneMethod, answer: 'reject a field'},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await fillIn(element);
    const token = field(element, 'Access token');
    await waitFor(() => expect(token).toHaveAttribute('aria-invalid', 'true'));
    await expect(token).toHaveAccessibleDescription(/This token was revoked/);
    await expect(token).toHaveValue('correct horse');
  },
};

/** The page rejected with a `message` about the whole form. */
export const RejectedMessage: Story = {
  tags: ['!autodocs'],
  args: {connector: oneMethod, answer: 'reject it as a whole'},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await fillIn(element);
    await inside(element).findByText(/down for maintenance/);
  },
};

/** Any other rejection, such as an error that was thrown, shows a general message. */
export const RejectedWithoutWords: Story = {
  tags: ['!autodocs'],
  args: {connector: oneMethod, answer: 'fail'},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await fillIn(element);
    await inside(element).findByText(/That did not work/);
    await expect(inside(element).queryByText(/Failed to fetch/)).toBeNull();
  },
};

/** No input is taken. */
export const Disabled: Story = {
  args: {connector: shopify, disabled: true, values: {store: 'acme'}},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await expect(field(element, 'Store name')).toBeDisabled();
    await expect(button(element)).toBeDisabled();
  },
};

/**
 * An existing connection. A stored secret is never shown; left blank, it is kept, and its key is
 * listed in `kept`.
 */
export const Editing: Story = {
  args: {
    connector: shopify,
    existing: {
      methodId: 'admin-token',
      values: {store: 'acme', apiVersion: '2026-07'},
      stored: ['token'],
      account: 'ada@example.com',
    },
  },
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await expect(element.matches(':state(editing)')).toBe(true);
    await expect(field(element, 'Store name')).toHaveValue('acme');
    const token = field(element, 'Admin API access token');
    await expect(token).toHaveValue('');
    await expect(token).not.toBeRequired();
    await expect(token).toHaveAccessibleDescription(/Leave blank to keep it/);
  },
};

/** What an edit hands over: the values, and which stored secrets stay. */
export const EditingSaved: Story = {
  ...Editing,
  tags: ['!autodocs'],
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const credential = nextCredential(element);
    await fill(field(element, 'Store name'), 'acme-eu');
    await userEvent.click(button(element, 'Save changes'));
    await expect(await credential).toEqual({
      connectorId: 'shopify',
      methodId: 'admin-token',
      type: 'token',
      values: {store: 'acme-eu', apiVersion: '2026-07'},
      kept: ['token'],
      cleared: [],
    });
  },
};

/** The colours follow the page’s `color-scheme`. */
export const Dark: Story = {
  args: {connector: shopify, presets: {store: 'acme'}},
  globals: {theme: 'dark'},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.click(button(element));
    await waitFor(() =>
      expect(field(element, 'Admin API access token')).toHaveAttribute('aria-invalid', 'true'),
    );
  },
};

/** `--keyslot-density: 0.75`. */
export const Compact: Story = {
  args: {connector: shopify},
  globals: {density: 'compact'},
};
