// What forms leave behind, and what they hold while they are there.
import {withWorkPage} from '../rig/browser.mjs';

const cycles = 100;
const instances = 100;

export const memory = (browser, site, one) =>
  withWorkPage(browser, site, one, async (page, session) => {
    await session.send('HeapProfiler.enable');
    const cycle = (count) => page.evaluate((count) => globalThis.stopwatch.cycle(count), count);
    await cycle(20);
    const before = await atRest(page, session);
    await cycle(cycles);
    const after = await atRest(page, session);
    await page.evaluate((count) => globalThis.stopwatch.keep(count), instances);
    const full = await atRest(page, session);
    return {
      nodesLeft: after.nodes - before.nodes,
      listenersLeft: after.jsEventListeners - before.jsEventListeners,
      heapPerCycle: (after.heap - before.heap) / cycles,
      heapPerInstance: (full.heap - after.heap) / instances,
      nodesPerInstance: (full.nodes - after.nodes) / instances,
    };
  });

/** Counts what is left when nothing is to come any more and all that can go is gone. */
export async function atRest(page, session) {
  // Keyslot keeps what was typed for a second, in case the element was only moved.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  for (let pass = 0; pass < 4; pass++) {
    await session.send('HeapProfiler.collectGarbage');
    await page.evaluate(() => globalThis.stopwatch.nextFrame());
  }
  const {nodes, jsEventListeners} = await session.send('Memory.getDOMCounters');
  const {usedSize: heap} = await session.send('Runtime.getHeapUsage');
  return {nodes, jsEventListeners, heap};
}
