import type {Parameters} from './diagnostic.js';
import {parseUrl} from './parse-url.js';
import {isUrlTemplate} from './url-template.js';

/** What became of a template and its values. */
export type Expansion =
  | {readonly ok: true; readonly text: string}
  | {
      readonly ok: false;
      readonly code: 'template_variable_missing' | 'template_value_invalid';
      readonly key: string;
      readonly params: Parameters;
    };

type Values = Readonly<Record<string, unknown>>;

/** How a value is written at its place. `undefined` when it may not stand there. */
type Write = (value: string, before: string) => string | undefined;

/**
 * Puts values in the places of `{{key}}` placeholders, once and from left to right: what a value
 * holds is never taken for a placeholder.
 *
 * @param write - Writes a value, given the template text before it.
 */
export function expandTemplate(
  template: string,
  values: Values,
  write: Write = (value) => value,
): Expansion {
  const parts = template.split(/\{\{([^{}]+)\}\}/);
  let text = '';
  let before = '';
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) {
      text += part;
      before += part;
      continue;
    }
    const value = Object.hasOwn(values, part) ? values[part] : undefined;
    if (value === undefined || value === '') {
      return {ok: false, code: 'template_variable_missing', key: part, params: {}};
    }
    const written = write(typeof value === 'string' ? value : JSON.stringify(value), before);
    if (written === undefined) {
      return {ok: false, code: 'template_value_invalid', key: part, params: {}};
    }
    text += written;
    // A placeholder is as opaque to those behind it as a letter.
    before += 'x';
  }
  return {ok: true, text};
}

/** Puts values in an address, each as its place demands; the host behind them cannot change. */
export function expandUrlTemplate(template: string, values: Values): Expansion {
  if (!isUrlTemplate(template)) {
    return {ok: false, code: 'template_value_invalid', key: '', params: {}};
  }
  const expansion = expandTemplate(template, values, writeInUrl);
  if (!expansion.ok || isSameAddress(expansion.text)) return expansion;
  return {ok: false, code: 'template_value_invalid', key: '', params: {}};
}

const writeInUrl: Write = (value, before) => {
  if (before === '') return writeOrigin(value);
  if (before.includes('?')) return encode(value);
  // Behind the two slashes of the scheme, a third begins the path.
  const [, authority = ''] = before.split('//', 2);
  const isPath = authority.includes('/') || !before.includes('//');
  if (!isPath) return isLabel(value) ? value : undefined;
  return /^(?:\.|%2e){0,2}$/i.test(value) ? undefined : encode(value);
};

/** RFC 1123 §2.1; an internationalised label could look like another. */
const isLabel = (value: string) =>
  /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(value) && !/^xn--/i.test(value);

function writeOrigin(value: string): string | undefined {
  if (!isUrlTemplate(value) || value.includes('{')) return undefined;
  const origin = parseUrl(value)?.origin;
  return origin === value.toLowerCase() ? origin : undefined;
}

function encode(value: string): string | undefined {
  try {
    return encodeURIComponent(value);
  } catch {
    // A lone surrogate has no encoding.
    return undefined;
  }
}

/** Whether the URL parser reads an address as it is written, and would not find another host in it. */
function isSameAddress(address: string): boolean {
  const url = parseUrl(address);
  if (!url) return false;
  const {href, username, password, hash, pathname} = url;
  // A default port is dropped when parsed.
  const authority = (text: string) =>
    text
      .split('/')[2]
      ?.split('?')[0]
      ?.toLowerCase()
      .replace(/:(?:80|443)$/, '');
  const path = (text: string) => text.split('?')[0]?.split('/').length;
  const isSamePath = path(href) === path(address) || pathname === '/';
  return !username && !password && !hash && authority(href) === authority(address) && isSamePath;
}
