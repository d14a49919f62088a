import {join} from 'node:path';
import {build} from 'esbuild';
import {root} from './run.mjs';

/** Imports a module of an application, with Keyslot as it is in `src`. */
export async function importBundled(entry) {
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    alias: {'keyslot/core': join(root, 'src/core.ts')},
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const [{contents}] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`);
}
