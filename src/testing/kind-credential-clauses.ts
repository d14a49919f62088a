import {redactCredential} from '../model/credential.js';
import type {MethodKind} from '../model/method-kind.js';
import {canonical, copyOf, insist, type Clause} from './clause.js';
import {credentialOf, judge, readSample, type KindSamples} from './kind-samples.js';

/** What has to hold of the credentials of a kind. */
export function credentialClauses(kind: MethodKind, samples: KindSamples): readonly Clause[] {
  const {valid, refused = [], secrets} = samples;
  const usable = () =>
    valid.flatMap((sample, index) => {
      const {connector, method} = readSample(kind, sample.settings);
      const credential = credentialOf(kind, sample);
      return method ? [{name: `Sample ${index + 1}`, connector, method, sample, credential}] : [];
    });

  return [
    {
      name: 'marks its secrets, and no others',
      run() {
        const found = new Set<string>();
        for (const {name, connector, method, credential} of usable()) {
          for (const {key, secret = false} of method.variables) {
            const isMeant = secrets.includes(key);
            insist(
              secret === isMeant,
              () => `"${key}" is ${isMeant ? 'not ' : ''}marked as secret`,
            );
            if (secret) found.add(key);
          }
          const {values} = redactCredential(credential, connector);
          for (const key of secrets) {
            const isShown = key in values && values[key] === credential.values[key];
            insist(!isShown, () => `${name}: "${key}" is not redacted`);
          }
        }
        const [missing] = secrets.filter((key) => !found.has(key));
        const isTried = missing === undefined || usable().length < valid.length;
        insist(isTried, () => `No sample has the secret "${missing ?? ''}"`);
      },
    },
    {
      name: 'takes each valid credential as it is, also from JSON',
      run() {
        for (const {name, connector, credential} of usable()) {
          for (const input of [credential, copyOf(credential)]) {
            const validation = judge(connector, input);
            insist(validation.ok, () => `${name} is refused: ${issuesOf(validation)}`);
            const isSame = canonical(validation.credential) === canonical(credential);
            insist(isSame, () => `${name} is not handed on as it is`);
          }
        }
      },
    },
    {
      name: 'asks for each required value',
      run() {
        for (const {name, connector, method, sample} of usable()) {
          for (const {key} of method.variables.filter(({required}) => required)) {
            const rest = Object.entries(sample.values).filter(([other]) => other !== key);
            if (rest.length === Object.keys(sample.values).length) continue;
            const input = credentialOf(kind, {...sample, values: Object.fromEntries(rest)});
            const validation = judge(connector, input);
            const isMissed =
              !validation.ok &&
              validation.issues.some(
                (issue) => issue.code === 'field_required' && issue.key === key,
              );
            insist(isMissed, () => `${name} is not told to lack "${key}"`);
          }
        }
      },
    },
    ...refused.map((sample, index): Clause => {
      const {code, key} = sample;
      const place = key === undefined ? '' : ` at "${key}"`;
      return {
        name: `refuses a wrong credential with ${code}${place} (${index + 1})`,
        run() {
          const {connector, method} = readSample(kind, sample.settings);
          if (!method) return;
          const validation = judge(connector, credentialOf(kind, sample));
          insist(!validation.ok, () => 'It is taken');
          const isFound = validation.issues.some(
            (issue) => issue.code === code && issue.key === key,
          );
          insist(isFound, () => `It is refused with ${issuesOf(validation)}`);
        },
      };
    }),
  ];
}

/** The issues of a verdict, without a value. */
const issuesOf = (validation: ReturnType<typeof judge>): string =>
  validation.ok
    ? 'nothing'
    : validation.issues.map(({code, path}) => `${code} at ${path || 'the top'}`).join(', ');
