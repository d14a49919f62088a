import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {css, html} from 'lit';
import {ref} from 'lit/directives/ref.js';
import {expect, waitFor} from 'storybook/test';
import '../src/define.js';
import {tokensOf} from './docs/theming-tables.js';
import {addToPage} from './support/styles.js';

addToPage(css`
  .swatches {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    gap: 1rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .swatches li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.75rem;
    font:
      0.8125rem/1.4 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
  }

  .swatch {
    grid-row: span 2;
    inline-size: 3rem;
    block-size: 3rem;
    border: 1px solid;
    border-radius: 0.5rem;
  }
`);

const meta = {
  title: 'Theming',
  tags: ['!autodocs'],
  parameters: {controls: {disable: true}},
} satisfies Meta;
export default meta;

const colours = tokensOf('colour').map(({name}) => name);

/** What a colour comes to: the element keeps it under a short name, which its child inherits. */
function computed(name: string, element: Element): string {
  const dialog = element.shadowRoot?.querySelector('dialog');
  if (dialog && name === '--keyslot-color-backdrop') {
    return getComputedStyle(dialog, '::backdrop').backgroundColor;
  }
  const child = element.firstElementChild as HTMLElement;
  // Only that of text is without a value of its own; elsewhere, none would be a mistake.
  const absent = name === '--keyslot-color-text' ? 'inherit' : 'transparent';
  child.style.color = `var(${name.replace('--keyslot-color-', '--_')}, ${absent})`;
  return getComputedStyle(child).color;
}

async function paint(story: Element): Promise<void> {
  // The only one that has all of them.
  const element = story.querySelector('keyslot-dialog')!;
  await element.updateComplete;
  for (const item of story.querySelectorAll('li')) {
    const colour = computed(item.querySelector('code')!.textContent, element);
    item.querySelector<HTMLElement>('.swatch')!.style.backgroundColor = colour;
    item.querySelector('output')!.textContent = colour;
  }
}

/** What the colours of the elements come to here. Those that follow the text are partly transparent. */
export const Colours: StoryObj = {
  // A new function for each change of the toolbar, so that it runs again.
  render: () => html`
    <div ${ref((story) => story && setTimeout(() => void paint(story)))}>
      <keyslot-dialog><span></span></keyslot-dialog>
      <ul class="swatches">
        ${colours.map(
          (name) =>
            html`<li><span class="swatch"></span><code>${name}</code><output></output></li>`,
        )}
      </ul>
    </div>
  `,
  play: async ({canvasElement}) => {
    const [...values] = canvasElement.querySelectorAll('output');
    await waitFor(() => expect(values.every(({textContent}) => textContent)).toBe(true));
    for (const {textContent} of values) await expect(textContent).not.toBe('rgba(0, 0, 0, 0)');
    await expect(new Set(values.map(({textContent}) => textContent)).size).toBeGreaterThan(9);
  },
};
