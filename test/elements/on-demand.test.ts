import {expect, html, waitUntil} from '@open-wc/testing';
import {KeyslotErrorEvent, type ConnectorDefinition} from '../../src/index.js';
import {en} from '../../src/locales/en.js';
import {OnDemandController} from '../../src/elements/on-demand-controller.js';
import {mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const connector: ConnectorDefinition = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'scoped',
      type: 'custom',
      name: 'Scoped',
      variables: [
        {key: 'scopes', label: 'Scopes', type: 'multiselect', options: [{value: 'read'}]},
        {key: 'store', label: 'Store', required: true},
      ],
    },
    {id: 'token', type: 'token', name: 'Token'},
  ],
};
const {load} = OnDemandController;

let use: Driver;
let recorder: Recorder;
let isOnline: boolean;
let attempts: number;

const codes = () => recorder.of(KeyslotErrorEvent).map(({code}) => code);

beforeEach(async () => {
  recorder = new Recorder();
  isOnline = false;
  attempts = 0;
  OnDemandController.load = () => {
    attempts += 1;
    return isOnline ? load() : Promise.reject(new TypeError('Failed to fetch'));
  };
  use = await mount(
    html`<keyslot-connect method-id="scoped" .connector=${connector}></keyslot-connect>`,
  );
});
afterEach(() => {
  OnDemandController.load = load;
  recorder.stop();
});

describe('what few forms have, when it cannot be loaded', () => {
  it('is tried once, and the user and the page are told', () => {
    expect(attempts).to.equal(1);
    expect(use.summary?.title).to.equal(en.loadFailed);
    expect(codes()).to.deep.equal(['load_failed']);
  });

  it('is not tried again by an update of the page', async () => {
    use.element.values = {store: 'acme'};
    await use.settle();
    use.element.disabled = true;
    await use.settle();
    expect(attempts).to.equal(1);
  });

  it('is tried once more at each submit', async () => {
    await use.submit();
    await use.settle();
    expect(attempts).to.equal(2);
    expect(use.summary?.title).to.equal(en.loadFailed);
    await use.submit();
    await use.settle();
    expect(attempts).to.equal(3);
  });

  it('is there as soon as a submit could load it', async () => {
    isOnline = true;
    await use.submit();
    await waitUntil(() => use.part('choices'));
    expect(use.labels).to.deep.equal(['read', 'Store']);
    expect([use.summary, use.errors]).to.deep.equal([undefined, {Store: 'Enter the store'}]);
    expect(getComputedStyle(use.part('choice')!).display).to.equal('grid');
  });

  it('is not missed by a method that has nothing of it', async () => {
    await use.choose('Token');
    expect([attempts, use.summary]).to.deep.equal([1, undefined]);
  });

  it('is said to be missing where it is, when the user went on meanwhile', async () => {
    let fail: (reason: Error) => void = () => undefined;
    OnDemandController.load = () => new Promise((_, reject) => (fail = reject));
    await use.choose('Token');
    await use.choose('Scoped');
    await use.choose('Token');
    fail(new TypeError('Failed to fetch'));
    await use.settle();
    expect(use.summary).to.equal(undefined);
    expect(recorder.of(KeyslotErrorEvent).at(-1)?.methodId).to.equal('scoped');
  });

  it('is tried again when the user comes back to the method', async () => {
    isOnline = true;
    await use.choose('Token');
    await use.choose('Scoped');
    await waitUntil(() => use.part('choices'));
    expect(use.labels).to.deep.equal(['read', 'Store']);
    expect(use.summary).to.equal(undefined);
  });
});
