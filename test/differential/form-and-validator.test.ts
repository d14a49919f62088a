import {expect, html, waitUntil} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import * as fc from 'fast-check';
import type {
  ConnectorDefinition,
  CredentialValidation,
  VariableDefinition,
} from '../../src/core.js';
import {formOf} from '../support/definitions.js';
import {mount, type Control, type Driver} from '../support/driver.js';
import type {Credential, OAuthOptions} from '../../src/index.js';
import {connectors, SCOPES} from './connectors.js';
import {choices, entryFor, type Choice} from './entries.js';
import {ATTEMPT, expectedOf, variablesOf, type Answer, type FilledForm} from './expected.js';
import {atOnce, isOpen, rawOf, withKeys, type Hands} from './hands.js';
import {seldom} from './variables.js';

const {seed, cases} = await executeServerCommand<{seed: number; cases: number}, undefined>(
  'node-verdicts-settings',
);
const BATCH = 200;

interface Case {
  readonly connector: ConnectorDefinition;
  readonly choices: readonly Choice[];
  readonly isEditing: boolean;
  /** What was asked for before, and what the user ticks. */
  readonly granted: readonly string[] | undefined;
  readonly ticked: readonly string[] | undefined;
  readonly answer: Answer;
}

const scopes = seldom(2, fc.subarray(SCOPES.map(({value}) => value)));

const all = fc.record<Case>({
  connector: connectors,
  choices: fc.array(choices, {minLength: 10, maxLength: 10}),
  isEditing: fc.oneof({weight: 3, arbitrary: fc.constant(false)}, fc.constant(true)),
  granted: scopes,
  ticked: scopes,
  answer: fc.constantFrom('allow', 'allow', 'allow', 'reference', 'deny'),
});

/** A form that was filled in and submitted, and what came of it. */
interface Outcome extends FilledForm {
  /** The keys of the fields on screen, and of those at fault. */
  readonly fields: readonly string[];
  readonly faulty: readonly string[];
  readonly hasSummary: boolean;
  readonly credential: unknown;
}

const keyOf = (control: Control) => control.dataset['key']!;

/** What the host says about a form. */
function hostOf(definition: ConnectorDefinition, {choices, isEditing, granted}: Case) {
  const entries = variablesOf(definition).map(
    (variable, index) => [variable, choices[index % choices.length]!] as const,
  );
  return {
    presets: Object.fromEntries(
      entries.flatMap(([{key}, {preset}]) => (preset === undefined ? [] : [[key, preset]])),
    ),
    existing: isEditing
      ? {
          methodId: 'only',
          values: Object.fromEntries(
            entries
              .filter(([{secret, configurable}]) => !secret && configurable !== false)
              .flatMap(([{key}, {stored}]) => (stored === undefined ? [] : [[key, stored]])),
          ),
          stored: entries.filter(([, {stored}]) => stored !== undefined).map(([{key}]) => key),
          ...(granted && {scopes: granted}),
        }
      : undefined,
  };
}

/** A host that prepares each attempt, and learns by itself how it ends. */
const oauthOf = (answer: Answer): OAuthOptions => ({
  redirectUri: ATTEMPT.redirectUri,
  prepare: () => {
    const authorizationUrl = 'https://id.example.com/authorize?oauth_token=t';
    return Promise.resolve({authorizationUrl, state: ATTEMPT.state});
  },
  waitForCompletion: () =>
    Promise.resolve(
      {
        allow: {params: {code: 'c', oauth_token: 't', oauth_verifier: 'v'}},
        deny: {params: {error: 'access_denied'}},
        reference: {reference: 'answer-1'},
      }[answer],
    ),
});

/** OAuth 1.0a has no state: each attempt has a random one, which is of no interest here. */
function withKnownState(credential: Credential | undefined) {
  if (!credential?.authorization) return credential;
  const {state} = ATTEMPT;
  const {authorization} = credential;
  return {
    ...credential,
    authorization: {...authorization, ...(authorization.state.length === 43 && {state})},
  };
}

/** Tells what is not the same, in words. */
function difference(what: string, actual: unknown, wanted: unknown): readonly string[] {
  try {
    expect(actual).to.deep.equal(wanted);
    return [];
  } catch {
    return [`${what}: ${JSON.stringify(actual)} rather than ${JSON.stringify(wanted)}`];
  }
}

describe(`a form and a server (SEED=${seed} CASES=${cases})`, function () {
  this.timeout(300_000);

  let use: Driver;
  let submitted: unknown;
  let count = 0;
  const {open} = window;
  after(() => {
    window.open = open;
  });
  beforeEach(async () => {
    await import('../../src/elements/views/authorization-views.js');
    window.open = () => null;
    use = await mount(html`<keyslot-connect .connector=${formOf()}></keyslot-connect>`);
    use.onSubmit(({credential}) => (submitted = withKnownState(credential)));
  });

  const controls = () => [...use.root.querySelectorAll<Control>('[data-key]')];

  /** Shows a form, does in each of its fields what was chosen for it, and submits it. */
  async function attempt(given: Case, hands: Hands): Promise<Outcome> {
    // Another connector each time, so that nothing typed is kept.
    const definition = {...given.connector, id: `acme-${(count += 1)}`};
    const host = hostOf(definition, given);
    // Left first: a browser would tell of that in the middle of an update.
    (use.root.activeElement as HTMLElement | null)?.blur();
    await use.element.updateComplete;
    const {ticked, answer} = given;
    Object.assign(use.element, {connector: definition, oauth: oauthOf(answer), ...host});
    await use.element.updateComplete;
    const details = use.root.querySelector('details');
    if (details) details.open = true;
    await fillIn(variablesOf(definition), given.choices, hands);
    await tick(ticked, hands);
    const fields = controls().map(keyOf);
    const raws = new Map(controls().map((control) => [keyOf(control), rawOf(control)]));
    submitted = undefined;
    await hands.submit(use);
    await outcome();
    const faulty = controls().filter(({ariaInvalid}) => ariaInvalid === 'true');
    return {
      definition,
      ...host,
      raws,
      ticked,
      answer,
      fields,
      faulty: faulty.map(keyOf),
      hasSummary: use.part('summary') !== undefined,
      credential: submitted,
    };
  }

  /** A sign-in takes a while; a form that never says anything is found at fault later on. */
  const outcome = () =>
    waitUntil(() => submitted !== undefined || use.hasState('invalid'), '', {interval: 5}).catch(
      () => undefined,
    );

  async function fillIn(
    variables: readonly VariableDefinition[],
    choices: readonly Choice[],
    hands: Hands,
  ) {
    const met = new Set<Control>();
    for (;;) {
      // What one field holds can bring others on.
      const control = controls().find((candidate) => !met.has(candidate));
      if (!control) return;
      met.add(control);
      const index = variables.findIndex(({key}) => key === keyOf(control));
      const entry = entryFor(variables[index]!, choices[index % choices.length]!);
      if (entry === undefined || !isOpen(control)) continue;
      await hands.enter(control, entry);
      await use.element.updateComplete;
    }
  }

  /** Asks for what was chosen, where anything can be. */
  async function tick(ticked: readonly string[] | undefined, hands: Hands) {
    if (!ticked) return;
    await use.settle();
    const boxes = use.parts('scope').map((label) => label.querySelector('input')!);
    for (const [index, box] of boxes.entries()) {
      if (!box.disabled) await hands.enter(box, ticked.includes(SCOPES[index]!.value));
    }
  }

  /** What is not as it should be, given what Node says about the credential that was to be expected. */
  function disagreements(outcome: Outcome, verdict: CredentialValidation): readonly string[] {
    const {fields, faulty, hasSummary, credential} = outcome;
    const expected = expectedOf(outcome);
    const differences = difference('the fields on screen', fields, expected.fields);
    if (verdict.ok) {
      return [
        ...differences,
        ...difference('the credential', credential, expected.credential),
        ...difference('the credential in Node', verdict.credential, expected.credential),
      ];
    }
    const keys = new Set(verdict.issues.map(({key}) => key));
    const wrong = fields.filter((key) => keys.has(key));
    return [
      ...differences,
      ...difference('the credential', credential, undefined),
      ...difference('the fields at fault', [...faulty].sort(), wrong.sort()),
      ...(faulty.length === 0 && !hasSummary ? ['nothing says what is wrong'] : []),
    ];
  }

  /** Judges credentials in Node, with the built package. */
  const judge = (outcomes: readonly Outcome[], inputOf: (outcome: Outcome) => unknown) =>
    executeServerCommand<CredentialValidation[], readonly object[]>(
      'node-verdicts',
      outcomes.map((outcome) => ({
        definition: outcome.definition,
        existing: outcome.existing,
        input: inputOf(outcome),
      })),
    );

  /** Fills in so many forms, and tells how many of them were accepted. */
  async function compare(numRuns: number, hands: Hands): Promise<number> {
    const drawn = fc.sample(all, {seed, numRuns});
    const wrong: string[] = [];
    let accepted = 0;
    for (let start = 0; start < drawn.length; start += BATCH) {
      const outcomes: Outcome[] = [];
      for (const given of drawn.slice(start, start + BATCH)) {
        outcomes.push(await attempt(given, hands));
      }
      const verdicts = await judge(outcomes, (outcome) => expectedOf(outcome).credential);
      const repeated = await judge(outcomes, ({credential}) => credential);
      for (const [index, outcome] of outcomes.entries()) {
        const {credential, raws} = outcome;
        const differences = [...disagreements(outcome, verdicts[index]!)];
        if (credential !== undefined) {
          accepted += 1;
          const itself = {ok: true, credential};
          differences.push(...difference('its verdict in Node', repeated[index], itself));
        }
        if (differences.length > 0) {
          wrong.push(JSON.stringify({differences, ...outcome, raws: Object.fromEntries(raws)}));
        }
      }
    }
    if (wrong.length > 0) {
      // The shortest tells most.
      const [first] = wrong.sort((a, b) => a.length - b.length);
      throw new Error(`They disagree ${wrong.length} times: ${first}`);
    }
    return accepted;
  }

  it('accept the same credentials, and refuse the same', async () => {
    expect((await compare(cases, atOnce)) / cases, 'accepted').to.be.within(0.2, 0.8);
  });

  it('do so when the form is filled in key by key', async () => {
    const few = Math.ceil(cases / 40);
    expect((await compare(few, withKeys)) / few, 'accepted').to.be.within(0.2, 0.8);
  });
});
