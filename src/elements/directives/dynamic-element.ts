import {noChange} from 'lit';
import {
  Directive,
  directive,
  PartType,
  type DirectiveResult,
  type PartInfo,
} from 'lit/directive.js';

/**
 * Renders an element whose tag is known only at run time, and keeps it while the tag stays.
 * Properties are set once the element is defined: set earlier, they would hide its accessors.
 */
class DynamicElementDirective extends Directive {
  #element: HTMLElement | undefined;
  #properties: object = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.CHILD) throw new Error('dynamicElement() renders a child');
  }

  override render(tag: string, properties: object): unknown {
    this.#properties = properties;
    if (this.#element?.localName === tag) {
      if (customElements.get(tag)) Object.assign(this.#element, properties);
      return noChange;
    }
    const element = (this.#element = document.createElement(tag));
    if (customElements.get(tag)) {
      Object.assign(element, properties);
      return element;
    }
    void customElements.whenDefined(tag).then(() => {
      if (this.#element === element) Object.assign(element, this.#properties);
    });
    return element;
  }
}

/** Renders an element by its tag. The tag comes from code, never from a definition. */
export const dynamicElement: (
  tag: string,
  properties: object,
) => DirectiveResult<typeof DynamicElementDirective> = directive(DynamicElementDirective);
