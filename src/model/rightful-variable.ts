import type {AvailableMethod, Connector, Variable} from './method-kind.js';
import type {Accepts} from './tidy-text.js';

/** A variable, and the method that asks for it. */
export interface Place {
  readonly method: AvailableMethod;
  readonly variable: Variable;
}

/** How much of a value a pattern names before it leaves anything open, as in `shpat_[0-9a-f]+`. */
const TELLING = /^(?:\(\?:|\()?[A-Za-z0-9]{2,}[A-Za-z0-9_-]*[_-](?![*?{])/;

/**
 * Where a value plainly belongs that was given for another variable: where a pattern begins as the
 * value does, and all of it fits. The variables of its own method come first.
 */
export function rightfulPlace(
  connector: Connector,
  {method, variable}: Place,
  value: string,
  accepts: Accepts,
): Place | undefined {
  const fits = (one: Variable) => isTelling(one) && accepts(one, value);
  if (fits(variable)) return undefined;
  const available = connector.methods.filter((one) => one.status === 'available');
  const others = available.filter(({id}) => id !== method.id);
  return [method, ...others]
    .filter(({editor}) => editor === undefined)
    .flatMap((one) => one.variables.map((other) => ({method: one, variable: other})))
    .find(
      ({variable: other}) =>
        (other.key !== variable.key || !other.shared) &&
        other !== variable &&
        other.configurable !== false &&
        fits(other),
    );
}

const isTelling = ({type, pattern}: Variable) =>
  (type === 'text' || type === 'multiline') && pattern && TELLING.test(pattern.regex);
