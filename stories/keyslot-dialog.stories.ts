import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, fn, userEvent, waitFor, within} from 'storybook/test';
import {openDialog, type DialogResult, type KeyslotCloseEvent} from '../src/index.js';
import shopify from './connectors/shopify.json' with {type: 'json'};
import {oneMethod} from './fixtures/connectors.js';
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {respond} from './support/host.js';
import {fill, find} from './support/play.js';
import {button, field, inside} from './support/shadow.js';

interface DialogArgs extends ConnectArgs {
  readonly open: boolean;
  readonly label?: string | undefined;
  readonly onClose: (close: object) => void;
  readonly onEnd: (result: object) => void;
}

const meta = {
  title: 'keyslot-dialog',
  component: 'keyslot-dialog',
  args: {...connectArgs, open: false, onClose: fn(), onEnd: fn()},
  argTypes: {
    ...connectArgTypes,
    label: {control: 'text'},
    onClose: {table: {disable: true}},
    onEnd: {table: {disable: true}},
  },
  render: (args) => html`
    <button
      type="button"
      @click=${({currentTarget}: Event) => {
        const {nextElementSibling} = currentTarget as HTMLElement;
        (nextElementSibling as HTMLElementTagNameMap['keyslot-dialog']).show();
      }}
    >
      Connect…
    </button>
    <keyslot-dialog
      ?open=${args.open}
      .label=${args.label}
      .messages=${args.messages}
      @keyslot-close=${(event: KeyslotCloseEvent) => args.onClose(event.toJSON())}
      >${connect(args)}</keyslot-dialog
    >
  `,
} satisfies Meta<DialogArgs>;
export default meta;

type Story = StoryObj<DialogArgs>;

/** Presses the button of the page, and returns what the dialog shows. */
async function open(canvasElement: HTMLElement) {
  await userEvent.click(within(canvasElement).getByRole('button', {name: 'Connect…'}));
  const dialog = find(canvasElement, 'keyslot-dialog');
  await waitFor(() => expect(inside(dialog).getByRole('dialog')).toBeVisible());
  return {dialog, element: find(canvasElement, 'keyslot-connect')};
}

/** Press the button. Change the properties in the panel below. */
export const Playground: Story = {args: {connector: shopify}};

/** Focus is in the first field, and goes back to the button when the dialog closes. */
export const Open: Story = {
  tags: ['!autodocs'],
  args: {connector: oneMethod},
  play: async ({canvasElement, args}) => {
    const {dialog, element} = await open(canvasElement);
    await waitFor(() =>
      expect(element.shadowRoot?.activeElement).toBe(field(element, 'Account name')),
    );
    await expect(inside(dialog).getByRole('dialog', {name: 'Connect Harbour'})).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog.open).toBe(false));
    await expect(args.onClose).toHaveBeenCalledWith({
      type: 'keyslot-close',
      reason: 'escape',
      isDirty: false,
    });
    await open(canvasElement);
  },
};

/** Something was typed: nothing that asks to close takes it away. */
export const Asking: Story = {
  tags: ['!autodocs'],
  args: {connector: oneMethod},
  play: async ({canvasElement, args}) => {
    const {dialog, element} = await open(canvasElement);
    await fill(field(element, 'Account name'), 'acme');
    await userEvent.click(button(dialog, 'Close'));
    await userEvent.click(await inside(dialog).findByRole('button', {name: 'Keep editing'}));
    await waitFor(() => expect(inside(dialog).queryByRole('alertdialog')).toBeNull());
    await expect(field(element, 'Account name')).toHaveValue('acme');
    await userEvent.keyboard('{Escape}');
    await inside(dialog).findByRole('alertdialog', {name: 'Discard what you entered?'});
    await expect(args.onClose).toHaveBeenLastCalledWith({
      type: 'keyslot-close',
      reason: 'escape',
      isDirty: true,
    });
  },
};

/** The page took the credential. */
export const Success: Story = {
  tags: ['!autodocs'],
  args: {connector: oneMethod},
  play: async ({canvasElement}) => {
    const {dialog, element} = await open(canvasElement);
    await fill(field(element, 'Account name'), 'acme');
    await fill(field(element, 'Access token'), 'correct horse');
    await userEvent.click(button(element));
    await inside(dialog).findByRole('button', {name: 'Done'});
    await expect(inside(dialog).queryByRole('button', {name: 'Close'})).toBeNull();
  },
};

/** Below 480 px it is as wide as the window, and what is long scrolls inside. */
export const Narrow: Story = {
  tags: ['!autodocs'],
  args: {connector: shopify},
  globals: {viewport: {value: 'mobile1', isRotated: false}},
  play: async ({canvasElement}) => {
    const {dialog, element} = await open(canvasElement);
    await userEvent.click(button(element));
    await waitFor(() =>
      expect(field(element, 'Store name')).toHaveAttribute('aria-invalid', 'true'),
    );
    await expect(button(dialog, 'Close')).toBeVisible();
  },
};

/** `openDialog()` makes the elements and resolves when they are gone. */
export const OpenDialog: Story = {
  args: {connector: oneMethod},
  render: (args) => html`
    <button
      type="button"
      @click=${async ({currentTarget}: Event) => {
        const {parentElement} = currentTarget as HTMLElement;
        const result: DialogResult = await openDialog({
          connector: args.connector,
          onSubmit: (event) => respond(event, args.answer),
          ...(parentElement && {parent: parentElement}),
        });
        args.onEnd({status: result.status});
      }}
    >
      Connect…
    </button>
  `,
  play: async ({canvasElement, args}) => {
    const {dialog, element} = await open(canvasElement);
    await fill(field(element, 'Account name'), 'acme');
    await fill(field(element, 'Access token'), 'correct horse');
    await userEvent.click(button(element));
    await userEvent.click(await inside(dialog).findByRole('button', {name: 'Done'}));
    await waitFor(() => expect(args.onEnd).toHaveBeenCalledWith({status: 'connected'}));
    await expect(canvasElement.querySelector('keyslot-dialog')).toBeNull();
  },
};
