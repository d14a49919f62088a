import {css, html, unsafeCSS, type TemplateResult} from 'lit';
import {addToPage} from './styles.js';

/** The parts and slots that the picture numbers, in the order of the page. */
const places: readonly {readonly selector: string; readonly name: string; readonly is: string}[] = [
  {
    selector: '::part(header)',
    name: 'header',
    is: 'The logo, the title and a docs-link; also a slot',
  },
  {selector: ' > [slot="intro"]', name: 'intro', is: 'A slot between the header and the methods'},
  {selector: '::part(legend)', name: 'legend', is: 'The question above the methods'},
  {selector: '::part(method)', name: 'method', is: 'The card of one method'},
  {
    selector: '::part(badge)',
    name: 'badge',
    is: 'A mark beside the name; also recommended, deprecated or unavailable',
  },
  {selector: '::part(summary)', name: 'summary', is: 'What is wrong, in one place, after a submit'},
  {selector: '::part(label)', name: 'label', is: 'The label of a field'},
  {selector: '::part(help)', name: 'help', is: 'Help, example and docs-link'},
  {selector: '::part(error)', name: 'error', is: 'What is wrong with one field'},
  {
    selector: '::part(control)',
    name: 'control',
    is: 'An input with what stands around it: prefix, suffix, reveal',
  },
  {
    selector: '::part(advanced)',
    name: 'advanced',
    is: 'The disclosure, with advanced-summary',
  },
  {
    selector: '::part(submit)',
    name: 'submit',
    is: 'The button, in actions; the slot submit-label is inside',
  },
  {selector: ' > [slot="footer"]', name: 'footer', is: 'A slot below the form'},
];

const marked = places.map(({selector}) => `.anatomy${selector}`);
const marks = marked.map((selector) => `${selector}::after`);
const numbers = places.map(
  (_, index) => `${marks[index]}, .anatomy-list dt:nth-of-type(${index + 1})::before {
    content: '${index + 1}' / '';
  }`,
);

addToPage(css`
  ${unsafeCSS(marked.join(','))} {
    position: relative;
    overflow: visible;
    outline: 1px dashed #9a3412;
    outline-offset: 2px;
  }

  ${unsafeCSS(marks.join(','))}, .anatomy-list dt::before {
    display: inline-grid;
    place-items: center;
    box-sizing: border-box;
    min-inline-size: 1.125rem;
    block-size: 1.125rem;
    padding-inline: 0.25rem;
    border-radius: 1rem;
    background: #9a3412;
    color: #fff;
    font:
      700 0.6875rem/1 system-ui,
      sans-serif;
  }

  ${unsafeCSS(marks.join(','))} {
    position: absolute;
    z-index: 1;
    inset-block-start: -0.5625rem;
    inset-inline-end: -0.5rem;
  }

  ${unsafeCSS(numbers.join('\n'))}

  .anatomy-list {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.5rem 1rem;
    margin: 0;
  }

  .anatomy-list dt {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
    font-family: ui-monospace, monospace;
  }

  .anatomy-list dd {
    margin: 0;
  }
`);

/** What the numbers in the picture stand for. */
export const anatomyList = (): TemplateResult =>
  html`<dl class="anatomy-list">
    ${places.map(
      ({name, is}) =>
        html`<dt>${name}</dt>
          <dd>${is}</dd>`,
    )}
  </dl>`;
