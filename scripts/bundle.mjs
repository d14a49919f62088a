// How a page's bundler puts Keyslot together: for what is measured of it.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {build} from 'esbuild';
import {hasLiterals, minifyLiterals} from './minify-literals.mjs';
import {root} from './run.mjs';

/** As `npm run build` does it. */
const literals = {
  name: 'literals',
  setup: ({onLoad}) =>
    onLoad({filter: hasLiterals}, ({path}) => ({
      contents: minifyLiterals(readFileSync(path, 'utf8')),
      loader: 'ts',
    })),
};

/** The files of an entry, by their path, and how they import each other. */
export async function bundle(entry, {plugins = [], ...options} = {}) {
  const {outputFiles, metafile} = await build({
    absWorkingDir: root,
    entryPoints: {entry},
    outdir: 'bundle',
    write: false,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    metafile: true,
    target: 'es2022',
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'error',
    plugins: [literals, ...plugins],
    ...options,
  });
  const {outputs} = metafile;
  const start = Object.keys(outputs).find((path) => outputs[path].entryPoint === entry);
  const files = outputFiles.map((file) => [file.path, file.contents]);
  const contents = new Map(files);
  return {outputs, start, contentsOf: (path) => contents.get(join(root, path))};
}

/** A file, and what it cannot run without. */
export function withoutDynamic(outputs, path) {
  return reachable(outputs, [path], ({kind}) => kind !== 'dynamic-import');
}

/** Files, and all that they lead to by imports which `follow` accepts. */
export function reachable(outputs, start, follow = () => true) {
  const found = new Set(start);
  for (const path of found) {
    for (const imported of outputs[path].imports) {
      if (!imported.external && follow(imported)) found.add(imported.path);
    }
  }
  return [...found];
}

/** What a server sends at its best. */
export function compress(contents) {
  return brotliCompressSync(contents, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
    },
  });
}
