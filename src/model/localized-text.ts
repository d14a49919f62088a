import type {LocalizedText} from './definition.js';

/**
 * The words of a text in a language, by the "lookup" scheme of RFC 4647 §3.4: the exact tag, then
 * the tag truncated from its end, then `en`, then the first given.
 *
 * @param language - A BCP 47 tag.
 */
export function resolveText(text: LocalizedText, language: string): string {
  if (typeof text === 'string') return text;
  const byTag = new Map(Object.entries(text).map(([tag, words]) => [tag.toLowerCase(), words]));
  for (
    let tag = language.toLowerCase();
    tag;
    tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))
  ) {
    const words = byTag.get(tag);
    if (words !== undefined) return words;
  }
  return byTag.get('en') ?? byTag.values().next().value ?? '';
}
