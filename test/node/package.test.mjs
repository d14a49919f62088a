import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const filesIn = (folder, ending) =>
  readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

const modules = filesIn('dist', '.js');

describe('the built modules', () => {
  it('are there, one for each source', () => {
    const sources = filesIn('src', '.ts').map((path) =>
      path.replace(/^src\/(.*)\.ts$/, 'dist/$1.js'),
    );
    assert.deepEqual(modules.toSorted(), sources.toSorted());
  });

  it('run where there is no DOM', () => {
    assert.equal(typeof document, 'undefined');
    assert.equal(typeof window, 'undefined');
    assert.equal(typeof HTMLElement, 'undefined');
  });

  for (const path of modules) {
    it(`${path} can be imported without a DOM`, async () => {
      await import(pathToFileURL(join(root, path)));
      assert.equal(typeof document, 'undefined', 'nothing puts a DOM in place');
    });
  }

  it('know their version', async () => {
    const {version} = await import('../../dist/version.js');
    assert.equal(version, manifest.version);
  });
});

describe('package.json', () => {
  for (const [entry, target] of Object.entries(manifest.exports)) {
    const targets = typeof target === 'string' ? [target] : Object.values(target);
    for (const path of targets) {
      // A pattern: at least one file must fit.
      const [before, after] = path.replace('./', '').split('*');
      const fits =
        after === undefined
          ? existsSync(join(root, path))
          : [...modules, ...filesIn('dist', '.d.ts')].some(
              (file) => file.startsWith(before) && file.endsWith(after),
            );
      it(`exports ${entry} as ${path}, which is there`, () => {
        assert.ok(fits);
      });
    }

    if (!entry.includes('*') && typeof target !== 'string') {
      it(`exports ${entry} under its name`, async () => {
        const exported = await import(entry.replace('.', manifest.name));
        assert.equal(exported, await import(pathToFileURL(join(root, target.default))));
      });
    }
  }

  it('exports JSON that can be read', () => {
    for (const path of Object.values(manifest.exports)) {
      if (!String(path).endsWith('.json')) continue;
      JSON.parse(readFileSync(join(root, path), 'utf8'));
    }
  });

  it('publishes every file that it exports', () => {
    const published = [...manifest.files, 'package.json'];
    for (const target of Object.values(manifest.exports)) {
      for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
        assert.ok(
          published.some((name) => path.startsWith(`./${name}`)),
          path,
        );
      }
    }
  });

  it('agrees with the lock about the version', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    assert.equal(lock.version, manifest.version);
    assert.equal(lock.packages[''].version, manifest.version);
  });
});
