import manifest from '../../custom-elements.json' with {type: 'json'};

interface Item {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly cssProperties?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssStates?: readonly Item[];
  readonly slots?: readonly Item[];
}

interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

const declarations = (manifest as Manifest).modules.flatMap((module) => module.declarations ?? []);

/** Between them, these have all that the others have. */
export const ELEMENTS = ['keyslot-connect', 'keyslot-dialog'] as const;

/** What a custom property is about shows in its name. */
export const GROUPS = {
  colour: /^--keyslot-color-/,
  space: /^--keyslot-(?:space|density|radius|control-size|(?:\w+-)?width)$/,
  type: /^--keyslot-font-/,
};

type Group = keyof typeof GROUPS;

const itemsOf = (tag: string, list: 'cssProperties' | 'cssParts' | 'cssStates' | 'slots') =>
  declarations.find(({tagName}) => tagName === tag)?.[list] ?? [];

/** The custom properties of a group, each as the first element that has it describes it. */
export const tokensOf = (group: Group): readonly Item[] =>
  ELEMENTS.flatMap((tag) => itemsOf(tag, 'cssProperties')).filter(
    ({name}, index, all) =>
      GROUPS[group].test(name) && all.findIndex((item) => item.name === name) === index,
  );

/** The custom properties of a group, as a table in Markdown. */
export const tokens = (group: Group): string =>
  table(
    ['Property', 'Default', 'For'],
    tokensOf(group).map(({name, default: value = '', description}) => [
      code(name),
      code(value),
      description,
    ]),
  );

/** The parts of an element, as a table in Markdown. */
export const parts = (tag: string): string => list('Part', itemsOf(tag, 'cssParts'), code);

/** The states of an element, as a table in Markdown. */
export const states = (tag: string): string =>
  list('State', itemsOf(tag, 'cssStates'), (name) => code(`:state(${name})`));

/** The slots of an element, as a table in Markdown. */
export const slots = (tag: string): string =>
  list('Slot', itemsOf(tag, 'slots'), (name) => (name ? code(name) : '(default)'));

const code = (text: string) => `\`${text}\``;

const list = (heading: string, items: readonly Item[], show: (name: string) => string) =>
  table(
    [heading, 'What it is'],
    items.map(({name, description}) => [show(name), description]),
  );

function table(head: readonly string[], rows: readonly (readonly (string | undefined)[])[]) {
  const line = (cells: readonly (string | undefined)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
