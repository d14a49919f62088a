import type {LocalizedText} from '../model/definition.js';
import type {Diagnostic} from '../model/diagnostic.js';
import {isForeign, resolveTag} from '../model/localized-text.js';
import type {Connector, Method, Variable} from '../model/method-kind.js';
import {mergeMessages, type InterfaceMessages, type PartialMessages} from './messages.js';

/** What was put together before, by the page's words: a long form asks for each of its mistakes. */
const merged = new WeakMap<InterfaceMessages, Map<PartialMessages, PartialMessages>>();

/** The words for one connector in one language. */
export class Wording {
  readonly messages: InterfaceMessages;
  /** A BCP 47 tag, or nothing. */
  readonly language: string;
  /** Whether Keyslot's own words are in another language than the page. */
  readonly isForeign: boolean;
  /**
   * The texts of the definition and of the page that are in another language than what is around them,
   * as far as they were asked for, and the tags of these languages.
   */
  readonly tags = new Map<string, string>();
  readonly #connector: Connector | undefined;

  constructor(messages: InterfaceMessages, language: string, connector: Connector | undefined) {
    this.messages = messages;
    this.language = language;
    this.isForeign = isForeign(messages.language, language);
    this.#connector = connector;
  }

  /** The page's own words in place of some that were loaded later. */
  over<M extends PartialMessages>(words: M): M {
    const known = merged.get(this.messages) ?? new Map<PartialMessages, PartialMessages>();
    merged.set(this.messages, known);
    const done = known.get(words) ?? mergeMessages(words, this.messages);
    known.set(words, done);
    return done as M;
  }

  text(text: LocalizedText): string {
    const isPlain = typeof text === 'string';
    const tag = isPlain ? this.language : resolveTag(text, this.language);
    const words = isPlain ? text : (text[tag] ?? '');
    if (this.isForeign || isForeign(tag, this.language)) this.tags.set(words, tag);
    return words;
  }

  connectorName(): string {
    return this.#connector ? this.text(this.#connector.name) : '';
  }

  methodName({name, type, id}: Method): string {
    return name === undefined ? (this.#kindWord(type, 'name') ?? id) : this.text(name);
  }

  label({label, key, locked}: Variable, {type}: Method): string {
    if (label !== undefined) return this.text(label);
    return (locked && this.#kindWord(type, key)) || key;
  }

  /** A type comes from a definition: it may be `constructor`. */
  #kindWord(type: string, key: string): string | undefined {
    const {kinds} = this.messages;
    return Object.hasOwn(kinds, type) ? kinds[type]?.[key] : undefined;
  }

  diagnostic({code}: Diagnostic): string {
    const {diagnostics} = this.messages;
    return diagnostics[code] ?? diagnostics['other'] ?? code;
  }
}
