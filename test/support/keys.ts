/** A new key pair: the private key as PEM, the public one to verify with. */
async function keyPair(algorithm: RsaHashedKeyGenParams | EcKeyGenParams) {
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const bytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const lines = base64.match(/.{1,64}/g) ?? [];
  const pem = ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
  return {publicKey: pair.publicKey, pem};
}

export const rsaKeys = (name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS', hash: 'SHA-1' | 'SHA-256') =>
  keyPair({name, hash, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1])});

export const ecKeys = () => keyPair({name: 'ECDSA', namedCurve: 'P-256'});

export const toBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
