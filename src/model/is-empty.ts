import type {Variable} from './method-kind.js';

/** Whether nothing was given. Blanks alone count as nothing, but in a secret they are a value. */
export function isEmpty({type, secret}: Variable, value: unknown): boolean {
  if (type === 'multiselect' || type === 'keyvalue') {
    return value === undefined || (Array.isArray(value) && !value.length);
  }
  if (typeof value !== 'string') return value === undefined;
  return type !== 'boolean' && (secret ? value : value.trim()) === '';
}
