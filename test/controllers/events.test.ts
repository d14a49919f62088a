import {expect} from '@open-wc/testing';
import {
  KeyslotCloseEvent,
  KeyslotErrorEvent,
  KeyslotMethodChangeEvent,
  KeyslotSubmitEvent,
  type Credential,
} from '../../src/index.js';
import {isSubmitEvent} from '../../src/controllers/is-submit-event.js';

const credential: Credential = {
  connectorId: 'acme',
  methodId: 'key',
  type: 'token',
  values: {token: 'sk_1', store: 'acme'},
};

/** Dispatches an event to a listener. */
function dispatch(event: KeyslotSubmitEvent, listener: () => void): void {
  const target = new EventTarget();
  target.addEventListener('keyslot-submit', listener);
  target.dispatchEvent(event);
}

describe('KeyslotSubmitEvent', () => {
  it('is to save unless it says otherwise', () => {
    expect(new KeyslotSubmitEvent(credential).intent).to.equal('save');
    expect(new KeyslotSubmitEvent(credential, {intent: 'verify'}).intent).to.equal('verify');
  });

  it('has the signal that it was given', () => {
    const {signal} = new AbortController();
    expect(new KeyslotSubmitEvent(credential, {signal}).signal).to.equal(signal);
  });

  it('gives the credential as it is', () => {
    expect(new KeyslotSubmitEvent(credential).credential).to.equal(credential);
  });

  it('has no credential among its own properties', () => {
    expect(Object.keys(new KeyslotSubmitEvent(credential))).to.not.include('credential');
  });

  it('is redacted when it is logged as text or JSON', () => {
    const event = new KeyslotSubmitEvent(credential);
    expect(Object.prototype.toString.call(event) + JSON.stringify(event)).not.to.match(
      /sk_1|"acme".*"acme"/,
    );
    expect(event.toJSON()).to.deep.equal({
      type: 'keyslot-submit',
      intent: 'save',
      credential: {...credential, values: {token: '[redacted]', store: '[redacted]'}},
    });
  });

  it('takes a promise while it is dispatched', async () => {
    const event = new KeyslotSubmitEvent(credential);
    dispatch(event, () => {
      event.respondWith(Promise.resolve({account: 'ada'}));
    });
    expect(await event.response).to.deep.equal({account: 'ada'});
  });

  it('takes anything with a then()', async () => {
    const event = new KeyslotSubmitEvent(credential);
    const thenable: PromiseLike<{account: string}> = {
      then: (done) => Promise.resolve({account: 'ada'}).then(done),
    };
    dispatch(event, () => {
      event.respondWith(thenable);
    });
    expect(await event.response).to.deep.equal({account: 'ada'});
  });

  it('takes no promise before it is dispatched', () => {
    const event = new KeyslotSubmitEvent(credential);
    expect(() => {
      event.respondWith(Promise.resolve());
    })
      .to.throw(DOMException)
      .with.property('name', 'InvalidStateError');
  });

  it('takes no promise from a listener that waited', async () => {
    const event = new KeyslotSubmitEvent(credential);
    let error: unknown;
    let late: Promise<void> | undefined;
    dispatch(event, () => {
      late = Promise.resolve().then(() => {
        try {
          event.respondWith(Promise.resolve());
        } catch (thrown) {
          error = thrown;
        }
      });
    });
    await late;
    expect(error).to.have.property('name', 'InvalidStateError');
  });

  it('takes one promise only', () => {
    const event = new KeyslotSubmitEvent(credential);
    const errors: unknown[] = [];
    const respond = () => {
      try {
        event.respondWith(Promise.resolve());
      } catch (error) {
        errors.push(error);
      }
    };
    dispatch(event, () => {
      respond();
      respond();
    });
    expect(errors).to.have.length(1);
  });

  it('leaves no rejection unhandled', async () => {
    const unhandled: unknown[] = [];
    const listen = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      unhandled.push(event.reason);
    };
    window.addEventListener('unhandledrejection', listen);
    const event = new KeyslotSubmitEvent(credential);
    dispatch(event, () => {
      event.respondWith(Promise.reject(new Error('no')));
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    window.removeEventListener('unhandledrejection', listen);
    expect(unhandled).to.be.empty;
  });
});

describe('isSubmitEvent()', () => {
  it('knows the event of another copy of Keyslot', () => {
    const foreign = Object.assign(new Event('keyslot-submit'), {credential, respondWith: () => {}});
    expect(isSubmitEvent(foreign)).to.be.true;
  });

  it('does not take every event of that name', () => {
    expect(isSubmitEvent(new Event('keyslot-submit'))).to.be.false;
    expect(isSubmitEvent(new Event('submit'))).to.be.false;
  });
});

describe('KeyslotErrorEvent', () => {
  it('goes to everyone and shows all it knows', () => {
    const details = {
      code: 'field_required',
      phase: 'input',
      retry: 'edit',
      methodId: 'key',
      key: 'store',
    } as const;
    const event = new KeyslotErrorEvent(details);
    expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, false]);
    expect(event.toJSON()).to.deep.equal({type: 'keyslot-error', ...details});
  });
});

describe('KeyslotMethodChangeEvent', () => {
  it('goes to everyone and shows all it knows', () => {
    const event = new KeyslotMethodChangeEvent('key');
    expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, false]);
    expect(event.toJSON()).to.deep.equal({type: 'keyslot-method-change', methodId: 'key'});
  });
});

describe('KeyslotCloseEvent', () => {
  it('goes to everyone, can be cancelled and shows all it knows', () => {
    const event = new KeyslotCloseEvent('backdrop', true);
    expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, true]);
    expect(event.toJSON()).to.deep.equal({
      type: 'keyslot-close',
      reason: 'backdrop',
      isDirty: true,
    });
  });
});
