import {enIssues} from '../messages/en-issues.js';
import {enInterface} from '../messages/en-interface.js';
import {mergeMessages} from '../messages/messages.js';
import type {AvailableMethod, FieldValues, Issue, MethodKind} from '../model/method-kind.js';
import {insist, thrownBy, type Clause} from './clause.js';
import {oddValuesOf} from './garbage.js';
import {readSample, type KindSamples} from './kind-samples.js';

/** Nothing else reads so. */
const CANARY = 'keyslot-canary-5f2c';

/** What has to hold of what a kind finds out about values, and of the words for it. */
export function checkClauses(kind: MethodKind, samples: KindSamples): readonly Clause[] {
  const {valid, refused = [], secrets} = samples;
  const methods = () =>
    [...valid, ...refused].flatMap(({settings, values}) => {
      const {method} = readSample(kind, settings);
      return method ? [{method, values}] : [];
    });
  const words = mergeMessages({...enInterface, ...enIssues}, samples.messages);

  return [
    {
      name: 'checks any values without an exception',
      run() {
        for (const {method, values} of methods()) {
          const keys = new Set<string | undefined>(method.variables.map(({key}) => key));
          for (const odd of oddCredentials(method, values)) {
            const given = Object.keys(odd).join(', ') || 'nothing';
            const failure = thrownBy(() => method.check?.(odd));
            insist(!failure, () => `Given ${given}, check() threw ${failure ?? ''}`);
            const issues: unknown = method.check?.(odd) ?? [];
            insist(Array.isArray(issues), () => `Given ${given}, check() returns no list`);
            for (const {code, key} of issuesOf(method, odd)) {
              insist(
                /^[a-z]\w*$/.test(code),
                () => `An issue has no code: ${JSON.stringify(code)}`,
              );
              insist(
                key === undefined || keys.has(key),
                () => `${code} is at "${key ?? ''}", which is no variable`,
              );
            }
          }
        }
      },
    },
    {
      name: 'repeats no secret in what it finds wrong',
      run() {
        for (const {method, values} of methods()) {
          const held = Object.fromEntries(secrets.map((key) => [key, CANARY]));
          const text = JSON.stringify(issuesOf(method, {...values, ...held}));
          insist(!text.includes(CANARY), () => 'An issue holds the value of a secret');
        }
      },
    },
    {
      name: 'has words for its name, its variables and what it finds wrong',
      run() {
        const ofKind = Object.hasOwn(words.kinds, kind.type) ? words.kinds[kind.type] : undefined;
        insist(Boolean(ofKind?.['name']), () => `messages.kinds has no name for "${kind.type}"`);
        for (const {method, values} of methods()) {
          for (const {key, label} of method.variables) {
            insist(
              Boolean(label ?? ofKind?.[key]),
              () => `"${key}" has no label: none of its own, none in messages.kinds`,
            );
          }
          for (const odd of oddCredentials(method, values)) checkWords(method, odd);
        }
      },
    },
  ];

  function checkWords(method: AvailableMethod, values: FieldValues): void {
    for (const {code, key, params = {}} of issuesOf(method, values)) {
      // What is wrong as a whole is told in general words.
      if (key === undefined) continue;
      const say = Object.hasOwn(words.issues, code) ? words.issues[code] : undefined;
      insist(say !== undefined, () => `messages.issues has no words for "${code}"`);
      const context = {label: 'label', chosen: false, example: undefined, params};
      insist(
        saysSomething(() => say(context)),
        () => `The words for "${code}" are none`,
      );
    }
  }
}

function saysSomething(say: () => string): boolean {
  let words = '';
  return thrownBy(() => (words = say())) === undefined && words.trim() !== '';
}

/** What a kind finds wrong. Nothing where it cannot tell, which is a clause of its own. */
function issuesOf(method: AvailableMethod, values: FieldValues): readonly Issue[] {
  let issues: unknown;
  const failure = thrownBy(() => (issues = method.check?.(values)));
  return failure === undefined && Array.isArray(issues) ? (issues as readonly Issue[]) : [];
}

/** Values of the right types: nothing else reaches a kind. A secret that is kept does not. */
function* oddCredentials(method: AvailableMethod, values: FieldValues): Generator<FieldValues> {
  yield values;
  yield {};
  for (const variable of method.variables) {
    for (const value of oddValuesOf(variable)) yield {...values, [variable.key]: value};
  }
}
