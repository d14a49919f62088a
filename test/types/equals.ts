/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- they are what is compared */

/** Whether two types are the same, not only assignable to one another. */
export type Equals<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** The same type, written out: intersections become one object. */
export type Flat<T> = T extends object ? {[name in keyof T]: T[name]} : T;

/** Does not compile unless the type is `true`. */
export function holds<_Claim extends true>(): void {}
