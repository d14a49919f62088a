import {KeyslotRequestError} from './request-error.js';

/** Base64 of bytes (RFC 4648 §4). */
export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** Base64url without padding (RFC 4648 §5). */
export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Refuses a text with a lone surrogate, which UTF-8 cannot hold and encoders replace in silence. */
export function wellFormed(text: string): string {
  if (/\p{Cs}/u.test(text)) throw new KeyslotRequestError('request_invalid_value');
  return text;
}

export const utf8 = (text: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(wellFormed(text));

/** Percent-encoding of everything but unreserved characters (RFC 3986 §2.3, RFC 5849 §3.6). */
export const percentEncode = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** One component of application/x-www-form-urlencoded. */
export const formEncode = (text: string): string =>
  new URLSearchParams([['', wellFormed(text)]]).toString().slice(1);
