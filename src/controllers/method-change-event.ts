/** The user chose another authentication method. */
export class KeyslotMethodChangeEvent extends Event {
  readonly methodId: string;

  constructor(methodId: string) {
    super('keyslot-method-change', {bubbles: true, composed: true});
    this.methodId = methodId;
  }

  toJSON(): object {
    return {type: this.type, methodId: this.methodId};
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'keyslot-method-change': KeyslotMethodChangeEvent;
  }
}
