import {sendKeys} from '@web/test-runner-commands';
import {typeKeys, type Control, type Driver} from '../support/driver.js';

/** A way to fill in a form. */
export interface Hands {
  readonly enter: (control: Control, entry: string | boolean) => Promise<void> | void;
  readonly submit: (use: Driver) => Promise<void>;
}

const isCheckbox = (control: Control): control is HTMLInputElement => control.type === 'checkbox';

/** What a control holds. */
export const rawOf = (control: Control): string | boolean =>
  isCheckbox(control) ? control.checked : control.value;

/** Whether anything can be entered. */
export const isOpen = (control: Control): boolean =>
  !control.disabled && !('readOnly' in control && control.readOnly);

/** At once, as a paste or a password manager does. */
export const atOnce: Hands = {
  enter(control, entry) {
    if (typeof entry === 'boolean') (control as HTMLInputElement).checked = entry;
    else control.value = entry;
    control.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    control.dispatchEvent(new Event('change', {bubbles: true}));
    control.dispatchEvent(new FocusEvent('focusout', {bubbles: true, composed: true}));
  },
  submit: (use) => use.submit(),
};

/** Key by key. */
export const withKeys: Hands = {
  async enter(control, entry) {
    control.focus();
    if (isCheckbox(control)) {
      if (control.checked !== entry) await sendKeys({press: ' '});
    } else if (control instanceof HTMLSelectElement) {
      const steps = [...control.options].findIndex(({value}) => value === entry);
      await sendKeys({press: 'Home'});
      for (let step = 0; step < steps; step += 1) await sendKeys({press: 'ArrowDown'});
    } else {
      control.select();
      if (control.value) await sendKeys({press: 'Backspace'});
      const [first = '', ...lines] = typeable(String(entry)).split('\n');
      await typeKeys(first);
      // In a line, Enter would submit the form.
      if (control instanceof HTMLInputElement) return;
      for (const line of lines) {
        await sendKeys({press: 'Enter'});
        await typeKeys(line);
      }
    }
  },
  async submit(use) {
    use.part('submit')!.focus();
    await sendKeys({press: 'Enter'});
    await use.settle();
  },
};

/** What can be typed in a reasonable time. */
const typeable = (text: string) => text.replace(/[^\P{C}\n]/gu, '').slice(0, 50);
