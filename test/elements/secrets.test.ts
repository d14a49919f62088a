import {aTimeout, expect, fixtureSync, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import type {SubmitResult} from '../../src/index.js';
import {canaryScanOf, canarySweep} from '../support/canary.js';
import {defer} from '../support/deferred.js';
import {driver, mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const connector = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'keys',
      type: 'basic',
      name: 'Keys',
      variables: [
        {
          key: 'token',
          label: 'Token',
          secret: true,
          required: true,
          pattern: {regex: 'canary-[a-z]+-ok'},
        },
        {key: 'pem', label: 'Certificate', type: 'multiline', secret: true},
        {key: 'hint', label: 'Hint', secret: true, advanced: true},
      ],
    },
    {id: 'token', type: 'token', name: 'Token only'},
  ],
};

const PASSWORD = 'canary-password';
const TOKEN = 'canary-token-ok';
const PEM = 'canary-pem';
const OTHER = 'canary-other';
const secrets = [PASSWORD, TOKEN, PEM, OTHER];

let use: Driver;
let recorder: Recorder;

beforeEach(async () => {
  recorder = new Recorder();
  use = await mount(
    html`<keyslot-connect method-id="keys" .connector=${connector}></keyslot-connect>`,
  );
});
afterEach(() => {
  recorder.stop();
});

const nothingLeaked = () => {
  canaryScanOf(recorder, secrets, use.element);
};
const fillIn = async () => {
  await use.type('User name', 'ada');
  await use.type('Password', PASSWORD);
  await use.type('Token', TOKEN);
  await use.type('Certificate', PEM);
};

describe('G3 what was typed as a secret is nowhere but in its input', () => {
  it('while it is typed', async () => {
    await fillIn();
    nothingLeaked();
  });

  it('while it is shown', async () => {
    await fillIn();
    await use.press('Show Password');
    await use.press('Show Token');
    nothingLeaked();
  });

  it('while it is wrong', async () => {
    await use.type('Token', `${TOKEN} not quite`);
    await use.leave('Token');
    await use.submit();
    expect(use.errors).to.include.keys('Token', 'Password');
    nothingLeaked();
  });

  it('while another method shows', async () => {
    await fillIn();
    await use.choose('Token only');
    await use.type('Access token', OTHER);
    nothingLeaked();
  });

  it('while the host is asked', async () => {
    use.onSubmit((event) => {
      event.respondWith(new Promise<void>(() => {}));
    });
    await fillIn();
    await use.submit();
    expect(use.hasState('pending')).to.be.true;
    nothingLeaked();
  });

  it('after the host refused it', async () => {
    use.onSubmit((event) => {
      event.respondWith(Promise.reject(new Error('no', {cause: 'unknown'})));
    });
    await fillIn();
    await use.submit();
    expect(use.values()).to.include({Password: PASSWORD, Token: TOKEN});
    nothingLeaked();
  });

  it('after the host took it', async () => {
    await fillIn();
    await use.submit();
    expect(recorder.credentials).to.have.length(1);
    nothingLeaked();
  });

  it('while the definition changes', async () => {
    await fillIn();
    use.element.connector = structuredClone(connector);
    await use.settle();
    nothingLeaked();
  });

  it('after the element was removed', async () => {
    await fillIn();
    use.element.remove();
    nothingLeaked();
  });

  it('during all of it', async () => {
    const answers = [defer<SubmitResult>(), defer<SubmitResult>()];
    use.onSubmit((event) => {
      event.respondWith(answers[recorder.submits.length - 1]!.promise);
    });
    await use.choose('Token only');
    await use.type('Access token', OTHER);
    await use.press('Show Access token');
    await use.choose('Keys');
    await use.submit();
    await fillIn();
    await use.press('Show Password');
    await use.submit();
    await use.press('Cancel');
    await use.submit();
    answers[1]?.reject({message: 'Not this one', fields: {token: 'Another one'}});
    await use.settle();
    use.element.reset();
    await use.settle();
    expect(recorder.types).to.include.members([
      'keyslot-submit',
      'keyslot-error',
      'keyslot-method-change',
    ]);
    await canarySweep(recorder, secrets, {elements: [use.element]});
  });
});

describe('G4 an event', () => {
  it('that holds a credential is redacted when it is serialised', async () => {
    await fillIn();
    await use.submit();
    expect(JSON.parse(JSON.stringify(recorder.submits[0]))).to.deep.equal({
      type: 'keyslot-submit',
      intent: 'save',
      credential: {
        connectorId: 'acme',
        methodId: 'keys',
        type: 'basic',
        values: {
          username: '[redacted]',
          password: '[redacted]',
          token: '[redacted]',
          pem: '[redacted]',
        },
      },
    });
  });

  it('that holds a credential still gives it to who asks', async () => {
    await fillIn();
    await use.submit();
    expect(recorder.credentials[0]?.values).to.include({password: PASSWORD});
  });
});

describe('the console', () => {
  it('stays empty', async () => {
    await fillIn();
    await use.submit();
    use.element.connector = 'nonsense';
    await use.settle();
    expect(recorder.console).to.be.empty;
    expect(recorder.errors).to.be.empty;
  });
});

describe('G5 the native form', () => {
  it('has a method that cannot put values in the address', () => {
    const form = use.part('form') as HTMLFormElement;
    expect([form.method, form.hasAttribute('action')]).to.deep.equal(['dialog', false]);
  });

  it('sends nothing when a script keeps its handler from running', async () => {
    await fillIn();
    const before = location.href;
    const {onerror} = window;
    window.onerror = () => true;
    const stop = (event: Event) => {
      event.stopImmediatePropagation();
      throw new Error('bug of the page');
    };
    use.root.addEventListener('submit', stop, true);
    use.field('Password').focus();
    await sendKeys({press: 'Enter'});
    (use.part('form') as HTMLFormElement).requestSubmit();
    await aTimeout(50);
    window.onerror = onerror;
    expect(location.href).to.equal(before);
    expect(use.values()).to.include({Password: PASSWORD});
    nothingLeaked();
  });

  it('sends nothing when it is sent by a script', async () => {
    await fillIn();
    const before = location.href;
    try {
      (use.part('form') as HTMLFormElement).submit();
    } catch {
      // Firefox throws when there is no dialog to close.
    }
    await aTimeout(50);
    expect(location.href).to.equal(before);
  });

  it('gives nothing to a form of the host around it', async () => {
    const outer = fixtureSync<HTMLFormElement>(
      html`<form>
        <keyslot-connect method-id="keys" .connector=${connector}></keyslot-connect>
      </form>`,
    );
    const inside = driver(outer.querySelector<KeyslotConnectElement>('keyslot-connect')!);
    await inside.ready();
    await inside.fill({Password: PASSWORD, Token: TOKEN});
    expect([...new FormData(outer)]).to.be.empty;
  });

  it('gives nothing to a script that reads it', async () => {
    await fillIn();
    expect([...new FormData(use.part('form') as HTMLFormElement)]).to.be.empty;
  });
});
