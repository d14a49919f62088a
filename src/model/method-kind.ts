import type {AuthorizationPlan} from './authorization.js';
import type {
  FieldValue,
  LocalizedText,
  MethodDefinition,
  NoteDefinition,
  RequestTemplate,
  VariableDefinition,
  VariableType,
} from './definition.js';
import type {Diagnostic, Parameters} from './diagnostic.js';

/** The values of a credential by the keys of their variables. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** A variable as a method asks for it: shared ones merged in, its type settled. */
export interface Variable extends VariableDefinition {
  readonly type: VariableType;
  /** Whether it comes with the kind. */
  readonly locked?: boolean;
  /** The connector variable that it stands for. What is typed for it follows to other methods. */
  readonly shared?: string;
}

/** Something wrong with a value, or with a credential as a whole when there is no `key`. */
export interface Issue {
  /** Stable; words for people are in `messages`. */
  readonly code: string;
  /** The variable it is about. */
  readonly key?: string;
  readonly params?: Parameters;
}

/** What a kind makes of one definition. */
export interface MethodBinding {
  /** The variables that come with the kind, in the order in which they are asked for. */
  readonly variables?: readonly VariableDefinition[] | undefined;
  /** The tag of an element that edits the credential in place of the form. Code, never data. */
  readonly editor?: string | undefined;
  /** What the rules of single variables cannot say. Synchronous, and the same on a server. */
  readonly check?: ((values: FieldValues) => readonly Issue[]) | undefined;
  /** Where the values travel on API calls, unless the definition says otherwise. */
  readonly request?: RequestTemplate | undefined;
  /** How a request is authenticated where no template can say so. */
  readonly signature?: 'basic' | 'oauth1' | undefined;
  /** The settings as they were read: plain data, for what runs after the form. */
  readonly settings?: object | undefined;
  /** The window in which the user grants access, where the method needs one. */
  readonly authorization?: AuthorizationPlan | undefined;
  /** Addresses with placeholders among the settings, by the name of the setting. */
  readonly addresses?: Readonly<Record<string, string>> | undefined;
  /** The names of the other settings whose texts hold placeholders. */
  readonly templates?: readonly string[] | undefined;
  /** What is wrong with the settings; paths are relative to the method. */
  readonly diagnostics?: readonly Diagnostic[] | undefined;
}

/**
 * The code that implements a method type. A plain object is enough: no schema library, no base
 * class. {@link defineMethodKind} writes one in a few lines.
 */
export interface MethodKind<T extends string = string, V = object> {
  readonly type: T;
  /**
   * Reads the settings of a definition of this type. Called once for each method; must not keep
   * state. When it throws, the method is shown as unavailable.
   */
  bind(definition: MethodDefinition): MethodBinding;
  /** Never set: carries the type of the values that come with the kind. */
  readonly '~values'?: V;
}

interface MethodBase {
  readonly id: string;
  readonly type: string;
  readonly name?: LocalizedText;
  readonly description?: LocalizedText;
  readonly icon?: string;
  readonly docs?: string;
  readonly notes?: readonly NoteDefinition[];
  readonly recommended: boolean;
  readonly deprecated: boolean;
}

/** A method that can be used. */
export interface AvailableMethod extends MethodBase {
  readonly status: 'available';
  /** Everything the method needs, in the order in which it is asked for. */
  readonly variables: readonly Variable[];
  readonly editor?: string;
  readonly check?: (values: FieldValues) => readonly Issue[];
  /** Where the values travel by the kind. */
  readonly requestDefaults?: RequestTemplate;
  /** Where the values travel by the definition. */
  readonly request?: RequestTemplate;
  readonly tokenRequest?: RequestTemplate;
  readonly signature?: 'basic' | 'oauth1';
  readonly settings?: object;
  /** The window in which the user grants access. */
  readonly authorization?: AuthorizationPlan;
  readonly addresses?: Readonly<Record<string, string>>;
  /** The names of the other settings whose texts hold placeholders. */
  readonly templates?: readonly string[];
}

/** A method that stays in the list although it cannot be used. */
export interface UnavailableMethod extends MethodBase {
  readonly status: 'unavailable';
  readonly reason: Diagnostic;
}

/** A definition of a method, read and bound to its kind. */
export type Method = AvailableMethod | UnavailableMethod;

/** A definition of a connector, read. Deep-frozen. */
export interface Connector {
  readonly id: string;
  readonly name: LocalizedText;
  readonly logo?: string;
  readonly docs?: string;
  readonly methods: readonly Method[];
}
