import type {DiagnosticList} from './diagnostic.js';
import type {Limits} from './limits.js';

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [name: string]: JsonValue;
}

const RESERVED_NAMES: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Whether a name would reach into an object's machinery rather than name a value. */
export const isReservedName = (name: string): boolean => RESERVED_NAMES.includes(name);

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class LimitExceeded extends Error {
  constructor(readonly limit: 'depth' | 'size') {
    super(limit);
  }
}

/**
 * Copies untrusted data once, so that getters, proxies and later mutation cannot change what was
 * judged. Leaves out what JSON cannot hold and names that are reserved, and says so.
 *
 * @returns `undefined` when nothing could be copied.
 */
export function copyJson(
  input: unknown,
  limits: Limits,
  diagnostics: DiagnosticList,
): JsonValue | undefined {
  let size = 0;
  // Where the walk is: paths are written out only for what is wrong.
  const segments: PropertyKey[] = [];

  const spend = (amount: number) => {
    if ((size += amount) > limits.size) throw new LimitExceeded('size');
  };

  const copyAt = (segment: PropertyKey, value: unknown) => {
    segments.push(segment);
    const copied = copy(value);
    segments.pop();
    return copied;
  };

  const copy = (value: unknown): JsonValue | undefined => {
    spend(1);
    switch (typeof value) {
      case 'string':
        spend(value.length);
        return value;
      case 'boolean':
        return value;
      case 'number':
        if (Number.isFinite(value)) return value;
        break;
      case 'object':
        if (value === null) return value;
        if (segments.length >= limits.depth) throw new LimitExceeded('depth');
        if (Array.isArray(value)) return copyList(value);
        if (isPlain(value)) return copyObject(value);
    }
    diagnostics.at(...segments).error('definition_invalid', {expected: 'json'});
    return undefined;
  };

  const copyList = (list: readonly unknown[]) => {
    const copied: JsonValue[] = [];
    for (let index = 0; index < list.length; index++) {
      copied.push(copyAt(index, list[index] ?? null) ?? null);
    }
    return copied;
  };

  const copyObject = (object: object) => {
    const copied: JsonObject = {};
    for (const [name, value] of Object.entries(object)) {
      spend(name.length);
      if (isReservedName(name)) {
        diagnostics.at(...segments, name).error('definition_reserved_name', {name});
        continue;
      }
      // JSON.stringify leaves these out too.
      if (value === undefined) continue;
      const copiedValue = copyAt(name, value);
      if (copiedValue !== undefined) copied[name] = copiedValue;
    }
    return copied;
  };

  try {
    return copy(input);
  } catch (error) {
    if (error instanceof LimitExceeded) {
      diagnostics.error('definition_limit_exceeded', {
        limit: error.limit,
        maximum: limits[error.limit],
      });
    } else {
      // A getter or a proxy threw: whatever it says is not ours to repeat.
      diagnostics.error('definition_invalid', {expected: 'json'});
    }
    return undefined;
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm has an Object.prototype of its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Freezes a value and everything it holds. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
