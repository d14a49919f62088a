const channel = new MessageChannel();
const waiting = [];
channel.port1.onmessage = () => waiting.shift()();

/** The next task. */
export const nextTask = () =>
  new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(undefined);
  });

/** The next frame has been drawn. */
export const nextFrame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve(nextTask()));
  });

/** Runs what promises have queued; those that wait for each other need a turn each. */
export async function drain() {
  for (let turn = 0; turn < 20; turn++) await undefined;
}

/** Whether an element is there and has a place, which has the browser lay the page out. */
export const isLaidOut = (element) => element?.getBoundingClientRect().height > 0;
