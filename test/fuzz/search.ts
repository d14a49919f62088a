import {executeServerCommand} from '@web/test-runner-commands';
import * as fc from 'fast-check';

/** Where a search begins, and how long it is: a short one is among the tests, `npm run fuzz` is long. */
export const {seed, runs} = await executeServerCommand<{seed: number; runs: number}, undefined>(
  'fuzz-settings',
);

/** The command that repeats a search. It ends with the smallest case in which something fails. */
export const repeat = `npm run fuzz -- --seed ${seed} --runs ${runs}`;

/** How long the search of one test may take, in milliseconds. */
export const LONGEST = 600_000;

/**
 * Tries something on so many cases; the error has the smallest that fails.
 *
 * @returns The share of those that were to the point.
 */
export async function search<T>(
  cases: fc.Arbitrary<T>,
  holds: (given: T) => boolean | Promise<boolean>,
  numRuns = runs,
): Promise<number> {
  let relevant = 0;
  const property = fc.asyncProperty(cases, async (given) => {
    if (await holds(given)) relevant += 1;
  });
  await fc.assert(property, {seed, numRuns, includeErrorInReport: true});
  return relevant / numRuns;
}
