import {userEvent} from 'storybook/test';
import {KeyslotSubmitEvent, type Credential, type CredentialChange} from '../../src/index.js';

/** The one element of a story that has this tag. */
export function find<T extends keyof HTMLElementTagNameMap>(
  canvasElement: HTMLElement,
  tag: T,
): HTMLElementTagNameMap[T] {
  const element = canvasElement.querySelector(tag);
  if (!element) throw new Error(`the story has no <${tag}>`);
  return element;
}

/** Types into a field, in place of what it holds. */
export async function fill(field: HTMLInputElement, text: string): Promise<void> {
  await userEvent.type(field, text, {
    initialSelectionStart: 0,
    initialSelectionEnd: field.value.length,
  });
}

/** The credential that the element hands over next. */
export function nextCredential(element: HTMLElement): Promise<Credential | CredentialChange> {
  return new Promise((resolve) => {
    const take = (event: Event) => {
      if (event instanceof KeyslotSubmitEvent)
        resolve(event.credential as Credential | CredentialChange);
    };
    element.addEventListener('keyslot-submit', take, {once: true});
  });
}
