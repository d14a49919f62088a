/**
 * Tells tests in the browser how long to search, and where to begin: `SEED` and `RUNS` in the
 * environment, which `npm run fuzz` sets.
 */
export function fuzzSettings() {
  return {
    name: 'fuzz-settings',
    executeCommand({command}) {
      if (command !== 'fuzz-settings') return undefined;
      const {SEED = 20_260_101, RUNS = 200} = process.env;
      return {seed: Number(SEED), runs: Number(RUNS)};
    },
  };
}
