/** Registers an element of the stories, once: Storybook runs a changed module again. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
