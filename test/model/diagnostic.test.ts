import {expect} from '@open-wc/testing';
import {DiagnosticList, pointer} from '../../src/model/diagnostic.js';

describe('pointer', () => {
  const table: readonly [readonly PropertyKey[], string][] = [
    [[], ''],
    [['a', 0, 'b'], '/a/0/b'],
    [[''], '/'],
    [['a/b', '~', '~1'], '/a~1b/~0/~01'],
  ];
  for (const [segments, text] of table) {
    it(`writes ${JSON.stringify(segments)} as "${text}"`, () => {
      expect(pointer(segments)).to.equal(text);
    });
  }
});

describe('DiagnosticList', () => {
  it('collects in one list whatever is found at places further in', () => {
    const list = new DiagnosticList();
    list.at('methods', 0).error('definition_invalid', {expected: 'json'});
    list.at('methods').at(1, 'docs').warn('definition_unsafe_url');
    expect(list.entries).to.deep.equal([
      {
        code: 'definition_invalid',
        severity: 'error',
        path: '/methods/0',
        params: {expected: 'json'},
      },
      {code: 'definition_unsafe_url', severity: 'warning', path: '/methods/1/docs', params: {}},
    ]);
  });

  it('finds the first error at a place or below it, and no warning', () => {
    const list = new DiagnosticList();
    list.at('a').warn('first');
    list.at('a', 'b').error('second');
    list.at('a').error('third');
    expect(list.at('a').firstError()?.code).to.equal('second');
    expect(list.at('a', 'b').firstError()?.code).to.equal('second');
  });

  it('does not take a place for one whose name begins the same', () => {
    const list = new DiagnosticList();
    list.at('methods', 10).error('definition_invalid');
    expect(list.at('methods', 1).firstError()).to.equal(undefined);
    expect(list.at('methods', 10).firstError()).to.exist;
  });
});
