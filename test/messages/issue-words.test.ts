import {expect} from '@open-wc/testing';
import {parseConnector, type Issue, type Parameters} from '../../src/core.js';
import {en} from '../../src/messages/en.js';
import {enIssues} from '../../src/messages/en-issues.js';
import {issueWords} from '../../src/messages/issue-words.js';
import type {PartialMessages} from '../../src/messages/messages.js';
import {mergeMessages} from '../../src/messages/messages.js';
import {Wording} from '../../src/messages/wording.js';
import {customWith} from '../support/model.js';

interface Surroundings {
  readonly name?: string;
  readonly language?: string;
  readonly messages?: PartialMessages;
}

/** What is said about a field with these properties. */
function say(
  variable: object,
  issue: Omit<Issue, 'key'>,
  {name = 'Acme', language = 'en', messages}: Surroundings = {},
) {
  const {connector} = parseConnector({...customWith({key: 'field', ...variable}), name});
  const method = connector?.methods[0];
  if (method?.status !== 'available') throw new Error('unavailable');
  const wording = new Wording(mergeMessages(en, messages), language, connector);
  return issueWords({...issue, key: 'field'}, method, wording);
}

const label = 'Store name';
const options = [{value: 'a'}];

describe('issueWords', () => {
  const table: readonly [string, object, Parameters, string][] = [
    ['field_required', {}, {}, 'Enter the store name'],
    ['field_required', {type: 'select', options}, {}, 'Choose the store name'],
    ['field_type', {}, {expected: 'string'}, 'Check the store name'],
    ['field_number', {}, {}, 'Enter the store name as a number, for example 1.5'],
    ['field_too_small', {}, {min: -1}, 'The store name must be -1 or more'],
    ['field_too_large', {}, {max: 0}, 'The store name must be 0 or less'],
    [
      'field_too_short',
      {},
      {minLength: 8},
      'The store name is too short: it needs at least 8 characters',
    ],
    [
      'field_too_long',
      {},
      {maxLength: 8},
      'The store name is too long: it can have at most 8 characters',
    ],
    ['field_option', {type: 'select', options}, {}, 'Choose the store name from the list'],
    ['field_pattern', {}, {}, 'Check the store name: it does not look right'],
    [
      'field_pattern',
      {example: 'my-store'},
      {},
      'Check the store name: it should look like my-store',
    ],
    ['field_pattern', {pattern: {regex: 'a', message: 'Only one a'}}, {}, 'Only one a'],
    ['field_pattern', {pattern: {regex: 'a', message: {en: 'One a', de: 'Ein a'}}}, {}, 'One a'],
    ['field_required', {pattern: {regex: 'a', message: 'Only one a'}}, {}, 'Enter the store name'],
    ['field_format', {}, {format: 'email'}, 'Enter the store name as an email address'],
    [
      'field_format',
      {example: 'https://a.example'},
      {format: 'url'},
      'Enter the store name as a web address that begins with https://, for example https://a.example',
    ],
    ['field_format', {}, {format: 'unheard-of'}, 'Enter the store name as described'],
    ['field_colon', {}, {}, 'Enter the store name without a colon'],
    ['field_required', {type: 'multiselect', options}, {}, 'Choose the store name'],
    ['field_required', {type: 'file'}, {}, 'Choose the store name'],
    ['field_required', {type: 'keyvalue'}, {}, 'Enter the store name'],
    ['field_format', {}, {format: 'base64'}, 'Enter the store name as Base64'],
    ['field_pair_name', {}, {}, 'Enter a name for each value of the store name'],
    ['field_file_reading', {}, {}, 'Wait until the file for the store name is read'],
    ['field_file_several', {}, {}, 'Choose only one file for the store name'],
    ['field_file_empty', {}, {}, 'The file for the store name is empty: choose another one'],
    [
      'field_file_too_large',
      {},
      {maximum: '5 kB'},
      'The file for the store name is too large: it can have at most 5 kB',
    ],
    [
      'field_file_unreadable',
      {},
      {encoding: 'text'},
      'The file for the store name is not a plain text file: choose another one',
    ],
    [
      'field_file_unreadable',
      {},
      {},
      'The file for the store name cannot be read: choose it again',
    ],
    ['field_fixed', {}, {}, 'Check the store name'],
    ['pin_odd', {}, {}, 'Check the store name'],
  ];
  for (const [code, variable, params, words] of table) {
    it(`says about ${code} of ${JSON.stringify(variable)}: ${words}`, () => {
      expect(say({label, ...variable}, {code, params})).to.equal(words);
    });
  }

  it('says what each format looks like', () => {
    const formats = ['email', 'url', 'origin', 'hostname', 'dns-label', 'uuid', 'pem', 'json'];
    const words = formats.map((format) => say({label}, {code: 'field_format', params: {format}}));
    expect(new Set(words).size).to.equal(formats.length);
    expect(words.join()).not.to.include('described');
  });

  it('needs no facts', () => {
    expect(say({label}, {code: 'field_required'})).to.equal('Enter the store name');
  });

  it('says a pattern’s own message in the language of the moment', () => {
    const variable = {pattern: {regex: 'a', message: {en: 'One a', de: 'Ein a'}}};
    expect(say(variable, {code: 'field_pattern'}, {language: 'de'})).to.equal('Ein a');
  });

  const inside: readonly [string, string][] = [
    ['Store name', 'store name'],
    ['Password', 'password'],
    ['Sign-in name', 'sign-in name'],
    ['Überschrift', 'überschrift'],
    ['API key', 'API key'],
    ['NetSuite account', 'NetSuite account'],
    ['iPhone', 'iPhone'],
    ['OAuth2 token', 'OAuth2 token'],
    ['A b', 'A b'],
    ['store', 'store'],
    ['Store/branch', 'Store/branch'],
    ['密钥', '密钥'],
    ['', ''],
  ];
  for (const [label, words] of inside) {
    it(`writes "${label}" as "${words}" inside a sentence`, () => {
      expect(say({label}, {code: 'field_required'})).to.equal(`Enter the ${words}`);
    });
  }

  it('leaves a label that begins with the name of the connector as it is', () => {
    const code = 'field_required';
    const words = (label: string, name: string) => say({label}, {code}, {name});
    expect(words('Shopify token', 'Shopify')).to.equal('Enter the Shopify token');
    expect(words('Business ID', 'Business Central')).to.equal('Enter the Business ID');
    expect(words('Shop token', 'Shopify')).to.equal('Enter the shop token');
  });

  it('uses the words of a host', () => {
    const messages: PartialMessages = {
      insideSentence: (label) => label.toUpperCase(),
      issues: {field_required: ({label}) => `${label} fehlt`, pin_odd: () => 'Odd'},
    };
    expect(say({label}, {code: 'field_required'}, {messages})).to.equal('STORE NAME fehlt');
    expect(say({label}, {code: 'pin_odd'}, {messages})).to.equal('Odd');
    expect(say({label}, {code: 'field_colon'}, {messages})).to.equal(
      'Enter the STORE NAME without a colon',
    );
  });

  it('has general words for an issue about no field that is there', () => {
    const {connector} = parseConnector(customWith({key: 'a'}));
    const method = connector?.methods[0];
    if (method?.status !== 'available') throw new Error('unavailable');
    const wording = new Wording(en, 'en', connector);
    for (const issue of [{code: 'credential_invalid'}, {code: 'field_unexpected', key: 'b'}]) {
      expect(issueWords(issue, method, wording)).to.equal(en.rejected);
    }
  });

  it('has words for each issue that it knows, none of which repeats a fact that is missing', () => {
    for (const words of Object.values(enIssues.issues)) {
      const said = words({
        label: 'key',
        chosen: false,
        example: undefined,
        params: {min: 1, max: 2, minLength: 3, maxLength: 4, maximum: '5 kB', format: 'uuid'},
      });
      expect(said).to.include('key').and.not.to.include('undefined');
    }
  });
});
