import type {MethodKind} from '../model/method-kind.js';
import type {Clause} from './clause.js';
import {checkClauses} from './kind-check-clauses.js';
import {credentialClauses} from './kind-credential-clauses.js';
import type {KindSamples} from './kind-samples.js';
import {settingsClauses} from './kind-settings-clauses.js';

/**
 * What has to hold for a kind, whoever wrote it: tests for any framework, in a browser or on a
 * server. Each fails for reasons of its own only: what cannot be tried because another one fails is
 * passed over.
 *
 * @example
 * for (const {name, run} of kindContract(pin, {valid: [{values: {pin: '1234'}}], secrets: ['pin']})) {
 *   it(name, run);
 * }
 */
export const kindContract = (kind: MethodKind, samples: KindSamples): readonly Clause[] => [
  ...settingsClauses(kind, samples),
  ...credentialClauses(kind, samples),
  ...checkClauses(kind, samples),
];
