// For words that are not in the language of the page: loaded when there are some, as a chunk of its own.
import type {Wording} from '../messages/wording.js';

/** Says of what is on screen in which language it is, where that is not the one of what is around it. */
export function markLanguages(root: Node & ParentNode, wording: Wording): void {
  markTree(root, wording);
  // A form in a light child is no part of the root that shows it.
  const light = root instanceof ShadowRoot && root.host.querySelector('[data-keyslot-form]');
  if (light) markTree(light, wording);
}

function markTree(root: Node & ParentNode, {tags, isForeign, messages}: Wording): void {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const text = textOf(element);
    // All within inherits it, but what has a language of its own.
    const inherited = isForeign && element.parentNode === root ? messages.language : undefined;
    const tag = (text && tags.get(text)) || inherited;
    if (tag) element.setAttribute('lang', tag);
    else element.removeAttribute('lang');
  }
}

/** The text of an element, without that of those within. */
function textOf(element: HTMLElement): string {
  if (element instanceof HTMLOptGroupElement) return element.label;
  const texts = [...element.childNodes].filter((node) => node instanceof Text);
  return texts
    .map(({data}) => data)
    .join('')
    .trim();
}
