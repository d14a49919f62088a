import {expect} from '@open-wc/testing';
import {checkFileSize, FILE_LIMIT, fileLimit, readFileText} from '../../src/model/file-text.js';
import type {Variable} from '../../src/model/method-kind.js';
import {toBytes} from '../support/keys.js';

const text: Variable = {key: 'a', type: 'file'};
const base64: Variable = {...text, encoding: 'base64'};

describe('fileLimit', () => {
  it('is as many bytes as a text can have characters, or Base64 can stand for', () => {
    expect([fileLimit(text), fileLimit(base64)]).to.deep.equal([FILE_LIMIT, 750_000]);
  });

  it('is lowered by maxLength, and never raised', () => {
    expect(fileLimit({...text, maxLength: 10})).to.equal(10);
    expect(fileLimit({...text, maxLength: FILE_LIMIT + 1})).to.equal(FILE_LIMIT);
    expect([3, 4, 7, 8].map((maxLength) => fileLimit({...base64, maxLength}))).to.deep.equal([
      0, 3, 3, 6,
    ]);
  });
});

describe('checkFileSize', () => {
  it('refuses a file that is too large however it is read', () => {
    expect(checkFileSize({...text, maxLength: 10}, 31)).to.deep.equal({
      code: 'field_file_too_large',
      key: 'a',
      params: {maximum: 10},
    });
    expect(checkFileSize({...base64, maxLength: 8}, 7)?.code).to.equal('field_file_too_large');
  });

  it('lets pass what only reading can judge', () => {
    expect(checkFileSize({...text, maxLength: 10}, 30)).to.equal(undefined);
    expect(checkFileSize({...base64, maxLength: 8}, 6)).to.equal(undefined);
  });
});

describe('readFileText', () => {
  it('changes nothing of a text', () => {
    const content = '\ufeffä€😀\r\n\n\r\u0000';
    expect(readFileText(text, toBytes(content))).to.deep.equal({ok: true, text: content});
  });

  for (const [what, bytes] of [
    ['Latin-1', [0x66, 0xe9]],
    ['an overlong form', [0xc0, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
    ['a cut character', [0x61, 0xe2, 0x82]],
  ] as const) {
    it(`refuses ${what} as a text`, () => {
      expect(readFileText(text, Uint8Array.from(bytes))).to.deep.equal({
        ok: false,
        issue: {code: 'field_file_unreadable', key: 'a', params: {encoding: 'text'}},
      });
    });

    it(`takes ${what} as Base64`, () => {
      expect(readFileText(base64, Uint8Array.from(bytes))).to.deep.equal({
        ok: true,
        text: btoa(String.fromCharCode(...bytes)),
      });
    });
  }

  it('refuses what holds nothing, and a text of blanks', () => {
    for (const [variable, content] of [
      [text, ''],
      [text, ' \n\t'],
      [base64, ''],
    ] as const) {
      expect(readFileText(variable, toBytes(content))).to.deep.equal({
        ok: false,
        issue: {code: 'field_file_empty', key: 'a'},
      });
    }
    expect(readFileText(base64, toBytes(' '))).to.have.property('ok', true);
  });

  it('counts a text in UTF-16 code units', () => {
    const short = {...text, maxLength: 2};
    expect(readFileText(short, toBytes('€€'))).to.have.property('ok', true);
    expect(readFileText(short, toBytes('😀'))).to.have.property('ok', true);
    expect(readFileText(short, toBytes('abc'))).to.have.nested.property(
      'issue.code',
      'field_file_too_large',
    );
  });

  it('counts Base64 by its letters', () => {
    const short = {...base64, maxLength: 4};
    expect(readFileText(short, toBytes('abc'))).to.have.property('ok', true);
    expect(readFileText(short, toBytes('abcd'))).to.have.property('ok', false);
  });

  it('turns a large file into Base64', () => {
    const bytes = Uint8Array.from({length: 700_001}, (_, index) => (index * 31) % 256);
    const reading = readFileText(base64, bytes);
    if (!reading.ok) throw new Error(reading.issue.code);
    const back = Uint8Array.from(atob(reading.text), (letter) => letter.charCodeAt(0));
    expect(back.every((byte, index) => byte === bytes[index])).to.be.true;
    expect(back).to.have.length(bytes.length);
  });
});
