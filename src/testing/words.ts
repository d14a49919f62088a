/** Whether a person can see an element. */
export function isVisible(element: Element): boolean {
  const {checkVisibility} = element as {checkVisibility?: () => boolean};
  if (checkVisibility) return checkVisibility.call(element);
  // Where there is no layout, what is said to be hidden is.
  if (!element.isConnected) return false;
  for (let each: Element | undefined = element; each; each = outerOf(each)) {
    if (isHidden(each)) return false;
  }
  return true;
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || getComputedStyle(element).display === 'none') return true;
  const {parentElement} = element;
  return (
    parentElement?.localName === 'details' &&
    !parentElement.hasAttribute('open') &&
    element.localName !== 'summary'
  );
}

function outerOf(element: Element): Element | undefined {
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return element.assignedSlot ?? element.parentElement ?? host;
}

/** The visible elements that fit a selector. */
export const visibleIn = (root: ParentNode, selector: string): readonly HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter(isVisible);

/** The one candidate of a name. When there is none, or several, the error tells which there are. */
export function named<E>(
  candidates: readonly E[],
  name: string,
  nameIn: (candidate: E) => string,
  what = 'Nothing',
): E {
  const found = candidates.filter((candidate) => nameIn(candidate) === name);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const names = candidates.map((candidate) => JSON.stringify(nameIn(candidate)));
  const there = names.length ? `There are: ${names.join(', ')}` : 'There are none at all';
  const subject = found.length ? `${found.length} of these are` : `${what} is`;
  throw new Error(`${subject} named "${name}". ${there}`);
}

/** The words a person gets from a part of the page: slots are filled, what is hidden is left out. */
export function wordsOf(node: Node): string {
  return rawWordsOf(node).replace(/\s+/g, ' ').trim();
}

/** The words of the first of what fits a selector; none when nothing does. */
export function wordsIn(place: ParentNode | undefined, selector: string): string {
  const found = place?.querySelector(selector);
  return found ? wordsOf(found) : '';
}

function rawWordsOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  if (node instanceof Element && getComputedStyle(node).display === 'none') return '';
  const assigned = node instanceof HTMLSlotElement ? node.assignedNodes({flatten: true}) : [];
  return [...(assigned.length ? assigned : node.childNodes)].map(rawWordsOf).join('');
}

/** The accessible name, by the means that Keyslot uses (ARIA accname §4.3.2). */
export function nameOf(element: Element): string {
  const name = wordsOfIds(element, 'aria-labelledby') || element.getAttribute('aria-label');
  if (name) return name;
  const {labels} = element as Partial<HTMLInputElement>;
  return labels?.length ? [...labels].map(wordsOf).join(' ') : wordsOf(element);
}

/** The accessible description. */
export const descriptionOf = (element: Element): string => wordsOfIds(element, 'aria-describedby');

function wordsOfIds(element: Element, attribute: string): string {
  const root = element.getRootNode() as ShadowRoot;
  const ids = (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
  const missing = ids.filter((id) => !root.getElementById(id));
  if (missing.length) throw new Error(`${attribute} names nothing: ${missing.join(', ')}`);
  return ids
    .map((id) => wordsIn(root, `#${CSS.escape(id)}`))
    .join(' ')
    .trim();
}
