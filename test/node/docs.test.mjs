import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import {parseConnector} from '../../dist/core.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const guides = readdirSync(join(root, 'stories/docs'))
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => `stories/docs/${name}`);

/** What is fenced in a page, by its language. */
function blocksOf(page, language) {
  const text = readFileSync(join(root, page), 'utf8');
  const pattern = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms');
  return [...text.matchAll(pattern)].map(([, code]) => code);
}

/** Examples by the name of a module that does not exist on disk. */
const examples = new Map(
  pages.flatMap((page) =>
    blocksOf(page, 'ts').map((code, index) => [
      join(root, `${page.replaceAll('/', '-')}-${index + 1}.ts`),
      code,
    ]),
  ),
);

/** What the examples of the guides, which are parts of a page, may take as given. */
const setting = `
  import type {KeyslotConnectElement, KeyslotDialogElement, KeyslotSubmitEvent} from 'keyslot';
  import type {SubmitResult} from 'keyslot';
  import type {Credential, ExistingCredential, Issue} from 'keyslot/core';
  declare global {
    const element: KeyslotConnectElement;
    const dialog: KeyslotDialogElement;
    const openDialog: typeof import('keyslot').openDialog;
    const connector: unknown;
    const definition: unknown;
    const credential: Credential;
    const existing: ExistingCredential;
    let dialogIsOpen: boolean;
    function save(event: KeyslotSubmitEvent): Promise<SubmitResult>;
    function tryOut(event: KeyslotSubmitEvent): Promise<SubmitResult>;
    function refuse(issues: readonly Issue[]): void;
  }`;
const guideExamples = new Map([
  [join(root, 'setting.ts'), setting],
  ...guides.flatMap((page) =>
    ['ts', 'js'].flatMap((language) =>
      blocksOf(page, language).map((code, index) => [
        join(root, `${page.replaceAll('/', '-')}-${index + 1}.${language}`),
        // Each is a module of its own.
        `${code}\nexport {};`,
      ]),
    ),
  ),
]);

const options = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  allowJs: true,
  checkJs: true,
  skipLibCheck: true,
};

/** Scripts do not say the types of what functions are given. */
const untyped = new Set([7006, 7031]);

function compile(files) {
  const host = ts.createCompilerHost(options);
  const {fileExists, readFile} = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({file, code}) => !(file?.fileName.endsWith('.js') && untyped.has(code)))
    .map(
      ({file, start, messageText}) =>
        `${file?.fileName.slice(root.length)}:${file?.getLineAndCharacterOfPosition(start).line + 1}: ` +
        ts.flattenDiagnosticMessageText(messageText, ' '),
    );
}

describe('the examples of the documentation', () => {
  it('are there', () => {
    assert.ok(examples.size >= 5, `${examples.size} examples`);
  });

  it('compile against the package', () => {
    assert.deepEqual(compile(examples), []);
  });

  it('compile in the guides, too', () => {
    assert.ok(guideExamples.size > 7, `${guideExamples.size} examples`);
    assert.deepEqual(compile(guideExamples), []);
  });

  it('are definitions where they are JSON', () => {
    const texts = [...pages, ...guides].flatMap((page) => blocksOf(page, 'json'));
    const parts = texts.map((text) => JSON.parse(text));
    const variables = parts.filter(({key}) => key);
    const connectors = [
      ...parts.filter(({methods}) => methods),
      ...variables.map((variable) => {
        const methods = [{id: 'only', type: 'custom', variables: [variable]}];
        return {id: 'acme', name: 'Acme', methods};
      }),
    ];
    assert.ok(connectors.length > 2, `${connectors.length} definitions`);
    for (const connector of connectors) {
      assert.deepEqual(parseConnector(connector).diagnostics, [], JSON.stringify(connector));
    }
  });

  it('would not, were they wrong', () => {
    const wrong = new Map([
      [join(root, 'wrong.ts'), "import {parseConnector} from 'keyslot/core'; parseConnector();"],
    ]);
    assert.equal(compile(wrong).length, 1);
  });
});

describe('the map', () => {
  const map = readFileSync(join(root, 'docs/ARCHITECTURE.md'), 'utf8');
  const named = [...map.matchAll(/[\w*-]+\.ts/g)].map(
    ([name]) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '.*')}$`),
  );
  const files = readdirSync(join(root, 'src'), {recursive: true})
    .filter((path) => path.endsWith('.ts'))
    // What is in these is named as a whole, and the elements by their tags.
    .filter((path) => !/^(?:define|kinds|locales)\/|^elements\/.+\/|\/browser\//.test(path));

  it('has every file of the source', () => {
    assert.ok(files.length > 100, `${files.length} files`);
    const isNamed = (path) => named.some((name) => name.test(basename(path)));
    assert.deepEqual(
      files.filter((path) => !isNamed(path)),
      [],
    );
  });

  it('has no file that is gone', () => {
    const all = readdirSync(join(root, 'src'), {recursive: true}).map((path) => basename(path));
    assert.deepEqual(
      named.filter((name) => !all.some((file) => name.test(file))),
      [],
    );
  });
});

/** The codes in the source, by the parts of their names. */
function codesInSource() {
  const source = readdirSync(join(root, 'src'), {recursive: true})
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
    .join('\n');
  const literal = /'((?:definition|field|template|credential|request|load)_[a-z_]+)'/g;
  const attempts = /^ {2}([a-z_0-9]+): '(?:environment|prepare|window|response|provider)/gm;
  return new Set([
    ...[...source.matchAll(attempts)].map(([, code]) => code),
    ...[...source.matchAll(literal)].map(([, code]) => code),
    ...[...source.matchAll(/`\$\{phase\}(_[a-z]+)`/g)].flatMap(([, end]) => [
      `verify${end}`,
      `submit${end}`,
    ]),
  ]);
}

describe('the links of the documentation', () => {
  const written = [
    'README.md',
    'SECURITY.md',
    ...['docs', 'bench', 'test', 'stories/docs'].flatMap((folder) =>
      readdirSync(join(root, folder), {recursive: true})
        .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
        .map((name) => `${folder}/${name}`),
    ),
  ];

  /** What is wrong with the links of a text, as of the file at a path. */
  function brokenLinks(path, text) {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
    return links
      .filter((link) => !/^(?:https:|mailto:|\?path=)/.test(link))
      .filter((link) => {
        const [file, heading] = link.split('#');
        const target = file ? join(root, dirname(path), file) : join(root, path);
        if (!existsSync(target)) return true;
        return heading && !headingsOf(readFileSync(target, 'utf8')).includes(heading);
      })
      .map((link) => `${path}: ${link}`);
  }

  /** The headings of a page, as a forge turns them into names. */
  const headingsOf = (text) =>
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    );

  it('lead somewhere', () => {
    assert.ok(written.length > 30, `${written.length} pages`);
    const broken = written.flatMap((path) =>
      brokenLinks(path, readFileSync(join(root, path), 'utf8')),
    );
    assert.deepEqual(broken, []);
  });

  it('would not, were they wrong', () => {
    const text = '[a](docs/nowhere.md) [b](#nothing) [c](docs/security.md#headers)';
    const broken = ['README.md: docs/nowhere.md', 'README.md: #nothing'];
    assert.deepEqual(brokenLinks('README.md', text), broken);
  });
});

describe('the codes of what can go wrong', () => {
  const tables = join(root, 'stories/docs/tables');
  const documented = readdirSync(tables)
    .filter((name) => name.endsWith('-codes.md'))
    .flatMap((name) => [
      ...readFileSync(join(tables, name), 'utf8').matchAll(/^\| `([a-z0-9_]+)`/gm),
    ])
    .map(([, code]) => code);

  it('are all documented, and no others', () => {
    const codes = codesInSource();
    assert.ok(codes.size > 50, `${codes.size} codes`);
    assert.deepEqual([...new Set(documented)].toSorted(), [...codes].toSorted());
  });
});
