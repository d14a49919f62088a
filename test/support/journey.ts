import {expect, html, waitUntil} from '@open-wc/testing';
import {
  validateCredential,
  type ConnectorDefinition,
  type Credential,
  type FieldValues,
} from '../../src/index.js';
import {save, takeAnswers, type Backend} from './backend.js';
import {canarySweep, secretsIn} from './canary.js';
import {mount, wordsOf, type Driver} from './driver.js';
import {Keyboard} from './keyboard.js';
import {Recorder} from './recorder.js';

/** What is done where focus comes to something: a text is written, an option picked, a key pressed. */
type Entry = string | {readonly pick: string} | {readonly press: string};

/** What a person does to connect an application, and what comes of it. */
export interface Journey {
  readonly connectorId: string;
  readonly methodId: string;
  /** The way to connect, where another one is chosen at first. */
  readonly choose?: string;
  /** By the name of what has focus, in the order of the page. */
  readonly entries: Readonly<Record<string, Entry>>;
  /** What is entered at first, which the application does not know. */
  readonly wrong?: {
    readonly field: string;
    readonly key: string;
    readonly text: string;
    /** What is said at the field. Where nothing is, the form as a whole is refused. */
    readonly error?: string;
  };
  readonly type: string;
  readonly values: FieldValues;
  /** What the application answers to the wrong credential, and to the right one. */
  readonly answers?: readonly [readonly number[], readonly number[]];
}

const REFUSAL = 'The application refused it';

/** Walks each journey in a test of its own. */
export function walkEach(backend: Backend, journeys: readonly Journey[]): void {
  for (const journey of journeys) {
    const {connectorId, methodId, wrong} = journey;
    const refusal = wrong ? `is refused with a wrong ${wrong.key}, and ` : '';
    it(`${connectorId} by ${methodId} ${refusal}is connected`, async function () {
      // A private key has many characters, and some drivers are slow to type them.
      this.timeout(60_000);
      await walk(backend, journey);
    });
  }
}

async function walk(backend: Backend, journey: Journey): Promise<void> {
  const {connectorId, methodId, type, values, entries, wrong} = journey;
  const connector = connectorOf(backend, connectorId);
  const credential = {connectorId, methodId, type, values};
  const wrongCredential = wrong && {...credential, values: {...values, [wrong.key]: wrong.text}};
  const [refusing, accepting] = journey.answers ?? [[401], [200]];
  const use = await connectOnPage(backend, connector);
  const keyboard = new Keyboard(use);
  // Those of a journey that failed.
  await takeAnswers();
  const recorder = new Recorder();
  const secrets: string[] = [];
  const noteSecrets = () => secrets.push(...secretsIn(use.element));
  try {
    if (journey.choose !== undefined) await keyboard.choose(journey.choose);
    await enter(keyboard, {...entries, ...(wrong && {[wrong.field]: wrong.text})});
    noteSecrets();
    if (wrong) {
      await walkIntoRefusal(use, keyboard, wrong);
      expect(await takeAnswers()).to.deep.equal(refusing);
      await keyboard.correct(wrong.field, entries[wrong.field] as string);
      noteSecrets();
    }
    await submit(use, keyboard);
  } finally {
    recorder.stop();
  }
  expect(await takeAnswers()).to.deep.equal(accepting);
  expect(recorder.credentials).to.deep.equal([...(wrong ? [wrongCredential] : []), credential]);
  const validation = validateCredential(connector, recorder.credentials.at(-1));
  expect(validation).to.deep.equal({ok: true, credential});
  expect(use.hasState('connected')).to.be.true;
  expect(wordsOf(use.part('success')!)).to.contain('Signed in as anna@example.com');
  await canarySweep(recorder, secrets, {elements: [use.element], backends: [backend.address]});
}

/** Tests that a method with a window of the provider is offered, and asks for what is granted there. */
export function offerEach(
  backend: Backend,
  methods: readonly (Pick<Journey, 'connectorId' | 'methodId' | 'type'> & {
    /** As it reads on screen. */
    readonly name: string;
  })[],
): void {
  for (const {connectorId, methodId, type, name} of methods) {
    it(`${connectorId} offers to sign in by ${methodId}`, async () => {
      const use = await connectOnPage(backend, connectorOf(backend, connectorId));
      use.element.methodId = methodId;
      await use.settle();
      await waitUntil(() => use.part('authorization'));
      const card = use.methods.find((method) => method.isChosen);
      if (card) expect(card).to.include({name, isDisabled: false});
      expect(use.buttons).to.include('Continue to sign in');
    });

    it(`${connectorId} by ${methodId} is refused by the backend when nothing was granted`, async () => {
      await takeAnswers();
      const forged = {connectorId, methodId, type, values: {}} as Credential;
      const refusal = await save(backend, forged).catch((reason: unknown) => reason);
      const {issues} = refusal as {readonly issues: readonly {readonly code: string}[]};
      expect(issues.map(({code}) => code)).to.include('credential_authorization');
      expect(await takeAnswers()).to.be.empty;
    });
  }
}

const connectorOf = ({connectors}: Backend, connectorId: string) =>
  connectors.find(({id}) => id === connectorId)!;

/** Puts a connector on a page that hands its credential to a backend. */
async function connectOnPage(backend: Backend, connector: ConnectorDefinition): Promise<Driver> {
  const use = await mount(html`<keyslot-connect .connector=${connector}></keyslot-connect>`);
  use.onSubmit((event) => {
    event.respondWith(save(backend, event.credential, event.signal));
  });
  return use;
}

async function enter(keyboard: Keyboard, entries: Journey['entries']): Promise<void> {
  for (const [name, entry] of Object.entries(entries)) {
    if (typeof entry === 'string') await keyboard.correct(name, entry);
    else if ('pick' in entry) await keyboard.pick(name, entry.pick);
    else {
      await keyboard.goTo(name);
      await keyboard.press(entry.press);
    }
  }
}

/** Sends what was entered, is told what is wrong with it, and finds all of it in its place. */
async function walkIntoRefusal(
  use: Driver,
  keyboard: Keyboard,
  {field, text, error}: NonNullable<Journey['wrong']>,
): Promise<void> {
  const {methodId} = use.element;
  const entered = use.values();
  expect(entered[field.replace(' (optional)', '')]).to.equal(text);
  await submit(use, keyboard);
  expect(use.hasState('connected')).to.be.false;
  if (error === undefined) {
    expect(use.summary).to.deep.equal({title: REFUSAL, links: []});
    expect(use.focused).to.equal(REFUSAL);
    expect(use.errors).to.deep.equal({});
  } else {
    expect(use.errors).to.deep.equal({[field]: error});
    expect(use.focused).to.equal(field);
  }
  expect(use.values()).to.deep.equal(entered);
  expect(use.element.methodId).to.equal(methodId);
}

async function submit(use: Driver, keyboard: Keyboard): Promise<void> {
  let isAnswered = false;
  use.onSubmit(({response}) => {
    void response?.catch(() => undefined).then(() => (isAnswered = true));
  });
  await keyboard.submit();
  await waitUntil(() => isAnswered && !use.hasState('pending'), 'nothing answered', {
    interval: 10,
    timeout: 10_000,
  });
  await use.settle();
}
