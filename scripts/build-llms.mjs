// llms.txt: what a language model needs to write code for Keyslot, in one file (llmstxt.org).
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from './run.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('custom-elements.json'));

const documents = {
  'README.md': 'install, use, the API and security in short',
  'docs/frameworks.md': 'whole examples for React, Vue, Svelte, Solid, Angular and plain pages',
  'docs/oauth.md': 'signing in in a window, for the page and for the backend',
  'docs/extending.md': 'kinds and editors of your own',
  'docs/testing.md': 'a driver for tests, and contracts for kinds and editors',
  'docs/server-rendering.md': 'rendering on a server',
  'docs/password-managers.md': 'which fields password managers fill in, and `form-root`',
  'docs/moving.md': 'moving from hand-written forms',
  'docs/accessibility.md': 'what is heard on each journey, and conformance with WCAG 2.2',
  'docs/security.md': 'what is protected, and what cannot be',
  'connector.schema.json': 'the JSON Schema of a connector definition',
  'custom-elements.json': 'all properties, events, slots, parts and states',
};

const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();
const list = (title, items) =>
  items.length ? [`${title}:`, ...items.map((item) => `- ${item}`)] : [];

const elements = manifest.modules
  .flatMap(({declarations = []}) => declarations)
  .filter(({tagName}) => tagName)
  .flatMap(({tagName, description, members = [], events = [], slots = []}) => [
    `### <${tagName}>`,
    '',
    oneLine(description),
    '',
    ...list(
      'Properties',
      members
        .filter(({kind, static: isStatic, readonly}) => kind === 'field' && !isStatic && !readonly)
        .map(({name, attribute, type, description: about}) =>
          oneLine(
            `\`${name}\`${attribute ? ` (attribute \`${attribute}\`)` : ''}: \`${type?.text ?? 'unknown'}\`. ${about ?? ''}`,
          ),
        ),
    ),
    ...list(
      'Methods',
      members
        .filter(({kind}) => kind === 'method')
        .map(({name, description: about}) => oneLine(`\`${name}()\`. ${about ?? ''}`)),
    ),
    ...list(
      'Events',
      events.map(({name, description: about}) => oneLine(`\`${name}\`. ${about ?? ''}`)),
    ),
    ...list(
      'Slots',
      slots.map(({name, description: about}) =>
        oneLine(`\`${name || 'default'}\`. ${about ?? ''}`),
      ),
    ),
    '',
  ]);

const [, use] = /^## Use\n(.*?)^## /ms.exec(read('README.md')) ?? [];

writeFileSync(
  join(root, 'llms.txt'),
  [
    '# Keyslot',
    '',
    '> Web components that let a user connect an application: method picker, credential form and OAuth window, from a JSON definition to one validated credential in an event.',
    '',
    'Rules that are easy to get wrong: `keyslot-submit` does not bubble, so listen on the element; call `event.respondWith(promise)` before any `await`; set `connector`, `oauth`, `existing`, `values` and `presets` as properties; judge again on the server with `validateCredential` of `keyslot/core`.',
    '',
    '## Documents',
    '',
    ...Object.entries(documents).map(([path, about]) => `- [${path}](${path}): ${about}`),
    '',
    '## Use',
    use?.trimEnd() ?? '',
    '',
    '## Elements',
    '',
    ...elements,
  ].join('\n'),
);
