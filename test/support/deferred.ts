/** A promise that a test settles when it is time. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

export function defer<T>(): Deferred<T> {
  let settle!: Omit<Deferred<T>, 'promise'>;
  const promise = new Promise<T>((resolve, reject) => (settle = {resolve, reject}));
  return {promise, ...settle};
}

/** A promise that is rejected with anything, as promises of a host may be. */
export function rejected(reason: unknown): Promise<never> {
  const {promise, reject} = defer<never>();
  reject(reason);
  return promise;
}
