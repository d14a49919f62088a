import type {CSSResult} from 'lit';

/** Gives an element the styles of a part that was loaded after it. */
export function adoptStyles({shadowRoot}: HTMLElement, {styleSheet}: CSSResult): void {
  if (styleSheet) shadowRoot?.adoptedStyleSheets.push(styleSheet);
}
