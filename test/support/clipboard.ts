import {sendKeys} from '@web/test-runner-commands';

/** Copies a text with real keys, from a text area that is gone afterwards. */
export async function copy(text: string): Promise<void> {
  const source = document.createElement('textarea');
  source.value = text;
  document.body.append(source);
  source.select();
  await pressWithControl('c');
  source.remove();
}

/** Pastes with real keys what was copied, in place of what a control holds. */
export async function paste(control: HTMLInputElement | HTMLTextAreaElement): Promise<void> {
  control.focus();
  control.select();
  await pressWithControl('v');
}

async function pressWithControl(key: string): Promise<void> {
  await sendKeys({down: 'Control'});
  await sendKeys({press: key});
  await sendKeys({up: 'Control'});
}
