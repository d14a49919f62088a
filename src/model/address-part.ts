import type {Variable} from './method-kind.js';

type Place = Pick<Variable, 'format' | 'prefix' | 'suffix'>;

/** Whether a variable is a part of an address, which people are likely to copy as a whole. */
export const isAddressPart = ({format, prefix = '', suffix = ''}: Place): boolean =>
  /^(?:hostname|origin|dns-label)$/.test(format ?? '') ||
  prefix.endsWith('://') ||
  /^[./]/.test(suffix);

/** The part of a whole address that a variable stands for. Nothing when the text is no address. */
export function partOfAddress(place: Place, text: string): string | undefined {
  const url = isAddressPart(place) ? readAddress(text, place) : undefined;
  if (!url) return undefined;
  const part = takePart(place, url);
  return part && part !== text ? part : undefined;
}

function takePart({format, prefix = '', suffix = ''}: Place, url: URL): string | undefined {
  const {host, hostname, origin, pathname} = url;
  if (suffix) {
    // What follows the first slash of a suffix is a path, which an address may have or not.
    const [end = ''] = suffix.split('/');
    if (end) return hostname.endsWith(end) ? hostname.slice(0, -end.length) : undefined;
  }
  switch (format) {
    case 'dns-label':
      return /^[^.]+(?=\.[^.]+\.)/.exec(hostname)?.[0];
    case 'hostname':
      return hostname;
    case 'origin':
      return origin;
    default:
      return prefix === `${url.protocol}//` ? host + pathname.replace(/\/$/, '') : undefined;
  }
}

/** Reads what has a scheme, and what ends or goes on as only an address does. */
function readAddress(text: string, {suffix = ''}: Place): URL | undefined {
  const [end = ''] = suffix.split('/');
  const hasScheme = /^https?:\/\//i.test(text);
  const isHost = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]|$)/.test(text);
  const isWhole = hasScheme || (isHost && (/[/?#]/.test(text) || (end && text.includes(end))));
  const address = hasScheme ? text : `https://${text}`;
  return isWhole && !/\s/.test(text) && URL.canParse(address) ? new URL(address) : undefined;
}
