import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {css, html} from 'lit';
import {ref} from 'lit/directives/ref.js';
import {expect, userEvent, waitFor} from 'storybook/test';
import {ar} from '../src/locales/ar.js';
import {de} from '../src/locales/de.js';
import {provideMessages} from '../src/locales.js';
import shopify from './connectors/shopify.json' with {type: 'json'};
import woocommerce from './connectors/woocommerce.json' with {type: 'json'};
import {equalMethods, oneMethod} from './fixtures/connectors.js';
import {localized, untitled} from './fixtures/languages.js';
import {display, registry} from './fixtures/pairing-kind.js';
import {PairingCodeEditor} from './fixtures/pairing-code-editor.js';
import {connect, connectArgs, connectArgTypes, type ConnectArgs} from './support/connect.js';
import {define} from './support/define.js';
import {DefinitionEditor as DefinitionEditorElement} from './support/definition-editor.js';
import {fill, find, nextCredential} from './support/play.js';
import {button, field, inside} from './support/shadow.js';
import {addToPage} from './support/styles.js';

define('pairing-code-editor', PairingCodeEditor);
define('definition-editor', DefinitionEditorElement);

/** Gives a part of the page the words of its language. */
function speak(part: Element | undefined): void {
  if (!(part instanceof HTMLElement)) return;
  provideMessages(part, {
    ar: async () => (await import('../src/locales/ar.js')).ar,
    de: async () => (await import('../src/locales/de.js')).de,
    es: async () => (await import('../src/locales/es.js')).es,
    fr: async () => (await import('../src/locales/fr.js')).fr,
    ja: async () => (await import('../src/locales/ja.js')).ja,
    pt: async () => (await import('../src/locales/pt-BR.js')).ptBR,
    zh: async () => (await import('../src/locales/zh-CN.js')).zhCN,
  });
}

addToPage(css`
  .story-languages {
    display: flex;
    flex-wrap: wrap;
    gap: 2rem;
  }

  .story-languages > * {
    inline-size: 280px;
  }

  .themed {
    --keyslot-color-accent: light-dark(#8a2be2, #d9b3ff);
    --keyslot-color-on-accent: light-dark(#fff, #2a0a4a);
    --keyslot-radius: 0;
    --keyslot-space: 1.25rem;
    --keyslot-width: 28rem;
    font-family: Georgia, serif;
  }

  .themed::part(title) {
    font-weight: 400;
    font-size: 2rem;
  }

  .themed::part(submit) {
    inline-size: 100%;
    text-transform: uppercase;
    letter-spacing: 0.1em;
  }

  .themed:state(connected)::part(success) {
    border-style: double;
  }

  .store-link {
    display: inline-block;
    padding: 0.5rem 1rem;
    border: 1px solid;
    color: inherit;
  }
`);

const meta = {
  title: 'Recipes',
  component: 'keyslot-connect',
  tags: ['!autodocs'],
  args: connectArgs,
  argTypes: connectArgTypes,
  render: (args) => connect(args),
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

/** Words of the page’s own around the form and on its button. */
export const Slots: Story = {
  args: {connector: oneMethod},
  render: (args) =>
    connect(
      args,
      html`<h2 slot="header">Step 2 of 3: your Harbour account</h2>
        <p slot="intro">We read orders and change nothing.</p>
        <span slot="submit-label">Continue</span>
        <p slot="footer">Stuck? Write to help@example.com.</p>`,
    ),
  play: async ({canvasElement}) => {
    await expect(button(find(canvasElement, 'keyslot-connect'), 'Continue')).toBeVisible();
  },
};

/** What comes after the connection, in place of Keyslot’s own words. */
export const SlotSuccess: Story = {
  args: {connector: oneMethod},
  render: (args) =>
    connect(
      args,
      html`<div slot="success">
        <p>Harbour is connected. The first orders arrive within an hour.</p>
        <a href="#orders">See your orders</a>
      </div>`,
    ),
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await fill(field(element, 'Account name'), 'acme');
    await fill(field(element, 'Access token'), 'correct horse');
    await userEvent.click(button(element));
    await waitFor(() => expect(canvasElement.querySelector('[slot="success"]')).toBeVisible());
  },
};

/** `method:<id>`: for this method, the page shows something of its own in place of the form. */
export const SlotMethod: Story = {
  args: {connector: equalMethods, methodId: 'token'},
  render: (args) =>
    connect(
      args,
      html`<p slot="method:token">
        <a class="store-link" href="#install">Install our app in Harbour</a>
      </p>`,
    ),
};

/** Some of Keyslot’s words replaced; the others stay. */
export const OwnMessages: Story = {
  args: {
    connector: oneMethod,
    messages: {
      title: (connector) => `Bring your ${connector} orders in`,
      submit: 'Bring them in',
      issues: {field_required: ({label}) => `We cannot start without the ${label}`},
    },
  },
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.click(button(element, 'Bring them in'));
    await waitFor(() =>
      expect(field(element, 'Access token')).toHaveAttribute('aria-invalid', 'true'),
    );
  },
};

/** Texts of the definition follow `lang`; the layout follows `dir`. Keys still read left to right. */
export const Arabic: Story = {
  args: {connector: localized, messages: ar, values: {account: 'WH-0042'}},
  globals: {direction: 'rtl'},
  render: (args) => html`<div lang="ar" dir="rtl">${connect(args)}</div>`,
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.click(button(element, ar.submit));
    await waitFor(() =>
      expect(field(element, 'رمز الوصول')).toHaveAttribute('aria-invalid', 'true'),
    );
  },
};

/** The words that come with the library: `messages` is `de` of `keyslot/locales/de`. Long ones wrap. */
export const German: Story = {
  args: {connector: localized, messages: de},
  render: (args) => html`<div lang="de">${connect(args)}</div>`,
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await userEvent.click(button(element, 'Verbinden'));
    await inside(element).findByText('Bitte prüfen Sie 2 Angaben');
  },
};

/** `provideMessages` loads the words of a language when a part of the page is in it. */
export const Languages: Story = {
  args: {connector: untitled},
  render: (args) =>
    html`<div class="story-languages">
      ${['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-CN', 'ar'].map(
        (lang) =>
          html`<section lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'} ${ref(speak)}>
            ${connect(args)}
          </section>`,
      )}
    </div>`,
  play: async ({canvasElement}) => {
    for (const element of canvasElement.querySelectorAll('keyslot-connect')) {
      await userEvent.click(inside(element).getAllByRole('button').at(-1)!);
      await waitFor(() => expect(element.matches(':state(invalid)')).toBe(true));
    }
  },
};

/** Two elements on one page know nothing of each other. */
export const TwoOnOnePage: Story = {
  args: {headingLevel: 3},
  render: (args) => html`
    <div class="story-columns">
      ${connect({...args, connector: shopify})} ${connect({...args, connector: woocommerce})}
    </div>
  `,
  play: async ({canvasElement}) => {
    const [first, second] = canvasElement.querySelectorAll('keyslot-connect');
    await fill(field(first!, 'Store name'), 'acme');
    await userEvent.click(button(second!));
    await waitFor(() =>
      expect(field(second!, 'Shop address')).toHaveAttribute('aria-invalid', 'true'),
    );
    await expect(field(first!, 'Admin API access token')).toHaveAttribute('aria-invalid', 'false');
    await expect(field(first!, 'Store name')).toHaveValue('acme');
  },
};

/** The definition as JSON in the page: no script of the page’s own has to set it. */
export const JsonScript: Story = {
  render: () => html`
    <keyslot-connect>
      <script type="application/json">
        {
          "id": "harbour",
          "name": "Harbour",
          "methods": [{"id": "login", "type": "basic"}]
        }
      </script>
    </keyslot-connect>
  `,
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    await waitFor(() => expect(field(element, 'User name')).toBeVisible());
  },
};

/**
 * A kind of method that Keyslot does not have, with an editor of its own: a plain `HTMLElement`. Its
 * code is on the page “Extending”.
 */
export const OwnEditor: Story = {
  args: {connector: display, registry},
  play: async ({canvasElement}) => {
    const element = find(canvasElement, 'keyslot-connect');
    // What shows a kind's own editor is loaded on demand.
    const editor = await waitFor(() => {
      const found = element.shadowRoot?.querySelector('pairing-code-editor');
      if (!found) throw new Error('the editor is not there yet');
      return found;
    });
    const digits = field(editor, 'Digits on the display');
    await fill(digits, '12');
    await userEvent.click(button(editor, 'Pair'));
    await inside(element).findByText('Enter the six digits on the screen');

    const credential = nextCredential(element);
    await fill(digits, '123456');
    await userEvent.click(button(editor, 'Pair'));
    await expect(await credential).toEqual({
      connectorId: 'display',
      methodId: 'pair',
      type: 'pairing-code',
      values: {code: '123456'},
    });
    await inside(element).findByText('Lobby Display is connected');
  },
};

/** As `OwnEditor`, before anything was typed. */
export const OwnEditorEmpty: Story = {args: {connector: display, registry}};

/** Custom properties and parts. */
export const Themed: Story = {
  args: {connector: shopify},
  render: ({connector}) =>
    html`<keyslot-connect class="themed" .connector=${connector}></keyslot-connect>`,
};

/** Type a definition and see what becomes of it. */
export const DefinitionEditor: Story = {
  parameters: {controls: {disable: true}},
  render: () => html`
    <definition-editor .definition=${JSON.stringify(woocommerce, undefined, 2)}></definition-editor>
  `,
};
