import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** The modules that a module names, in `import`, `export … from` and `import()`. */
function importsOf(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022);
  const found = {static: [], dynamic: []};
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier) found.static.push(node.moduleSpecifier.text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      assert.ok(ts.isStringLiteral(specifier), `${path} imports what it computes`);
      found.dynamic.push(specifier.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every module of ours that an entry can load, now or later, by its path in `dist`. */
function graphOf(entry) {
  const found = new Set([join(dist, entry)]);
  const dynamic = [];
  for (const path of found) {
    const imports = importsOf(path);
    dynamic.push(...imports.dynamic);
    for (const specifier of [...imports.static, ...imports.dynamic]) {
      if (specifier.startsWith('.')) found.add(join(dirname(path), specifier));
    }
  }
  return {modules: [...found].map((path) => relative(dist, path).replaceAll('\\', '/')), dynamic};
}

const isRequest = (path) => path.startsWith('request/');
const elements = ['keyslot-connect', 'keyslot-credential-form', 'keyslot-method-picker'];

describe('what a page loads', () => {
  for (const name of elements) {
    it(`for ${name} has nothing of the request layer, now or later`, () => {
      const {modules, dynamic} = graphOf(`define/${name}.js`);
      assert.ok(modules.includes('kinds/built-ins.js'), 'the walk went somewhere');
      if (name !== 'keyslot-method-picker') {
        assert.ok(dynamic.length > 0, 'the walk followed what is loaded later');
        assert.ok(modules.includes('model/validate-credential.js'));
      }
      assert.deepEqual(modules.filter(isRequest), []);
    });
  }

  it('for keyslot-dialog has no kind and no rule for values', () => {
    const {modules} = graphOf('define/keyslot-dialog.js');
    assert.ok(modules.includes('messages/en-dialog.js'), 'the walk went somewhere');
    assert.deepEqual(
      modules.filter((path) => /^(?:model|kinds|request)\//.test(path)),
      // In which language its words are.
      ['model/localized-text.js'],
    );
  });

  for (const entry of ['index.js', 'define.js']) {
    it(`for ${entry} has nothing of the request layer, now or later`, () => {
      assert.deepEqual(graphOf(entry).modules.filter(isRequest), []);
    });
  }

  for (const entry of ['core.js', 'index.js', 'define.js', 'oauth.js']) {
    it(`for ${entry} has nothing of what is for tests`, () => {
      assert.deepEqual(
        graphOf(entry).modules.filter((path) => path.startsWith('testing')),
        [],
      );
    });
  }

  it('for testing.js registers nothing', () => {
    const {modules} = graphOf('testing.js');
    assert.ok(modules.includes('testing/keyslot-driver.js'), 'the walk went somewhere');
    assert.deepEqual(
      modules.filter((path) => path.startsWith('define')),
      [],
    );
  });

  it('for core.js has the request layer, and no element', () => {
    const {modules} = graphOf('core.js');
    assert.ok(modules.includes('request/oauth1-signature.js'));
    assert.deepEqual(
      modules.filter((path) => !/^(?:model|kinds|request)\/|^[a-z]+\.js$/.test(path)),
      [],
    );
  });
});
