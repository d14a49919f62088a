import {expect} from '@open-wc/testing';
import type {LocalizedText} from '../../src/model/definition.js';
import {resolveText} from '../../src/model/localized-text.js';

const table: readonly [LocalizedText, string, string][] = [
  ['Key', 'de', 'Key'],
  [{en: 'Key', de: 'Schlüssel'}, 'de', 'Schlüssel'],
  [{en: 'Key', de: 'Schlüssel'}, 'DE', 'Schlüssel'],
  [{en: 'Key', 'DE-at': 'Schlüssl'}, 'de-AT', 'Schlüssl'],
  [{en: 'Key', de: 'Schlüssel', 'de-AT': 'Schlüssl'}, 'de-AT', 'Schlüssl'],
  [{en: 'Key', de: 'Schlüssel', 'de-AT': 'Schlüssl'}, 'de-CH', 'Schlüssel'],
  [{en: 'Key', 'zh-Hant': '金鑰', zh: '密钥'}, 'zh-Hant-TW', '金鑰'],
  [{en: 'Key', de: 'Schlüssel'}, 'fr', 'Key'],
  [{de: 'Schlüssel', en: 'Key'}, 'fr-CA', 'Key'],
  [{de: 'Schlüssel', fr: 'Clé'}, 'it', 'Schlüssel'],
  [{de: 'Schlüssel', fr: 'Clé'}, '', 'Schlüssel'],
  // An empty text is a text.
  [{en: 'Key', de: ''}, 'de', ''],
  // A longer tag is not a fallback for a shorter one.
  [{'de-AT': 'Schlüssl', en: 'Key'}, 'de', 'Key'],
  [{}, 'de', ''],
];

describe('resolveText', () => {
  for (const [text, language, words] of table) {
    it(`reads ${JSON.stringify(text)} in "${language}" as "${words}"`, () => {
      expect(resolveText(text, language)).to.equal(words);
    });
  }
});
