import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import * as z from 'zod';
import {parseConnector} from '../../dist/core.js';
import {generateSchema} from '../../scripts/generate-schema.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const text = read('../../connector.schema.json');
const schema = JSON.parse(text);
const validator = z.fromJSONSchema(schema);
const accepts = (definition) => validator.safeParse(definition).success;

/** What the parser finds wrong; the schema should know as much as it can. */
const isClean = (definition) => parseConnector(definition).diagnostics.length === 0;

const connector = (more = {}) => ({id: 'acme', name: 'Acme', methods: [], ...more});
const method = (more = {}) => connector({methods: [{id: 'a', type: 'token', ...more}]});
const variable = (more = {}) => method({variables: [{key: 'a', ...more}]});

const valid = {
  'the least there can be': connector(),
  'texts in several languages': connector({name: {en: 'Acme', de: 'Akme'}}),
  'the version of the format': connector({version: 1}),
  'properties that begin with x-': {
    ...variable({'x-a': 1, options: [{value: 'a', 'x-b': []}]}),
    'x-c': {d: null},
  },
  'a connector variable and its use': {
    ...method({variables: [{use: 'store', label: 'Shop', advanced: true}]}),
    variables: [{key: 'store', required: true}],
  },
  'an id as long as may be': connector({id: 'a'.repeat(128)}),
  'defaults of every type': method({
    variables: [
      {key: 'a', default: 'x'},
      {key: 'b', type: 'number', default: -1.5, min: -2.5, max: 2},
      {key: 'c', type: 'boolean', default: true},
    ],
  }),
  'everything that a variable can have': method({
    recommended: true,
    deprecated: false,
    icon: 'https://a.example',
    docs: 'https://a.example',
    description: 'Short',
    variables: [
      {
        key: 'a',
        label: 'A',
        type: 'select',
        secret: false,
        required: true,
        default: 'x',
        help: 'Help',
        example: 'x',
        docs: 'https://a.example',
        options: [{value: 'x', label: {en: 'X'}, description: 'D', group: 'G'}],
        advanced: false,
        configurable: true,
        alias: 'b',
        autofill: 'login',
      },
      {
        key: 'b',
        pattern: {regex: 'a+', message: {en: 'Only a'}},
        format: 'dns-label',
        minLength: 0,
        maxLength: 10,
        prefix: 'https://',
        suffix: '.example',
        visibleWhen: {key: 'a', equals: 'x', in: [1, true]},
      },
    ],
  }),
};

const broken = {
  'no object': [],
  'no id': {name: 'Acme', methods: []},
  'no name': {id: 'acme', methods: []},
  'no methods': {id: 'acme', name: 'Acme'},
  'another version': connector({version: 2}),
  'a name that is a number': connector({name: 5}),
  'a language that has no text': connector({name: {en: 5}}),
  'an unknown property': connector({author: 'me'}),
  'an id that is empty': connector({id: ''}),
  'an id with a space': connector({id: 'a b'}),
  'an id with braces': connector({id: '{{a}}'}),
  'an id with a control character': connector({id: 'a\0'}),
  'an id that is too long': connector({id: 'a'.repeat(129)}),
  'a method without an id': connector({methods: [{type: 'token'}]}),
  'a method without a type': connector({methods: [{id: 'a'}]}),
  'a method with an unknown setting': method({in: 'header'}),
  'a method with a flag that is a text': method({recommended: 'yes'}),
  'variables that are no list': method({variables: {}}),
  'a variable without a key': method({variables: [{label: 'A'}]}),
  'a variable with a key that is too long': variable({key: 'a'.repeat(129)}),
  'a variable with an unknown property': variable({lable: 'A'}),
  'a variable of an unknown type': variable({type: 'color'}),
  'a variable with an unknown format': variable({format: 'ipv4'}),
  'a length that is no whole number': variable({minLength: 1.5}),
  'a negative length': variable({maxLength: -1}),
  'a limit that is a text': variable({type: 'number', min: '1'}),
  'a default that is an object': variable({default: {a: 1}}),
  'a default that is a list of numbers': variable({default: [1]}),
  'a condition on a list': variable({visibleWhen: {key: 'a', equals: ['x']}}),
  'a help that is a list': variable({help: ['x']}),
  'an option without a value': variable({type: 'select', options: [{label: 'A'}]}),
  'an option with an unknown property': variable({options: [{value: 'a', lable: 'A'}]}),
  'a pattern without a regex': variable({pattern: {message: 'x'}}),
  'a pattern with an unknown property': variable({pattern: {regex: 'a', flags: 'i'}}),
  'a condition without a key': variable({visibleWhen: {equals: 'x'}}),
  'a use that changes what must not change': {
    ...method({variables: [{use: 'store', secret: true}]}),
    variables: [{key: 'store'}],
  },
};

const SEED = 20261122;

const connectors = readdirSync(new URL('../../stories/connectors', import.meta.url)).map((file) =>
  read(`../../stories/connectors/${file}`),
);

const anything = fc.oneof(
  fc.constantFrom(undefined, null, true, 0, -1, 1.5, '', 'x', 'a b', 'header', 'number', [], {}),
  fc.constantFrom([1], ['x'], {en: 'x'}, {en: 1}, {key: 'x'}, {use: 'x'}, {'x-a': 1}),
  fc.jsonValue({maxDepth: 2}),
);

/** A connector of the stories with one part replaced, removed, or joined by another. */
function changed(which, where, other) {
  const definition = JSON.parse(connectors[which % connectors.length]);
  const holders = [];
  const visit = (part) => {
    if (typeof part !== 'object' || part === null) return;
    for (const name of [...Object.keys(part), 'added']) holders.push([part, name]);
    Object.values(part).forEach(visit);
  };
  visit(definition);
  const [holder, name] = holders[where % holders.length];
  if (other !== undefined) {
    if (Array.isArray(holder) && name === 'added') holder.push(other);
    else holder[name] = other;
  } else if (Array.isArray(holder)) holder.splice(Number(name) || 0, 1);
  else delete holder[name];
  return definition;
}

/** What a schema can know: nothing about what the parts of a definition say of each other. */
const isOfStructure = ({code, path, params}) =>
  code === 'definition_unknown_property' ||
  (code === 'definition_invalid' &&
    !path.endsWith('/default') &&
    !['json', 'options', 'origin'].includes(params.expected));

describe('connector.schema.json', () => {
  it('is made of the sources alone: two generations are equal', async () => {
    assert.equal(await generateSchema(), text);
    assert.equal(await generateSchema(), await generateSchema());
  });

  for (const file of readdirSync(new URL('../../stories/connectors', import.meta.url))) {
    it(`accepts the example ${file}`, () => {
      assert.equal(accepts(JSON.parse(read(`../../stories/connectors/${file}`))), true);
    });
  }

  for (const [name, definition] of Object.entries(valid)) {
    it(`accepts ${name}, as the parser does`, () => {
      assert.equal(accepts(definition), true);
      assert.equal(isClean(definition), true);
    });
  }

  for (const [name, definition] of Object.entries(broken)) {
    it(`refuses ${name}, as the parser does`, () => {
      assert.equal(accepts(definition), false);
      assert.equal(isClean(definition), false);
    });
  }

  it('agrees with the parser on 3,000 connectors with one thing changed', () => {
    const agrees = (definition) => {
      const {diagnostics} = parseConnector(definition);
      const accepted = accepts(definition);
      if (!accepted) assert.notEqual(diagnostics.length, 0, JSON.stringify(definition));
      if (diagnostics.some(isOfStructure))
        assert.equal(accepted, false, JSON.stringify(definition));
      return accepted;
    };
    const verdicts = fc
      .sample(fc.tuple(fc.nat(), fc.nat(), anything), {numRuns: 3000, seed: SEED})
      .map(([which, where, other]) => agrees(changed(which, where, other)));
    const accepted = verdicts.filter(Boolean).length;
    assert.ok(accepted > 300 && accepted < 2700, `${accepted} accepted (seed ${SEED})`);
  });

  it('leaves types that it does not know to those who do', () => {
    const definition = connector({methods: [{id: 'a', type: 'pin', digits: 4}]});
    assert.equal(accepts(definition), true);
    assert.equal(accepts(connector({methods: [{type: 'pin'}]})), false);
    assert.equal(accepts(connector({methods: [{id: 'a', type: 'pin', variables: [5]}]})), false);
  });

  it('describes every property', () => {
    const visit = (part, path) => {
      if (typeof part !== 'object' || part === null) return;
      for (const [name, property] of Object.entries(part.properties ?? {})) {
        assert.ok(property.description, `${path}/${name}`);
        assert.doesNotMatch(property.description, /\{@|[^\n]\n[^\n]/, `${path}/${name}`);
      }
      for (const [name, inner] of Object.entries(part)) visit(inner, `${path}/${name}`);
    };
    visit(schema, '');
    assert.equal(
      schema.$defs.variable.properties.key.description,
      'The name of the value in the credential. Unique within a method.',
    );
  });

  it('has a definition for each type, with the words of its kind', () => {
    const named = schema.properties.methods.items.anyOf.map(({$ref}) => $ref);
    assert.deepEqual(
      named,
      Object.keys(schema.$defs)
        .filter((name) => name.startsWith('method-'))
        .map((name) => `#/$defs/${name}`),
    );
    assert.equal(
      schema.$defs['method-basic'].description,
      'A user name and a password (RFC 7617).',
    );
  });
});
