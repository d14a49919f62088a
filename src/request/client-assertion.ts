import {toBase64Url, utf8} from './encoding.js';
import {importPrivateKey} from './private-key.js';

/** The algorithms of an assertion (RFC 7518 §3.1). */
export type AssertionAlgorithm = 'RS256' | 'PS256' | 'ES256';

const ALGORITHMS = {
  RS256: {key: {name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256'}, sign: {name: 'RSASSA-PKCS1-v1_5'}},
  PS256: {key: {name: 'RSA-PSS', hash: 'SHA-256'}, sign: {name: 'RSA-PSS', saltLength: 32}},
  ES256: {key: {name: 'ECDSA', namedCurve: 'P-256'}, sign: {name: 'ECDSA', hash: 'SHA-256'}},
} as const;

/** How long an assertion is good for, in seconds: long enough for clocks that disagree. */
const LIFETIME = 300;

/** A JWT by which a client proves who it is (RFC 7523 §3). */
export async function signClientAssertion({
  algorithm,
  privateKey,
  keyId,
  clientId,
  audience,
  claims,
  nonce,
  timestamp,
}: {
  readonly algorithm: AssertionAlgorithm;
  readonly privateKey: unknown;
  readonly keyId: string | undefined;
  readonly clientId: string;
  /** The token endpoint. */
  readonly audience: string;
  readonly claims: Readonly<Record<string, string>>;
  readonly nonce: string;
  readonly timestamp: number;
}): Promise<string> {
  const {key, sign} = ALGORITHMS[algorithm];
  const header = {alg: algorithm, typ: 'JWT', kid: keyId};
  const payload = {
    iss: clientId,
    sub: clientId,
    aud: audience,
    jti: nonce,
    iat: timestamp,
    exp: timestamp + LIFETIME,
    ...claims,
  };
  const input = [header, payload].map((part) => toBase64Url(utf8(JSON.stringify(part)))).join('.');
  const imported = await importPrivateKey(privateKey, key);
  const signature = await crypto.subtle.sign(sign, imported, utf8(input));
  return `${input}.${toBase64Url(new Uint8Array(signature))}`;
}
