import {languageOf} from '../controllers/nearest-language.js';
import {fileSize} from '../elements/views/controls/file-size.js';
import {choicesIn, controlOf, rowsIn, type Field, type FieldEntry} from './field.js';
import {visibleIn, wordsIn, wordsOf} from './words.js';

/** What filling in needs to know of the page. */
export interface Page {
  /** Waits until what was asked for is on screen. */
  readonly settle: () => Promise<void>;
  /** Waits until something is so. */
  readonly waitFor: (isSo: () => boolean, what: string) => Promise<void>;
}

/** Fills a field in as a person does. No error repeats what was to be entered. */
export async function fillField(field: Field, entry: FieldEntry, page: Page): Promise<void> {
  const {label} = field;
  const {is, control} = controlOf(field);
  const [first = control] = control.querySelectorAll<HTMLElement>('[data-key]');
  if (first.matches(':disabled') || (first as Partial<HTMLInputElement>).readOnly) {
    throw new Error(`"${label}" cannot be changed`);
  }
  const wants = (what: string): never => {
    throw new Error(`"${label}" takes ${what}`);
  };
  switch (is) {
    case 'text':
      enter(control, isText(entry) ? entry : wants('a text'));
      break;
    case 'checkbox':
      tick(control, typeof entry === 'boolean' ? entry : wants('true or false'));
      break;
    case 'select':
      chooseOption(control, isText(entry) ? entry : wants('the words of an option'), label);
      break;
    case 'combobox':
      await pickOption(
        control,
        isText(entry) ? entry : wants('the words of an option'),
        field,
        page,
      );
      break;
    case 'choices':
      await tickChoices(control, isList(entry) ? entry : wants('a list of options'), label, page);
      break;
    case 'file':
      await chooseFile(control, isFile(entry) ? entry : wants('a File'), field, page);
      break;
    case 'pairs':
      await enterPairs(control, isRecord(entry) ? entry : wants('values by their names'), page);
      break;
    case 'own':
      enter(control, entry);
  }
  await page.settle();
}

const isText = (entry: FieldEntry): entry is string => typeof entry === 'string';
const isList = (entry: FieldEntry): entry is readonly string[] => Array.isArray(entry);
const isFile = (entry: FieldEntry): entry is File =>
  Object.prototype.toString.call(entry) === '[object File]';
const isRecord = (entry: FieldEntry): entry is Readonly<Record<string, string>> =>
  typeof entry === 'object' && !isList(entry) && !isFile(entry);

/** Enters something at once, as a password manager does: value, then events. */
export function enter(control: HTMLElement, entry: FieldEntry): void {
  put(control, typeof entry === 'boolean' ? 'checked' : 'value', entry);
  tell(control);
}

/** A framework of the page may watch the property of a control; the class underneath has the real one. */
function put(control: HTMLElement, name: 'value' | 'checked', entry: unknown): void {
  const accessor = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), name);
  if (accessor?.set) accessor.set.call(control, entry);
  else Object.assign(control, {[name]: entry});
}

function tell(control: HTMLElement): void {
  control.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  control.dispatchEvent(new Event('change', {bubbles: true}));
}

function tick(checkbox: HTMLInputElement, isTicked: boolean): void {
  if (checkbox.checked !== isTicked) checkbox.click();
}

function chooseOption(select: HTMLSelectElement, words: string, label: string): void {
  // Its description stands behind what it is called.
  const isNamed = (option: Node) => `${wordsOf(option)} – `.startsWith(`${words} – `);
  const option = [...select.options].find(isNamed);
  if (!option) throw noOption(label, [...select.options].map(wordsOf));
  enter(select, option.value);
}

/** Says which options there are, but not which was wanted: that may have been meant for elsewhere. */
function noOption(label: string, options: readonly string[]): Error {
  const names = options.slice(0, 20).map((name) => JSON.stringify(name));
  const there = names.length ? `There are: ${names.join(', ')}` : 'There are none';
  return new Error(`"${label}" has no such option. ${there}${options.length > 20 ? ', …' : ''}`);
}

async function pickOption(
  combobox: HTMLInputElement,
  words: string,
  {label, place}: Field,
  page: Page,
): Promise<void> {
  enter(combobox, words);
  await page.settle();
  const options = visibleIn(place, '[role="option"]');
  const nameIn = (option: HTMLElement) => wordsIn(option, 'bdi');
  const option = options.find((each) => nameIn(each) === words);
  if (option) option.click();
  else if (words) {
    combobox.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
    throw noOption(label, options.map(nameIn));
  }
  await page.settle();
  combobox.dispatchEvent(new FocusEvent('blur'));
}

async function tickChoices(
  group: HTMLElement,
  names: readonly string[],
  label: string,
  page: Page,
): Promise<void> {
  const find = (name: string) => choicesIn(group).find((choice) => choice.label === name);
  const search = async (text: string) => {
    const filter = group.querySelector<HTMLInputElement>('[type="search"]');
    if (filter) enter(filter, text);
    await page.settle();
  };
  for (const {label: name, checkbox} of choicesIn(group)) {
    if (!checkbox.checked || names.includes(name)) continue;
    find(name)?.checkbox.click();
    await page.settle();
  }
  for (const name of names) {
    const isListed = find(name) !== undefined;
    if (!isListed) await search(name);
    const choice = find(name);
    if (choice) tick(choice.checkbox, true);
    await page.settle();
    if (!isListed) await search('');
    if (!choice) {
      throw noOption(
        label,
        choicesIn(group).map((each) => each.label),
      );
    }
  }
}

async function chooseFile(
  control: HTMLInputElement,
  file: File,
  {label, place}: Field,
  page: Page,
): Promise<void> {
  setFiles(control, file);
  tell(control);
  await page.settle();
  const isRead = () => {
    const words = wordsIn(place, '[part~="file"]');
    const isRefused = control.getAttribute('aria-invalid') === 'true';
    const isShown = place.querySelector('[part~="file-name"]') !== null;
    return words.endsWith(fileSize(file.size, languageOf(place))) || (isRefused && !isShown);
  };
  await page.waitFor(isRead, `The file for "${label}" was not read`);
}

function setFiles(control: HTMLInputElement, file: File): void {
  if ('DataTransfer' in globalThis) {
    const transfer = new DataTransfer();
    transfer.items.add(file);
    control.files = transfer.files;
  } else Object.defineProperty(control, 'files', {value: [file], configurable: true});
}

async function enterPairs(
  group: HTMLElement,
  entries: Readonly<Record<string, string>>,
  page: Page,
): Promise<void> {
  const pairs = Object.entries(entries);
  const press = async (part: 'add-pair' | 'remove-pair') => {
    [...group.querySelectorAll<HTMLElement>(`[part~="${part}"]`)].at(-1)?.click();
    await page.settle();
  };
  // The last row stays, and is emptied.
  for (let rest = rowsIn(group).length - pairs.length; rest > 0; rest--) await press('remove-pair');
  for (let rest = pairs.length - rowsIn(group).length; rest > 0; rest--) await press('add-pair');
  for (const [index, pair] of pairs.entries()) {
    for (const [part, text] of pair.entries()) {
      const input = rowsIn(group)[index]?.[part];
      if (input) enter(input, text);
      await page.settle();
    }
  }
}
