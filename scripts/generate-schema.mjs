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
  const {connectorSchema, methodSchema, methodShape, useSchema, variableSchema} =
    await import('../dist/model/definition-schema.js');
  const docs = readDocs();

  // Functions, which JSON Schema cannot hold, are written out here, and so is what occurs often.
  const identifierPattern = String.raw`[^\s{}\u0000-\u001f\u007f-\u009f]+`;
  const identifier = {type: 'string', maxLength: 128, pattern: `^${identifierPattern}$`};
  const length = {type: 'integer', minimum: 0};
  const text = {
    anyOf: [{type: 'string'}, {type: 'object', additionalProperties: {type: 'string'}}],
  };
  const scalar = {type: ['string', 'number', 'boolean']};
  const inside = (optional) => optional._zod.def.innerType;
  const {default: fieldValue, visibleWhen: condition} = variableSchema._zod.def.shape;
  const written = new Map([
    [methodShape.id, {$ref: '#/$defs/identifier'}],
    [inside(methodShape.name), {$ref: '#/$defs/text'}],
    [inside(inside(condition)._zod.def.shape.equals), scalar],
    [inside(fieldValue), {anyOf: [scalar, {type: 'array', items: {type: 'string'}}]}],
  ]);

  const convert = (schema) => {
    const converted = z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      override({zodSchema, jsonSchema}) {
        const {type, checks = []} = zodSchema._zod.def;
        const other = written.get(zodSchema) ?? (type === 'number' && checks[0] ? length : null);
        if (other) replace(jsonSchema, other);
        else if (type === 'custom' || checks.length > 0) {
          throw new Error(`A schema of the type ${type} is a function; say here what it allows.`);
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
  const {type: typeOfMethod, ...common} = properties;
  common.variables.items = {anyOf: [{$ref: '#/$defs/variable'}, {$ref: '#/$defs/use'}]};

  const method = ({type, settings}) => {
    const own = describe(convert(settings), docs.settings(core, type));
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
      text: {description: docs.LocalizedText.itself, ...text},
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
      const [shape] = checker.getTypeArguments(settings);
      return docsOf(type, '', checker.getPropertiesOfType(shape));
    },
  };
}
