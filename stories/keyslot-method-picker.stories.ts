import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, fn, userEvent, waitFor} from 'storybook/test';
import '../src/define.js';
import type {
  KeyslotErrorEvent,
  KeyslotMethodChangeEvent,
  MethodRegistry,
  PartialMessages,
} from '../src/index.js';
import shopify from './connectors/shopify.json' with {type: 'json'};
import {equalMethods, manyMethods, unavailableMethods} from './fixtures/connectors.js';
import {find} from './support/play.js';
import {inside, method} from './support/shadow.js';

interface PickerArgs {
  readonly connector?: unknown;
  readonly methodId?: string | undefined;
  readonly registry?: MethodRegistry | undefined;
  readonly messages?: PartialMessages | undefined;
  readonly disabled: boolean;
  readonly onMethodChange: (change: object) => void;
  readonly onError: (error: object) => void;
}

const meta = {
  title: 'keyslot-method-picker',
  component: 'keyslot-method-picker',
  args: {disabled: false, onMethodChange: fn(), onError: fn()},
  argTypes: {
    connector: {control: 'object'},
    methodId: {control: 'text'},
    registry: {control: false},
    messages: {control: 'object'},
    onMethodChange: {table: {disable: true}},
    onError: {table: {disable: true}},
  },
  render: (args) => html`
    <keyslot-method-picker
      .connector=${args.connector}
      .methodId=${args.methodId}
      .registry=${args.registry}
      .messages=${args.messages}
      .disabled=${args.disabled}
      @keyslot-method-change=${(event: KeyslotMethodChangeEvent) => args.onMethodChange(event.toJSON())}
      @keyslot-error=${(event: KeyslotErrorEvent) => args.onError(event.toJSON())}
    ></keyslot-method-picker>
  `,
} satisfies Meta<PickerArgs>;
export default meta;

type Story = StoryObj<PickerArgs>;

/** Change the properties in the panel below. */
export const Playground: Story = {args: {connector: shopify}};

/** Nothing is chosen until the user does. */
export const NothingChosen: Story = {
  args: {connector: equalMethods},
  play: async ({canvasElement, args}) => {
    const element = find(canvasElement, 'keyslot-method-picker');
    await userEvent.click(method(element, /Access token/));
    await expect(args.onMethodChange).toHaveBeenCalledWith({
      type: 'keyslot-method-change',
      methodId: 'token',
    });
    await expect(element.methodId).toBe('token');
    element.methodId = undefined;
    await waitFor(() => expect(method(element, /Access token/)).not.toBeChecked());
  },
};

/** The page chose. */
export const Chosen: Story = {
  args: {connector: shopify, methodId: 'legacy-password'},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-method-picker');
    await expect(method(element, /Private app password/)).toBeChecked();
  },
};

/** From eight methods on, a filter helps to find one. */
export const ManyMethods: Story = {args: {connector: manyMethods}};

/** The filter finds nothing. */
export const NothingFound: Story = {
  tags: ['!autodocs'],
  args: {connector: manyMethods},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-method-picker');
    await userEvent.type(inside(element).getByRole('searchbox'), 'moon');
    await inside(element).findByText(/Nothing matches/, {selector: '[role=status]'});
  },
};

/** What cannot be used stays in the list, with the reason. */
export const UnavailableMethods: Story = {args: {connector: unavailableMethods}};

/** No choice is taken. */
export const Disabled: Story = {
  args: {connector: shopify, disabled: true},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-method-picker');
    await expect(method(element, /Private app password/)).toBeDisabled();
  },
};
