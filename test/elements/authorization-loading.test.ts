import {expect, fixture, html} from '@open-wc/testing';
import {KeyslotErrorEvent} from '../../src/index.js';
import {en} from '../../src/locales/en.js';
import '../../src/define.js';
import {CredentialFormController} from '../../src/controllers/credential-form-controller.js';
import {AuthorizationLoader} from '../../src/elements/authorization-loader.js';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import {
  click,
  ended,
  eventually,
  oauth,
  signInAt,
  startProvider,
  Windows,
} from '../support/authorization.js';
import {defer, type Deferred} from '../support/deferred.js';
import {driver, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const provider = await startProvider();
const {load} = AuthorizationLoader;

let use: Driver;
let recorder: Recorder;
let windows: Windows;
/** Settles when what runs a window is loaded, or cannot be. */
let loaded: Deferred<undefined>;

const form = () => html`
  <keyslot-connect
    .connector=${signInAt(provider, 'allow')}
    .oauth=${oauth}
    .values=${{store: 'my-store'}}
  ></keyslot-connect>
`;

beforeEach(async () => {
  await provider.takeRequests();
  recorder = new Recorder();
  windows = new Windows();
  loaded = defer();
  AuthorizationLoader.load = () => loaded.promise.then(load);
  use = driver(await fixture<KeyslotConnectElement>(form()));
});
afterEach(() => {
  AuthorizationLoader.load = load;
  recorder.stop();
  windows.stop();
});

const submit = () => click(use.part('submit')!);
const codes = () => recorder.of(KeyslotErrorEvent).map(({code}) => code);
const windowIsClosed = () => eventually(() => windows.open === 0, 'the window stays open');

describe('what runs a window of the provider, when it is loaded late', () => {
  it('has the window open in the click all the same', async () => {
    await use.ready();
    await submit();
    expect(windows.open).to.equal(1);
    expect(await provider.takeRequests()).to.be.empty;
    loaded.resolve(undefined);
    await eventually(() => recorder.submits.length, 'no credential');
    expect(windows.opened).to.equal(1);
    await windowIsClosed();
  });

  it('has one window open, however often the button is pressed', async () => {
    await use.ready();
    await submit();
    await submit();
    await submit();
    expect(windows.open).to.equal(1);
    loaded.resolve(undefined);
    await eventually(() => recorder.submits.length, 'no credential');
    await ended(use);
    expect(windows.opened).to.equal(1);
    expect(recorder.submits).to.have.length(1);
    expect(codes()).to.be.empty;
  });

  it('keeps no window open over a mistake that was not known in the click', async () => {
    const {loadJudge} = CredentialFormController.prototype;
    const rules = defer<undefined>();
    CredentialFormController.prototype.loadJudge = async function () {
      await rules.promise;
      return loadJudge.call(this);
    };
    use = driver(await fixture<KeyslotConnectElement>(form()));
    use.element.values = {store: ''};
    await use.element.updateComplete;
    await submit();
    expect(windows.opened).to.equal(1);
    rules.resolve(undefined);
    CredentialFormController.prototype.loadJudge = loadJudge;
    await eventually(() => codes().length, 'nothing is said');
    expect(codes()).to.deep.equal(['field_required']);
    await windowIsClosed();
  });
});

describe('what runs a window of the provider, when it cannot be loaded', () => {
  beforeEach(async () => {
    await use.ready();
    loaded.reject(new TypeError('Failed to fetch'));
    await use.settle();
  });

  it('is not missed until it is needed', () => {
    expect([use.summary, codes()]).to.deep.equal([undefined, []]);
  });

  it('is said to be missing, and the window is closed', async () => {
    await submit();
    await eventually(() => use.summary, 'nothing is said');
    expect(use.summary?.title).to.equal(en.loadFailed);
    expect(use.focused).to.equal(en.loadFailed);
    expect(codes()).to.deep.equal(['load_failed']);
    expect(windows.opened).to.equal(1);
    await windowIsClosed();
    expect(use.values()).to.deep.equal({'Store name': 'my-store'});
  });

  it('is tried again at the next submit', async () => {
    await submit();
    await eventually(() => use.summary, 'nothing is said');
    AuthorizationLoader.load = load;
    await submit();
    await eventually(() => recorder.submits.length, 'no credential');
    expect(use.summary).to.equal(undefined);
  });
});
