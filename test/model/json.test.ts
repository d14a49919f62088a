import {expect} from '@open-wc/testing';
import {DiagnosticList} from '../../src/model/diagnostic.js';
import {copyJson, deepFreeze, isJsonObject, isReservedName} from '../../src/model/json.js';
import {DEFAULT_LIMITS, type Limits} from '../../src/model/limits.js';
import {diagnosed} from '../support/model.js';

const copy = (input: unknown, limits: Partial<Limits> = {}) =>
  diagnosed((diagnostics) => copyJson(input, {...DEFAULT_LIMITS, ...limits}, diagnostics));

describe('copyJson', () => {
  it('copies everything that JSON can hold', () => {
    const input = {
      text: 'a',
      number: -1.5,
      yes: true,
      nothing: null,
      list: [1, [2]],
      inner: {a: {}},
    };
    const {result, found} = copy(input);
    expect(result).to.deep.equal(input);
    expect(found).to.deep.equal([]);
  });

  it('shares nothing with what was copied', () => {
    const input = {list: [{a: 1}]};
    const {result} = copy(input);
    input.list[0]!.a = 2;
    input.list.push({a: 3});
    expect(result).to.deep.equal({list: [{a: 1}]});
  });

  it('leaves out properties that are undefined, as JSON.stringify does', () => {
    const {result, found} = copy({a: undefined, b: 1});
    expect(result).to.deep.equal({b: 1});
    expect(found).to.deep.equal([]);
  });

  const foreign: readonly [string, unknown][] = [
    ['undefined', undefined],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['a bigint', 1n],
    ['a symbol', Symbol('a')],
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['a set', new Set([1])],
    ['a promise', Promise.resolve(1)],
    ['a typed array', new Uint8Array(1)],
    ['an object of the platform', new URL('https://a.example')],
    ['an instance of a class', new DiagnosticList()],
    ['a boxed string', Object('a')],
  ];
  for (const [name, value] of foreign) {
    it(`does not copy ${name}`, () => {
      expect(copy(value)).to.deep.equal({result: undefined, found: ['error definition_invalid ']});
    });

    if (value === undefined) continue;
    it(`leaves ${name} out of an object, and says where`, () => {
      const {result, found} = copy({a: {b: value}, c: 1});
      expect(result).to.deep.equal({a: {}, c: 1});
      expect(found).to.deep.equal(['error definition_invalid /a/b']);
    });
  }

  it('keeps the places of a list when one entry cannot be copied', () => {
    const {result, found} = copy(['a', () => 1, 'c']);
    expect(result).to.deep.equal(['a', null, 'c']);
    expect(found).to.deep.equal(['error definition_invalid /1']);
  });

  it('takes the holes of a sparse list for null, as JSON.stringify does', () => {
    const list = ['a'];
    list[2] = 'c';
    expect(copy(list)).to.deep.equal({
      result: ['a', null, 'c'],
      found: [],
    });
  });

  it('leaves out reserved names, wherever they are', () => {
    const input: unknown = JSON.parse(
      '{"a": [{"__proto__": {"b": 1}, "c": 2}], "constructor": 1, "prototype": 2, "proto": 3}',
    );
    const {result, found} = copy(input);
    expect(result).to.deep.equal({a: [{c: 2}], proto: 3});
    expect(Object.getPrototypeOf(result)).to.equal(Object.prototype);
    expect(found).to.have.members([
      'error definition_reserved_name /a/0/__proto__',
      'error definition_reserved_name /constructor',
      'error definition_reserved_name /prototype',
    ]);
  });

  it('writes paths as JSON Pointers', () => {
    expect(copy({'a/b': {'~c': NaN}}).found).to.deep.equal(['error definition_invalid /a~1b/~0c']);
  });

  it('reads each property once', () => {
    let reads = 0;
    const input = {
      get a() {
        reads += 1;
        return reads;
      },
    };
    expect(copy(input).result).to.deep.equal({a: 1});
    expect(reads).to.equal(1);
  });

  const throwing: readonly [string, unknown][] = [
    [
      'a getter',
      {
        get a(): never {
          throw new Error('secret');
        },
      },
    ],
    [
      'a proxy that lists its properties',
      new Proxy(
        {},
        {
          ownKeys() {
            throw new Error('secret');
          },
        },
      ),
    ],
    [
      'a proxy that tells its prototype',
      {
        a: new Proxy(
          {},
          {
            getPrototypeOf() {
              throw new TypeError('secret');
            },
          },
        ),
      },
    ],
    ['a revoked proxy', revoked()],
    [
      'a proxy of a list',
      [
        new Proxy([1], {
          get() {
            // eslint-disable-next-line @typescript-eslint/only-throw-error
            throw 'secret';
          },
        }),
      ],
    ],
  ];
  for (const [name, input] of throwing) {
    it(`survives ${name} that throws, and does not repeat what it threw`, () => {
      const {result, found} = copy(input);
      expect(result).to.equal(undefined);
      expect(found).to.deep.equal(['error definition_invalid ']);
    });
  }

  it('reads through a proxy like through any other object', () => {
    expect(copy(new Proxy({a: 1}, {})).result).to.deep.equal({a: 1});
  });

  it('stops at a cycle, by the limit of depth', () => {
    const input: Record<string, unknown> = {};
    input['self'] = input;
    expect(copy(input)).to.deep.equal({
      result: undefined,
      found: ['error definition_limit_exceeded '],
    });
  });

  it('allows objects and lists to nest as deep as the limit', () => {
    expect(copy([[1]], {depth: 2}).result).to.deep.equal([[1]]);
    expect(copy([[[]]], {depth: 2}).result).to.equal(undefined);
    expect(copy({a: {b: 1}}, {depth: 2}).result).to.deep.equal({a: {b: 1}});
    expect(copy({a: {b: {}}}, {depth: 2}).result).to.equal(undefined);
  });

  it('counts texts, names and values towards the size', () => {
    // The object, then two for the name and four for the value.
    const input = {ab: 'cde'};
    expect(copy(input, {size: 7}).result).to.deep.equal(input);
    expect(copy(input, {size: 6})).to.deep.equal({
      result: undefined,
      found: ['error definition_limit_exceeded '],
    });
  });

  it('tells which limit was exceeded and how much it is', () => {
    const {result} = diagnosed((diagnostics) => {
      copyJson(['long text'], {...DEFAULT_LIMITS, size: 3}, diagnostics);
      copyJson([[]], {...DEFAULT_LIMITS, depth: 1}, diagnostics);
      return diagnostics.entries.map(({params}) => params);
    });
    expect(result).to.deep.equal([
      {limit: 'size', maximum: 3},
      {limit: 'depth', maximum: 1},
    ]);
  });

  it('tells what was expected, and which name is reserved', () => {
    const {result} = diagnosed((diagnostics) => {
      copyJson([NaN], DEFAULT_LIMITS, diagnostics);
      copyJson(JSON.parse('{"__proto__": 1}'), DEFAULT_LIMITS, diagnostics);
      const trap = {
        get a(): never {
          throw new Error('a');
        },
      };
      copyJson(trap, DEFAULT_LIMITS, diagnostics);
      return diagnostics.entries.map(({params}) => params);
    });
    expect(result).to.deep.equal([{expected: 'json'}, {name: '__proto__'}, {expected: 'json'}]);
  });

  it('stops a list that claims to be endless', () => {
    const endless = new Proxy([], {get: (_, name) => (name === 'length' ? Infinity : 'a')});
    expect(copy(endless, {size: 1000}).found).to.deep.equal(['error definition_limit_exceeded ']);
  });

  it('copies plain objects of no realm', () => {
    const bare: unknown = Object.assign(Object.create(null), {a: 1});
    expect(copy(bare).result).to.deep.equal({a: 1});
  });
});

describe('isReservedName', () => {
  it('knows the names of an object’s machinery, and no others', () => {
    expect(['__proto__', 'constructor', 'prototype'].every(isReservedName)).to.be.true;
    expect(['toString', 'proto', 'Constructor', ''].some(isReservedName)).to.be.false;
  });
});

describe('isJsonObject', () => {
  it('tells objects from lists, null and scalars', () => {
    expect(isJsonObject({})).to.be.true;
    expect([[], null, 'a', 1, undefined].some(isJsonObject)).to.be.false;
  });
});

describe('deepFreeze', () => {
  it('freezes everything inside, and returns the same object', () => {
    const value = {list: [{a: 1}], inner: {b: {}}};
    expect(deepFreeze(value)).to.equal(value);
    for (const part of [value, value.list, value.list[0], value.inner, value.inner.b]) {
      expect(part).to.be.frozen;
    }
  });

  it('leaves scalars as they are and ends at a circle', () => {
    expect(deepFreeze('a')).to.equal('a');
    expect(deepFreeze(null)).to.equal(null);
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(deepFreeze(circle)).to.be.frozen;
  });
});

function revoked(): unknown {
  const {proxy, revoke} = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
