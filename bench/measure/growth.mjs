// What becomes of a form when its definition grows.
import {withWorkPage} from '../rig/browser.mjs';
import {undisturbed} from '../rig/statistics.mjs';
import {repeat} from './work.mjs';

export const sizes = [5, 50, 500];

const acts = {
  withMethods: {
    mount: (stopwatch, form) => stopwatch.mount(form),
    firstSwitch: (stopwatch, form) => stopwatch.firstSwitch(form),
    switch: (stopwatch, form) => stopwatch.switches(form, 3),
  },
  withFields: {
    mount: (stopwatch, form) => stopwatch.mount(form),
    submitEmpty: (stopwatch, form) => stopwatch.submitEmpty(form),
    key: (stopwatch, form) => stopwatch.keys(form, 5),
  },
};

/** What is measured, as `definition act`. */
export const growing = Object.entries(acts).flatMap(([definition, names]) =>
  Object.keys(names).map((act) => `${definition} ${act}`),
);

export const growth = (browser, site, one, samples) =>
  withWorkPage(browser, site, one, async (page) => {
    const results = {};
    for (const [definition, runs] of Object.entries(acts)) {
      for (const [act, run] of Object.entries(runs)) {
        for (const size of sizes) await repeat(page, run, 2, definition, size);
        for (const size of sizes) {
          const times = await repeat(page, run, samples, definition, size);
          results[`${definition} ${act} ${size}`] = undisturbed(times);
        }
      }
    }
    return results;
  });
