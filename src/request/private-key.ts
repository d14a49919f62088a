import {KeyslotRequestError} from './request-error.js';

/** Reads a PKCS #8 private key in PEM (RFC 5208, RFC 7468 §10), for signing only. */
export async function importPrivateKey(
  pem: unknown,
  algorithm: RsaHashedImportParams | EcKeyImportParams,
): Promise<CryptoKey> {
  const [, base64] =
    /-----BEGIN PRIVATE KEY-----([\s\S]+?)-----END PRIVATE KEY-----/.exec(String(pem)) ?? [];
  try {
    const bytes = Uint8Array.from(atob((base64 ?? '').replace(/\s/g, '')), (character) =>
      character.charCodeAt(0),
    );
    return await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
  } catch {
    throw new KeyslotRequestError('request_private_key');
  }
}
