/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- they are what is compared */

/** Whether two types are the same, not only assignable to one another. */
export type Equals<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Whether two object types have the same properties, each of the same type and as optional. */
export type SameProperties<A, B> = {
  [name in keyof A | keyof B]: name extends keyof A & keyof B
    ? Equals<Pick<A, name>, Pick<B, name>>
    : false;
}[keyof A | keyof B];

/** Does not compile unless the type is `true`. */
export function holds<_Claim extends true>(): void {}
