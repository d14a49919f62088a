import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {hosts} from '../hosts/hosts.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/frameworks.md'), 'utf8');

/** Blocks of code, with the files that they are taken from. */
const blocks = [...page.matchAll(/^```(\w+) ?([^\n]*)\n(.*?)^```$/gms)].map(
  ([, language, path, code]) => ({language, path, code}),
);

describe('the recipes for frameworks', () => {
  it('name the files that they are taken from', () => {
    assert.ok(blocks.length >= hosts.length, `${blocks.length} recipes`);
    for (const {path, language} of blocks) assert.ok(path, `a block of ${language}`);
  });

  for (const {path, code} of blocks) {
    it(`say what ${path} says`, () => {
      const text = readFileSync(join(root, path), 'utf8');
      assert.ok(text.includes(code.trimEnd()), `not in ${path}:\n${code}`);
    });
  }

  for (const {name} of hosts) {
    it(`have one for ${name}`, () => {
      assert.ok(blocks.some(({path}) => path.startsWith(`examples/${name}/`)));
    });
  }
});

describe('the examples', () => {
  const folders = readdirSync(join(root, 'examples'), {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .filter(({name}) => existsSync(join(root, 'examples', name, 'package.json')))
    .map(({name}) => name);

  it('are all driven in a browser', () => {
    assert.deepEqual(folders, hosts.map(({name}) => name).toSorted());
  });

  for (const name of folders) {
    const read = (file) => JSON.parse(readFileSync(join(root, 'examples', name, file), 'utf8'));

    it(`${name} asks for exact versions, and for the package as it is packed here`, () => {
      const {dependencies, devDependencies, overrides} = read('package.json');
      const {keyslot, ...others} = {...dependencies, ...devDependencies, ...overrides};
      assert.equal(keyslot, 'file:../../keyslot.tgz');
      for (const version of Object.values(others)) assert.match(version, /^\d+\.\d+\.\d+$/);
    });

    it(`${name} has a lock that names no place to fetch packages from`, () => {
      const {packages} = read('package-lock.json');
      const places = Object.values(packages).flatMap(({resolved}) => resolved ?? []);
      assert.deepEqual(places, ['file:../../keyslot.tgz']);
      assert.equal(packages['node_modules/keyslot'].integrity, undefined);
    });
  }
});
