import type {
  KeyslotAuthorizeButtonElement,
  KeyslotAuthorizeStateEvent,
  KeyslotBeforeAuthorizeEvent,
  KeyslotCloseEvent,
  KeyslotConnectElement,
  KeyslotCredentialFormElement,
  KeyslotDialogElement,
  KeyslotErrorEvent,
  KeyslotMethodChangeEvent,
  KeyslotMethodPickerElement,
  KeyslotSubmitEvent,
} from 'keyslot';

/** The elements, by their tags. */
export interface KeyslotElements {
  'keyslot-authorize-button': KeyslotAuthorizeButtonElement;
  'keyslot-connect': KeyslotConnectElement;
  'keyslot-credential-form': KeyslotCredentialFormElement;
  'keyslot-dialog': KeyslotDialogElement;
  'keyslot-method-picker': KeyslotMethodPickerElement;
}

interface PickerEvents {
  'keyslot-method-change': KeyslotMethodChangeEvent;
  'keyslot-error': KeyslotErrorEvent;
}

interface FormEvents {
  'keyslot-submit': KeyslotSubmitEvent;
  'keyslot-error': KeyslotErrorEvent;
  'keyslot-before-authorize': KeyslotBeforeAuthorizeEvent;
  'keyslot-authorize-state': KeyslotAuthorizeStateEvent;
}

/** The events of the elements, by the tags of the elements. */
export interface KeyslotEvents {
  'keyslot-authorize-button': FormEvents;
  'keyslot-connect': FormEvents & PickerEvents;
  'keyslot-credential-form': FormEvents;
  'keyslot-dialog': {'keyslot-close': KeyslotCloseEvent};
  'keyslot-method-picker': PickerEvents;
}

/** Spelled out here: through an alias, TypeScript would not look at `readonly` at all. */
type IfWritable<T, Key extends keyof T> =
  (<U>() => U extends Pick<T, Key> ? 1 : 2) extends <U>() => U extends {
    -readonly [Same in Key]: T[Same];
  }
    ? 1
    : 2
    ? Key
    : never;

type IfData<T, Key extends keyof T> = T[Key] extends (...given: never[]) => unknown ? never : Key;

type WritableData<T> = {[Key in keyof T]-?: IfWritable<T, Key> & IfData<T, Key>}[keyof T];

/** What elements have from Lit, which is none of a page's business. */
type Inherited = keyof HTMLElement | 'renderOptions' | 'isUpdatePending' | 'hasUpdated';

/** What a page can set on an element, beyond what every element has. */
export type KeyslotProperties<Tag extends keyof KeyslotElements> = {
  [Key in WritableData<Omit<KeyslotElements[Tag], Inherited>>]?:
    KeyslotElements[Tag][Key] | undefined;
};
