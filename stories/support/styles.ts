import {css} from 'lit';

/** Adds rules to the page without a style element, which a strict policy would refuse. */
export function addToPage({styleSheet}: {readonly styleSheet?: CSSStyleSheet | undefined}): void {
  if (styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
}

addToPage(css`
  .story-columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
    gap: 2rem;
    align-items: start;
  }

  .story-stack {
    display: grid;
    gap: 1.5rem;
    justify-items: start;
  }

  .story-stack > * {
    inline-size: 100%;
  }
`);
