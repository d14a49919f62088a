import type {MethodKind} from './method-kind.js';

/** The kinds of method that are understood. Immutable: `with()` makes another. */
export interface MethodRegistry<K extends MethodKind = MethodKind> {
  readonly kinds: readonly K[];
  /** The kind of a method type. */
  get(type: string): MethodKind | undefined;
  /** A registry that knows more kinds. A kind of the same type takes the place of the old one. */
  with<const M extends readonly MethodKind[]>(
    ...kinds: M
  ): MethodRegistry<Exclude<K, {type: M[number]['type']}> | M[number]>;
}

/** Makes a registry of kinds. */
export function createMethodRegistry<const M extends readonly MethodKind[]>(
  ...kinds: M
): MethodRegistry<M[number]> {
  const byType = new Map<string, MethodKind>(kinds.map((kind) => [kind.type, kind]));
  const registry: MethodRegistry = Object.freeze({
    kinds: Object.freeze([...byType.values()]),
    get: (type: string) => byType.get(type),
    with: (...more: readonly MethodKind[]) => createMethodRegistry(...byType.values(), ...more),
  });
  // The map forgets which kinds it holds; the signature remembers.
  return registry;
}
