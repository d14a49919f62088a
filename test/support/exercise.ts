import {aTimeout} from '@open-wc/testing';

/** What is typed in every secret field. */
export const CANARY = 'canary-in-a-story';

/** All open roots in a tree, the outermost first. */
const rootsOf = (root: ParentNode): readonly ParentNode[] => [
  root,
  ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
    shadowRoot ? rootsOf(shadowRoot) : [],
  ),
];

const all = <E extends Element>(container: ParentNode, selector: string) =>
  rootsOf(container).flatMap((root) => [...root.querySelectorAll(selector)] as E[]);

/** Does with whatever is there what a person could do. */
export async function exercise(container: ParentNode): Promise<void> {
  const settle = () => aTimeout(5);
  const click = (selector: string) => {
    for (const element of all<HTMLElement>(container, selector)) element.click();
  };
  await settle();
  click('[type="radio"]:enabled');
  await settle();
  click('[part~="submit"]');
  await settle();
  click('[part="reveal"], [part="add-pair"]');
  for (const details of all<HTMLDetailsElement>(container, 'details')) details.open = true;
  for (const control of all<HTMLInputElement>(container, '[data-key], [type="search"]')) {
    if (control.type === 'file') continue;
    if (control.type === 'checkbox') control.click();
    else if (control.localName === 'select') {
      (control as unknown as HTMLSelectElement).selectedIndex = 1;
    } else control.value = control.matches('[data-rr-is-password]') ? CANARY : 'typed';
    control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    control.dispatchEvent(new Event('focusout', {bubbles: true, composed: true}));
  }
  await settle();
  click('[part~="submit"]');
  await settle();
}
