import {DiagnosticList} from '../model/diagnostic.js';
import {copyJson, type JsonObject} from '../model/json.js';
import {DEFAULT_LIMITS} from '../model/limits.js';

/** One thing that has to hold: a test for any framework, as `it(name, run)`. */
export interface Clause {
  readonly name: string;
  /** Throws an error that says what does not hold. */
  readonly run: () => void | Promise<void>;
}

/** Ends a clause that does not hold. */
export function insist(holds: boolean, say: () => string): asserts holds {
  if (!holds) throw new Error(say());
}

/** What JSON makes of a value, with the names of objects in one order. */
export const canonical = (value: object): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

/** Whether a value is nothing but JSON, so that it is the same on the other side of a wire. */
export function isPlainData(value: unknown): boolean {
  const lost = new DiagnosticList();
  copyJson(value, DEFAULT_LIMITS, lost);
  return lost.entries.length === 0;
}

/** A copy of something plain. */
export const copyOf = (value: object): JsonObject =>
  JSON.parse(JSON.stringify(value)) as JsonObject;

/** What is thrown, in words. Nothing when nothing is. */
export function thrownBy(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Error
      ? `${error.name}: ${error.message}`
      : 'something that is no Error';
  }
}
