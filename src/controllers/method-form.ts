import type {Wording} from '../messages/wording.js';
import type {Authorization} from '../model/authorization.js';
import type {GrantBasis} from '../model/check-authorization.js';
import type {RawValue} from '../model/draft.js';
import type {AvailableMethod, Variable} from '../model/method-kind.js';

/** From how many options on a `select` can be searched. */
export const SEARCH_FROM = 16;

/** What of a field has an id. */
export type FieldPart = 'field' | 'label' | 'help' | 'problem' | 'advice' | 'prefix' | 'suffix';

/** What is wrong with a field, or with the form as a whole. */
export interface FieldProblem {
  /** The code of the issue, or of the host's rejection. */
  readonly code: string;
  /** Says so in the words of the moment: a host can change them at any time. */
  readonly say: (wording: Wording) => string;
  /** Whether the user may have it their way all the same. */
  readonly canInsist?: boolean;
}

/** One method's form: what it began with and what is wrong. What is typed stays in its inputs. */
export class MethodForm {
  method: AvailableMethod;
  /** Tells its inputs apart from those of other forms in the root, and from its own before. */
  prefix: string;
  /** What its inputs are given when they are made, and what no native input can hold. */
  contents = new Map<string, RawValue>();
  readonly problems = new Map<string, FieldProblem>();
  readonly revealed = new Set<string>();
  /** The stored secrets that the user wants removed. */
  readonly cleared = new Set<string>();
  /** What the user insists on, whatever a pattern that only warns has against it. */
  readonly insisted = new Map<string, RawValue>();
  /** The scopes that the user chose. What the definition suggests, until then. */
  scopes: ReadonlySet<string> | undefined;
  /** What the user granted, and what it is good for. */
  grant: {readonly authorization: Authorization; readonly basis: GrantBasis} | undefined;
  /** Whether the user wants to authorise again although what was granted could be kept. */
  isReauthorizing = false;
  /** What is wrong with the credential as a whole. */
  formProblem: FieldProblem | undefined;
  /** Whether something was entered in the kind's own editor, which keeps what it is. */
  touched = false;
  /** Whether a submit failed, from when on fields are checked at each change. */
  failed = false;
  /** Whether the host has tried what it held, and that went wrong. */
  hasFailedVerification = false;
  /** Whether its fields were given anything since it began. */
  isGiven = false;

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

  /** Has a field given a value by the next render, where it does not show it already. */
  give(key: string, raw: RawValue): void {
    this.isGiven ||= this.contents.get(key) !== raw;
    this.contents.set(key, raw);
  }

  find(key: string | undefined): Variable | undefined {
    return this.method.variables.find((variable) => variable.key === key);
  }

  /** Whether the value of a field is kept here, as no native input can hold it. */
  isHeld({type, options = []}: Variable): boolean {
    return type === 'select'
      ? options.length >= SEARCH_FROM
      : ['multiselect', 'file', 'keyvalue'].includes(type);
  }

  /** Begins anew: nothing was typed, and nothing is wrong. */
  clear(): void {
    this.problems.clear();
    this.revealed.clear();
    // What controls keep goes with the map.
    this.contents = new Map();
    this.cleared.clear();
    this.insisted.clear();
    this.scopes = undefined;
    this.grant = undefined;
    this.isReauthorizing = false;
    this.formProblem = undefined;
    this.touched = false;
    this.failed = false;
    this.hasFailedVerification = false;
    this.isGiven = false;
  }

  idOf(part: FieldPart, key: string): string {
    return `${this.prefix}-${part}-${key}`;
  }
}
