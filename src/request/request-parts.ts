import type {RequestTemplate} from '../model/definition.js';
import {own, visibleVariables} from '../model/draft.js';
import {expandTemplate} from '../model/expand-template.js';
import type {AvailableMethod, FieldValues} from '../model/method-kind.js';
import {KeyslotRequestError} from './request-error.js';

/** What goes on the wire beside the host's own: headers, query parameters and body fields. */
export interface RequestParts {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
}

type Part = keyof RequestParts;
type Entries = Record<Part, [string, string][]>;

/**
 * Puts values in the places that templates name. A later template wins: header names are the same
 * whatever their case (RFC 9110 §5.1), and an empty text drops an entry. So does a variable that has
 * no value and needs none.
 */
export function requestParts(
  method: AvailableMethod,
  templates: readonly (RequestTemplate | undefined)[],
  values: FieldValues,
): RequestParts {
  const dispensable = dispensableKeys(method, values);
  const entries: Entries = {headers: [], query: [], body: []};
  for (const part of ['headers', 'query', 'body'] as const) {
    const merged = new Map<string, [string, string]>();
    for (const template of templates) {
      for (const [name, text] of Object.entries(template?.[part] ?? {})) {
        merged.set(part === 'headers' ? name.toLowerCase() : name, [name, text]);
      }
    }
    for (const [name, template] of merged.values()) {
      const text = template && expand(template, values, dispensable, part, name);
      if (text) entries[part].push([name, text]);
    }
  }
  return {
    headers: Object.fromEntries(entries.headers),
    query: Object.fromEntries(entries.query),
    body: Object.fromEntries(entries.body),
  };
}

/** The variables that a complete credential may lack: the optional ones, and those not asked for. */
function dispensableKeys(method: AvailableMethod, values: FieldValues): ReadonlySet<string> {
  const asked = visibleVariables(method, (key) => own(values, key) as FieldValues[string]);
  const keys = new Set(method.variables.map(({key}) => key));
  for (const {key, required} of asked) if (required) keys.delete(key);
  return keys;
}

/** @returns Nothing, when one of the values is missing that need not be there. */
function expand(
  template: string,
  values: FieldValues,
  dispensable: ReadonlySet<string>,
  part: Part,
  name: string,
): string | undefined {
  const expansion = expandTemplate(template, values);
  if (!expansion.ok) {
    const {code, key} = expansion;
    if (dispensable.has(key)) return undefined;
    throw key === 'accessToken'
      ? new KeyslotRequestError('request_access_token_missing')
      : new KeyslotRequestError(code, {key});
  }
  // A line break would begin another header (RFC 9110 §5.5); a lone surrogate has no encoding.
  const unfit = part === 'headers' ? /[^\t\u0020-\u007e\u0080-\u00ff]/ : /\p{Cs}/u;
  if (unfit.test(expansion.text)) {
    throw new KeyslotRequestError('request_invalid_value', {part, name});
  }
  return expansion.text;
}
