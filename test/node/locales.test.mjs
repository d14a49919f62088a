// Every language says all that English says, with all that it is said of.
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';

const folder = fileURLToPath(new URL('../../dist/locales', import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => name.slice(0, -'.js'.length));

/** A module exports its words by the tag of the language, without the hyphen. */
const wordsOf = async (name) => {
  const module = await import(pathToFileURL(join(folder, `${name}.js`)));
  return module[name.replace('-', '')];
};

const en = await wordsOf('en');
const others = await Promise.all(
  names.filter((name) => name !== 'en').map(async (name) => [name, await wordsOf(name)]),
);

/** Those that are given numbers. */
const counted = new Set([
  '/filterResult',
  '/summary',
  '/optionResult',
  '/moreOptions',
  '/chosenOptions',
  '/fillOffer',
  '/filled',
]);
const formats = [
  'email',
  'url',
  'origin',
  'hostname',
  'dns-label',
  'uuid',
  'pem',
  'json',
  'base64',
];

/** All texts and functions, by their path. */
function* leaves(words, path = '') {
  for (const [name, value] of Object.entries(words)) {
    if (typeof value === 'object') yield* leaves(value, `${path}/${name}`);
    else yield [`${path}/${name}`, value];
  }
}

/** Numbers that no text has of its own, and texts that none has either. */
const params = {
  min: 4713,
  max: 4714,
  minLength: 4715,
  maxLength: 4716,
  maximum: '⟦maximum⟧',
  pattern: '⟦pattern⟧',
};

/** What a function is called with, so that all that it can say is heard. */
function* callsOf(path) {
  if (counted.has(path)) for (const shown of [0, 1, 2, 3, 11, 23, 100]) yield [shown, 4711];
  else if (path.startsWith('/issues/')) {
    for (const format of formats) {
      for (const encoding of ['text', 'base64']) {
        for (const chosen of [true, false]) {
          const given = {...params, format, encoding};
          yield [{label: '⟦label⟧', chosen, example: '⟦example⟧', params: given}];
          yield [{label: '⟦label⟧', chosen, example: undefined, params: given}];
        }
      }
    }
  } else yield ['⟦first⟧', '⟦second⟧'];
}

/** What a text was given: words in brackets, and large numbers with or without their separator. */
const mentions = (text) => new Set(text.replaceAll(/(?<=4)\D(?=71)/g, '').match(/⟦\w+⟧|471\d/g));

describe('the languages', () => {
  it('are those that are promised', () => {
    const promised = ['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt-BR', 'zh-CN'];
    assert.deepEqual(names.toSorted(), promised);
  });
});

for (const [name, words] of others) {
  describe(`the words in ${name}`, () => {
    const known = new Map(leaves(words));

    it('are those of English', () => {
      const paths = [...leaves(en)].map(([path]) => path);
      assert.deepEqual([...known.keys()].toSorted(), paths.toSorted());
    });

    it('are texts where English has one, and functions where that has one', () => {
      for (const [path, value] of leaves(en)) {
        assert.equal(typeof known.get(path), typeof value, path);
      }
    });

    it('mention what English mentions', () => {
      for (const [path, say] of leaves(en)) {
        if (typeof say !== 'function') continue;
        for (const given of callsOf(path)) {
          const text = known.get(path)(...given);
          assert.deepEqual(mentions(text), mentions(say(...given)), `${path}: ${text}`);
          assert.doesNotMatch(text, /undefined|NaN|\[object/, path);
        }
      }
    });

    it('say how many there are', () => {
      const digits = new Intl.NumberFormat(name);
      for (const path of counted) {
        for (const count of [3, 11, 23, 100]) {
          const text = known.get(path)(count, 4711);
          assert.ok(text.includes(digits.format(count)), `${path}: ${text}`);
          const hasTotal = mentions(en[path.slice(1)](count, 4711)).size > 0;
          assert.equal(mentions(text).has('4711'), hasTotal, path);
        }
        const forms = [0, 1, 2].map((count) => known.get(path)(count, 4711));
        for (const text of forms) assert.ok(text.trim(), path);
      }
    });

    it('name each format', () => {
      const say = known.get('/issues/field_format');
      const texts = formats.map((format) => say({label: 'X', chosen: false, params: {format}}));
      const unknown = say({label: 'X', chosen: false, params: {format: 'unheard-of'}});
      assert.equal(new Set([...texts, unknown]).size, formats.length + 1);
    });

    it('end as sentences where English does', () => {
      for (const [path, value] of leaves(en)) {
        if (typeof value !== 'string') continue;
        const isSentence = /[.]$/.test(value);
        assert.equal(/[.。]$/.test(known.get(path)), isSentence, `${path}: ${known.get(path)}`);
      }
    });

    it('are translated', () => {
      for (const [path, value] of leaves(en)) {
        if (typeof value !== 'string' || value.length < 15) continue;
        assert.notEqual(known.get(path), value, path);
      }
    });
  });
}
