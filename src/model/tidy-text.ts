import {partOfAddress} from './address-part.js';
import type {Variable} from './method-kind.js';
import {restorePem} from './pem-text.js';

/** Why a text may be more, or less, than the value that was meant. */
export type StrayReason =
  'space' | 'invisible' | 'quotes' | 'scheme' | 'assignment' | 'address' | 'lineBreaks' | 'pem';

/** What a text would be without what does not seem to belong to it. */
export interface TidyText {
  readonly text: string;
  readonly reasons: readonly StrayReason[];
}

/** Whether a text meets the rules of a variable. */
export type Accepts = (variable: Variable, text: string) => boolean;

type Step = (text: string, variable: Variable) => string | undefined;

const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const QUOTED = /^(?:"([^"]+)"|'([^']+)'|`([^`]+)`|[“„«‘‚]([^“”„«»‘’‚]+)[”“»’‘])$/;
/** A header's scheme (RFC 6750 §2.1), which is not part of a token. */
const SCHEME = /^(?:authorization:\s*)?(?:bearer|token)\s+(\S+)$/i;
/** A line of a settings file, or of JSON. Base64 ends in `=` as well, but has nothing behind it. */
const ASSIGNED = /^(?:export\s+)?(?:"([^"]+)"\s*:|([A-Za-z_][\w.-]*)\s*(?:=|:\s))\s*([^=\s][^]*)$/;
/** More is nothing that anybody copies, and each layer is read as a whole. */
const LAYER_LIMIT = 8;
const LIKE_A_NAME = /[_.-]|^[A-Z]+$/;

const steps: Readonly<Record<Exclude<StrayReason, 'lineBreaks'>, Step>> = {
  invisible: (text) => text.replaceAll(INVISIBLE, ''),
  space: (text, variable) => (isLenient(variable, text) ? undefined : text.trim()),
  quotes: (text) => QUOTED.exec(text)?.slice(1).find(Boolean),
  scheme: (text, {secret}) => (secret ? SCHEME.exec(text)?.[1] : undefined),
  assignment: (text) => {
    const [, quoted, name = quoted ?? '', value = ''] = ASSIGNED.exec(text) ?? [];
    return quoted !== undefined || LIKE_A_NAME.test(name)
      ? value.replace(/[,;]\s*$/, '')
      : undefined;
  },
  address: (text, variable) => partOfAddress(variable, text),
  pem: (text, {type}) => (type === 'multiline' ? restorePem(text) : undefined),
};

/**
 * A text without what often comes along when it is copied, and why. Nothing when there is nothing
 * of that kind, or when only the text as it is meets the rules of its variable.
 */
export function tidyText(variable: Variable, text: string, accepts: Accepts): TidyText | undefined {
  // What was copied as JSON is meant as it is.
  if (variable.format === 'json' && accepts(variable, text)) return undefined;
  const reasons = new Set<StrayReason>();
  let tidied = text;
  let isDone = false;
  for (let layer = 0; layer < LAYER_LIMIT && !isDone; layer += 1) {
    isDone = true;
    for (const [reason, step] of Object.entries(steps)) {
      const next = step(tidied, variable);
      if (!next || next === tidied) continue;
      tidied = next;
      reasons.add(reason as StrayReason);
      isDone = false;
    }
  }
  if (tidied === text || (accepts(variable, text) && !accepts(variable, tidied))) return undefined;
  return {text: tidied, reasons: [...reasons]};
}

/** What a line of several was meant to be, where an input can hold only one. */
export function joinLines(pasted: string): TidyText | undefined {
  const lines = pasted
    .trim()
    .split(/[\r\n]+/)
    .map((line) => line.trim());
  return lines.length > 1 ? {text: lines.join(''), reasons: ['lineBreaks']} : undefined;
}

/** Whether space around a text is no part of what it says. */
const isLenient = ({type, format}: Variable, text: string) =>
  type === 'multiline' && (format !== undefined || text.includes('-----BEGIN '));
