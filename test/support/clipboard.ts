import {sendKeys} from '@web/test-runner-commands';

/**
 * Copies a text with real keys, and pastes it in place of what a control holds. There is one
 * clipboard for all pages, so that they take turns.
 */
export function pasteInto(
  control: HTMLInputElement | HTMLTextAreaElement,
  text: string,
): Promise<void> {
  return navigator.locks.request('clipboard', async () => {
    const source = document.createElement('textarea');
    source.value = text;
    document.body.append(source);
    source.select();
    await pressWithControl('c');
    source.remove();
    control.focus();
    control.select();
    await pressWithControl('v');
  });
}

async function pressWithControl(key: string): Promise<void> {
  await sendKeys({down: 'Control'});
  await sendKeys({press: key});
  await sendKeys({up: 'Control'});
}
