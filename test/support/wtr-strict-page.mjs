import {readFile} from 'node:fs/promises';
import {readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const folder = dirname(fileURLToPath(import.meta.url));

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Stories under a strict policy</title>
    <script type="module" src="/strict/page.js"></script>
  </head>
  <body></body>
</html>
`;

/**
 * Serves `/strict/page.html`: every story, on a page with a strict Content-Security-Policy. All
 * stories are one bundle, because two copies of Lit cannot share one Trusted Types policy.
 */
export function strictPage() {
  let rootDir;
  let bundle;
  return {
    name: 'strict-page',
    serverStart({config}) {
      rootDir = config.rootDir;
    },
    async serve(context) {
      switch (context.path) {
        case '/strict/page.html':
          context.set('Content-Security-Policy', policy);
          return {body: page, type: 'html'};
        case '/strict/page.js':
          return {body: await readFile(join(folder, 'strict-page.js'), 'utf8'), type: 'js'};
        case '/strict/stories.js':
          bundle ??= bundleStories(rootDir);
          return {body: await bundle, type: 'js'};
      }
    },
  };
}

async function bundleStories(rootDir) {
  const files = readdirSync(join(rootDir, 'stories'), {recursive: true})
    .filter((file) => file.endsWith('.stories.ts'))
    .map((file) => `stories/${file.replaceAll('\\', '/')}`)
    .sort();
  const lines = [
    `export {render} from 'lit';`,
    ...files.map((file, index) => `import * as file${index} from './${file}';`),
    `export const files = [`,
    ...files.map((file, index) => `  {file: '${file}', exports: file${index}},`),
    `];`,
  ];
  const stub = join(folder, 'storybook-stub.mjs');
  try {
    const {outputFiles} = await build({
      stdin: {contents: lines.join('\n'), resolveDir: rootDir, sourcefile: 'strict-stories.js'},
      absWorkingDir: rootDir,
      alias: {'storybook/test': stub, '@storybook/web-components-vite': stub},
      bundle: true,
      define: {'process.env.NODE_ENV': '"production"'},
      format: 'esm',
      logLevel: 'silent',
      sourcemap: 'inline',
      target: 'es2022',
      write: false,
    });
    return outputFiles[0].text;
  } catch (error) {
    // Fails the test that opens the page rather than every test of the run.
    return `throw new Error(${JSON.stringify(error.message)});`;
  }
}
