import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, fn, userEvent, waitFor, within} from 'storybook/test';
import '../src/define.js';
import type {
  ExistingCredential,
  KeyslotErrorEvent,
  KeyslotMethodChangeEvent,
  KeyslotSubmitEvent,
  MethodRegistry,
  PartialMessages,
} from '../src/index.js';
import shopify from './connectors/shopify.json' with {type: 'json'};
import {equalMethods, oneMethod} from './fixtures/connectors.js';
import {ANSWERS, respond, type Answer} from './support/host.js';
import {fill, find, nextCredential} from './support/play.js';
import {button, field, inside, method} from './support/shadow.js';

interface FormArgs {
  readonly connector?: unknown;
  readonly methodId?: string | undefined;
  readonly existing?: ExistingCredential | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly presets?: Readonly<Record<string, unknown>> | undefined;
  readonly registry?: MethodRegistry | undefined;
  readonly messages?: PartialMessages | undefined;
  readonly disabled: boolean;
  readonly formRoot?: 'light' | 'shadow' | undefined;
  /** What the page does with the credential. */
  readonly answer: Answer;
  readonly onSubmit: (redacted: object) => void;
  readonly onError: (error: object) => void;
}

const form = (args: FormArgs) => html`
  <keyslot-credential-form
    .connector=${args.connector}
    .methodId=${args.methodId}
    .existing=${args.existing}
    .values=${args.values}
    .presets=${args.presets}
    .registry=${args.registry}
    .messages=${args.messages}
    .disabled=${args.disabled}
    .formRoot=${args.formRoot}
    @keyslot-submit=${(event: KeyslotSubmitEvent) => {
      respond(event, args.answer);
      args.onSubmit(event.toJSON());
    }}
    @keyslot-error=${(event: KeyslotErrorEvent) => args.onError(event.toJSON())}
  ></keyslot-credential-form>
`;

const meta = {
  title: 'keyslot-credential-form',
  component: 'keyslot-credential-form',
  args: {
    disabled: false,
    answer: 'take it and name the account',
    onSubmit: fn(),
    onError: fn(),
  },
  argTypes: {
    connector: {control: 'object'},
    methodId: {control: 'text'},
    existing: {control: 'object'},
    values: {control: 'object'},
    presets: {control: 'object'},
    registry: {control: false},
    messages: {control: 'object'},
    formRoot: {control: 'inline-radio', options: ['shadow', 'light']},
    answer: {
      control: 'select',
      options: ANSWERS,
      description: 'What the page in this story does with the credential.',
      table: {category: 'story'},
    },
    onSubmit: {table: {disable: true}},
    onError: {table: {disable: true}},
  },
  render: form,
} satisfies Meta<FormArgs>;
export default meta;

type Story = StoryObj<FormArgs>;

/** Change the properties in the panel below. */
export const Playground: Story = {args: {connector: shopify}};

/** The page names the method. */
export const OfOneMethod: Story = {
  args: {connector: shopify, methodId: 'legacy-password'},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-credential-form');
    await expect(field(element, 'Private app password')).toBeVisible();
  },
};

/** For password managers that do not look into shadow roots. It looks the same. */
export const OutsideOfTheShadowRoot: Story = {
  args: {connector: oneMethod, formRoot: 'light'},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-credential-form');
    const form = await waitFor(() => {
      const child = element.querySelector<HTMLElement>('[data-keyslot-form]');
      if (!child) throw new Error('the form is not there');
      return child;
    });
    await fill(within(form).getByLabelText('Account name'), 'acme');
    await userEvent.click(within(form).getByRole('button', {name: 'Connect'}));
    await waitFor(() => expect(within(form).getByText('Enter the access token')).toBeVisible());
  },
};

/** Several methods, none named and none recommended: there is no form to show. */
export const WithoutMethod: Story = {args: {connector: equalMethods}};

/** From an empty form to a connection. */
export const Submitted: Story = {
  tags: ['!autodocs'],
  args: {connector: oneMethod},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-credential-form');
    const credential = nextCredential(element);
    await fill(field(element, 'Account name'), 'acme');
    await fill(field(element, 'Access token'), 'correct horse');
    await userEvent.click(button(element));
    await expect(await credential).toEqual({
      connectorId: 'harbour',
      methodId: 'token',
      type: 'token',
      values: {account: 'acme', token: 'correct horse'},
    });
    await inside(element).findByText('Harbour is connected');
  },
};

/** Connect was pressed with nothing filled in. */
export const ErrorsAfterEmptySubmit: Story = {
  tags: ['!autodocs'],
  args: {connector: oneMethod},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-credential-form');
    await userEvent.click(button(element));
    await inside(element).findByText('2 things need your attention');
  },
};

/** An existing connection. */
export const Editing: Story = {
  args: {
    connector: oneMethod,
    existing: {methodId: 'token', values: {account: 'acme'}, stored: ['token']},
  },
};

/** No input is taken. */
export const Disabled: Story = {args: {connector: oneMethod, disabled: true}};

/** The two parts as neighbours: the choice in one sets `methodId` of the other. */
export const WithPicker: Story = {
  args: {connector: equalMethods},
  render: (args) => html`
    <div
      class="story-stack"
      @keyslot-method-change=${({currentTarget, methodId}: KeyslotMethodChangeEvent) => {
        const stack = currentTarget as HTMLElement;
        stack.querySelector('keyslot-credential-form')!.methodId = methodId;
      }}
    >
      <keyslot-method-picker .connector=${args.connector}></keyslot-method-picker>
      ${form(args)}
    </div>
  `,
  play: async ({canvasElement}) => {
    const picker = find(canvasElement, 'keyslot-method-picker');
    const element = find(canvasElement, 'keyslot-credential-form');
    await userEvent.click(method(picker, /Access token/));
    await waitFor(() => expect(field(element, 'Access token')).toBeVisible());
    await fill(field(element, 'Account name'), 'acme');
    await userEvent.click(method(picker, /User name/));
    await waitFor(() => expect(field(element, 'User name')).toBeVisible());
    const [accountOfToken, accountOfLogin] = inside(element).getAllByLabelText('Account name');
    await expect(accountOfToken).not.toBeVisible();
    await expect(accountOfLogin).toHaveValue('acme');
  },
};
