import {sendKeys} from '@web/test-runner-commands';

/** WebKit's driver cannot hold a key. */
const holdsKeys = /Chrome|Firefox/.test(navigator.userAgent);

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * Copies a text from the page with the keys of a person, and pastes it in place of what a control
 * holds. There is one clipboard for all pages, so that they take turns.
 */
export async function pasteInto(control: TextControl, text: string): Promise<void> {
  if (!holdsKeys) {
    tellOfPaste(control, text);
    return;
  }
  await navigator.locks.request('clipboard', async () => {
    await copy(text);
    control.focus();
    control.select();
    await pressWithControl('KeyV');
  });
}

/** Copies from a text on the page: a field would change the ends of lines. */
async function copy(text: string): Promise<void> {
  const source = document.createElement('div');
  source.textContent = text;
  document.body.append(source);
  const write = (event: ClipboardEvent) => {
    event.clipboardData!.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', write);
  getSelection()!.selectAllChildren(source);
  await pressWithControl('KeyC');
  document.removeEventListener('copy', write);
  source.remove();
}

async function pressWithControl(key: string): Promise<void> {
  await sendKeys({down: 'Control'});
  await sendKeys({press: key});
  await sendKeys({up: 'Control'});
}

/** What a browser tells of a paste. */
function tellOfPaste(control: TextControl, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const options = {bubbles: true, composed: true};
  control.focus();
  control.dispatchEvent(new ClipboardEvent('paste', {...options, clipboardData}));
  control.value = text;
  control.dispatchEvent(new InputEvent('input', {...options, inputType: 'insertFromPaste'}));
}
