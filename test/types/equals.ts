/** Whether two types are the same, not only assignable to one another. */
export type Equals<A, B> = Same<A>[] extends Same<B>[] ? true : false;

/** Functions that are assignable only if the compiler finds their conditions identical. */
type Same<A> = <T>(value: T) => T extends A ? 1 : 2;

/** The same type, written out: intersections become one object. */
export type Flat<T> = T extends object ? {[name in keyof T]: T[name]} : T;

/** Does not compile unless the type is `true`. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function holds<_Claim extends true>(): void {}
