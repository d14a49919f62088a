import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import exampleBuilt from '../demo/connectors/example-built.json' with {type: 'json'};
import examplePrepared from '../demo/connectors/example-prepared.json' with {type: 'json'};
import type {KeyslotSubmitEvent} from '../src/index.js';
import {de} from '../src/locales/de.js';
import brightpearl from './connectors/brightpearl.json' with {type: 'json'};
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {find} from './support/play.js';
import {button, inside} from './support/shadow.js';
import {built, exchange, openInstead, prepared, providers, StillWindow} from './support/sign-in.js';

const meta = {
  title: 'Sign-in window',
  component: 'keyslot-connect',
  tags: ['!autodocs'],
  args: {
    ...connectArgs,
    connector: exampleBuilt,
    presets: providers,
    values: {store: 'acme'},
    oauth: built,
  },
  argTypes: connectArgTypes,
  render: (args) => connect(args),
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

/** Signs in for real with `npm start`: the page makes the request, the backend exchanges the code. */
export const Built: Story = {
  render: (args) =>
    html`<div
      @keyslot-submit=${{
        capture: true,
        handleEvent: (event: KeyslotSubmitEvent) => {
          event.respondWith(exchange(event));
          event.stopPropagation();
        },
      }}
    >
      ${connect(args)}
    </div>`,
};

/** The same where the backend makes the request: with a client secret, or by OAuth 1.0a. */
export const Prepared: Story = {
  ...Built,
  args: {connector: examplePrepared, oauth: prepared},
};

/** Where the user brings a client, its redirect address is to be registered there. */
export const OwnClient: Story = {
  args: {connector: brightpearl, presets: undefined, values: {account: 'acme'}},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await inside(element).findByRole('button', {name: /^Copy/});
    await inside(element).findByText('You will sign in at oauth.brightpearl.com');
  },
};

/** The user is in the other window. */
export const Waiting: Story = {
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    openInstead(new StillWindow());
    await userEvent.click(button(element, 'Continue to sign in'));
    await inside(element).findByRole('button', {name: 'Show the window'});
    await expect(button(element, 'Cancel')).toBeEnabled();
  },
};

/** The window looks closed. It also does when the provider cuts it off, so this is advice. */
export const PossiblyClosed: Story = {
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    const opened = new StillWindow();
    openInstead(opened);
    await userEvent.click(button(element, 'Continue to sign in'));
    await inside(element).findByRole('button', {name: 'Show the window'});
    // Earlier it would look cut off.
    setTimeout(() => opened.close(), 1600);
    await inside(element).findByRole('button', {name: 'Try again'}, {timeout: 5000});
  },
};

/** The browser opened no window: a link does, or this tab. */
export const Blocked: Story = {
  args: {oauth: {...built, mode: 'auto'}},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    openInstead(null);
    await userEvent.click(button(element, 'Continue to sign in'));
    const link = await inside(element).findByRole('link', {name: /^Continue to 127\.0\.0\.1/});
    await expect(link).toHaveAttribute('rel', 'opener');
    await expect(button(element, 'Continue in this tab')).toBeEnabled();
  },
};

/** The same in the words of another language. */
export const German: Story = {
  args: {oauth: {...built, mode: 'auto'}, messages: de},
  render: (args) => html`<div lang="de">${connect(args)}</div>`,
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    openInstead(null);
    await userEvent.click(button(element, 'Weiter zur Anmeldung'));
    await inside(element).findByRole('link', {name: /^Weiter zu 127\.0\.0\.1/});
    await expect(button(element, 'Abbrechen')).toBeEnabled();
  },
};

/** The user took long, and can have more time. */
export const Expiring: Story = {
  args: {oauth: {...built, timeout: 59_000}},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    openInstead(new StillWindow());
    await userEvent.click(button(element, 'Continue to sign in'));
    await inside(element).findByRole('button', {name: 'Keep waiting'});
  },
};

/** The backend could not prepare it, and says why. */
export const NotPrepared: Story = {
  args: {
    connector: examplePrepared,
    methodId: 'oauth2',
    oauth: {
      ...built,
      prepare: () =>
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- for people
        Promise.reject({message: 'The bank is down for maintenance. Try again in an hour'}),
    },
  },
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    openInstead(new StillWindow());
    await userEvent.click(button(element, 'Continue to sign in'));
    await inside(element).findByText(/down for maintenance/);
    await waitFor(() => expect(button(element, 'Continue to sign in')).toBeEnabled());
  },
};

/** A connection that was made before: what was allowed stays, unless the user signs in again. */
export const Editing: Story = {
  args: {
    existing: {
      methodId: 'sign-in',
      values: {store: 'acme', ...providers},
      stored: [],
      scopes: ['openid', 'orders:read'],
      account: 'anna@example.com',
    },
  },
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await inside(element).findByRole('button', {name: 'Sign in again'});
  },
};

/** The button alone: the page has all that the method needs beside. */
export const ButtonAlone: Story = {
  render: (args) =>
    html`<keyslot-authorize-button
      .connector=${args.connector}
      .presets=${args.presets}
      .values=${args.values}
      .oauth=${args.oauth}
      method-id="sign-in"
    ></keyslot-authorize-button>`,
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-authorize-button');
    await inside(element).findByRole('checkbox', {name: 'Read your customers'});
  },
};
