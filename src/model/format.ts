import type {VariableFormat} from './definition.js';
import {parseUrl} from './parse-url.js';

const DNS_LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

const expressions: Readonly<Record<Exclude<VariableFormat, 'json' | 'pem'>, RegExp>> = {
  // Deliberately loose: only the mail system knows which addresses exist.
  email: /^[^@\s]+@[^@\s]+$/,
  url: /^https?:\/\/\S+$/i,
  origin: /^https?:\/\/[^/?#@\\\s]+$/i,
  hostname: new RegExp(`^(?=.{1,253}$)${DNS_LABEL}(?:\\.${DNS_LABEL})*$`, 'i'),
  'dns-label': new RegExp(`^${DNS_LABEL}$`, 'i'),
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

/** Whether a text has a well-known shape. The same verdict in the browser and on a server. */
export function hasFormat(format: VariableFormat, text: string): boolean {
  if (format === 'json') return isJson(text);
  if (format === 'pem') return isPem(text);
  if (!expressions[format].test(text)) return false;
  return format === 'url' || format === 'origin' ? parseUrl(text) !== undefined : true;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * RFC 7468 §2, with anything allowed between the boundaries. By hand: an expression that looks ahead
 * at each character overflows the stack on some megabytes.
 */
function isPem(text: string): boolean {
  const block = text.trim();
  const [first = '', label = ''] = /^-----BEGIN ([A-Z0-9 ]+)-----\r?\n/.exec(block) ?? [];
  const last = block.indexOf('-----', first.length);
  return label !== '' && last > first.length && block.slice(last) === `-----END ${label}-----`;
}
