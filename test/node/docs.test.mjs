import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Blocks fenced as TypeScript, by the name of a module that does not exist on disk. */
const examples = new Map(
  pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code], index) => [
      join(root, `${page.replaceAll('/', '-')}-${index + 1}.ts`),
      code,
    ]);
  }),
);

const options = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
};

function compile(files) {
  const host = ts.createCompilerHost(options);
  const {fileExists, readFile} = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
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

  it('would not, were they wrong', () => {
    const wrong = new Map([
      [join(root, 'wrong.ts'), "import {parseConnector} from 'keyslot/core'; parseConnector();"],
    ]);
    assert.equal(compile(wrong).length, 1);
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
