import type {AuthorizationPorts} from './ports.js';

/** 256 random bits, as a URL and RFC 7636 §4.1 want them. */
export const randomText = ({randomBytes}: AuthorizationPorts): string => base64Url(randomBytes(32));

/** The S256 challenge of a verifier (RFC 7636 §4.2). */
export const challengeOf = async (
  verifier: string,
  {sha256}: AuthorizationPorts,
): Promise<string> => base64Url(await sha256(verifier));

/** RFC 4648 §5, without padding. */
const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
