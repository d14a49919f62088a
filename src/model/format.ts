import type {VariableFormat} from './definition.js';
import {parseUrl} from './parse-url.js';

const DNS_LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

const expressions: Readonly<Record<Exclude<VariableFormat, 'json'>, RegExp>> = {
  // Deliberately loose: only the mail system knows which addresses exist.
  email: /^[^@\s]+@[^@\s]+$/,
  url: /^https?:\/\/\S+$/i,
  origin: /^https?:\/\/[^/?#@\\\s]+$/i,
  hostname: new RegExp(`^(?=.{1,253}$)${DNS_LABEL}(?:\\.${DNS_LABEL})*$`, 'i'),
  'dns-label': new RegExp(`^${DNS_LABEL}$`, 'i'),
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  // RFC 7468 §2, with anything allowed between the boundaries.
  pem: /^\s*-----BEGIN ([A-Z0-9 ]+)-----\r?\n(?:(?!-----)[^])+-----END \1-----\s*$/,
};

/** Whether a text has a well-known shape. The same verdict in the browser and on a server. */
export function hasFormat(format: VariableFormat, text: string): boolean {
  if (format === 'json') return isJson(text);
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
