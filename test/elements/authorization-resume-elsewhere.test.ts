import {expect, fixture, html} from '@open-wc/testing';
import {KeyslotErrorEvent} from '../../src/index.js';
import '../../src/define.js';
import {CredentialFormController} from '../../src/controllers/credential-form-controller.js';
import {AuthorizationLoader} from '../../src/elements/authorization-loader.js';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import {
  eventually,
  oauth,
  SCOPES,
  signInAt,
  startProvider,
  Windows,
} from '../support/authorization.js';
import {comeBackFrom, KEY} from '../support/come-back.js';
import {defer, type Deferred} from '../support/deferred.js';
import {driver, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const provider = await startProvider();
const {load} = AuthorizationLoader;
const {loadJudge} = CredentialFormController.prototype;
const {removeItem} = Storage.prototype;

const acme = signInAt(provider, 'allow', {scopes: SCOPES});
/** Another application, with a method of the same name that asks for the same. */
const other = {...acme, id: 'other', name: 'Other'};

let use: Driver;
let recorder: Recorder;
let windows: Windows;
/** Settles when what goes on after a sign-in is loaded. */
let loaded: Deferred<undefined>;

const taken = () => sessionStorage.getItem(KEY) === null;
const handedOver = () => eventually(() => recorder.submits.length, 'no credential');
const codes = () => recorder.of(KeyslotErrorEvent).map(({code}) => code);

/** An element whose parts for sign-ins are still on their way. */
async function show(connector: unknown = acme): Promise<Driver> {
  const shown = driver(
    await fixture<KeyslotConnectElement>(
      html`<keyslot-connect
        .connector=${connector}
        .oauth=${{...oauth, mode: 'auto'}}
      ></keyslot-connect>`,
    ),
  );
  await shown.ready();
  return shown;
}

/** Lets the parts come, and all follow that follows. */
async function arrive(): Promise<void> {
  loaded.resolve(undefined);
  await load();
  await import('../../src/controllers/resume-form.js');
  await use.settle();
  await use.settle();
}

beforeEach(async () => {
  recorder = new Recorder();
  windows = new Windows();
  windows.areBlocked = true;
  loaded = defer();
  AuthorizationLoader.load = () => loaded.promise.then(load);
  comeBackFrom(provider, {values: {store: 'my-store'}});
  use = await show();
});
afterEach(() => {
  AuthorizationLoader.load = load;
  CredentialFormController.prototype.loadJudge = loadJudge;
  Storage.prototype.removeItem = removeItem;
  recorder.stop();
  windows.stop();
  sessionStorage.clear();
});

describe('a sign-in in this tab, when the page shows another connector', () => {
  it('before its parts are loaded is not given to that one, and waits for its own', async () => {
    use.element.connector = other;
    await arrive();
    expect(recorder.submits.length).to.equal(0);
    expect(use.values()).to.deep.equal({'Store name': ''});
    expect(taken()).to.be.false;
    use.element.connector = acme;
    await handedOver();
    expect(recorder.credentials[0]).to.deep.include({
      connectorId: 'acme',
      values: {store: 'my-store'},
    });
  });

  for (const moment of [1, 2, 3]) {
    it(`at the moment ${moment} of going on is not given to that one`, async () => {
      let moments = 0;
      const {element} = use;
      const updateComplete = () =>
        Reflect.get(Object.getPrototypeOf(element) as object, 'updateComplete', element) as unknown;
      Object.defineProperty(element, 'updateComplete', {
        configurable: true,
        get: () => {
          moments += 1;
          if (moments === moment) element.connector = other;
          return updateComplete();
        },
      });
      loaded.resolve(undefined);
      await eventually(() => moments >= moment, 'it does not go on');
      Reflect.deleteProperty(element, 'updateComplete');
      await use.settle();
      await use.settle();
      expect(recorder.submits.length).to.equal(0);
      expect(use.values()).to.deep.equal({'Store name': ''});
      expect(codes()).to.deep.equal(taken() ? ['flow_cancelled'] : []);
      expect(taken()).to.equal(moment > 1);
    });
  }
});

describe('a sign-in in this tab, when its element', () => {
  it('is removed before its parts are loaded is left to the one in its place', async () => {
    use.element.remove();
    await arrive();
    expect(recorder.events.length).to.equal(0);
    expect(taken()).to.be.false;
    use = await show();
    await handedOver();
    expect(recorder.submits.length).to.equal(1);
    expect(recorder.submits[0]!.target === use.element).to.be.true;
  });

  it('is moved before its parts are loaded goes on at its place', async () => {
    const {parentElement} = use.element;
    use.element.remove();
    await arrive();
    expect(taken()).to.be.false;
    parentElement!.append(use.element);
    await handedOver();
    expect(recorder.submits[0]!.target === use.element).to.be.true;
  });

  it('is removed as the record is taken does not end without a word', async () => {
    const {element} = use;
    Storage.prototype.removeItem = function (key) {
      removeItem.call(this, key);
      element.remove();
    };
    const heard: string[] = [];
    element.addEventListener('keyslot-error', ({code}) => heard.push(code));
    await arrive();
    await eventually(taken, 'it is not taken');
    await use.settle();
    expect(heard).to.deep.equal(['flow_cancelled']);
    expect(recorder.submits.length).to.equal(0);
  });

  it('edits a connection by now is not for that edit', async () => {
    use.element.existing = {
      methodId: 'sign-in',
      values: {store: 'old'},
      stored: [],
      scopes: ['read'],
    };
    await arrive();
    expect(recorder.submits.length).to.equal(0);
    expect(taken()).to.be.false;
    expect(use.values()).to.deep.equal({'Store name': 'old'});
  });
});

describe('a sign-in in this tab that has no place in the definition any more', () => {
  it('is told to the page where no method is chosen', async () => {
    use.element.remove();
    const methods = ['first', 'second'].map((id) => ({id, type: 'token', name: id}));
    const [signIn] = acme.methods;
    use = await show({...acme, methods: [...methods, {...signIn, id: 'renamed'}]});
    await arrive();
    await eventually(taken, 'it is not taken');
    await use.settle();
    expect(codes()).to.deep.equal(['redirect_state_invalid']);
    expect(use.element.methodId).to.equal(undefined);
  });
});

describe('a sign-in in this tab, when the rules cannot be loaded', () => {
  it('has the user told so, by a code', async () => {
    use.element.remove();
    comeBackFrom(provider, {values: {}, omitted: ['pin']});
    const pin = {key: 'pin', label: 'PIN', secret: true};
    CredentialFormController.prototype.loadJudge = () => Promise.reject(new TypeError('no'));
    const [signIn] = acme.methods;
    use = await show({...acme, methods: [{...signIn, variables: [pin]}]});
    await arrive();
    await eventually(() => codes().length, 'nothing is said');
    expect(codes()).to.deep.equal(['load_failed']);
    expect(recorder.submits.length).to.equal(0);
  });
});
