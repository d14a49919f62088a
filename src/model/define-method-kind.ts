import * as z from 'zod/mini';
import type {MethodDefinition, RequestTemplate, VariableDefinition} from './definition.js';
import {methodShape} from './definition-schema.js';
import {DiagnosticList} from './diagnostic.js';
import type {JsonObject} from './json.js';
import type {FieldValues, Issue, MethodKind} from './method-kind.js';
import {read} from './read.js';
import {isUrlTemplate} from './url-template.js';

type Settings<S extends z.core.$ZodShape> = z.output<z.ZodMiniObject<S, z.core.$strict>>;

type LockedValues<L extends readonly VariableDefinition[]> = {
  readonly [v in L[number] as v extends {required: true} ? v['key'] : never]: string;
} & {
  readonly [v in L[number] as v extends {required: true} ? never : v['key']]?: string;
};

/** A kind written with {@link defineMethodKind}. */
export interface DefinedMethodKind<
  T extends string,
  V,
  S extends z.core.$ZodShape = z.core.$ZodShape,
> extends MethodKind<T, V> {
  /** The schema of its settings, from which `connector.schema.json` is made. */
  readonly settings: z.ZodMiniObject<S, z.core.$strict>;
}

/** Describes a kind by the shape of its settings and the variables that come with it. */
export interface MethodKindDescription<
  T extends string,
  S extends z.core.$ZodShape,
  L extends readonly VariableDefinition[],
> {
  readonly type: T;
  /** The settings a definition of this type has beside those of every method. */
  readonly settings?: S;
  /** What the type always needs: a list, or what makes one from the settings. */
  readonly variables?: L | ((settings: Settings<S>) => L);
  /** Where the values travel on API calls: a template, or what makes one from the settings. */
  readonly request?: RequestTemplate | ((settings: Settings<S>) => RequestTemplate);
  /** How a request is authenticated where no template can say so. */
  readonly signature?: 'basic' | 'oauth1';
  /** The names of the settings that are addresses with placeholders. */
  readonly addresses?: readonly (keyof S & string)[];
  /** Says what is wrong with settings that fit the shape. */
  readonly diagnose?: (settings: Settings<S>, place: DiagnosticList) => void;
  /** The tag of an element that edits the credential in place of the form. */
  readonly editor?: string;
  /** What the rules of single variables cannot say. */
  readonly check?: (values: FieldValues, settings: Settings<S>) => readonly Issue[];
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
  const S extends z.core.$ZodShape = Record<never, never>,
>(description: MethodKindDescription<T, S, L>): DefinedMethodKind<T, LockedValues<L>, S> {
  const {type, variables, request, signature, addresses, diagnose, editor, check} = description;
  const settingsSchema = z.strictObject(description.settings ?? ({} as S));
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
        addresses: addresses && found,
        editor,
        check: check && ((values: FieldValues) => check(values, settings)),
        diagnostics: diagnostics.entries,
      };
    },
  });
}

const settingsOf = (definition: MethodDefinition): JsonObject =>
  Object.fromEntries(
    Object.entries(definition).filter(([name]) => !Object.hasOwn(methodShape, name)),
  ) as JsonObject;
