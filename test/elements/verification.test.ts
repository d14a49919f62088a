import {aTimeout, expect, html, waitUntil} from '@open-wc/testing';
import {KeyslotErrorEvent, type KeyslotSubmitEvent, type SubmitResult} from '../../src/index.js';
import {defer, type Deferred} from '../support/deferred.js';
import {formOf} from '../support/definitions.js';
import {mount, wordsOf, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const form = formOf(
  {key: 'store', label: 'Store name', required: true},
  {key: 'token', label: 'Token', secret: true, required: true},
);

const twoWays = {
  version: 1,
  id: 'two-ways',
  name: 'Two ways',
  methods: [
    {id: 'first', type: 'token', name: 'First'},
    {id: 'second', type: 'token', name: 'Second'},
  ],
};

let use: Driver;
let recorder: Recorder;
let answer: Deferred<SubmitResult | undefined>;

async function prepare(verification: 'offered' | 'required', allowUnverified = false) {
  use = await mount(
    html`<keyslot-connect
      .connector=${form}
      verification=${verification}
      ?allow-unverified=${allowUnverified}
    ></keyslot-connect>`,
  );
  use.onSubmit((event) => {
    answer = defer();
    event.respondWith(answer.promise);
  });
  await use.fill({'Store name': 'acme', Token: 'sk_1'});
}

async function resolve(result?: SubmitResult): Promise<void> {
  answer.resolve(result);
  await use.settle();
  await use.settle();
}

async function reject(reason: unknown): Promise<void> {
  answer.reject(reason);
  await use.settle();
  await use.settle();
}

const intents = () => recorder.submits.map(({intent}: KeyslotSubmitEvent) => intent);
const verified = () => use.part('verified') && wordsOf(use.part('verified')!);
const actions = () => use.buttons.filter((name) => !name.startsWith('Show'));

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

describe('a test that is offered', () => {
  beforeEach(() => prepare('offered'));

  it('has a button beside the one that connects', () => {
    expect(actions()).to.deep.equal(['Connect', 'Test connection']);
  });

  it('hands the credential over to be tried', async () => {
    await use.press('Test connection');
    expect(intents()).to.deep.equal(['verify']);
    expect(recorder.credentials[0]?.values).to.deep.equal({store: 'acme', token: 'sk_1'});
    expect(actions()).to.deep.equal(['Testing…', 'Cancel']);
    expect(use.status).to.equal('Testing…');
  });

  it('says that the connection works, for whom, and what is missing', async () => {
    await use.press('Test connection');
    await resolve({account: 'ada@acme.com', warnings: ['Valid, but write_orders is missing']});
    expect(verified()).to.equal(
      'The connection works Signed in as ada@acme.com Valid, but write_orders is missing',
    );
    expect(use.status).to.equal('The connection works');
    expect(use.hasState('connected')).to.be.false;
  });

  it('keeps everything that was typed', async () => {
    await use.press('Test connection');
    await resolve();
    expect(use.values()).to.deep.equal({'Store name': 'acme', Token: 'sk_1'});
  });

  it('is no longer so once something changes', async () => {
    await use.press('Test connection');
    await resolve();
    await use.type('Token', '2');
    expect(verified()).to.equal(undefined);
    expect(use.status).to.equal('');
  });

  it('shows what is wrong at its field', async () => {
    await use.press('Test connection');
    await reject({fields: {token: 'This token has expired'}});
    expect(use.errors).to.deep.equal({Token: 'This token has expired'});
    expect(use.focused).to.equal('Token');
    expect(recorder.of(KeyslotErrorEvent).map(({code, phase}) => [code, phase])).to.deep.equal([
      ['verify_rejected', 'verify'],
    ]);
  });

  it('does not stand in the way of connecting', async () => {
    await use.press('Test connection');
    await reject(new Error('down'));
    await use.press('Connect');
    await resolve();
    expect(intents()).to.deep.equal(['verify', 'save']);
    expect(use.hasState('connected')).to.be.true;
  });

  it('can be cancelled, which aborts its signal', async () => {
    await use.press('Test connection');
    await use.press('Cancel');
    expect(recorder.submits[0]!.signal.aborted).to.be.true;
    expect(recorder.of(KeyslotErrorEvent).map(({code}) => code)).to.deep.equal([
      'verify_cancelled',
    ]);
    expect(actions()).to.deep.equal(['Connect', 'Test connection']);
  });

  it('is judged before it is handed over', async () => {
    await use.erase('Token');
    await use.press('Test connection');
    expect(intents()).to.be.empty;
    expect(use.errors).to.deep.equal({Token: 'Enter the token'});
  });

  it('passes the accessibility checks', async () => {
    await use.press('Test connection');
    await resolve({account: 'ada', warnings: ['One']});
    await expect(use.element).to.be.accessible();
  });
});

describe('a test that is required', () => {
  it('comes first, and then connects', async () => {
    await prepare('required');
    expect(actions()).to.deep.equal(['Test connection']);
    await use.submit();
    await resolve({account: 'ada'});
    expect(actions()).to.deep.equal(['Connect', 'Test connection']);
    await use.submit();
    await resolve();
    expect(intents()).to.deep.equal(['verify', 'save']);
    expect(use.hasState('connected')).to.be.true;
  });

  it('is required again when something changes', async () => {
    await prepare('required');
    await use.submit();
    await resolve();
    await use.type('Token', '2');
    expect(actions()).to.deep.equal(['Test connection']);
  });

  it('is required again for a value that a script changed in silence', async () => {
    await prepare('required');
    await use.submit();
    await resolve();
    use.input('Token').value = 'sk_2';
    await use.submit();
    await resolve();
    expect(intents()).to.deep.equal(['verify', 'verify']);
    await use.submit();
    await resolve();
    expect(intents()).to.deep.equal(['verify', 'verify', 'save']);
    expect(recorder.credentials.at(-1)?.values).to.deep.equal({store: 'acme', token: 'sk_2'});
  });

  it('is of one method: another one has a test of its own', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${twoWays} verification="required"></keyslot-connect>`,
    );
    use.onSubmit((event) => {
      event.respondWith(Promise.resolve({account: event.credential.methodId}));
    });
    await use.choose('First');
    await use.fill({'Access token': 'sk_1'});
    await use.submit();
    await waitUntil(verified);
    expect(actions()).to.deep.equal(['Connect', 'Test connection']);
    await use.choose('Second');
    expect(actions()).to.deep.equal(['Test connection']);
    await use.fill({'Access token': 'sk_2'});
    await use.submit();
    expect(recorder.credentials.map(({methodId}) => methodId)).to.deep.equal(['first', 'second']);
    expect(intents()).to.deep.equal(['verify', 'verify']);
  });

  it('is what submit() does', async () => {
    await prepare('required');
    use.element.submit();
    await use.settle();
    expect(intents()).to.deep.equal(['verify']);
  });

  it('offers no way around it', async () => {
    await prepare('required');
    await use.submit();
    await reject({message: 'No answer'});
    expect(actions()).to.deep.equal(['Test connection']);
  });

  it('offers to save all the same once it failed, where the page allows it', async () => {
    await prepare('required', true);
    expect(actions()).to.deep.equal(['Test connection']);
    await use.submit();
    await reject({message: 'No answer'});
    expect(actions()).to.deep.equal(['Test connection', 'Save without testing']);
    await use.press('Save without testing');
    await resolve();
    expect(intents()).to.deep.equal(['verify', 'save']);
    expect(use.hasState('connected')).to.be.true;
  });

  it('is not passed on a page that does not answer', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${form} verification="required"></keyslot-connect>`,
    );
    await use.fill({'Store name': 'acme', Token: 'sk_1'});
    await use.submit();
    expect(intents()).to.deep.equal(['verify']);
    expect(verified()).to.equal(undefined);
    expect(actions()).to.deep.equal(['Test connection']);
  });
});

describe('G13 an answer that takes too long', () => {
  for (const [verification, code] of [
    ['offered', 'submit_timeout'],
    ['required', 'verify_timeout'],
  ] as const) {
    it(`ends with ${code}, and nothing is lost`, async () => {
      await prepare(verification);
      use.element.responseTimeout = 20;
      await use.submit();
      await aTimeout(40);
      await use.settle();
      expect(recorder.of(KeyslotErrorEvent).map((event) => event.code)).to.deep.equal([code]);
      const {signal} = recorder.submits[0]!;
      expect([signal.aborted, (signal.reason as Error).name]).to.deep.equal([true, 'TimeoutError']);
      expect(use.summary?.title).to.match(/^That took too long/);
      expect(use.values()).to.deep.equal({'Store name': 'acme', Token: 'sk_1'});
    });
  }

  for (const limit of [0, 2 ** 31, Infinity]) {
    it(`is waited for without an end where the page says so by ${limit}`, async () => {
      await prepare('offered');
      use.element.responseTimeout = limit;
      await use.submit();
      await aTimeout(40);
      expect(use.hasState('pending')).to.be.true;
    });
  }
});

describe('a connection that was saved', () => {
  beforeEach(async () => {
    await prepare('offered');
    await use.submit();
    await resolve({account: 'ada@acme.com', warnings: ['A scope is missing']});
  });

  it('is told with what to know all the same', () => {
    expect(wordsOf(use.part('warnings')!)).to.equal('A scope is missing');
  });

  it('can be edited at once: secrets are kept, the rest is filled in', async () => {
    await use.press('Edit');
    expect(use.hasState('editing')).to.be.true;
    expect(use.hasState('connected')).to.be.false;
    expect(use.values()).to.deep.equal({'Store name': 'acme', Token: ''});
    expect(use.focused).to.equal('Store name');
    await use.submit();
    expect(recorder.credentials.at(-1)).to.deep.include({
      values: {store: 'acme'},
      kept: ['token'],
      cleared: [],
    });
  });

  it('is edited as the page says, once it says so', async () => {
    await use.press('Edit');
    use.element.existing = {methodId: 'only', values: {store: 'other'}, stored: []};
    await use.settle();
    expect(use.values()).to.deep.equal({'Store name': 'other', Token: ''});
    expect(use.buttons).not.to.include('Replace Token');
  });
});
