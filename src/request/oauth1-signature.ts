import type {FieldValues} from '../model/method-kind.js';
import {percentEncode, toBase64, utf8} from './encoding.js';
import {importPrivateKey} from './private-key.js';
import {KeyslotRequestError} from './request-error.js';

/** How a request is signed (RFC 5849 §3.4). */
export type OAuth1SignatureMethod = 'HMAC-SHA1' | 'HMAC-SHA256' | 'PLAINTEXT' | 'RSA-SHA1';

/** The request that a signature is about. */
export interface SignedRequest {
  /** The method, such as `GET`. */
  readonly method: string;
  /** The whole address, with its query. */
  readonly url: string;
  /** The fields of an application/x-www-form-urlencoded body. Other bodies are not signed. */
  readonly form?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
}

/** What makes two signatures of one request differ. */
export interface Freshness {
  /** Random, at most once for a timestamp. */
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

/** The value of the Authorization header of a signed request (RFC 5849 §3.5.1). */
export async function signOAuth1(
  values: FieldValues,
  signatureMethod: OAuth1SignatureMethod,
  request: SignedRequest,
  {nonce, timestamp}: Freshness,
): Promise<string> {
  const {consumerKey, token, realm} = values as Readonly<Record<string, string | undefined>>;
  const protocol: [string, string][] = [
    ['oauth_consumer_key', consumerKey ?? ''],
    ...(token === undefined ? [] : ([['oauth_token', token]] as const).map(pair)),
    ['oauth_signature_method', signatureMethod],
    ['oauth_timestamp', String(timestamp)],
    ['oauth_nonce', nonce],
  ];
  const baseString = signatureBaseString(request, protocol);
  const signature = await sign(signatureMethod, baseString, values);
  const written = [...protocol, pair(['oauth_signature', signature])].map(
    ([name, value]) => `${name}="${percentEncode(value)}"`,
  );
  return `OAuth ${[...(realm === undefined ? [] : [`realm="${quoted(realm)}"`]), ...written].join(', ')}`;
}

const pair = ([name, value]: readonly [string, string]): [string, string] => [name, value];

/** RFC 9110 §5.6.4, without the characters that would need escaping. */
function quoted(realm: string): string {
  if (/["\\\p{Cc}]|[^\p{ASCII}]/u.test(realm)) {
    throw new KeyslotRequestError('request_invalid_value', {key: 'realm'});
  }
  return realm;
}

/** RFC 5849 §3.4.1. */
export function signatureBaseString(
  {method, url, form = []}: SignedRequest,
  protocol: readonly (readonly [string, string])[],
): string {
  const {protocol: scheme, host, pathname, searchParams} = new URL(url);
  const fields = Array.isArray(form)
    ? (form as readonly (readonly [string, string])[])
    : Object.entries(form as Readonly<Record<string, string>>);
  const parameters = [...searchParams, ...fields, ...protocol]
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return [method.toUpperCase(), `${scheme}//${host}${pathname}`, parameters]
    .map(percentEncode)
    .join('&');
}

/** By code unit; a locale would sort otherwise. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function sign(
  signatureMethod: OAuth1SignatureMethod,
  baseString: string,
  values: FieldValues,
): Promise<string> {
  const {consumerSecret = '', tokenSecret = '', privateKey} = values;
  const key = `${percentEncode(String(consumerSecret))}&${percentEncode(String(tokenSecret))}`;
  switch (signatureMethod) {
    case 'PLAINTEXT':
      return key;
    case 'RSA-SHA1': {
      const algorithm = {name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1'};
      const imported = await importPrivateKey(privateKey, algorithm);
      const bytes = await crypto.subtle.sign(algorithm.name, imported, utf8(baseString));
      return toBase64(new Uint8Array(bytes));
    }
    default: {
      const hash = signatureMethod === 'HMAC-SHA1' ? 'SHA-1' : 'SHA-256';
      const imported = await crypto.subtle.importKey(
        'raw',
        utf8(key),
        {name: 'HMAC', hash},
        false,
        ['sign'],
      );
      return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', imported, utf8(baseString))));
    }
  }
}
