import {version} from '../version.js';

/**
 * Whether a tag can still be registered. Two copies of Keyslot may meet on one page: the first one
 * keeps the tag, and the second says so when it is another version.
 */
export function isFree(tag: string): boolean {
  const holder = customElements.get(tag);
  if (!holder) return true;
  const held = 'version' in holder ? String(holder.version) : 'unknown';
  if (held !== version) {
    console.warn(`<${tag}> is already registered, by version ${held}.`);
  }
  return false;
}
