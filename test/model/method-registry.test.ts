import {expect} from '@open-wc/testing';
import {createMethodRegistry, type MethodKind} from '../../src/core.js';

const kind = (type: string): MethodKind => ({type, bind: () => ({})});

describe('createMethodRegistry', () => {
  const [a, b] = [kind('a'), kind('b')];
  const registry = createMethodRegistry(a, b);

  it('finds kinds by their type', () => {
    expect(registry.get('a')).to.equal(a);
    expect(registry.get('b')).to.equal(b);
    expect(registry.get('c')).to.equal(undefined);
    expect(registry.get('toString')).to.equal(undefined);
    expect(registry.kinds).to.deep.equal([a, b]);
  });

  it('cannot be changed', () => {
    expect(registry).to.be.frozen;
    expect(registry.kinds).to.be.frozen;
  });

  it('makes another registry with more kinds, and stays as it is', () => {
    const c = kind('c');
    const more = registry.with(c);
    expect(more.kinds).to.deep.equal([a, b, c]);
    expect(more.get('c')).to.equal(c);
    expect(registry.get('c')).to.equal(undefined);
  });

  it('puts a kind in the place of one of the same type', () => {
    const other = kind('a');
    const more = registry.with(other);
    expect(more.get('a')).to.equal(other);
    expect(more.kinds).to.deep.equal([other, b]);
    expect(registry.get('a')).to.equal(a);
  });
});
