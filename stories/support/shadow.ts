import {within} from 'storybook/test';

/** Queries inside an open shadow root: by role, label or text, as a user finds things. */
export function inside(element: Element) {
  const {shadowRoot} = element;
  if (!shadowRoot) throw new Error(`<${element.localName}> has no open shadow root`);
  return within(shadowRoot as unknown as HTMLElement);
}

/** The control of a field, by its label. A method of the same name is not meant. */
export const field = (element: Element, label: string | RegExp) =>
  inside(element).getByLabelText<HTMLInputElement>(label, {selector: ':not([type="radio"])'});

/** The radio button of a method, by the name of the method. */
export const method = (element: Element, name: RegExp) =>
  inside(element).getByRole<HTMLInputElement>('radio', {name});

/** A button, by its label. */
export const button = (element: Element, name: string | RegExp = 'Connect') =>
  inside(element).getByRole<HTMLButtonElement>('button', {name});
