import type {RawValue} from '../model/draft.js';
import type {Match} from '../model/match-entries.js';
import type {Variable} from '../model/method-kind.js';
import type {Place} from '../model/rightful-variable.js';
import type {StrayReason} from '../model/tidy-text.js';
import type {MethodForm} from './method-form.js';

/** What a field is to hold. */
export interface Change {
  readonly form: MethodForm;
  readonly variable: Variable;
  readonly raw: RawValue;
}

/** A change that was made, with what the field held before. */
export interface Done extends Change {
  readonly before: RawValue;
}

/** What there is to say of what a field was given, and what can be done about it. */
export type Advice =
  /** It is more, or less, than the value that was meant. */
  | {readonly kind: 'stray'; readonly text: string; readonly reasons: readonly StrayReason[]}
  /** It belongs in another field, or to another method. */
  | {readonly kind: 'elsewhere'; readonly place: Place}
  /** It has the values of several fields. */
  | {
      readonly kind: 'fill';
      readonly matches: readonly Match[];
      /** What the field held before, where none of the values is its own. */
      readonly before?: RawValue;
    }
  /** It was dropped on the form, and has nothing for it. */
  | {readonly kind: 'nothing'}
  /** The user has done what was offered, and can take back what is still as it was done. */
  | {
      readonly kind: 'done';
      readonly deed: 'mended' | 'moved' | 'filled';
      readonly count: number;
      readonly done: readonly Done[];
    }
  /** The user has seen the offer, and wants none of it. */
  | {readonly kind: 'declined'};

/** Advice on a value, which ends with that value. */
interface Given {
  readonly raw: RawValue | undefined;
  readonly advice: Advice;
}

const given = new WeakMap<object, Map<string, Given>>();

/** The advice on the fields of a form. Ends when the form begins anew, as what it holds does. */
export function adviceOf(form: MethodForm): Map<string, Given> {
  const known = given.get(form.contents) ?? new Map<string, Given>();
  given.set(form.contents, known);
  return known;
}
