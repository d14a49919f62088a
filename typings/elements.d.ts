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

/** A type that tells whether a property can be written: TypeScript compares such types exactly. */
type Exactly<T> = <U>() => U extends T ? 1 : 2;

type WritableKeys<T> = {
  [K in keyof T]-?: Exactly<Pick<T, K>> extends Exactly<{-readonly [P in K]: T[P]}> ? K : never;
}[keyof T];

/** What a page can set on an element, beyond what every element has. */
export type KeyslotProperties<Tag extends keyof KeyslotElements> = {
  [
    Key in Exclude<
      WritableKeys<Omit<KeyslotElements[Tag], keyof HTMLElement | 'renderOptions'>>,
      'isUpdatePending' | 'hasUpdated'
    >
  ]?: KeyslotElements[Tag][Key] | undefined;
};
