// cdn/: one module for pages without a bundler, the chunks that it loads on demand, and a manifest
// with what each file must hash to (SRI).
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'vite';
import {hasLiterals, minifyLiterals} from './minify-literals.mjs';
import {root} from './run.mjs';

const folder = join(root, 'cdn');
const entry = 'keyslot.js';

/** All of Keyslot, registered; and what has to share its context. */
const wholeEntry = {
  name: 'whole-entry',
  resolveId: (id) => (id === entry ? id : undefined),
  load: (id) =>
    id === entry
      ? `import '${root}/src/define.ts'; export * from '${root}/src/index.ts'; export * from '${root}/src/locales.ts';`
      : undefined,
};

/** Those beside English, which is in the entry. */
const languages = readdirSync(join(root, 'src/locales'))
  .map((name) => name.replace('.ts', ''))
  .filter((name) => name !== 'en');

const literals = {
  name: 'literals',
  enforce: 'pre',
  transform: (code, id) => (hasLiterals.test(id) ? minifyLiterals(code) : undefined),
};

await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  define: {'process.env.NODE_ENV': '"production"'},
  plugins: [wholeEntry, literals],
  build: {
    outDir: folder,
    emptyOutDir: true,
    target: 'es2022',
    // It would set `integrity` on nothing, and costs a kilobyte.
    modulePreload: false,
    rolldownOptions: {
      input: {
        keyslot: entry,
        ...Object.fromEntries(
          languages.map((name) => [`locales/${name}`, join(root, `src/locales/${name}.ts`)]),
        ),
      },
      // Chunks take what they share with it from the entry, which stays one file.
      preserveEntrySignatures: 'allow-extension',
      output: {entryFileNames: '[name].js', chunkFileNames: 'keyslot-[name]-[hash].js'},
    },
  },
});

const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const files = Object.fromEntries(
  readdirSync(folder, {recursive: true})
    .filter((name) => name.endsWith('.js'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => {
      const content = readFileSync(join(folder, name));
      const hash = createHash('sha384').update(content).digest('base64');
      return [name, {bytes: content.length, integrity: `sha384-${hash}`}];
    }),
);
writeFileSync(
  join(folder, 'manifest.json'),
  `${JSON.stringify({version, entry, files}, undefined, 2)}\n`,
);
