import {userEvent} from 'storybook/test';
import {KeyslotSubmitEvent, type Credential, type CredentialChange} from '../../src/index.js';
import {button, field, inside} from './shadow.js';

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

/** Pastes into a field, in place of what it holds, as a browser tells of it. */
export function pasteText(field: HTMLInputElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const options = {bubbles: true, composed: true};
  field.focus();
  field.dispatchEvent(new ClipboardEvent('paste', {...options, clipboardData}));
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {...options, inputType: 'insertFromPaste'}));
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

/** Fills fields in by their labels, submits, and waits for the connection. Selects take a value. */
export async function connectWith(
  canvasElement: HTMLElement,
  values: Readonly<Record<string, string>>,
): Promise<Credential | CredentialChange> {
  const element = find(canvasElement, 'keyslot-connect');
  const credential = nextCredential(element);
  for (const [label, value] of Object.entries(values)) {
    const control = field(element, label);
    if (control.localName === 'select') await userEvent.selectOptions(control, value);
    else await fill(control, value);
  }
  await userEvent.click(button(element));
  const taken = await credential;
  await inside(element).findByText(/ is connected$/);
  return taken;
}
