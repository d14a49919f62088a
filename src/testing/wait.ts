/** The timers of the page itself: a test may put others in their place. */
const {setTimeout: startTimer, clearTimeout: stopTimer} = globalThis;

/** Lets everything run that is due already. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    startTimer(resolve, 0);
  });

/**
 * Waits until what is on screen is as wanted.
 *
 * @param say - What came of waiting, for the error once the time is up.
 */
export async function waitFor(
  isAsWanted: () => boolean,
  roots: readonly Node[],
  timeout: number,
  say: () => string,
): Promise<void> {
  if (isAsWanted()) return;
  let observer: MutationObserver | undefined;
  const changed = new Promise<void>((resolve) => {
    observer = new MutationObserver(() => {
      if (isAsWanted()) resolve();
    });
    const changes = {attributes: true, characterData: true, childList: true, subtree: true};
    for (const root of roots) observer.observe(root, changes);
  });
  try {
    await within(timeout, changed, say);
  } finally {
    observer?.disconnect();
  }
}

/** What a promise resolves to, unless that takes too long. */
export async function within<T>(
  timeout: number,
  promise: Promise<T>,
  say: () => string,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = startTimer(() => {
      reject(new Error(`${say()} (waited ${timeout} ms)`));
    }, timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    stopTimer(timer);
  }
}
