interface Item {
  readonly name: string;
  readonly description?: string;
  readonly type?: {readonly text: string};
  readonly default?: string;
}

interface Member extends Item {
  readonly kind: 'field' | 'method';
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly parameters?: readonly (Item & {readonly optional?: boolean})[];
  readonly return?: {readonly type: {readonly text: string}};
}

interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly attributes?: readonly (Item & {readonly fieldName?: string})[];
  readonly events?: readonly Item[];
  readonly slots?: readonly Item[];
  readonly cssProperties?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssStates?: readonly Item[];
}

interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

interface Row {
  readonly name: string;
  readonly description: string | undefined;
  readonly type?: {readonly name: string};
  readonly control?: false;
  readonly table: {
    readonly category: string;
    readonly type?: {readonly summary: string | undefined};
    readonly defaultValue?: {readonly summary: string | undefined};
  };
}

/**
 * The API tables of an element. Storybook's own reader keys its rows by name alone, so that a part
 * replaces the slot of the same name, and leaves out methods and states.
 */
export function readArgTypes(manifest: unknown, tag: string): Record<string, Row> {
  const element = (manifest as Manifest).modules
    .flatMap(({declarations = []}) => declarations)
    .find(({tagName}) => tagName === tag);
  const {members = [], attributes = [], events = [], slots = []} = element ?? {};
  const {cssProperties = [], cssParts = [], cssStates = []} = element ?? {};
  const fields = members.filter(({kind, static: isStatic}) => kind === 'field' && !isStatic);
  const methods = members.filter(({kind}) => kind === 'method');
  const noted = (category: string, items: readonly Item[], label = (item: Item) => item.name) =>
    items.map((item) => {
      const entry = {...row(item, category, label(item)), control: false} as const;
      return [`${category} ${item.name}`, entry] as const;
    });
  return Object.fromEntries([
    ...fields.map((field) => [field.name, control(field)] as const),
    ...noted('attributes', attributes),
    ...noted('methods', methods, (method) => signature(method as Member)),
    ...noted('events', events),
    ...noted('slots', slots, ({name}) => name || '(default)'),
    ...noted('css custom properties', cssProperties),
    ...noted('css shadow parts', cssParts),
    ...noted('css states', cssStates, ({name}) => `:state(${name})`),
  ]);
}

/** What can be set in the panel below a story. */
const control = (item: Member): Row => ({
  ...row(item, 'properties', item.name),
  ...(item.readonly ? {control: false} : item.type && {type: {name: item.type.text}}),
});

function row({description, type, default: initial}: Item, category: string, name: string): Row {
  return {
    name,
    description,
    table: {
      category,
      type: {summary: type?.text},
      defaultValue: {summary: initial},
    },
  };
}

function signature({name, parameters = [], return: result}: Member): string {
  const list = parameters.map(
    (parameter) => `${parameter.name}${parameter.optional === true ? '?' : ''}`,
  );
  return `${name}(${list.join(', ')})${result ? `: ${result.type.text}` : ''}`;
}
