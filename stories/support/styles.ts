/** Adds rules to the page without a style element, which a strict policy would refuse. */
export function addToPage({styleSheet}: {readonly styleSheet?: CSSStyleSheet | undefined}): void {
  if (styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
}
