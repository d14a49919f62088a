import {createComponent, type EventName} from '@lit/react';
import * as React from 'react';
import './define.js';
import {
  KeyslotAuthorizeButtonElement,
  KeyslotConnectElement,
  KeyslotCredentialFormElement,
  KeyslotDialogElement,
  KeyslotMethodPickerElement,
  type KeyslotAuthorizeStateEvent,
  type KeyslotBeforeAuthorizeEvent,
  type KeyslotCloseEvent,
  type KeyslotErrorEvent,
  type KeyslotMethodChangeEvent,
  type KeyslotSubmitEvent,
} from './index.js';

const pickerEvents = {
  onKeyslotMethodChange: 'keyslot-method-change' as EventName<KeyslotMethodChangeEvent>,
  onKeyslotError: 'keyslot-error' as EventName<KeyslotErrorEvent>,
};

const formEvents = {
  onKeyslotSubmit: 'keyslot-submit' as EventName<KeyslotSubmitEvent>,
  onKeyslotError: 'keyslot-error' as EventName<KeyslotErrorEvent>,
  onKeyslotBeforeAuthorize: 'keyslot-before-authorize' as EventName<KeyslotBeforeAuthorizeEvent>,
  onKeyslotAuthorizeState: 'keyslot-authorize-state' as EventName<KeyslotAuthorizeStateEvent>,
};

/** `keyslot-connect` as a component of React. */
export const KeyslotConnect = createComponent({
  react: React,
  tagName: 'keyslot-connect',
  elementClass: KeyslotConnectElement,
  events: {...pickerEvents, ...formEvents},
});

/** `keyslot-credential-form` as a component of React. */
export const KeyslotCredentialForm = createComponent({
  react: React,
  tagName: 'keyslot-credential-form',
  elementClass: KeyslotCredentialFormElement,
  events: formEvents,
});

/** `keyslot-method-picker` as a component of React. */
export const KeyslotMethodPicker = createComponent({
  react: React,
  tagName: 'keyslot-method-picker',
  elementClass: KeyslotMethodPickerElement,
  events: pickerEvents,
});

/** `keyslot-authorize-button` as a component of React. */
export const KeyslotAuthorizeButton = createComponent({
  react: React,
  tagName: 'keyslot-authorize-button',
  elementClass: KeyslotAuthorizeButtonElement,
  events: formEvents,
});

/** `keyslot-dialog` as a component of React. */
export const KeyslotDialog = createComponent({
  react: React,
  tagName: 'keyslot-dialog',
  elementClass: KeyslotDialogElement,
  events: {onKeyslotClose: 'keyslot-close' as EventName<KeyslotCloseEvent>},
});
