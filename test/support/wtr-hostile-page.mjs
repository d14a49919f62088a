import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const folder = dirname(fileURLToPath(import.meta.url));

const policy = (trustedTypes, host) =>
  [
    "default-src 'none'",
    // A page without an origin has no `self` in WebKit.
    `script-src 'self' http://${host}`,
    "style-src 'self'",
    // What the server of the tests puts in pages.
    'connect-src ws:',
    "form-action 'none'",
    "base-uri 'none'",
    ...(trustedTypes
      ? ["require-trusted-types-for 'script'", `trusted-types ${trustedTypes}`]
      : []),
  ].join('; ');

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A hostile page</title>
    <script type="module" src="/hostile/page.js"></script>
  </head>
  <body></body>
</html>
`;

/** Copies of Keyslot, each with a Lit of its own: what each exports, and the version it says it has. */
const copies = {
  keyslot: {contents: `export * from './src/define.ts'; export * from './src/index.ts';`},
  older: {
    contents: `export * from './src/define.ts'; export * from './src/index.ts';`,
    version: '0.0.1',
  },
  'older-connect': {
    contents: `export * from './src/define/keyslot-connect.ts';`,
    version: '0.0.1',
  },
};

/**
 * Serves `/hostile/page.html`, with a strict policy: its parameter `trusted-types` is that part of it.
 * And the copies of Keyslot that such a page can load, as single files.
 */
export function hostilePage() {
  let rootDir;
  const bundles = new Map();
  return {
    name: 'hostile-page',
    serverStart({config}) {
      rootDir = config.rootDir;
    },
    async serve(context) {
      const name = /^\/hostile\/([a-z-]+)\.js$/.exec(context.path)?.[1];
      // For pages without an origin.
      if (name) context.set('Access-Control-Allow-Origin', '*');
      if (context.path === '/hostile/page.html') {
        const {'trusted-types': trustedTypes = 'lit-html'} = context.query;
        context.set('Content-Security-Policy', policy(trustedTypes, context.host));
        return {body: page, type: 'html'};
      }
      if (name === 'page') {
        return {body: await readFile(join(folder, 'hostile-page.js'), 'utf8'), type: 'js'};
      }
      if (!copies[name]) return undefined;
      if (!bundles.has(name)) bundles.set(name, bundleOf(copies[name], rootDir));
      return {body: await bundles.get(name), type: 'js'};
    },
  };
}

async function bundleOf({contents, version}, rootDir) {
  const otherVersion = {
    name: 'other-version',
    setup({onLoad}) {
      if (!version) return;
      onLoad({filter: /src[\\/]version\.ts$/}, () => ({
        contents: `export const version = '${version}';`,
      }));
    },
  };
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: rootDir, sourcefile: 'copy.js'},
    absWorkingDir: rootDir,
    bundle: true,
    define: {'process.env.NODE_ENV': '"production"'},
    format: 'esm',
    logLevel: 'silent',
    plugins: [otherVersion],
    target: 'es2022',
    write: false,
  });
  return outputFiles[0].text;
}
