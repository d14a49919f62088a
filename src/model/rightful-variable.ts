import type {AvailableMethod, Connector, Variable} from './method-kind.js';
import type {Accepts} from './tidy-text.js';

/** A variable, and the method that asks for it. */
export interface Place {
  readonly method: AvailableMethod;
  readonly variable: Variable;
}

/** How much of a value a pattern names before it leaves anything open, as in `shpat_[0-9a-f]+`. */
const TELLING = /^(?:\(\?:|\()?[A-Za-z0-9]{2,}[A-Za-z0-9_-]*[_-](?![*?{])/;

/** How many patterns are run on a value: each may take some milliseconds, and there may be thousands. */
const TRIED_AT_MOST = 20;

/**
 * Where a value plainly belongs that was given for another variable: where a pattern begins as the
 * value does, and all of it fits. The variables of its own method come first.
 *
 * @param isOpen - Whether a user could give the value there.
 */
export function rightfulPlace(
  connector: Connector,
  {method, variable}: Place,
  value: string,
  accepts: Accepts,
  isOpen: (place: Place) => boolean,
): Place | undefined {
  let tried = 0;
  const isTried = (one: Variable) => isTelling(one, value) && ++tried <= TRIED_AT_MOST;
  if (isTried(variable) && accepts(variable, value)) return undefined;
  const available = connector.methods.filter((one) => one.status === 'available');
  const others = available.filter(({id}) => id !== method.id);
  return [method, ...others]
    .filter(({editor}) => editor === undefined)
    .flatMap((one) => one.variables.map((other) => ({method: one, variable: other})))
    .find((place) => {
      const {variable: other} = place;
      const isSame = other === variable || (other.key === variable.key && other.shared);
      return !isSame && isTried(other) && isOpen(place) && accepts(other, value);
    });
}

function isTelling({type, pattern}: Variable, value: string): boolean {
  if (!pattern || (type !== 'text' && type !== 'multiline')) return false;
  const [start] = TELLING.exec(pattern.regex) ?? [];
  // With others to choose from, that is only one way to begin.
  return start !== undefined && (pattern.regex.includes('|') || value.startsWith(start));
}
