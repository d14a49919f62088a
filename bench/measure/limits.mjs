// A page at the limits of what a definition may hold, and one with a thousand forms at once.
import {withWorkPage} from '../rig/browser.mjs';
import {atRest} from './memory.mjs';

const counts = {forms: 1000, methods: 1000, fields: 1000, options: 10_000};

/** Of what a case has nothing to filter with, only the forms are measured. */
export const limits = (browser, site, one) =>
  withWorkPage(browser, site, one, async (page, session) => {
    await session.send('HeapProfiler.enable');
    const known = await page.evaluate(() => Object.keys(globalThis.limits));
    const run = async () => {
      const results = {};
      for (const what of known) {
        await atRest(page, session);
        const times = await page.evaluate(
          (what, count) => globalThis.limits[what](count),
          what,
          counts[what],
        );
        for (const [act, time] of Object.entries(times)) results[`${what} ${act}`] = time;
      }
      return results;
    };
    // Once with everything loaded and compiled, then for the record.
    await run();
    const before = await atRest(page, session);
    const results = await run();
    const after = await atRest(page, session);
    return {
      ...results,
      'limits nodesLeft': after.nodes - before.nodes,
      'limits listenersLeft': after.jsEventListeners - before.jsEventListeners,
      'limits heapLeft': (after.heap - before.heap) / 1000,
    };
  });
