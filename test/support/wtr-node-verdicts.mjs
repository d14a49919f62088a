import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

/**
 * Judges credentials in Node, with the built package, for tests that hold a form against it. `SEED`
 * and `CASES` in the environment repeat a run, or make it longer.
 */
export function nodeVerdicts() {
  let entry;
  return {
    name: 'node-verdicts',
    serverStart({config}) {
      entry = join(config.rootDir, 'dist/core.js');
    },
    async executeCommand({command, payload}) {
      switch (command) {
        case 'node-verdicts-settings':
          return {
            seed: Number(process.env.SEED ?? 20_260_101),
            cases: Number(process.env.CASES ?? 1200),
          };
        case 'node-verdicts':
          return verdictsOn(payload);
      }
    },
  };

  async function verdictsOn(cases) {
    if (!existsSync(entry)) throw new Error('There is no dist/core.js: run `npm run build` first.');
    const {validateCredential} = await import(pathToFileURL(entry).href);
    return cases.map(({definition, input, existing}) =>
      validateCredential(definition, input, {existing}),
    );
  }
}
