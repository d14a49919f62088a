import {aTimeout, expect, fixtureSync} from '@open-wc/testing';
import {html, render} from 'lit';
import {DISCONNECT_GRACE_MS} from '../../src/elements/form-element.js';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import type {Credential, SubmitResult} from '../../src/index.js';
import {canarySweep} from '../support/canary.js';
import {defer, type Deferred} from '../support/deferred.js';
import {formOf} from '../support/definitions.js';
import {driver, type Driver} from '../support/driver.js';
import {expectNoLeaks} from '../support/leaks.js';
import {Recorder} from '../support/recorder.js';

/** Pages that move, copy, remove and change elements while they are used. */

const SECRET = 'canary-moved';
const store = {key: 'store', label: 'Store name', required: true};
const token = {key: 'token', label: 'Token', secret: true};
const form = formOf(store, token);
const filled = {'Store name': 'acme', Token: SECRET};
const credential = {
  connectorId: 'acme',
  methodId: 'only',
  type: 'custom',
  values: {store: 'acme', token: SECRET},
};

let recorder: Recorder;

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

/** Shows an element in a place that may be moved with it. */
async function show(): Promise<Driver> {
  const place = elsewhere();
  render(html`<div><keyslot-connect .connector=${form}></keyslot-connect></div>`, place);
  const use = driver(place.querySelector('keyslot-connect')!);
  await use.ready();
  return use;
}

/** Fills a form in and submits it to a page that takes its time. */
async function submitTo(use: Driver): Promise<Deferred<SubmitResult>> {
  const answer = defer<SubmitResult>();
  use.onSubmit((event) => {
    event.respondWith(answer.promise);
  });
  await use.fill(filled);
  await use.submit();
  return answer;
}

/** Puts a copy of an element on the page. */
async function copyOf(element: KeyslotConnectElement): Promise<Driver> {
  const place = elsewhere();
  place.append(element.cloneNode(true));
  const copy = place.querySelector('keyslot-connect')!;
  copy.connector = form;
  const use = driver(copy);
  await use.ready();
  return use;
}

const elsewhere = () => fixtureSync<HTMLElement>(html`<section></section>`);
type Movable = Element & {moveBefore(node: Node, before: Node | null): void};

describe('an element that waits for the page', () => {
  const moves: [what: string, move: (element: HTMLElement) => unknown][] = [
    [
      'is appended elsewhere',
      (element) => {
        elsewhere().append(element);
      },
    ],
    [
      'is moved with what is around it',
      (element) => {
        elsewhere().append(element.parentElement!);
      },
    ],
    [
      'is moved into the root of another element',
      (element) => {
        elsewhere().attachShadow({mode: 'open'}).append(element);
      },
    ],
    [
      'is moved ten times in a row',
      (element) => {
        for (let time = 0; time < 10; time += 1) elsewhere().append(element);
      },
    ],
    [
      'is away for a moment',
      async (element) => {
        element.remove();
        await aTimeout(DISCONNECT_GRACE_MS / 2);
        elsewhere().append(element);
      },
    ],
  ];
  // As yet only Chromium and Firefox move elements without removing them.
  if ('moveBefore' in Element.prototype) {
    moves.push([
      'is moved in one step',
      (element) => {
        (elsewhere() as unknown as Movable).moveBefore(element, null);
      },
    ]);
  }

  for (const [what, move] of moves) {
    it(`and ${what} goes on, and hands over one credential`, async () => {
      const use = await show();
      const answer = await submitTo(use);
      await move(use.element);
      await aTimeout(DISCONNECT_GRACE_MS + 50);
      expect(use.hasState('pending')).to.be.true;
      expect(use.values()).to.deep.equal(filled);
      expect(recorder.submits.map(({signal}) => signal.aborted)).to.deep.equal([false]);
      answer.resolve({});
      await use.settle();
      expect(use.hasState('connected')).to.be.true;
      expect(recorder.credentials).to.deep.equal([credential]);
      await canarySweep(recorder, [SECRET], {elements: [use.element]});
    });
  }

  it('and is refused in its new place shows what is wrong there, and loses nothing', async () => {
    const use = await show();
    const answer = await submitTo(use);
    elsewhere().append(use.element);
    answer.reject({fields: {token: 'Another one'}});
    await use.settle();
    expect(use.errors).to.deep.equal({Token: 'Another one'});
    expect(use.values()).to.deep.equal(filled);
  });
});

describe('an element that is copied', () => {
  it('gives its copy nothing that was typed, and nothing to hand over', async () => {
    const use = await show();
    await use.fill(filled);
    const other = await copyOf(use.element);
    expect(other.values()).to.deep.equal({'Store name': '', Token: ''});
    await other.submit();
    expect(recorder.submits).to.be.empty;
    expect(use.errors).to.deep.equal({});
    await use.submit();
    expect(recorder.credentials).to.deep.equal([credential]);
    await canarySweep(recorder, [SECRET], {elements: [use.element, other.element]});
  });

  it('leaves its copy as it is when it is removed', async () => {
    const use = await show();
    const other = await copyOf(use.element);
    await other.fill(filled);
    use.element.remove();
    await aTimeout(DISCONNECT_GRACE_MS + 50);
    expect(await other.submitted()).to.deep.equal(credential.values);
  });
});

describe('an element whose definition is replaced', () => {
  const variants = [
    formOf(store, token, {key: 'note', label: 'Note'}),
    formOf({...token, label: 'Key'}, store),
    formOf(store, {...token, help: 'From the settings'}),
    structuredClone(form),
  ];

  it('while a person types loses no key, whatever changes around the field', async () => {
    const use = await show();
    for (const [index, letter] of Array.from(SECRET).entries()) {
      await use.type('Store name', letter);
      use.element.connector = variants[index % variants.length];
      await use.settle();
    }
    use.element.connector = form;
    await use.settle();
    expect(await use.submitted()).to.deep.equal({store: SECRET});
  });

  it('while the page is asked hands nothing over twice, and goes on with what was typed', async () => {
    const use = await show();
    const answer = await submitTo(use);
    for (const connector of variants) {
      use.element.connector = connector;
      await use.settle();
      await use.submit();
    }
    answer.reject({message: 'Not now'});
    await use.settle();
    expect(recorder.credentials).to.deep.equal([credential]);
    expect(use.values()).to.deep.equal(filled);
  });

  it('in the listener that takes its credential ends as it should', async () => {
    const use = await show();
    use.onSubmit((event) => {
      use.element.connector = structuredClone(form);
      event.respondWith(Promise.resolve({account: 'ada'}));
    });
    await use.fill(filled);
    await use.submit();
    expect(use.hasState('connected')).to.be.true;
    expect(recorder.credentials).to.deep.equal([credential]);
  });
});

describe('three elements at once', () => {
  const three = async (): Promise<readonly Driver[]> => {
    const place = fixtureSync<HTMLElement>(
      html`<div>
        ${[0, 1, 2].map(() => html`<keyslot-connect .connector=${form}></keyslot-connect>`)}
      </div>`,
    );
    const all = [...place.querySelectorAll('keyslot-connect')].map(driver);
    for (const use of all) await use.ready();
    return all;
  };

  it('hand over what each was given, in any order', async () => {
    const all = await three();
    const answers = all.map(() => defer<SubmitResult>());
    for (const [index, use] of all.entries()) {
      use.onSubmit((event) => {
        event.respondWith(answers[index]!.promise);
      });
      await use.fill({'Store name': `store-${index}`, Token: `${SECRET}-${index}`});
    }
    for (const use of all.toReversed()) await use.submit();
    answers[1]!.resolve({});
    answers[0]!.reject({message: 'No'});
    await all[0]!.settle();
    await all[1]!.settle();
    expect(all.map((use) => use.hasState('connected'))).to.deep.equal([false, true, false]);
    expect(all.map((use) => use.hasState('pending'))).to.deep.equal([false, false, true]);
    expect(all[0]!.values()).to.deep.equal({'Store name': 'store-0', Token: `${SECRET}-0`});
    const handedOver = recorder.credentials.map(({values}: Credential) => values['store']);
    expect(handedOver).to.deep.equal(['store-2', 'store-1', 'store-0']);
    answers[2]!.resolve({});
    await all[2]!.settle();
    expect(all[2]!.hasState('connected')).to.be.true;
  });

  it('lose nothing when one of them is removed while it waits', async () => {
    const [first, second, third] = await three();
    first!.onSubmit((event) => {
      event.respondWith(new Promise<void>(() => undefined));
    });
    for (const use of [first!, second!, third!]) await use.fill(filled);
    await first!.submit();
    first!.element.remove();
    await aTimeout(DISCONNECT_GRACE_MS + 50);
    expect(recorder.submits.map(({signal}) => signal.aborted)).to.deep.equal([true]);
    for (const use of [second!, third!]) {
      expect(await use.submitted()).to.deep.equal(credential.values);
    }
    await canarySweep(recorder, [SECRET], {elements: [first!.element]});
  });

  it('leave nothing behind', async () => {
    await expectNoLeaks(async () => {
      const all = await three();
      for (const use of all) await use.fill(filled);
      await all[0]!.submit();
      for (const {element} of all) element.remove();
      return all.map(({element}) => element);
    });
  });
});
