import {userEvent} from 'storybook/test';
import type {Credential, CredentialChange, KeyslotSubmitEvent} from '../../src/index.js';

/** The one element of a story that has this tag. */
export function find<T extends keyof HTMLElementTagNameMap>(
  canvasElement: HTMLElement,
  tag: T,
): HTMLElementTagNameMap[T] {
  const element = canvasElement.querySelector(tag);
  if (!element) throw new Error(`the story has no <${tag}>`);
  return element;
}

/** Pastes into a field, which is how a key gets into a form. */
export async function paste(field: HTMLElement, text: string): Promise<void> {
  await userEvent.click(field);
  await userEvent.paste(text);
}

/** The credential that the element hands over next. */
export function nextCredential(element: HTMLElement): Promise<Credential | CredentialChange> {
  return new Promise((resolve) => {
    const take = (event: Event) => {
      resolve((event as KeyslotSubmitEvent).credential);
    };
    element.addEventListener('keyslot-submit', take, {once: true});
  });
}
