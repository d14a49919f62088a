import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {importBundled} from '../../scripts/import-bundled.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const sourcesIn = (folder) =>
  readdirSync(join(root, folder), {recursive: true})
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(join(folder, name)));
const unique = (items) => [...new Set(items)].toSorted();

const elements = JSON.parse(read('custom-elements.json'))
  .modules.flatMap(({declarations = []}) => declarations)
  .filter(({tagName}) => tagName);
const documented = (list, tags) =>
  elements
    .filter(({tagName}) => !tags || tags.includes(tagName))
    .flatMap((element) => element[list] ?? []);
const namesOf = (items) => unique(items.map(({name}) => name));

const {ELEMENTS, GROUPS, tokens} = await importBundled('stories/docs/theming-tables.ts');

/** What styles read, with what they fall back to. */
function propertiesIn(styles) {
  const text = styles.replace(/\s+/g, ' ');
  return [...text.matchAll(/var\( ?(--keyslot-[\w-]+),? ?/g)].map(({0: start, 1: name, index}) => {
    const rest = text.slice(index + start.length);
    let depth = 1;
    const end = [...rest].findIndex((character) => {
      depth += {'(': 1, ')': -1}[character] ?? 0;
      return depth === 0;
    });
    // Within the styles, a colour has a short name.
    const value = rest.slice(0, end).trim().replace('var(--_', 'var(--keyslot-color-');
    return {name, default: value};
  });
}

describe('the custom properties', () => {
  const names = namesOf(documented('cssProperties'));

  it('are documented with the defaults that the styles have, and no others', () => {
    const lines = (items) => unique(items.map((item) => `${item.name}: ${item.default}`));
    const styles = sourcesIn('src/elements/styles').join('\n');
    assert.deepEqual(lines(documented('cssProperties')), lines(propertiesIn(styles)));
  });

  it('are documented for every element that has them from the base', () => {
    const shared = propertiesIn(read('src/elements/styles/base.styles.ts'));
    for (const {tagName, cssProperties} of elements) {
      const own = namesOf(cssProperties ?? []);
      for (const {name} of shared) assert.ok(own.includes(name), `${tagName} lacks ${name}`);
    }
  });

  it('are few', () => {
    assert.ok(names.length > 20 && names.length <= 40, `${names.length} properties`);
  });

  it('are all that the elements read or set, but for what they keep to themselves', () => {
    const source = sourcesIn('src/elements').join('\n');
    const found = [...source.matchAll(/(?:var\(\s*|[\s'"`;{])(--[a-z][\w-]*)/g)];
    assert.deepEqual(unique(found.map(([, name]) => name)), names);
    assert.deepEqual(
      names.filter((name) => !name.startsWith('--keyslot-')),
      [],
    );
  });

  it('belong to one group each', () => {
    for (const name of names) {
      const groups = Object.keys(GROUPS).filter((group) => GROUPS[group].test(name));
      assert.equal(groups.length, 1, `${name}: ${groups.join(' and ') || 'none'}`);
    }
  });
});

describe('the parts', () => {
  /** Those in templates. What a template takes from a parameter is in the type of that. */
  function partsInSource() {
    return sourcesIn('src/elements').flatMap((source) => {
      const code = source.replace(/\/\*\*.*?\*\//gs, '');
      const literal = [...code.matchAll(/(?<!\[)\bpart="([^"]*)"/g)].flatMap(([, list]) =>
        list.split(/\s+/),
      );
      const passed = /\bpart=(?:"[^"]*)?\$\{part\}/.test(code)
        ? [...code.matchAll(/\bpart: ((?:'[\w-]+'(?: \| )?)+)/g)].flatMap(([, union]) =>
            union.replaceAll("'", '').split(' | '),
          )
        : [];
      assert.ok(!/part=\$\{(?!part\})/.test(code), 'a part is computed');
      return [...literal, ...passed];
    });
  }

  it('are documented, and no others', () => {
    const found = partsInSource();
    const fixed = unique(found.filter((name) => !name.includes('${')));
    const parts = documented('cssParts');
    // A further name of a part, such as that of what kind it is, is in the description of the part.
    const further = parts.flatMap(({description}) =>
      /; also (.*)\.$/.test(description) ? [...description.matchAll(/`([\w-]+)`/g)] : [],
    );
    const remarks = further.map(([, name]) => name);
    assert.ok(fixed.length > 80, `${fixed.length} parts`);
    assert.deepEqual(
      fixed.filter((name) => !remarks.includes(name)),
      namesOf(parts),
    );
    assert.deepEqual(
      unique(found.filter((name) => name.includes('${'))),
      ['${name}', '${part}', '${state}', 'field-${type}'].toSorted(),
    );
  });
});

describe('the theming page', () => {
  const page = read('stories/docs/theming.mdx');

  it('has a table of each group', () => {
    for (const group of Object.keys(GROUPS)) {
      assert.ok(page.includes(`{tokens('${group}')}`), group);
    }
    const rows = Object.keys(GROUPS).flatMap((group) => [
      ...tokens(group).matchAll(/^\| `(--[\w-]+)` \| `[^`]+` \| [^|]+ \|$/gm),
    ]);
    assert.deepEqual(rows.map(([, name]) => name).toSorted(), namesOf(documented('cssProperties')));
  });

  for (const [list, table] of [
    ['cssParts', 'parts'],
    ['cssStates', 'states'],
    ['slots', 'slots'],
  ]) {
    it(`has the ${table} of every element`, () => {
      for (const tag of ELEMENTS) {
        const isThere = page.includes(`{${table}('${tag}')}`);
        assert.equal(isThere, documented(list, [tag]).length > 0, tag);
      }
      assert.deepEqual(namesOf(documented(list, ELEMENTS)), namesOf(documented(list)));
    });
  }
});
