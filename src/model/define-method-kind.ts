import type {AuthorizationPlan} from './authorization.js';
import type {MethodDefinition, RequestTemplate, VariableDefinition} from './definition.js';
import {methodSchema} from './definition-schema.js';
import {DiagnosticList} from './diagnostic.js';
import type {JsonObject} from './json.js';
import {objectSchema, type ObjectSchema, type Properties, type ReadBy} from './json-schema.js';
import type {FieldValues, Issue, MethodKind} from './method-kind.js';
import {read} from './read.js';
import {isUrlTemplate} from './url-template.js';

type LockedValues<L extends readonly VariableDefinition[]> = {
  readonly [v in L[number] as v extends {required: true} ? v['key'] : never]: string;
} & {
  readonly [v in L[number] as v extends {required: true} ? never : v['key']]?: string;
};

type SettingsOf<P extends Properties, R extends readonly string[]> = ReadBy<ObjectSchema<P, R>>;

/** A kind written with {@link defineMethodKind}. */
export interface DefinedMethodKind<
  T extends string,
  V,
  S extends ObjectSchema = ObjectSchema,
> extends MethodKind<T, V> {
  /** The schema of its settings, of which `connector.schema.json` is made. */
  readonly settings: S;
}

/** Describes a kind by the shape of its settings and the variables that come with it. */
export interface MethodKindDescription<
  T extends string,
  P extends Properties,
  R extends readonly string[],
  L extends readonly VariableDefinition[],
> {
  readonly type: T;
  /** The settings a definition of this type has beside those of every method, as JSON Schema. */
  readonly settings?: {readonly properties: P; readonly required?: R};
  /** What the type always needs: a list, or what makes one from the settings. */
  readonly variables?: L | ((settings: SettingsOf<P, R>) => L);
  /** Where the values travel on API calls: a template, or what makes one from the settings. */
  readonly request?: RequestTemplate | ((settings: SettingsOf<P, R>) => RequestTemplate);
  /** How a request is authenticated where no template can say so. */
  readonly signature?: 'basic' | 'oauth1';
  /** The window in which the user grants access, where the settings ask for one. */
  readonly authorization?: (settings: SettingsOf<P, R>) => AuthorizationPlan | undefined;
  /** The names of the settings that are addresses with placeholders. */
  readonly addresses?: readonly (keyof P & string)[];
  /** The names of the other settings whose texts hold placeholders. */
  readonly templates?: readonly (keyof P & string)[];
  /** Says what is wrong with settings that fit the shape. */
  readonly diagnose?: (settings: SettingsOf<P, R>, place: DiagnosticList) => void;
  /** The tag of an element that edits the credential in place of the form. */
  readonly editor?: string;
  /** What the rules of single variables cannot say. */
  readonly check?: (values: FieldValues, settings: SettingsOf<P, R>) => readonly Issue[];
}

/**
 * Makes a {@link MethodKind}. All built-in kinds are written with it; it gives them nothing that a
 * plain object could not have.
 *
 * @example
 * const pin = defineMethodKind({
 *   type: 'pin',
 *   variables: [{key: 'pin', label: 'PIN', secret: true, required: true}],
 * });
 */
export function defineMethodKind<
  const T extends string,
  const L extends readonly VariableDefinition[] = readonly [],
  const P extends Properties = Record<never, never>,
  const R extends readonly (keyof P & string)[] = readonly [],
>(
  description: MethodKindDescription<T, P, R, L>,
): DefinedMethodKind<T, LockedValues<L>, ObjectSchema<P, R>> {
  const {type, variables, request, signature, addresses, templates} = description;
  const {authorization, diagnose, editor, check} = description;
  const {properties = {} as P, required} = description.settings ?? {};
  const settingsSchema = objectSchema(properties, required);
  return Object.freeze({
    type,
    settings: settingsSchema,
    bind(definition: MethodDefinition) {
      const diagnostics = new DiagnosticList();
      const settings = read(settingsSchema, settingsOf(definition), diagnostics);
      if (!settings) return {diagnostics: diagnostics.entries};
      const found: Record<string, string> = {};
      for (const name of addresses ?? []) {
        const address: unknown = (settings as Readonly<Record<string, unknown>>)[name];
        if (typeof address !== 'string') continue;
        found[name] = address;
        if (!isUrlTemplate(address)) diagnostics.at(name).error('definition_unsafe_url');
      }
      diagnose?.(settings, diagnostics);
      return {
        variables: typeof variables === 'function' ? variables(settings) : (variables ?? []),
        request: typeof request === 'function' ? request(settings) : request,
        signature,
        settings,
        authorization: authorization?.(settings),
        addresses: addresses && found,
        templates,
        editor,
        check: check && ((values: FieldValues) => check(values, settings)),
        diagnostics: diagnostics.entries,
      };
    },
  });
}

const settingsOf = (definition: MethodDefinition): JsonObject =>
  Object.fromEntries(
    Object.entries(definition).filter(([name]) => !Object.hasOwn(methodSchema.properties, name)),
  ) as JsonObject;
