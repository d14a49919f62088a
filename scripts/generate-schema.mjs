// connector.schema.json: what a definition may look like, for editors. Shapes come from the built
// modules, descriptions from the comments in src. Run by `npm run build`.
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import * as z from 'zod/mini';
import {root} from './run.mjs';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(root, 'connector.schema.json'), await generateSchema());
}

/** The text of the schema. */
export async function generateSchema() {
  const core = await import('../dist/core.js');
  const {connectorSchema, methodSchema, methodShape, texts, useSchema, variableSchema} =
    await import('../dist/model/definition-schema.js');
  const docs = readDocs();

  // zod's refinements and predicates are functions, which JSON Schema cannot hold: they are written
  // out here.
  const identifierPattern = String.raw`[^\s{}\u0000-\u001f\u007f-\u009f]+`;
  const identifier = {type: 'string', maxLength: 128, pattern: `^${identifierPattern}$`};
  const length = {type: 'integer', minimum: 0};

  const textSchema = methodShape.name._zod.def.innerType;
  const shared = new Map([
    [methodShape.id, 'identifier'],
    [textSchema, 'text'],
  ]);

  const inner = ({_zod}, ...names) =>
    names.reduce((schema, name) => schema.def.shape[name]._zod.def.innerType._zod, _zod);
  const textsByName = {type: 'object', additionalProperties: {type: 'string'}};
  const scalars = ['string', 'number', 'boolean'].map((type) => ({type}));
  const predicates = new Map([
    [texts._zod, textsByName],
    [textSchema._zod, {anyOf: [{type: 'string'}, textsByName]}],
    [inner(methodSchema, 'request', 'headers'), textsByName],
    [inner(variableSchema, 'visibleWhen', 'equals'), {anyOf: scalars}],
    [
      inner(variableSchema, 'default'),
      {anyOf: [...scalars, {type: 'array', items: {type: 'string'}}]},
    ],
  ]);

  const convert = (schema) => {
    const converted = z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      override({zodSchema, jsonSchema}) {
        const name = zodSchema !== schema && shared.get(zodSchema);
        const {type} = zodSchema._zod.def;
        if (name) replace(jsonSchema, {$ref: `#/$defs/${name}`});
        else if (type === 'custom') {
          const written = predicates.get(zodSchema._zod);
          if (!written) throw new Error('A predicate is to be written out as JSON Schema');
          replace(jsonSchema, structuredClone(written));
        } else if (jsonSchema.type === 'number' && zodSchema._zod.def.checks?.length > 0) {
          replace(jsonSchema, length);
        }
        if (jsonSchema.additionalProperties === false) jsonSchema.patternProperties = {'^x-': {}};
      },
    });
    delete converted.$schema;
    return converted;
  };

  const variable = describe(convert(variableSchema), docs.VariableDefinition);
  const {options, pattern, visibleWhen} = variable.properties;
  describe(options.items, docs.OptionDefinition);
  describe(pattern, docs.PatternDefinition);
  describe(visibleWhen, docs.VisibilityDefinition);

  const {properties, required} = describe(convert(methodSchema), docs.MethodDefinition);
  describe(properties.request, docs.RequestTemplate);
  describe(properties.tokenRequest, docs.RequestTemplate);
  const {type: typeOfMethod, ...common} = properties;
  common.variables.items = {anyOf: [{$ref: '#/$defs/variable'}, {$ref: '#/$defs/use'}]};

  const method = ({type, settings}) => {
    const settingsDocs = docs.settings(core, type);
    const own = describe(convert(settings), settingsDocs);
    for (const [name, inner] of settingsDocs.inner) {
      describe(own.properties[name].items ?? own.properties[name], inner);
    }
    return {
      description: docs.kind(core, type),
      type: 'object',
      properties: {
        id: common.id,
        type: {description: typeOfMethod.description, const: type},
        ...common,
        ...own.properties,
      },
      required: [...required, ...(own.required ?? [])],
      additionalProperties: false,
      patternProperties: {'^x-': {}},
    };
  };
  const types = core.builtIns.kinds.map(({type}) => type);
  const otherMethod = {
    description: 'A method of a type that the page itself brings.',
    type: 'object',
    properties: {
      id: common.id,
      type: {
        ...identifier,
        description: typeOfMethod.description,
        pattern: `^(?!(?:${types.join('|')})$)${identifierPattern}$`,
      },
      ...common,
    },
    required,
  };

  const connector = describe(convert(connectorSchema), docs.ConnectorDefinition);
  connector.properties.$schema = {
    description: 'Where this schema is, for editors.',
    type: 'string',
  };
  connector.properties.variables.items = {$ref: '#/$defs/variable'};
  connector.properties.methods.items = {
    anyOf: [...types, 'other'].map((type) => ({$ref: `#/$defs/method-${type}`})),
  };
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Keyslot connector definition',
    description: docs.ConnectorDefinition.itself,
    ...connector,
    $defs: {
      identifier,
      text: {description: docs.LocalizedText.itself, ...convert(textSchema)},
      variable: {description: docs.VariableDefinition.itself, ...variable},
      use: {
        description: docs.VariableUse.itself,
        ...describe(convert(useSchema), docs.VariableUse),
      },
      ...Object.fromEntries(
        core.builtIns.kinds.map((kind) => [`method-${kind.type}`, method(kind)]),
      ),
      'method-other': otherMethod,
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

function replace(jsonSchema, other) {
  for (const name of Object.keys(jsonSchema)) delete jsonSchema[name];
  Object.assign(jsonSchema, other);
}

/** Adds what the comments say. The schema and the interface must have the same properties. */
function describe(jsonSchema, docs) {
  const {properties} = jsonSchema;
  const names = Object.keys(properties);
  const undocumented = names.filter((name) => !docs.properties.get(name));
  const missing = [...docs.properties.keys()].filter((name) => !names.includes(name));
  if (undocumented.length > 0 || missing.length > 0) {
    throw new Error(
      `${docs.name}: without a comment: [${undocumented}], not in the schema: [${missing}]`,
    );
  }
  for (const name of names) {
    properties[name] = {description: docs.properties.get(name), ...properties[name]};
  }
  return jsonSchema;
}

/** The comments of the definition's types by name, and those of the kinds by type. */
function readDocs() {
  const file = (path) => join(root, path);
  const program = ts.createProgram([file('src/core.ts')], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const exportsOf = (path) =>
    checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file(path))));
  const say = (symbol) =>
    ts
      .displayPartsToString(symbol.getDocumentationComment(checker))
      .replaceAll(/\{@link (\w+) ?\}/g, '`$1`')
      .replaceAll(/(?<!\n)\n(?!\n)/g, ' ');
  const docsOf = (name, itself, properties) => ({
    name,
    itself,
    properties: new Map(properties.map((symbol) => [symbol.name, say(symbol)])),
  });

  const types = exportsOf('src/model/definition.ts').map((symbol) => {
    const properties = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
    return [symbol.name, docsOf(symbol.name, say(symbol), properties)];
  });
  const values = exportsOf('src/core.ts').map((symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  );
  /** What the schema of an object is made of, however it is wrapped. */
  const shapeOf = (schema) => {
    const inner = checker.getTypeArguments(schema);
    if (schema.symbol?.name === 'ZodMiniObject') return inner[0];
    return inner.map(shapeOf).find((shape) => shape);
  };
  const kindOf = (core, type) =>
    values.find(({name}) => Object.hasOwn(core, name) && core[name].type === type);
  return {
    ...Object.fromEntries(types),
    kind: (core, type) => say(kindOf(core, type)),
    /** The settings are the shape that the type of the kind's `settings` is made of. */
    settings(core, type) {
      const settings = checker.getTypeOfSymbol(
        checker.getTypeOfSymbol(kindOf(core, type)).getProperty('settings'),
      );
      const properties = checker.getPropertiesOfType(shapeOf(settings));
      const inner = properties.flatMap((symbol) => {
        const shape = shapeOf(checker.getTypeOfSymbol(symbol));
        const name = `${type}, ${symbol.name}`;
        return shape ? [[symbol.name, docsOf(name, '', checker.getPropertiesOfType(shape))]] : [];
      });
      return {...docsOf(type, '', properties), inner};
    },
  };
}
