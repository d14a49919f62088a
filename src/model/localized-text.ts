import type {LocalizedText} from './definition.js';

/** Whether a language is the one of a tag, or a variety of it. Both are BCP 47 tags. */
const isWithin = (language: string, tag: string): boolean =>
  `${language}-`.toLowerCase().startsWith(`${tag}-`.toLowerCase());

/** Whether words are in another language than the page. Where one of them is unknown, they are not. */
export const isForeign = (tag: string, page: string): boolean =>
  Boolean(page && tag) && !isWithin(page, tag);

/**
 * The tag of the words of a text in a language, by the "lookup" scheme of RFC 4647 §3.4: the exact tag,
 * then the tag truncated from its end, then `en`, then the first given.
 *
 * @param language - A BCP 47 tag.
 */
export function resolveTag(text: Exclude<LocalizedText, string>, language: string): string {
  const tags = Object.keys(text);
  const [longest] = tags
    .filter((tag) => isWithin(language, tag))
    .sort((one, other) => other.length - one.length);
  return longest ?? tags.find((tag) => isWithin('en', tag)) ?? tags[0] ?? '';
}

/** The words of a text in a language. */
export const resolveText = (text: LocalizedText, language: string): string =>
  typeof text === 'string' ? text : (text[resolveTag(text, language)] ?? '');
