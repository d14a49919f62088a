// connector.schema.json: what a definition may look like, for editors. Shapes come from the built
// modules, descriptions from the comments in src. Run by `npm run build`.
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import {root} from './run.mjs';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(root, 'connector.schema.json'), await generateSchema());
}

/** The text of the schema. */
export async function generateSchema() {
  const core = await import('../dist/core.js');
  const {connectorSchema, identifier, methodSchema, text, useSchema, variableSchema} =
    await import('../dist/model/definition-schema.js');
  const docs = readDocs();

  const names = new Map([
    [identifier, 'identifier'],
    [text, 'text'],
  ]);
  const convert = (schema, part = schema) => {
    const shared = part !== schema && names.get(part);
    if (shared) return {$ref: `#/$defs/${shared}`};
    if (typeof part !== 'object') return part;
    if (Array.isArray(part)) return part.map((inner) => convert(schema, inner));
    const converted = Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [name, convert(schema, inner)]),
    );
    if (converted.required?.length === 0) delete converted.required;
    if (converted.additionalProperties === false) converted.patternProperties = {'^x-': {}};
    return converted;
  };

  const variable = describe(convert(variableSchema), docs.VariableDefinition);
  const {options, pattern, visibleWhen} = variable.properties;
  describe(options.items, docs.OptionDefinition);
  describe(pattern, docs.PatternDefinition);
  describe(visibleWhen, docs.VisibilityDefinition);

  const {properties, required} = describe(convert(methodSchema), docs.MethodDefinition);
  describe(properties.notes.items, docs.NoteDefinition);
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
        pattern: identifier.pattern.replace('^', `^(?!(?:${types.join('|')})$)`),
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
      identifier: convert(identifier),
      text: {description: docs.LocalizedText.itself, ...convert(text)},
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
  /** The properties that a schema is about, of its items where it is a list. */
  const shapeOf = (schema) => {
    const get = (name) => {
      const symbol = schema.getProperty(name);
      return symbol && checker.getTypeOfSymbol(symbol);
    };
    return get('properties') ?? (get('items') && shapeOf(get('items')));
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
