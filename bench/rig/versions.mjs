import {readFileSync} from 'node:fs';
import {cpus, totalmem} from 'node:os';
import {join} from 'node:path';
import {root} from '../../scripts/run.mjs';

const manifest = (path) => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));

/** What the figures depend on. */
export async function versions(browser) {
  const {dependencies} = manifest('bench');
  const processors = cpus();
  return {
    machine: `${processors.length} × ${processors[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`,
    Node: process.version.slice(1),
    Chromium: (await browser.version()).replace(/^\D+/, ''),
    esbuild: manifest('node_modules/esbuild').version,
    lit: manifest('node_modules/lit').version,
    ...dependencies,
  };
}
