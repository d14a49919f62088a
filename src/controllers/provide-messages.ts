import {ContextProvider} from '@lit/context';
import type {PartialMessages} from '../messages/messages.js';
import {resolveText} from '../model/localized-text.js';
import {messagesContext} from './contexts.js';
import {ancestorsOf, languageOf} from './nearest-language.js';

/** What loads the words of a language, by its BCP 47 tag. */
export type MessageLoaders = Readonly<Record<string, () => Promise<PartialMessages>>>;

/**
 * Gives the elements below another one the words of its language, which is that of the nearest `lang`
 * attribute, and follows its changes. Words are loaded when they are needed, and found by the "lookup"
 * scheme of RFC 4647 §3.4: `de-AT` finds `de`. Until they are there, and where there are none, the
 * words are English; the `messages` of an element go before them.
 *
 * Elements ask for their words when they are added to the page: call this before.
 *
 * @param root - All elements below it are meant: the body of the page, or a part in another language.
 * @returns What ends it. The words stay as they are.
 */
export function provideMessages(root: HTMLElement, loaders: MessageLoaders): () => void {
  const provider = new ContextProvider(root, {context: messagesContext});
  const tags = Object.fromEntries(Object.keys(loaders).map((tag) => [tag, tag]));
  let current: string | undefined = '';
  const follow = async () => {
    const tag = resolveText({en: '', ...tags}, languageOf(root));
    if (tag === current) return;
    current = tag;
    try {
      const messages = await loaders[tag]?.();
      // The language may have changed meanwhile.
      if (tag === current) provider.setValue(messages);
    } catch {
      // What is shown stays; the next change of the language may bring what is missing.
      current = '';
    }
  };
  const observer = new MutationObserver(() => void follow());
  for (const element of ancestorsOf(root)) observer.observe(element, {attributeFilter: ['lang']});
  void follow();
  return () => {
    current = undefined;
    observer.disconnect();
  };
}
