/** How often something is timed. */
export const TRIES = 5;

/** In milliseconds. The best of some tries: a busy machine makes all but that one slower. */
export function bestTimeOf(task: () => unknown): number {
  const times = Array.from({length: TRIES}, () => {
    const started = performance.now();
    task();
    return performance.now() - started;
  });
  return Math.min(...times);
}
