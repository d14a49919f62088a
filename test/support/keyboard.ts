import {sendKeys} from '@web/test-runner-commands';
import {focusedElement} from '../../src/controllers/focused-element.js';
import {typeKeys, wordsOf, type Control, type Driver} from './driver.js';

/** What a person does with the keyboard, and nothing else. */
export class Keyboard {
  readonly #use: Driver;

  constructor(use: Driver) {
    this.#use = use;
  }

  async press(key: string): Promise<void> {
    await sendKeys({press: key});
    await this.#use.settle();
  }

  /** Goes forward until something with this name has focus. */
  async goTo(name: string): Promise<void> {
    await this.#pressUntil('Tab', name, () => this.#use.focused);
  }

  /** Writes a text where focus is; a new line is a key of its own. */
  async write(text: string): Promise<void> {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) await sendKeys({press: 'Enter'});
      await typeKeys(line);
    }
    await this.#use.settle();
  }

  async type(name: string, text: string): Promise<void> {
    await this.goTo(name);
    await this.write(text);
  }

  /** Makes a field hold a text, from the first character on that is another one. */
  async correct(name: string, text: string): Promise<void> {
    await this.goTo(name);
    const {value} = this.#focused as Control;
    let kept = 0;
    while (kept < value.length && value[kept] === text[kept]) kept += 1;
    if (value) await this.press('End');
    for (let left = value.length; left > kept; left -= 1) await sendKeys({press: 'Backspace'});
    await this.write(text.slice(kept));
  }

  /** Chooses an option of a select. */
  async pick(name: string, option: string): Promise<void> {
    await this.goTo(name);
    const {selectedOptions} = this.#focused as HTMLSelectElement;
    await this.#pressUntil('ArrowDown', option, () => wordsOf(selectedOptions[0]!));
  }

  /** Chooses a way to connect. */
  async choose(method: string): Promise<void> {
    const names = this.#use.methods.map(({name}) => name);
    const {name} = this.#use.methods.find(({isChosen}) => isChosen)!;
    await this.goTo(name);
    // Beyond the last one WebKit does not begin again at the first.
    const key = names.indexOf(method) < names.indexOf(name) ? 'ArrowUp' : 'ArrowDown';
    await this.#pressUntil(key, method, () => this.#use.focused);
  }

  /** Tries keys wherever Tab comes to: arrows among methods, Enter elsewhere but on links. */
  async tour(): Promise<readonly string[]> {
    const visited: string[] = [];
    const visit = async (key: string) => {
      await this.press(key);
      visited.push(this.#use.focused);
    };
    for (let stop = 0; stop < 15; stop += 1) {
      await visit('Tab');
      const activeElement = focusedElement();
      if (activeElement?.matches('[type="radio"]')) {
        for (const _method of this.#use.methods) await visit('ArrowDown');
      } else if (activeElement && !activeElement.matches('a')) await visit('Enter');
    }
    return visited;
  }

  /** Sends the form, from the field that has focus where a field can. */
  async submit(): Promise<void> {
    const isLine = this.#focused.matches('input:not([type="radio"], [type="checkbox"])');
    if (!isLine) await this.goTo('Connect');
    await this.press('Enter');
  }

  get #focused(): Element {
    return focusedElement()!;
  }

  async #pressUntil(key: string, wanted: string, whereNow: () => string): Promise<void> {
    const passed: string[] = [];
    while (whereNow() !== wanted) {
      if (passed.length > 30) {
        throw new Error(`${key} never came to "${wanted}", only to: ${passed.join(', ')}`);
      }
      await this.press(key);
      passed.push(whereNow());
    }
  }
}
