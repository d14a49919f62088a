import {aTimeout, expect, html} from '@open-wc/testing';
import type {ConnectorDefinition} from '../../src/core.js';
import type {KeyslotSubmitEvent} from '../../src/index.js';
import {atOnce, rawOf, withKeys, type Hands} from '../differential/hands.js';
import {mount, type Control, type Driver} from '../support/driver.js';
import {formOf} from '../support/definitions.js';
import {turn} from '../../src/testing/wait.js';
import {entryFor, sequences, type Action, type Answer, type Sequence} from './actions.js';
import {LONGEST, repeat, runs, search} from './search.js';
import {Session, type Saved} from './session.js';

const keyOf = (control: Control) => control.dataset['key']!;
const oneOf = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];

/** Compares as texts: what differs is told, and nothing else is looked at. */
const same = (actual: unknown, wanted: unknown, what: string) => {
  expect(JSON.stringify(actual), what).to.equal(JSON.stringify(wanted));
};

/** Says no, in one of the ways there are. */
const refusals: Readonly<
  Record<Exclude<Answer, 'accept' | 'silence' | 'refuse'>, (key: string) => unknown>
> = {
  reject: () => ({message: 'Not this one'}),
  'reject-field': (key) => ({fields: {[key]: 'Not this one'}}),
  throw: () => new Error('It broke'),
};

describe(`a form that much is done to (${repeat})`, function () {
  this.timeout(LONGEST);

  let use: Driver;
  let answer: (event: KeyslotSubmitEvent) => void;
  let credentials: unknown[];
  let count = 0;

  beforeEach(async () => {
    // Editing, for which more has to be loaded.
    const existing = {methodId: 'only', values: {}, stored: []};
    use = await mount(
      html`<keyslot-connect .connector=${formOf()} .existing=${existing}></keyslot-connect>`,
    );
    use.onSubmit((event) => {
      credentials.push(event.credential);
      answer(event);
    });
  });

  const panel = () => use.root.querySelector('[part="method-panel"]:not([hidden])');
  const controls = () => [...(panel()?.querySelectorAll<Control>('[data-key]') ?? [])];
  const control = (key: string) => controls().find((candidate) => keyOf(candidate) === key)!;
  const radio = (id: string) =>
    use.root.querySelector<HTMLInputElement>(`[part="method-radio"][value="${id}"]`);
  const update = () => use.element.updateComplete;
  /** Another id each time, so that nothing is left of the sequence before. */
  const named = (connector: Omit<ConnectorDefinition, 'id'>, id = `acme-${(count += 1)}`) => ({
    ...connector,
    id,
  });

  /** Does all of it to one form, and compares after each what it shows and hands over. */
  async function perform({connector, host, actions}: Sequence, hands: Hands): Promise<boolean> {
    let definition = named(connector);
    let submits = 0;
    const session = new Session(definition, host);
    // Left first: a browser would tell of that in the middle of an update.
    (use.root.activeElement as HTMLElement | null)?.blur();
    await update();
    Object.assign(use.element, {connector: definition, ...host, methodId: undefined});
    await update();
    compare(session, 'at first');
    for (const [index, action] of actions.entries()) {
      const when = `after ${index}: ${action.does}`;
      await act(action);
      await update();
      compare(session, when);
    }
    return submits > 0;

    async function act(action: Action): Promise<void> {
      const {fields} = session;
      switch (action.does) {
        case 'type': {
          const key = oneOf(
            fields.filter((field) => session.isOpen(field)),
            action.at,
          );
          if (key === undefined) return;
          const details = panel()?.querySelector('details');
          if (details) details.open = true;
          const entry = entryFor(session.variable(key).type, action.what);
          await hands.enter(control(key), entry);
          session.enter(key, entry);
          return;
        }
        case 'choose': {
          const id = oneOf(session.methodIds, action.at)!;
          const choice = radio(id);
          // Of the only one there is no choice.
          if (!choice || id === session.methodId) return;
          choice.click();
          session.choose(id);
          return;
        }
        case 'remove':
        case 'undo': {
          const key = oneOf(session.storedWith(action.does), action.at);
          if (key === undefined) return;
          const button = `[part="${action.does}"][aria-controls="${control(key).id}"]`;
          use.root.querySelector<HTMLElement>(button)!.click();
          // Focus goes to the field, before anybody could do something else.
          await aTimeout(0);
          session[action.does](key);
          return;
        }
        case 'host':
          Object.assign(use.element, action.host);
          session.rehost(action.host);
          return;
        case 'redefine':
        case 'replace': {
          definition = named(
            action.connector,
            action.does === 'redefine' ? definition.id : undefined,
          );
          use.element.connector = definition;
          if (action.does === 'replace') use.element.methodId = undefined;
          session[action.does](definition);
          return;
        }
        case 'reset':
          use.element.reset();
          session.reset();
          return;
        case 'submit':
          if (session.methodId === undefined) return;
          if (await submit(action)) submits += 1;
      }
    }

    async function submit(action: Extract<Action, {does: 'submit'}>): Promise<boolean> {
      const {credential, faults} = session.outcome;
      const {fields} = session;
      const wrong = oneOf(fields, action.at);
      credentials = [];
      answer = (event) => {
        if (action.answer === 'refuse') event.preventDefault();
        else if (action.answer === 'accept') event.respondWith(Promise.resolve({}));
        else if (action.answer !== 'silence') {
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
          event.respondWith(Promise.reject(refusals[action.answer](wrong ?? '')));
        }
      };
      await hands.submit(use);
      while (use.hasState('pending')) await turn();
      await update();
      const told = controls()
        .filter(({ariaInvalid}) => ariaInvalid === 'true')
        .map(keyOf);
      if (!credential) {
        same(credentials, [], 'what is handed over of a form with mistakes');
        same(
          told,
          fields.filter((key) => faults.includes(key)),
          'the fields at fault',
        );
        expect(use.hasState('invalid'), 'invalid').to.be.true;
        return false;
      }
      same(credentials, [credential], 'what is handed over');
      if (action.answer === 'accept' || action.answer === 'silence') {
        await goOn(credential, action.edits);
      } else {
        const isTold = action.answer === 'reject-field' && wrong !== undefined;
        same(told, isTold ? [wrong] : [], 'the fields that the page refused');
      }
      return true;
    }

    /** After a success, edits what was saved or begins anew. */
    async function goOn(credential: Saved, edits: boolean): Promise<void> {
      expect(use.hasState('connected'), 'connected').to.be.true;
      session.accept();
      if (edits) {
        use.part('edit')!.click();
        session.edit(credential);
      } else use.element.forget();
      await update();
    }
  }

  function compare(session: Session, when: string): void {
    same(use.element.methodId, session.methodId, `the method ${when}`);
    same(controls().map(keyOf), session.fields, `the fields ${when}`);
    for (const each of controls()) {
      same(rawOf(each), session.contentOf(keyOf(each)), `what ${keyOf(each)} holds ${when}`);
    }
  }

  it('holds and hands over what it should, whatever comes in whatever order', async () => {
    const submitted = await search(sequences, (given) => perform(given, atOnce));
    expect(submitted, 'share of sequences with a credential').to.be.within(0.2, 0.9);
  });

  it('does so key by key', async () => {
    await search(sequences, (given) => perform(given, withKeys), Math.ceil(runs / 100));
  });
});
