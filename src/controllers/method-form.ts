import type {Wording} from '../messages/wording.js';
import type {RawValue} from '../model/draft.js';
import type {AvailableMethod, Variable} from '../model/method-kind.js';

/** What is wrong with a field, or with the form as a whole. */
export interface FieldProblem {
  /** The code of the issue, or of the host's rejection. */
  readonly code: string;
  /** Says so in the words of the moment: a host can change them at any time. */
  readonly say: (wording: Wording) => string;
}

/** One method's form: what it began with and what is wrong. What is typed stays in its inputs. */
export class MethodForm {
  method: AvailableMethod;
  /** Tells its inputs apart from those of other forms in the root, and from its own before. */
  prefix: string;
  /** What its inputs are given when they are made. */
  readonly start = new Map<string, RawValue>();
  readonly problems = new Map<string, FieldProblem>();
  readonly revealed = new Set<string>();
  /** What is wrong with the credential as a whole. */
  formProblem: FieldProblem | undefined;
  /** Whether a submit failed, from when on fields are checked at each change. */
  failed = false;

  constructor(method: AvailableMethod, prefix: string) {
    this.method = method;
    this.prefix = prefix;
  }

  /** The variables of the fields at fault, in the order of the screen: advanced ones come last. */
  get faulty(): readonly Variable[] {
    return this.method.variables
      .filter(({key}) => this.problems.has(key))
      .sort((a, b) => Number(a.advanced ?? 0) - Number(b.advanced ?? 0));
  }

  idOf(part: 'field' | 'help' | 'problem' | 'prefix' | 'suffix', key: string): string {
    return `${this.prefix}-${part}-${key}`;
  }
}
