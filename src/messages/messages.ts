import type {Parameters} from '../model/diagnostic.js';
import type {enAuthorization} from './en-authorization.js';
import type {enAuthorizationTrouble} from './en-authorization-trouble.js';
import type {enDialog} from './en-dialog.js';
import type {enInterface} from './en-interface.js';
import type {enIssues} from './en-issues.js';
import type {enOnDemand} from './en-on-demand.js';
import type {enPaste} from './en-paste.js';

/** What a message about a field can mention. */
export interface FieldContext {
  /** The label as it reads inside a sentence. */
  readonly label: string;
  /** Whether the field offers choices rather than taking text. */
  readonly chosen: boolean;
  /** A value that might be given, when the definition has one. */
  readonly example: string | undefined;
  readonly params: Parameters;
}

/** Every word that Keyslot shows. */
export type Messages = typeof enInterface &
  typeof enIssues &
  typeof enOnDemand &
  typeof enAuthorization &
  typeof enAuthorizationTrouble &
  typeof enDialog &
  typeof enPaste;

/** The words needed to show most forms; all others are there only where they were changed. */
export type InterfaceMessages = typeof enInterface & PartialMessages;

/** Words by name or code. */
type Group = Readonly<Record<string, unknown>>;

/** Some words in place of Keyslot's own. What is absent stays as it is. */
export type PartialMessages = {
  readonly [name in keyof Messages]?: Messages[name] extends Group
    ? Partial<Messages[name]>
    : Messages[name];
};

/** Puts words in place of others, one by one; groups of words are merged. */
export function mergeMessages<M extends PartialMessages>(
  base: M,
  changes: PartialMessages | undefined,
): M {
  const merged: Record<string, unknown> = {...base};
  const given: readonly [string, unknown][] = Object.entries(changes ?? {});
  for (const [name, words] of given) {
    if (words === undefined) continue;
    const isGroup = typeof words === 'object' && words !== null;
    merged[name] = isGroup ? mergeMessages(merged[name] as PartialMessages, words) : words;
  }
  return merged as M;
}
