// The cases, each bundled by itself as a page would have it.
import {readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {transformSync} from 'esbuild';
import {bundle, compress, withoutDynamic} from '../../scripts/bundle.mjs';
import {root} from '../../scripts/run.mjs';

/** The case that all others are compared to comes first. */
export const caseNames = ['vanilla', 'lit', 'keyslot', 'rjsf', 'shoelace'];

/** A style sheet as a text, for what has a root of its own. */
const styleTexts = {
  name: 'style-texts',
  setup({onResolve, onLoad}) {
    onResolve({filter: /\.css\?text$/}, ({path, resolveDir}) => ({
      path: join(resolveDir, path.replace('?text', '')),
      namespace: 'style-text',
    }));
    onLoad({filter: /./, namespace: 'style-text'}, ({path}) => {
      const options = {loader: 'css', minify: true, target: 'es2022'};
      return {contents: transformSync(readFileSync(path, 'utf8'), options).code, loader: 'text'};
    });
  },
};

export const bundleCases = () => Promise.all(caseNames.map(bundleCase));

async function bundleCase(name) {
  const {outputs, start, contentsOf} = await bundle(`bench/cases/${name}.js`, {
    plugins: [styleTexts],
    // One Lit for all, and the one that Keyslot is developed with.
    alias: {lit: join(root, 'node_modules/lit')},
  });
  const files = new Map();
  for (const path of Object.keys(outputs)) {
    const contents = contentsOf(path);
    files.set(basename(path), {
      contents,
      compressed: compress(contents),
      source: outputs[path].entryPoint,
    });
  }
  const {cssBundle} = outputs[start];
  const scripts = withoutDynamic(outputs, start).map((path) => basename(path));
  return {
    name,
    files,
    entry: basename(start),
    scripts,
    style: cssBundle && basename(cssBundle),
    first: [...scripts, ...(cssBundle ? [basename(cssBundle)] : [])],
  };
}
