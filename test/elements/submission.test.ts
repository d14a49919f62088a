import {expect, html, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {KeyslotErrorEvent, KeyslotSubmitEvent, type SubmitResult} from '../../src/index.js';
import {formOf, twoMethods} from '../support/definitions.js';
import {mount, wordsOf, type Driver} from '../support/driver.js';
import {defer, type Deferred} from '../support/deferred.js';
import {Recorder} from '../support/recorder.js';

const form = formOf(
  {key: 'store', label: 'Store name', required: true},
  {key: 'token', label: 'Token', secret: true, required: true},
);
const filled = {'Store name': 'acme', Token: 'sk_1'};

let use: Driver;
let recorder: Recorder;
let answer: Deferred<SubmitResult | undefined>;

/** A form that is filled in, on a page that does what it is told with a credential. */
async function prepare(onSubmit?: (event: KeyslotSubmitEvent) => void): Promise<void> {
  use = await mount(html`<keyslot-connect .connector=${form}></keyslot-connect>`);
  if (onSubmit) use.onSubmit(onSubmit);
  await use.fill(filled);
}

const respond = (event: KeyslotSubmitEvent) => {
  event.respondWith(answer.promise);
};

async function rejectWith(reason: unknown): Promise<void> {
  await prepare(respond);
  await use.submit();
  answer.reject(reason);
  await use.settle();
}

beforeEach(() => {
  answer = defer();
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

describe('a credential', () => {
  it('is handed over by the button', async () => {
    await prepare();
    await use.press('Connect');
    expect(recorder.credentials).to.deep.equal([
      {
        connectorId: 'acme',
        methodId: 'only',
        type: 'custom',
        values: {store: 'acme', token: 'sk_1'},
      },
    ]);
  });

  it('is handed over by the Enter key in a field', async () => {
    await prepare();
    use.field('Token').focus();
    await sendKeys({press: 'Enter'});
    await use.settle();
    expect(recorder.credentials).to.have.length(1);
  });

  it('is not handed over by the Enter key in a field of several lines', async () => {
    use = await mount(
      html`<keyslot-connect
        .connector=${formOf({key: 'pem', label: 'Key', type: 'multiline'})}
      ></keyslot-connect>`,
    );
    use.field('Key').focus();
    await sendKeys({press: 'Enter'});
    await use.settle();
    expect(recorder.credentials).to.be.empty;
    expect(use.field('Key').value).to.equal('\n');
  });

  it('is handed over by submit()', async () => {
    await prepare();
    use.element.submit();
    await use.settle();
    expect(recorder.credentials).to.have.length(1);
  });

  it('is handed over by the form alone as well', async () => {
    const alone = await mount(
      html`<keyslot-credential-form .connector=${form}></keyslot-credential-form>`,
    );
    await alone.fill(filled);
    await alone.submit();
    expect(recorder.credentials).to.have.length(1);
  });

  it('is frozen', async () => {
    await prepare();
    await use.submit();
    const [credential] = recorder.credentials;
    expect([Object.isFrozen(credential), Object.isFrozen(credential?.values)]).to.deep.equal([
      true,
      true,
    ]);
  });

  it('is handed over for the chosen method while others are filled in', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${twoMethods} method-id="key"></keyslot-connect>`,
    );
    await use.fill({'Store name': 'acme', 'Access token': 'sk_1'});
    await use.choose('Password');
    await use.fill({'User name': 'ada', Password: 'pw'});
    await use.submit();
    expect(recorder.credentials).to.deep.equal([
      {
        connectorId: 'acme',
        methodId: 'login',
        type: 'basic',
        values: {store: 'acme', username: 'ada', password: 'pw'},
      },
    ]);
  });
});

describe('a dialog of the host', () => {
  let dialog: HTMLDialogElement;
  beforeEach(async () => {
    await prepare();
    dialog = document.createElement('dialog');
    use.element.parentElement?.append(dialog);
    dialog.append(use.element);
    dialog.showModal();
  });

  it('stays open when the form in it is submitted with something wrong', async () => {
    await use.erase('Token');
    await sendKeys({press: 'Enter'});
    await use.settle();
    expect(use.errors).to.have.keys('Token');
    expect(dialog.open).to.be.true;
  });

  it('stays open when the form in it hands over a credential', async () => {
    use.field('Token').focus();
    await sendKeys({press: 'Enter'});
    await use.settle();
    expect(recorder.credentials).to.have.length(1);
    expect(dialog.open).to.be.true;
  });
});

describe('the event of a credential', () => {
  it('stays on the element and can be canceled', async () => {
    await prepare();
    setTimeout(() => use.part('submit')?.click());
    const event = await oneEvent(use.element, 'keyslot-submit');
    expect(event).to.be.instanceOf(KeyslotSubmitEvent);
    expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([false, false, true]);
  });

  it('does not reach a listener further out', async () => {
    await prepare();
    const heard: string[] = [];
    const listen = ({type}: Event) => heard.push(type);
    document.addEventListener('keyslot-submit', listen);
    await use.submit();
    document.removeEventListener('keyslot-submit', listen);
    expect(heard).to.be.empty;
  });

  it('says why and offers a signal', async () => {
    await prepare();
    await use.submit();
    const [event] = recorder.submits;
    expect([event?.intent, event?.signal.aborted]).to.deep.equal(['save', false]);
  });
});

describe('G13 while the host has not answered', () => {
  beforeEach(async () => {
    await prepare(respond);
    await use.submit();
  });

  it('the form is busy', () => {
    expect(use.part('form')?.getAttribute('aria-busy')).to.equal('true');
    expect(use.hasState('pending')).to.be.true;
  });

  it('the button says so', () => {
    expect(use.button('Connecting…').getAttribute('aria-disabled')).to.equal('true');
  });

  it('it is announced', () => {
    expect(use.status).to.equal('Connecting…');
  });

  it('nothing can be changed', async () => {
    await use.type('Store name', 'x');
    expect(use.values()).to.deep.equal(filled);
  });

  it('nothing is handed over again', async () => {
    await use.submit();
    use.field('Store name').focus();
    await sendKeys({press: 'Enter'});
    use.element.submit();
    await use.settle();
    expect(recorder.credentials).to.have.length(1);
  });

  it('the user can cancel, which aborts the signal', async () => {
    await use.press('Cancel');
    expect(recorder.submits[0]?.signal.aborted).to.be.true;
  });

  it('the page passes its accessibility checks', async () => {
    await expect(use.element).to.be.accessible();
  });
});

describe('after the user canceled', () => {
  beforeEach(async () => {
    await prepare(respond);
    await use.submit();
    await use.press('Cancel');
  });

  it('everything that was entered is still there', () => {
    expect(use.values()).to.deep.equal(filled);
    expect(use.status).to.equal('Cancelled. Nothing you entered is lost.');
  });

  it('focus is on the button', () => {
    expect(use.focused).to.equal('Connect');
    expect(use.buttons).not.to.include('Cancel');
  });

  it('the host is told', () => {
    expect(recorder.of(KeyslotErrorEvent).map(({code, retry}) => [code, retry])).to.deep.equal([
      ['submit_cancelled', 'same'],
    ]);
  });

  it('an answer that still comes is ignored', async () => {
    answer.resolve({account: 'ada'});
    await use.settle();
    expect(use.hasState('connected')).to.be.false;
    expect(use.values()).to.deep.equal(filled);
  });

  it('a rejection that still comes is ignored', async () => {
    answer.reject({message: 'too late'});
    await use.settle();
    expect(use.errors).to.deep.equal({});
    expect(use.summary).to.equal(undefined);
  });

  it('it can be handed over again', async () => {
    await use.submit();
    expect(recorder.credentials).to.have.length(2);
  });
});

describe('a credential that the host took', () => {
  beforeEach(async () => {
    await prepare(respond);
    await use.submit();
    answer.resolve({account: 'ada@acme.com'});
    await use.settle();
  });

  it('is told with the account', () => {
    expect(wordsOf(use.part('success')!)).to.equal(
      'Acme is connected Signed in as ada@acme.com Edit',
    );
  });

  it('moves focus to the news', () => {
    expect(use.root.activeElement === use.part('success')).to.be.true;
  });

  it('is a state of the element', () => {
    expect([use.hasState('connected'), use.hasState('pending')]).to.deep.equal([true, false]);
  });

  it('is nowhere in the element any more', async () => {
    use.element.reset();
    await use.settle();
    expect(use.values()).to.deep.equal({'Store name': '', Token: ''});
  });

  it('leaves nothing to submit', async () => {
    expect(use.buttons).to.deep.equal(['Edit']);
    use.element.submit();
    await use.settle();
    expect(use.hasState('connected')).to.be.true;
  });

  it('passes the accessibility checks', async () => {
    await expect(use.element).to.be.accessible();
  });
});

describe('G13 the answer of the host', () => {
  it('may be nothing', async () => {
    await prepare(respond);
    await use.submit();
    answer.resolve(undefined);
    await use.settle();
    expect(wordsOf(use.part('success')!)).to.equal('Acme is connected Edit');
  });

  it('may be something else, which is left out', async () => {
    await prepare(respond);
    await use.submit();
    answer.resolve({account: {toString: () => 'x'}} as unknown as SubmitResult);
    await use.settle();
    expect(wordsOf(use.part('success')!)).to.equal('Acme is connected Edit');
  });

  it('is not needed', async () => {
    await prepare(() => {});
    await use.submit();
    expect(use.hasState('connected')).to.be.true;
  });

  it('is that it took the credential when its listener throws', async () => {
    const reported: unknown[] = [];
    const {onerror} = window;
    window.onerror = (message) => reported.push(message);
    await prepare(() => {
      throw new Error('bug of the host');
    });
    await use.submit();
    window.onerror = onerror;
    expect(reported.join()).to.match(/^(Uncaught )?Error: bug of the host$/);
    expect(use.hasState('connected')).to.be.true;
  });

  it('counts when its listener throws after it promised one', async () => {
    const {onerror} = window;
    window.onerror = () => true;
    await prepare((event) => {
      respond(event);
      throw new Error('bug of the host');
    });
    await use.submit();
    window.onerror = onerror;
    expect(use.hasState('pending')).to.be.true;
  });

  it('is a refusal when the event was prevented', async () => {
    await prepare((event) => {
      event.preventDefault();
    });
    await use.submit();
    expect(use.values()).to.deep.equal(filled);
    expect([use.hasState('connected'), use.hasState('pending')]).to.deep.equal([false, false]);
  });

  it('can be given once', async () => {
    let error: unknown;
    await prepare((event) => {
      respond(event);
      try {
        respond(event);
      } catch (thrown) {
        error = thrown;
      }
    });
    await use.submit();
    expect(error).to.have.property('name', 'InvalidStateError');
  });

  it('can be given while the event is dispatched', async () => {
    await prepare();
    await use.submit();
    const [event] = recorder.submits;
    expect(() => {
      event?.respondWith(Promise.resolve());
    }).to.throw(DOMException, 'respondWith() is for once, while the event is dispatched');
  });
});

describe('G9 a rejection', () => {
  it('shows what is wrong with fields, at the fields', async () => {
    await rejectWith({message: 'Not accepted', fields: {token: 'Make a new token'}});
    expect(use.errors).to.deep.equal({Token: 'Make a new token'});
    expect(use.summary).to.deep.equal({title: 'Not accepted', links: ['Make a new token']});
  });

  it('keeps everything that was entered', async () => {
    await rejectWith({fields: {token: 'Make a new token'}});
    expect(use.values()).to.deep.equal(filled);
  });

  it('moves focus to the first field it is about', async () => {
    await rejectWith({fields: {token: 'Make a new token'}});
    expect(use.focused).to.equal('Token');
  });

  it('moves focus to the message when it is about no field', async () => {
    await rejectWith({message: 'The store is closed'});
    expect(use.focused).to.equal('The store is closed');
  });

  it('shows as a whole what it says of a field that is not there', async () => {
    await rejectWith({fields: {realm: 'No such realm'}});
    expect(use.summary).to.deep.equal({title: 'No such realm', links: []});
    expect(use.focused).to.equal('No such realm');
  });

  it('is a state of the element', async () => {
    await rejectWith({message: 'No'});
    expect([use.hasState('invalid'), use.hasState('pending')]).to.deep.equal([true, false]);
  });

  it('is told by a code, without its words', async () => {
    await rejectWith({message: 'No', fields: {token: 'New one'}});
    expect(recorder.of(KeyslotErrorEvent).map((event) => JSON.stringify(event))).to.deep.equal([
      JSON.stringify({
        type: 'keyslot-error',
        code: 'submit_rejected',
        phase: 'submit',
        retry: 'edit',
        methodId: 'only',
      }),
    ]);
  });

  it('of a field goes as soon as the field is changed', async () => {
    await rejectWith({fields: {token: 'Make a new token'}});
    await use.type('Token', '2');
    expect(use.errors).to.deep.equal({});
  });

  it('goes with the next submit', async () => {
    await rejectWith({message: 'No'});
    answer = defer();
    await use.submit();
    expect(use.summary).to.equal(undefined);
  });

  it('passes the accessibility checks', async () => {
    await rejectWith({message: 'No', fields: {token: 'New one', store: 'Other one'}});
    await expect(use.element).to.be.accessible();
  });

  const general = 'That did not work. Nothing you entered is lost; check it and try again.';
  const unspoken: [what: string, reason: unknown][] = [
    ['an error', new Error('ECONNREFUSED 10.0.0.1')],
    ['an error of the browser', new DOMException('aborted', 'AbortError')],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'nope'],
    ['an empty object', {}],
    ['a message that is no text', {message: 7}],
    ['an empty message', {message: ''}],
    ['fields that are no texts', {fields: {token: 7}}],
    ['fields that are no object', {fields: 'token'}],
  ];

  for (const [what, reason] of unspoken) {
    it(`with ${what} shows a general message`, async () => {
      await rejectWith(reason);
      expect(use.summary).to.deep.equal({title: general, links: []});
      expect(use.values()).to.deep.equal(filled);
    });
  }

  it('with an error never shows what the error says', async () => {
    await rejectWith(new Error('secret sk_live_42 refused'));
    expect(use.root.textContent).not.to.include('sk_live_42');
  });

  it('with an error that has fields shows the fields', async () => {
    await rejectWith(Object.assign(new Error(''), {fields: {token: 'New one'}}));
    expect(use.errors).to.deep.equal({Token: 'New one'});
  });
});

describe('reset()', () => {
  it('empties the form', async () => {
    await prepare();
    use.element.reset();
    await use.settle();
    expect(use.values()).to.deep.equal({'Store name': '', Token: ''});
  });

  it('hides what was shown', async () => {
    await prepare();
    await use.press('Show Token');
    use.element.reset();
    await use.settle();
    expect(use.input('Token').type).to.equal('password');
    expect(use.status).to.equal('');
  });

  it('goes back to what the host suggests', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${form} .values=${{store: 'acme'}}></keyslot-connect>`,
    );
    await use.type('Store name', '-2');
    use.element.reset();
    await use.settle();
    expect(use.values()).to.deep.equal({'Store name': 'acme', Token: ''});
  });

  it('stops waiting, and does not claim that anything was kept', async () => {
    await prepare(respond);
    await use.submit();
    use.element.reset();
    await use.settle();
    expect(recorder.submits[0]?.signal.aborted).to.be.true;
    expect(use.values()).to.deep.equal({'Store name': '', Token: ''});
    expect(use.status).to.equal('');
  });

  it('brings the form back after a success', async () => {
    await prepare();
    await use.submit();
    use.element.reset();
    await use.settle();
    expect(use.labels).to.deep.equal(['Store name', 'Token']);
    expect(use.hasState('connected')).to.be.false;
  });

  it('leaves other methods alone', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${twoMethods} method-id="key"></keyslot-connect>`,
    );
    await use.type('Access token', 'sk_1');
    await use.choose('Password');
    use.element.reset();
    await use.choose('API key');
    expect(use.input('Access token').value).to.equal('sk_1');
  });
});

describe('forget()', () => {
  it('empties the forms of all methods', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${twoMethods} method-id="key"></keyslot-connect>`,
    );
    await use.type('Access token', 'sk_1');
    const input = use.input('Access token');
    await use.choose('Password');
    use.element.forget();
    await use.choose('API key');
    expect([input.value, use.input('Access token').value]).to.deep.equal(['', '']);
    expect(use.element.isDirty).to.be.false;
  });

  it('stops waiting', async () => {
    await prepare(respond);
    await use.submit();
    use.element.forget();
    await use.settle();
    expect(recorder.submits[0]?.signal.aborted).to.be.true;
    expect(use.values()).to.deep.equal({'Store name': '', Token: ''});
  });
});

describe('submit() before a method is chosen', () => {
  beforeEach(async () => {
    use = await mount(html`<keyslot-connect .connector=${twoMethods}></keyslot-connect>`);
    use.element.submit();
    await use.settle();
  });

  it('says what to do first', () => {
    expect(use.status).to.equal('Choose how to connect first');
    expect(recorder.types).to.be.empty;
  });

  it('moves focus to the methods', () => {
    expect(use.focused).to.equal('API key');
  });

  it('says nothing any more once one is chosen', async () => {
    await use.choose('API key');
    expect(use.status).to.equal('');
  });
});

describe('focus()', () => {
  it('goes to the first field', async () => {
    await prepare();
    use.element.focus();
    expect(use.focused).to.equal('Store name');
  });

  it('goes to the first field of the chosen method', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${twoMethods} method-id="key"></keyslot-connect>`,
    );
    await use.choose('Password');
    use.element.focus();
    expect(use.focused).to.equal('User name');
  });

  it('passes over a field that takes no focus', async () => {
    use = await mount(
      html`<keyslot-connect
        .connector=${formOf(
          {key: 'a', label: 'A', type: 'select', options: [{value: 'x'}]},
          {key: 'b', label: 'B'},
        )}
        .presets=${{a: 'x'}}
      ></keyslot-connect>`,
    );
    use.element.focus();
    expect(use.focused).to.equal('B (optional)');
  });

  it('goes to the methods before one is chosen', async () => {
    use = await mount(html`<keyslot-connect .connector=${twoMethods}></keyslot-connect>`);
    use.element.focus();
    expect(use.focused).to.equal('API key');
  });

  it('goes to the news after a success', async () => {
    await prepare();
    await use.submit();
    document.body.focus();
    use.element.focus();
    expect(use.root.activeElement === use.part('success')).to.be.true;
  });
});

describe('a success', () => {
  it('is over when the host shows another connector', async () => {
    await prepare();
    await use.submit();
    use.element.connector = {...form, id: 'other', name: 'Other'};
    await use.settle();
    expect(use.hasState('connected')).to.be.false;
    expect(use.labels).to.deep.equal(['Store name', 'Token']);
  });

  it('is over when the host chooses another method', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${twoMethods} method-id="key"></keyslot-connect>`,
    );
    await use.fill({'Store name': 'acme', 'Access token': 'x'});
    await use.submit();
    use.element.methodId = 'login';
    await use.settle();
    expect(use.hasState('connected')).to.be.false;
    expect(use.labels).to.include('User name');
  });

  it('is never claimed for a connector that came while the host was asked', async () => {
    await prepare(respond);
    await use.submit();
    use.element.connector = {...form, id: 'other', name: 'Other'};
    await use.settle();
    answer.resolve(undefined);
    await use.settle();
    expect(use.root.textContent).not.to.include('Other is connected');
  });

  it('forgets what was connected, and nothing else, where the host has moved on', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${twoMethods} method-id="login"></keyslot-connect>`,
    );
    use.onSubmit(respond);
    await use.fill({'User name': 'anna', Password: 'for-the-login'});
    use.element.methodId = 'key';
    await use.settle();
    await use.fill({'Store name': 'acme', 'Access token': 'for-the-key'});
    await use.submit();
    use.element.methodId = 'login';
    await use.settle();
    answer.resolve(undefined);
    await use.settle();
    expect(use.values()).to.include({'User name': 'anna', Password: 'for-the-login'});
    use.element.methodId = 'key';
    await use.settle();
    expect(use.values()).to.include({'Access token': ''});
  });

  it('hides the picker', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${twoMethods} method-id="key"></keyslot-connect>`,
    );
    await use.fill({'Store name': 'acme', 'Access token': 'x'});
    await use.submit();
    expect(use.methods).to.be.empty;
  });
});
