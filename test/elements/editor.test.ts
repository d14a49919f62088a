import {expect, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {
  builtIns,
  KeyslotErrorEvent,
  KeyslotSubmitEvent,
  type Connector,
  type Credential,
  type MethodKind,
  type SubmitResult,
} from '../../src/index.js';
import type {AvailableMethod} from '../../src/model/method-kind.js';
import {defer, type Deferred} from '../support/deferred.js';
import {driver, mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

/** What a third party might write: no Lit, no base class. */
class PinPad extends HTMLElement {
  connector: Connector | undefined;
  method: AvailableMethod | undefined;
  readonly disabledHistory: boolean[] = [];

  set disabled(isDisabled: boolean) {
    this.disabledHistory.push(isDisabled);
  }

  /** Hands over a credential, as its own button would. */
  send(values: object, changes: object = {}): KeyslotSubmitEvent {
    const {connector, method} = this;
    const credential = {
      connectorId: connector?.id,
      methodId: method?.id,
      type: method?.type,
      values,
      ...changes,
    } as Credential;
    const event = new KeyslotSubmitEvent(credential);
    this.dispatchEvent(event);
    return event;
  }
}

let count = 0;

/** A kind with an editor of a tag of its own, as a tag can be registered only once. */
function defineKind(): {readonly kind: MethodKind; readonly register: () => void} {
  const editor = `pin-pad-${count++}`;
  return {
    kind: {
      type: 'pin',
      bind: () => ({
        variables: [{key: 'pin', label: 'PIN', secret: true, required: true, minLength: 4}],
        editor,
      }),
    },
    register: () => {
      customElements.define(editor, class extends PinPad {});
    },
  };
}

const connector = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {id: 'pad', type: 'pin', name: 'PIN'},
    {id: 'token', type: 'token', name: 'Token'},
  ],
};

let use: Driver;
let pad: PinPad;
let recorder: Recorder;

async function show(kind: MethodKind): Promise<void> {
  use = await mount(
    html`<keyslot-connect
      method-id="pad"
      .connector=${connector}
      .registry=${builtIns.with(kind)}
    ></keyslot-connect>`,
  );
  pad = use.part('editor')!.firstElementChild as PinPad;
}

async function showDefined(): Promise<void> {
  const {kind, register} = defineKind();
  register();
  await show(kind);
}

/** The credentials that reached the host, apart from those that the editor made. */
const handedOver = () =>
  recorder.submits.filter(({target}) => target === use.element).map(({credential}) => credential);

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

describe('the editor of a kind', () => {
  it('stands in the place of the form', async () => {
    await showDefined();
    expect(use.labels).to.be.empty;
    expect(use.buttons).to.be.empty;
  });

  it('gets the connector and its method', async () => {
    await showDefined();
    expect([pad.connector?.id, pad.method?.id]).to.deep.equal(['acme', 'pad']);
    expect(pad.method?.variables.map(({key}) => key)).to.deep.equal(['pin']);
  });

  it('gets whether it is disabled', async () => {
    await showDefined();
    use.element.disabled = true;
    await use.settle();
    expect([pad.disabledHistory[0], pad.disabledHistory.at(-1)]).to.deep.equal([false, true]);
  });

  it('gets everything through its accessors when it is defined late', async () => {
    const {kind, register} = defineKind();
    await show(kind);
    use.element.disabled = true;
    await use.settle();
    register();
    await waitUntil(() => pad.connector);
    expect(pad.disabledHistory).to.deep.equal([true]);
    expect(Object.hasOwn(pad, 'disabled')).to.be.false;
  });

  it('stays the same element while the host renders again', async () => {
    await showDefined();
    use.element.connector = structuredClone(connector);
    await use.settle();
    expect(use.part('editor')?.firstElementChild === pad).to.be.true;
  });

  it('stays while another method shows', async () => {
    await showDefined();
    await use.choose('Token');
    expect(use.part('editor')).to.equal(undefined);
    await use.choose('PIN');
    expect(use.part('editor')?.firstElementChild === pad).to.be.true;
  });

  it('is made anew by reset()', async () => {
    await showDefined();
    use.element.reset();
    await use.settle();
    expect(use.part('editor')?.firstElementChild === pad).to.be.false;
  });

  it('gets focus', async () => {
    await showDefined();
    pad.tabIndex = 0;
    use.element.focus();
    expect(use.root.activeElement === pad).to.be.true;
  });
});

describe('what is typed in an editor', () => {
  beforeEach(async () => {
    await showDefined();
    const input = document.createElement('input');
    pad.attachShadow({mode: 'open'}).append(input);
    input.focus();
    await sendKeys({type: '1'});
  });

  it('would be lost', () => {
    expect(use.element.isDirty).to.be.true;
  });

  for (const forget of ['reset', 'forget'] as const) {
    it(`is gone with the editor after ${forget}()`, async () => {
      use.element[forget]();
      await use.settle();
      expect(use.element.isDirty).to.be.false;
    });
  }

  it('is handed over by a success', async () => {
    pad.send({pin: '1234'});
    await waitUntil(() => use.hasState('connected'));
    expect(use.element.isDirty).to.be.false;
  });

  it('is not lost by a dialog without a question', async () => {
    const dialog = document.createElement('keyslot-dialog');
    use.element.replaceWith(dialog);
    dialog.append(use.element);
    dialog.show();
    await dialog.updateComplete;
    await sendKeys({press: 'Escape'});
    await dialog.updateComplete;
    expect(driver(dialog).part('question')).not.to.equal(undefined);
    dialog.remove();
  });
});

describe('the credential of an editor', () => {
  it('is handed over by the element', async () => {
    await showDefined();
    pad.send({pin: '1234'});
    await use.settle();
    expect(handedOver()).to.deep.equal([
      {connectorId: 'acme', methodId: 'pad', type: 'pin', values: {pin: '1234'}},
    ]);
  });

  it('is judged again, and what is wrong is shown', async () => {
    await showDefined();
    pad.send({pin: '12'});
    await use.settle();
    expect(handedOver()).to.be.empty;
    expect(use.summary?.title).to.equal('The PIN is too short: it needs at least 4 characters');
    expect(use.hasState('invalid')).to.be.true;
  });

  it('that is refused is told by a code', async () => {
    await showDefined();
    pad.send({pin: '12'});
    await use.settle();
    expect(recorder.of(KeyslotErrorEvent).map(({code, phase}) => [code, phase])).to.deep.equal([
      ['field_too_short', 'input'],
    ]);
  });

  it('cannot be of another method', async () => {
    await showDefined();
    pad.send({token: 'x'}, {methodId: 'token', type: 'token'});
    await use.settle();
    expect(handedOver()).to.be.empty;
    expect(use.hasState('invalid')).to.be.true;
  });

  it('cannot hold more than is asked for', async () => {
    await showDefined();
    pad.send({pin: '1234', admin: true});
    await use.settle();
    expect(handedOver()).to.be.empty;
  });

  it('is not handed over while the element is disabled', async () => {
    await showDefined();
    use.element.disabled = true;
    await use.settle();
    pad.send({pin: '1234'});
    await use.settle();
    expect(handedOver()).to.be.empty;
  });

  it('is found wrong no longer once a right one came', async () => {
    await showDefined();
    use.onSubmit((event) => {
      event.preventDefault();
    });
    pad.send({pin: '12'});
    await use.settle();
    pad.send({pin: '1234'});
    await use.settle();
    expect(use.summary).to.equal(undefined);
  });

  it('is not taken from another event of that name', async () => {
    await showDefined();
    pad.dispatchEvent(new Event('keyslot-submit'));
    await use.settle();
    expect(handedOver()).to.be.empty;
    expect(use.summary).to.equal(undefined);
  });
});

describe('what an editor hears of its credential', () => {
  let answer: Deferred<SubmitResult>;
  const send = async (values: object) => {
    await showDefined();
    answer = defer();
    use.onSubmit((event) => {
      event.respondWith(answer.promise);
    });
    const {response} = pad.send(values);
    await use.settle();
    return response!.then(
      (result) => ({result}),
      (reason: unknown) => ({message: (reason as Error).message}),
    );
  };

  it('is the answer of the host', async () => {
    const heard = send({pin: '1234'});
    await waitUntil(() => use.hasState('pending'));
    answer.resolve({account: 'ada'});
    expect(await heard).to.deep.equal({result: {account: 'ada'}});
  });

  it('is that the host rejected it', async () => {
    const heard = send({pin: '1234'});
    await waitUntil(() => use.hasState('pending'));
    answer.reject({message: 'No'});
    expect(await heard).to.deep.equal({message: 'rejected'});
    expect(use.summary?.title).to.equal('No');
  });

  it('is that it was not valid', async () => {
    expect(await send({pin: '1'})).to.deep.equal({message: 'invalid'});
  });

  it('is that the user canceled', async () => {
    const heard = send({pin: '1234'});
    await waitUntil(() => use.hasState('pending'));
    use.element.reset();
    expect(await heard).to.deep.equal({message: 'cancelled'});
  });
});
