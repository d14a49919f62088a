import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {en} from '../../dist/messages/en.js';

const source = ['model', 'kinds', 'elements']
  .map((layer) => fileURLToPath(new URL(`../../src/${layer}`, import.meta.url)))
  .flatMap((folder) => readdirSync(folder, {recursive: true}).map((name) => join(folder, name)))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const codes = (prefix) => [
  ...new Set(
    [...source.matchAll(new RegExp(`'(${prefix}_[a-z_]+)'`, 'g'))].map(([, code]) => code),
  ),
];

/** Nothing that somebody can type leads to these: hosts and definitions do. */
const general = ['field_type', 'field_fixed', 'field_unexpected'];

describe('the English words', () => {
  it('say what is wrong with a field, for each code there is', () => {
    const found = [...codes('field'), ...codes('template')];
    assert.ok(found.length > 12);
    const words = Object.keys(en.issues).filter((code) => code !== 'other');
    assert.deepEqual(words.toSorted(), found.filter((code) => !general.includes(code)).toSorted());
    assert.ok(general.every((code) => found.includes(code)));
    assert.ok(en.issues.other);
  });

  it('say why something cannot be used for codes there are, and in general', () => {
    const found = codes('definition');
    assert.ok(found.length > 8);
    const words = Object.keys(en.diagnostics).filter((code) => code !== 'other');
    assert.ok(words.every((code) => found.includes(code)));
    assert.ok(en.diagnostics.other);
  });

  it('say what each format looks like', () => {
    const [, formats] = source.match(/type VariableFormat =\s*([^;]+);/);
    for (const [, format] of formats.matchAll(/'([a-z-]+)'/g)) {
      const words = en.issues.field_format({label: 'key', params: {format}});
      assert.doesNotMatch(words, /described/, format);
    }
  });
});
