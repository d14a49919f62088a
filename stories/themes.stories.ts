import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type CSSResult, type TemplateResult} from 'lit';
import {userEvent} from 'storybook/test';
import {manyParts, oneField} from './fixtures/themes.js';
import {connect, connectArgs, type ConnectArgs} from './support/connect.js';
import {fill} from './support/play.js';
import {button, field, inside} from './support/shadow.js';
import {addToPage} from './support/styles.js';
import {bootstrap} from './themes/bootstrap.styles.js';
import {compact} from './themes/compact.styles.js';
import {layout} from './themes/layout.styles.js';
import {material} from './themes/material.styles.js';
import {primer} from './themes/primer.styles.js';

for (const styles of [layout, compact, material, primer, bootstrap]) addToPage(styles);

const meta = {
  title: 'Themes',
  component: 'keyslot-connect',
  tags: ['!autodocs'],
  parameters: {layout: 'fullscreen', controls: {disable: true}},
  args: connectArgs,
  play: async ({canvasElement}) => {
    const [asking, connected, pending] = canvasElement.querySelectorAll('keyslot-connect');
    for (const element of [connected!, pending!]) {
      await fill(field(element, 'Access token'), 'correct horse');
      await userEvent.click(button(element));
    }
    await inside(connected!).findByText('Lagoon is connected');
    await inside(pending!).findByRole('button', {name: 'Cancel'});

    await fill(field(asking!, 'Store'), 'our store');
    await userEvent.click(inside(asking!).getByText('Advanced settings'));
    await userEvent.click(button(asking!));
    await inside(asking!).findByText('2 things need your attention');
  },
} satisfies Meta<ConnectArgs>;
export default meta;

type Story = StoryObj<ConnectArgs>;

/** A form, what comes of it and, while that is not known, what it looks like: all with one theme. */
const themed = (args: ConnectArgs, theme: string): TemplateResult =>
  html`<div class=${`theme ${theme}`}>
    ${connect({...args, connector: manyParts})}
    <div class="theme-side">
      ${connect({...args, connector: oneField, answer: 'take it and warn'})}
      ${connect({...args, connector: oneField, answer: 'never answer'})}
    </div>
  </div>`;

/** Has the docs show the rules of a theme in place of the story’s markup. */
const rulesOf = ({cssText}: CSSResult) => ({
  docs: {source: {code: cssText.replace(/^ {2}/gm, '').trim(), language: 'css'}},
});

/** No theme: the font and the colours of the page. */
export const Default: Story = {render: (args) => themed(args, 'theme-default')};

/** For a page on which much has to fit: less space, smaller letters. */
export const Compact: Story = {
  parameters: rulesOf(compact),
  render: (args) => themed(args, 'theme-compact'),
};

/** Round buttons, tonal surfaces and tall outlined fields, as in Material 3. */
export const MaterialLike: Story = {
  parameters: rulesOf(material),
  render: (args) => themed(args, 'theme-material'),
};

/** Small letters, fine borders and a green button, as in GitHub’s Primer. */
export const PrimerLike: Story = {
  parameters: rulesOf(primer),
  render: (args) => themed(args, 'theme-primer'),
};

/** Solid badges, tinted alerts and wide focus rings, as in Bootstrap. */
export const BootstrapLike: Story = {
  parameters: rulesOf(bootstrap),
  render: (args) => themed(args, 'theme-bootstrap'),
};
