// The callback page, ready to be served: callback/callback.html and its one script.
import {join} from 'node:path';
import {build} from 'esbuild';
import {root} from './run.mjs';

await build({
  absWorkingDir: root,
  entryPoints: {'keyslot-callback': 'src/oauth/browser/callback.ts'},
  outdir: join(root, 'callback'),
  bundle: true,
  format: 'esm',
  minify: true,
  target: 'es2022',
  logLevel: 'warning',
});
