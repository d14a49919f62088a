import {visibleIn, wordsIn, wordsOf} from './words.js';

/** What a field can be filled with, by what it is. */
export type FieldEntry =
  /** A text; the words of the option to choose. */
  | string
  /** Whether a checkbox is ticked. */
  | boolean
  /** The words of the options to tick. */
  | readonly string[]
  /** Values by their names. */
  | Readonly<Record<string, string>>
  | File;

/** What a field of any kind holds, as it reads on screen. */
export type FieldReading =
  string | boolean | readonly string[] | readonly (readonly [name: string, value: string])[];

/** What a person gives a field by. */
export type FieldControl =
  | {readonly is: 'text'; readonly control: HTMLInputElement | HTMLTextAreaElement}
  | {readonly is: 'checkbox' | 'file' | 'combobox'; readonly control: HTMLInputElement}
  | {readonly is: 'select'; readonly control: HTMLSelectElement}
  | {readonly is: 'choices' | 'pairs' | 'own'; readonly control: HTMLElement};

/** A field on screen. */
export interface Field {
  readonly label: string;
  /** What is said to be wrong with it. */
  readonly error: string | undefined;
  /** All of it: the label, the control, and what is said about them. */
  readonly place: HTMLElement;
}

/** The fields on screen, in their order. What the user may allow in a sign-in is among them. */
export const fieldsIn = (root: ParentNode): readonly Field[] =>
  visibleIn(root, '[part~="field"], [part~="scope"]').map((place) => {
    const label = place.querySelector('[part~="label"]') ?? place;
    const error = place.querySelector('[part~="error"] bdi');
    return {
      label: wordsIn(label, 'bdi'),
      error: error ? wordsOf(error) : undefined,
      place,
    };
  });

/** Finds out what a field is. */
export function controlOf({label, place}: Field): FieldControl {
  const slot = place.querySelector<HTMLSlotElement>('slot[name^="field:"]');
  const own = slot?.assignedElements()[0];
  if (own) return {is: 'own', control: own as HTMLElement};
  for (const is of ['choices', 'pairs'] as const) {
    const control = place.querySelector<HTMLElement>(`[part~="${is}"]`);
    if (control) return {is, control};
  }
  const control = place.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'input, select, textarea',
  );
  if (!control) throw new Error(`Nothing can be entered in "${label}"`);
  if (control instanceof HTMLSelectElement) return {is: 'select', control};
  if (control instanceof HTMLTextAreaElement) return {is: 'text', control};
  if (control.getAttribute('role') === 'combobox') return {is: 'combobox', control};
  const {type} = control;
  return {is: type === 'checkbox' || type === 'file' ? type : 'text', control};
}

/** What a field holds, as it reads on screen. */
export function readField(field: Field): FieldReading {
  const {is, control} = controlOf(field);
  switch (is) {
    case 'checkbox':
      return control.checked;
    case 'select':
      return [...control.selectedOptions].map(wordsOf).join();
    case 'file':
      return wordsIn(field.place, '[part~="file-name"]');
    case 'choices':
      return choicesIn(control)
        .filter(({checkbox}) => checkbox.checked)
        .map(({label}) => label);
    case 'pairs':
      return rowsIn(control).map(([name, value]) => [name.value, value.value] as const);
    case 'own':
      return readOwn(control);
    default:
      return control.value;
  }
}

/** A control of the page's own: whatever it is, it has a value, or it is ticked. */
function readOwn(control: HTMLElement): FieldReading {
  const {type, checked, value} = control as Partial<HTMLInputElement>;
  if (type === 'checkbox' && checked !== undefined) return checked;
  return value ?? '';
}

/** The choices of a list that are on screen. */
export const choicesIn = (group: HTMLElement) =>
  [...group.querySelectorAll<HTMLElement>('[part~="choice"]')].flatMap((place) => {
    const checkbox = place.querySelector('input');
    return checkbox ? [{label: wordsIn(place, 'bdi'), checkbox}] : [];
  });

/** The inputs of each row of names and values. */
export const rowsIn = (group: HTMLElement) =>
  [...group.querySelectorAll('[part~="pair"]')].flatMap((row) => {
    const [name, value] = row.querySelectorAll('input');
    return name && value ? [[name, value] as const] : [];
  });
