/**
 * Text a person reads: one string, or one for each language by BCP 47 tag.
 *
 * Resolved by {@link resolveText}: the exact tag, then the tag truncated from its end, then `en`,
 * then the first given.
 */
export type LocalizedText = string | {readonly [language: string]: string};

/**
 * A value a credential can hold for one variable: a text, a finite number, a flag, the chosen values
 * of a `multiselect`, or the named values of a `keyvalue` in their order.
 */
export type FieldValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly (readonly [name: string, value: string])[];

/** What a variable holds, and so how its field looks. */
export type VariableType =
  | 'text'
  | 'multiline'
  | 'url'
  | 'email'
  | 'number'
  | 'boolean'
  | 'select'
  | 'multiselect'
  | 'file'
  | 'keyvalue';

/** A well-known shape of a text, checked the same in the browser and on the server. */
export type VariableFormat =
  'email' | 'url' | 'origin' | 'hostname' | 'dns-label' | 'uuid' | 'pem' | 'json';

/** One choice of a `select` or `multiselect`. */
export interface OptionDefinition {
  /** What is sent. */
  readonly value: string;
  /** What is shown. The value, when absent. */
  readonly label?: LocalizedText;
  /** A remark shown beside the label. */
  readonly description?: LocalizedText;
  /** The heading under which the option stands. */
  readonly group?: LocalizedText;
}

/** A regular expression that the whole text must match. */
export interface PatternDefinition {
  /**
   * An ECMAScript regular expression, without delimiters or anchors; it is run with the `u` flag
   * on the whole text. Look-around, back-references and ambiguous repetition are refused.
   */
  readonly regex: string;
  /** Says what to do: "Use _ rather than -, for example 1234567_SB1". */
  readonly message?: LocalizedText;
  /**
   * `warning`: a text that does not match may be used all the same, once the user says so. Third
   * parties change the form of their keys. `error`, when absent.
   */
  readonly severity?: 'error' | 'warning';
}

/** When a variable is asked for: another variable equals a value, or one of several. */
export interface VisibilityDefinition {
  /** The key of the other variable. */
  readonly key: string;
  /** The value at which this one is asked for; the empty text, when the other is left empty. */
  readonly equals?: string | number | boolean;
  /** The values at which this one is asked for. */
  readonly in?: readonly (string | number | boolean)[];
}

/** What a method may change of a connector variable that it uses. */
export interface VariableOverrides {
  /** The name of the field. */
  readonly label?: LocalizedText;
  /** One or two sentences under the label: what it is and where to find it. */
  readonly help?: LocalizedText;
  /** Whether it must be given. */
  readonly required?: boolean;
  /** Whether its field waits behind a disclosure. A collapsed value is still sent. */
  readonly advanced?: boolean;
  /** `false`: never shown; its default is sent. */
  readonly configurable?: boolean;
  /** The third party's own name for the value. */
  readonly alias?: string;
  /** What the field holds before anything is typed. */
  readonly default?: string | number | boolean | readonly string[];
}

/** One value that the user, the host or the definition provides. On screen it is a field. */
export interface VariableDefinition extends VariableOverrides {
  /** The name of the value in the credential. Unique within a method. */
  readonly key: string;
  /** What the variable holds. `text` when absent. */
  readonly type?: VariableType;
  /** Whether the value is masked, kept out of logs and never prefilled again. */
  readonly secret?: boolean;
  /** A value that might be typed here. Shown as text, never sent. */
  readonly example?: string;
  /** An https page that explains where to find the value. */
  readonly docs?: string;
  /** The heading under which the field stands, together with its neighbours of the same group. */
  readonly group?: LocalizedText;
  /** The choices of a `select` or `multiselect`. */
  readonly options?: readonly OptionDefinition[];
  /** A regular expression that the whole text must match. */
  readonly pattern?: PatternDefinition;
  /** A well-known shape of the text. */
  readonly format?: VariableFormat;
  /** The shortest text, in UTF-16 code units. */
  readonly minLength?: number;
  /** The longest text, in UTF-16 code units. */
  readonly maxLength?: number;
  /** The smallest number. */
  readonly min?: number;
  /** The largest number. */
  readonly max?: number;
  /** Shown before the input, not part of the value. */
  readonly prefix?: string;
  /** Shown after the input, not part of the value: `.myshopify.com`. */
  readonly suffix?: string;
  /** How the content of a `file` becomes a text: read as UTF-8 (when absent), or as Base64 (RFC 4648 §4). */
  readonly encoding?: 'text' | 'base64';
  /** When the variable is asked for. Always, when absent. A hidden value is not sent. */
  readonly visibleWhen?: VisibilityDefinition;
  /**
   * Whose secret this is. `machine` (the default) keeps password managers from filling it in;
   * `login` lets them.
   */
  readonly autofill?: 'machine' | 'login';
}

/** Takes a connector variable into a method. */
export interface VariableUse extends VariableOverrides {
  /** The key of the connector variable. */
  readonly use: string;
}

/** Something a user needs beside the form: an explanation, or a value to copy elsewhere. */
export interface NoteDefinition {
  /** What the value is, or a heading. */
  readonly label?: LocalizedText;
  /** One or two sentences. */
  readonly text?: LocalizedText;
  /**
   * What is to be copied, such as an IP list. `{{key}}` stands for a value that the host provides;
   * a note that names one it does not provide is left out.
   */
  readonly value?: string;
}

/**
 * Where values travel, with `{{key}}` placeholders. Merged over what the type does by itself: header
 * names are the same whatever their case, and an empty text drops an entry. So does an optional
 * variable that was left empty, and one that is not asked for.
 */
export interface RequestTemplate {
  /** Header fields by name. */
  readonly headers?: {readonly [name: string]: string};
  /** Query parameters by name. */
  readonly query?: {readonly [name: string]: string};
  /** Fields of the body by name. */
  readonly body?: {readonly [name: string]: string};
}

/** What every authentication method has, whatever its type. */
export interface MethodDefinitionBase {
  /** Tells this method from the others of the connector. Credentials refer to it. */
  readonly id: string;
  /** The name in the picker. The words of the type, when absent. */
  readonly name?: LocalizedText;
  /** One line that helps to choose. */
  readonly description?: LocalizedText;
  /** An https image. */
  readonly icon?: string;
  /** An https page about this method, linked above its fields. */
  readonly docs?: string;
  /** Whether this is the method to choose when nothing speaks against it. */
  readonly recommended?: boolean;
  /** Whether the third party means to drop this method. */
  readonly deprecated?: boolean;
  /**
   * What is asked for, in this order. An entry with the key of a variable that comes with the type
   * changes that variable; those not listed come first.
   */
  readonly variables?: readonly (VariableDefinition | VariableUse)[];
  /** What the user needs to know or to copy, shown above the fields. */
  readonly notes?: readonly NoteDefinition[];
  /** Where values travel on API calls. */
  readonly request?: RequestTemplate;
  /** Where values travel when an access token is asked for. */
  readonly tokenRequest?: RequestTemplate;
}

/** A method of any type: what all have, and the settings of its own type. */
export interface MethodDefinition extends MethodDefinitionBase {
  /** Names the kind that implements the method. */
  readonly type: string;
  readonly [setting: string]: unknown;
}

/** A third-party application and the ways to connect to it: what a host hands over, as JSON. */
export interface ConnectorDefinition<M extends MethodDefinitionBase = MethodDefinition> {
  /** The version of this format. */
  readonly version?: 1;
  /** Tells this connector from others. Credentials refer to it. */
  readonly id: string;
  /** The name of the application. */
  readonly name: LocalizedText;
  /** An https image. */
  readonly logo?: string;
  /** An https page about connecting the application, linked below the title. */
  readonly docs?: string;
  /** Variables that several methods use. One that no method uses is not shown. */
  readonly variables?: readonly VariableDefinition[];
  /** The ways to connect, in the order in which they are offered. */
  readonly methods: readonly M[];
}
