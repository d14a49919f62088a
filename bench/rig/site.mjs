// Serves each case as a page of its own, compressed, as a host would.
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname} from 'node:path';
import {compress} from '../../scripts/bundle.mjs';
import {standard} from '../page/definitions.js';

const types = {'.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript'};
const pageFiles = [
  'checks.js',
  'definitions.js',
  'first-form.js',
  'limits.js',
  'stopwatch.js',
  'tasks.js',
];

export async function serve(cases) {
  const responses = new Map();
  const add = (path, contents, compressed = compress(contents)) =>
    responses.set(path, {type: types[extname(path)], compressed});
  for (const name of pageFiles) {
    add(`/page/${name}`, readFileSync(new URL(`../page/${name}`, import.meta.url)));
  }
  for (const one of cases) {
    for (const [name, {contents, compressed}] of one.files) {
      add(`/${one.name}/${name}`, contents, compressed);
    }
    add(`/${one.name}/load.html`, Buffer.from(loadPage(one)));
    add(`/${one.name}/work.html`, Buffer.from(workPage(one)));
  }

  const served = new Set();
  const server = createServer(({url}, response) => {
    served.add(url);
    const found = responses.get(url);
    if (!found) {
      response.writeHead(url === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': `${found.type}; charset=utf-8`,
      'content-encoding': 'br',
      'content-length': found.compressed.length,
      // Alone in its process, a page has a clock of five microseconds instead of a hundred.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(found.compressed);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    /** What of a case was ever asked for. */
    servedOf: ({name, files}) => [...files.keys()].filter((file) => served.has(`/${name}/${file}`)),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page that shows one form: scripts are announced, as bundlers write it. */
const loadPage = (one) =>
  page(
    one,
    `<script type="application/json" id="definition">${JSON.stringify(standard())}</script>
<script type="module">
import {mount, field} from './${one.entry}';
import {firstForm} from '/page/first-form.js';
firstForm({mount, field});
</script>`,
    [...one.scripts, '/page/first-form.js', '/page/tasks.js'],
  );

/** A page that shows nothing by itself. */
const workPage = (one) =>
  page(
    one,
    `<script type="module">
import * as form from './${one.entry}';
import {createChecks} from '/page/checks.js';
import {createLimits} from '/page/limits.js';
import {createStopwatch} from '/page/stopwatch.js';
globalThis.stopwatch = createStopwatch(form);
globalThis.limits = createLimits(globalThis.stopwatch);
globalThis.checks = createChecks(globalThis.stopwatch);
</script>`,
    one.scripts,
  );

const page = ({name, style}, scripts, preloads) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name}</title>
${style ? `<link rel="stylesheet" href="${style}">` : ''}
${preloads.map((path) => `<link rel="modulepreload" href="${path}">`).join('\n')}
<body>
<div id="root"></div>
${scripts}
</body>
</html>`;
