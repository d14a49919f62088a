import {expect} from '@open-wc/testing';
import {copyJson} from '../../src/model/json.js';
import {DEFAULT_LIMITS} from '../../src/model/limits.js';
import {diagnosed} from '../support/model.js';

const copy = (input: unknown) =>
  diagnosed((diagnostics) => copyJson(input, DEFAULT_LIMITS, diagnostics));

describe('copyJson, of another realm', () => {
  it('copies plain objects and lists, and nothing else', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    try {
      const realm = frame.contentWindow as unknown as {JSON: JSON; Date: DateConstructor};
      const input: unknown = realm.JSON.parse('{"a": [{"b": 1}]}');
      expect(input).not.to.be.instanceOf(Object);
      const {result, found} = copy(input);
      expect(found).to.deep.equal([]);
      expect(result).to.deep.equal({a: [{b: 1}]});
      expect(Object.getPrototypeOf(result)).to.equal(Object.prototype);
      expect(copy(new realm.Date(0)).found).to.deep.equal(['error definition_invalid ']);
    } finally {
      frame.remove();
    }
  });

  it('does not copy elements', () => {
    const element = document.createElement('a');
    expect(copy(element)).to.deep.equal({result: undefined, found: ['error definition_invalid ']});
  });
});
