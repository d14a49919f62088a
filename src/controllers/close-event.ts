/** What asks a dialog to close: the user, by one of four ways, or the page. */
export type CloseReason = 'escape' | 'button' | 'backdrop' | 'done' | 'call';

/**
 * A dialog is about to close. Cancelled, it stays open.
 *
 * While something typed would be lost, the user is asked before it closes; when they agree, the event
 * comes once more, with `isDirty` false.
 */
export class KeyslotCloseEvent extends Event {
  readonly reason: CloseReason;
  /** Whether something typed would be lost. */
  readonly isDirty: boolean;

  constructor(reason: CloseReason, isDirty: boolean) {
    super('keyslot-close', {bubbles: true, composed: true, cancelable: true});
    this.reason = reason;
    this.isDirty = isDirty;
  }

  toJSON(): object {
    const {type, reason, isDirty} = this;
    return {type, reason, isDirty};
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'keyslot-close': KeyslotCloseEvent;
  }
}
