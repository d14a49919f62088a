import type {AuthorizationStatus} from '../oauth/attempt-state.js';

/** The window is about to leave for the provider. `preventDefault()` ends the attempt. */
export class KeyslotBeforeAuthorizeEvent extends Event {
  readonly methodId: string;
  /** Where the user is sent. */
  readonly origin: string;

  constructor(methodId: string, origin: string) {
    super('keyslot-before-authorize', {bubbles: true, composed: true, cancelable: true});
    this.methodId = methodId;
    this.origin = origin;
  }

  toJSON(): object {
    const {type, methodId, origin} = this;
    return {type, methodId, origin};
  }
}

/** An attempt to have the user authorise got further. */
export class KeyslotAuthorizeStateEvent extends Event {
  readonly methodId: string;
  readonly status: AuthorizationStatus;
  /** Whether the attempt ends within a minute unless the user asks for more time. */
  readonly isExpiring: boolean;

  constructor(methodId: string, status: AuthorizationStatus, isExpiring: boolean) {
    super('keyslot-authorize-state', {bubbles: true, composed: true});
    this.methodId = methodId;
    this.status = status;
    this.isExpiring = isExpiring;
  }

  toJSON(): object {
    const {type, methodId, status, isExpiring} = this;
    return {type, methodId, status, isExpiring};
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'keyslot-before-authorize': KeyslotBeforeAuthorizeEvent;
    'keyslot-authorize-state': KeyslotAuthorizeStateEvent;
  }
}
