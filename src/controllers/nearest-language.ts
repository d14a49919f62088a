import {isServer} from './is-server.js';

/** An element and all around it, across shadow roots: the way `lang` is inherited (HTML §3.2.6.1). */
export function ancestorsOf(element: Element): readonly Element[] {
  const ancestors: Element[] = [];
  // A server knows of none.
  let node: Node | null = isServer ? null : element;
  while (node) {
    if (node instanceof Element) ancestors.push(node);
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return ancestors;
}

/** The BCP 47 tag of the nearest `lang` attribute. Empty, where there is none. */
export const languageOf = (element: Element): string =>
  ancestorsOf(element)
    .find((ancestor) => ancestor.hasAttribute('lang'))
    ?.getAttribute('lang') ?? '';
