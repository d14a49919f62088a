import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {en} from '../../dist/locales/en.js';

const names = readdirSync(new URL('../../dist/locales', import.meta.url))
  .filter((name) => name.endsWith('.js') && name !== 'en.js')
  .map((name) => name.slice(0, -'.js'.length));

/** Every word by its path, and how it is made: `text`, or what a function is given. */
function shapeOf(words, path = '') {
  return Object.entries(words).flatMap(([name, word]) =>
    typeof word === 'object'
      ? shapeOf(word, `${path}${name}.`)
      : [`${path}${name} ${typeof word === 'function' ? word.length : 'text'}`],
  );
}

/** What a word says when it is given something that can be recognised. */
function placeholdersOf(word) {
  if (typeof word !== 'function') return [];
  const context = {
    label: 'LABEL',
    chosen: false,
    example: 'EXAMPLE',
    params: {min: 'MIN', max: 'MAX', minLength: 'MIN', maxLength: 'MAX', maximum: 'MAX'},
  };
  const isContextual = /[{]|context/.test(word.toString().split('=>')[0]);
  const said = isContextual ? word(context) : word(7, 9);
  return [...new Set(String(said).match(/LABEL|EXAMPLE|MIN|MAX|[79]/g) ?? [])].sort();
}

const at = (words, path) => path.split('.').reduce((part, name) => part[name], words);

describe('the languages', () => {
  it('are there', () => assert.ok(names.length > 0));

  for (const name of names) {
    describe(name, () => {
      it('has every word, made of the same', async () => {
        const words = Object.values(await import(`../../dist/locales/${name}.js`))[0];
        assert.deepEqual(shapeOf(words).sort(), shapeOf(en).sort());
      });

      it('leaves out nothing that a word is given', async () => {
        const words = Object.values(await import(`../../dist/locales/${name}.js`))[0];
        for (const path of shapeOf(en).map((line) => line.split(' ')[0])) {
          if (path === 'insideSentence') continue;
          assert.deepEqual(placeholdersOf(at(words, path)), placeholdersOf(at(en, path)), path);
        }
      });
    });
  }
});
