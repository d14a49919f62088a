import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
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

describe('the packed files', () => {
  const npm = process.env.npm_execpath ?? 'npm';
  const parameters = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const output = npm.endsWith('js')
    ? execFileSync(process.execPath, [npm, ...parameters], {cwd: root, encoding: 'utf8'})
    : execFileSync(npm, parameters, {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
  const packed = JSON.parse(output)[0].files.map(({path}) => path);

  it('are what the package is made of, and nothing else', () => {
    const built = modules.flatMap((path) => [
      path,
      `${path}.map`,
      path.replace(/\.js$/, '.d.ts'),
      path.replace(/\.js$/, '.d.ts.map'),
    ]);
    const expected = [
      ...built,
      ...filesIn('src', '.ts'),
      ...filesIn('typings', '.d.ts'),
      ...filesIn('cdn', '.js'),
      'cdn/manifest.json',
      'callback/callback.html',
      'callback/keyslot-callback.js',
      'connector.schema.json',
      'custom-elements.json',
      'sbom.cdx.json',
      'vscode.html-custom-data.json',
      'web-types.json',
      ...readdirSync(join(root, 'docs'))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
      'llms.txt',
      'LICENSE',
      'SECURITY.md',
      'README.md',
      'package.json',
    ];
    assert.deepEqual(packed.toSorted(), expected.toSorted());
  });

  it('have types that name no package which they do not depend on', () => {
    const known = ['lit', '@lit/context', '@lit/react', 'react', 'keyslot'];
    for (const path of [...filesIn('dist', '.d.ts'), ...filesIn('typings', 'elements.d.ts')]) {
      const text = readFileSync(join(root, path), 'utf8');
      for (const [, name] of text.matchAll(/(?:from |import\()["']((?:@[^"'/]+\/)?[^"'/.]+)/g)) {
        assert.ok(known.includes(name), `${path} names ${name}`);
      }
    }
  });

  it('hold no path of the machine that made them', () => {
    for (const path of packed) {
      assert.ok(!readFileSync(join(root, path), 'utf8').includes(root.replace(/\/$/, '')), path);
    }
  });
});

describe('the bill of materials', () => {
  const read = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
  const bom = read('sbom.cdx.json');

  /** What is installed of all that the package needs, and of what that needs. */
  const needed = new Map();
  function need({dependencies = {}}) {
    for (const name of Object.keys(dependencies)) {
      if (needed.has(name)) continue;
      const found = read('node_modules', name, 'package.json');
      needed.set(name, found);
      need(found);
    }
  }
  need(manifest);

  it('is of this version', () => {
    const {name, version} = bom.metadata.component;
    assert.deepEqual([name, version], [manifest.name, manifest.version]);
  });

  it('names all that the package needs, with version and licence, and nothing else', () => {
    assert.ok(needed.has('lit-html'));
    const listed = bom.components.map(({name, version, licenses}) => [
      name,
      version,
      licenses[0].license.id,
    ]);
    const installed = [...needed].map(([name, {version, license}]) => [name, version, license]);
    assert.deepEqual(listed.toSorted(), installed.toSorted());
  });

  it('says what needs what', () => {
    const nameOf = (ref) => /^pkg:npm\/(.+)@/.exec(ref)[1].replace('%40', '@');
    const listed = bom.dependencies.map(({ref, dependsOn}) => [nameOf(ref), dependsOn.map(nameOf)]);
    const installed = [[manifest.name, manifest], ...needed].map(([name, {dependencies = {}}]) => [
      name,
      Object.keys(dependencies).toSorted(),
    ]);
    assert.deepEqual(listed.toSorted(), installed.toSorted());
  });

  it('has the hash of each, as the lock has it', () => {
    const {packages} = read('package-lock.json');
    for (const {name, hashes} of bom.components) {
      const hash = Buffer.from(hashes[0].content, 'hex').toString('base64');
      assert.equal(`sha512-${hash}`, packages[`node_modules/${name}`].integrity);
    }
  });

  it('is the same at every build: it has no date, no number of its own and no address', () => {
    assert.equal(bom.serialNumber, undefined);
    assert.equal(bom.metadata.timestamp, undefined);
    assert.doesNotMatch(JSON.stringify(bom), /https?:/);
  });
});

describe('what the manifest of the single file says', () => {
  const {version, entry, files} = JSON.parse(readFileSync(join(root, 'cdn/manifest.json'), 'utf8'));

  it('is the version and the entry', () => {
    assert.deepEqual([version, entry], [manifest.version, 'keyslot.js']);
  });

  it('is what each file hashes to', () => {
    const hashes = filesIn('cdn', '.js').map((path) => {
      const content = readFileSync(join(root, path));
      const hash = createHash('sha384').update(content).digest('base64');
      return [path.slice('cdn/'.length), {bytes: content.length, integrity: `sha384-${hash}`}];
    });
    assert.deepEqual(files, Object.fromEntries(hashes));
  });
});

describe('the single file', () => {
  const name = /([\w-]+)\.js$/;
  const languages = filesIn('dist/locales', '.js').map((path) => name.exec(path)[1]);

  it('is one: it imports nothing but what it loads later', () => {
    const text = readFileSync(join(root, 'cdn/keyslot.js'), 'utf8');
    assert.doesNotMatch(text, /\bfrom\s*["'`]\.|\bimport\s*["'`]\./);
    assert.match(text, /\bas provideMessages\b/);
  });

  it('has all languages beside it but for English', async () => {
    const beside = filesIn('cdn/locales', '.js').map((path) => name.exec(path)[1]);
    assert.deepEqual(beside, languages.filter((language) => language !== 'en').toSorted());
    for (const language of beside) {
      const [words, same] = await Promise.all(
        ['cdn', 'dist'].map((folder) => {
          const path = join(root, folder, 'locales', `${language}.js`);
          return import(pathToFileURL(path).href);
        }),
      );
      const exported = language.replace('-', '');
      assert.deepEqual(Object.keys(words), [exported]);
      assert.equal(JSON.stringify(words), JSON.stringify(same));
    }
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
          : [...modules, ...filesIn('dist', '.d.ts'), ...filesIn('cdn', '.js')].some(
              (file) => file.startsWith(before) && file.endsWith(after),
            );
      it(`exports ${entry} as ${path}, which is there`, () => {
        assert.ok(fits);
      });
    }

    if (!entry.includes('*') && target.default) {
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

  it('runs nothing when it is installed', () => {
    const names = ['preinstall', 'install', 'postinstall', 'prepare'];
    assert.deepEqual(
      names.filter((name) => name in manifest.scripts),
      [],
    );
  });

  it('agrees with the lock about the version', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    assert.equal(lock.version, manifest.version);
    assert.equal(lock.packages[''].version, manifest.version);
  });
});
