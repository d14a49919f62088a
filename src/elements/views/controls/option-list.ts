import {comparable} from '../../../controllers/comparable.js';
import type {Wording} from '../../../messages/wording.js';
import type {OptionDefinition} from '../../../model/definition.js';

/** How many options are shown at once. Nobody reads more, and drawing them takes its time. */
export const SHOWN_AT_MOST = 100;

/** From how many options on a list of checkboxes can be searched. */
export const FILTER_FROM = 16;

/** An option in the words of the moment. */
export interface ListedOption {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly heading: string;
  /** Its place in the definition, which tells it from the others. */
  readonly index: number;
}

/** The options of a field in the order of the screen: those of one heading stand together. */
export function listedOptions(
  options: readonly OptionDefinition[],
  wording: Wording,
): readonly ListedOption[] {
  const listed = options.map(
    ({value, label = value, description = '', group = ''}, index): ListedOption => ({
      value,
      label: wording.text(label),
      description: wording.text(description),
      heading: wording.text(group),
      index,
    }),
  );
  return [...Map.groupBy(listed, ({heading}) => heading).values()].flat();
}

/** The options that hold what was typed. */
export function matchingOptions(
  options: readonly ListedOption[],
  text: string,
): readonly ListedOption[] {
  const wanted = comparable(text);
  if (!wanted) return options;
  return options.filter(({label, value, description}) =>
    comparable(`${label} ${value} ${description}`).includes(wanted),
  );
}

/** The option that a typed text names: by the one label that reads so, or by its value. */
export function namedOption(
  options: readonly ListedOption[],
  text: string,
): ListedOption | undefined {
  const wanted = text.trim();
  const folded = wanted.toLowerCase();
  const [named, another] = options.filter(({label}) => label.trim().toLowerCase() === folded);
  return named && !another ? named : options.find(({value}) => value === wanted);
}
