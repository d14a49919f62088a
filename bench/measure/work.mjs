// What a user does with a page that is warm.
import {countProcessorTime, processorTime, withWorkPage} from '../rig/browser.mjs';
import {undisturbed} from '../rig/statistics.mjs';

/** What is done, how often for one round, and in milliseconds how long it took. */
const acts = {
  mount: {samples: 25, run: (stopwatch, form) => stopwatch.mount(form)},
  mount100: {samples: 5, part: 'mount', run: (stopwatch, form) => stopwatch.mount(form, 100)},
  firstSwitch: {samples: 15, part: 'switch', run: (stopwatch, form) => stopwatch.firstSwitch(form)},
  switch: {samples: 1, run: (stopwatch, form) => stopwatch.switches(form, 30)},
  submitEmpty: {samples: 15, part: 'submit', run: (stopwatch, form) => stopwatch.submitEmpty(form)},
  submitGood: {samples: 15, part: 'submit', run: (stopwatch, form) => stopwatch.submitGood(form)},
  key: {samples: 1, run: (stopwatch, form) => stopwatch.keys(form, 60)},
  keyAfterError: {
    samples: 1,
    part: 'key',
    run: (stopwatch, form) => stopwatch.keys(form, 60, true),
  },
};

/** `parts`: of what is done, that which is asked for. */
export const work = (browser, site, one, parts) =>
  withWorkPage(browser, site, one, async (page, session) => {
    const chosen = Object.entries(acts).filter(([name, {part = name}]) => parts.includes(part));
    // Once with everything loaded and compiled, then for the record.
    for (const [, {samples, run}] of chosen) await repeat(page, run, Math.ceil(samples / 3));
    const results = {};
    for (const [name, {samples, run}] of chosen) {
      results[name] = undisturbed(await repeat(page, run, samples));
    }
    if (parts.includes('key')) results.keyProcessor = await realKeys(page, session);
    return results;
  });

/** Has the page do something some times over, and gathers how long each took. */
export async function repeat(page, run, samples, ...definition) {
  const source = `(async () => {
    const form = stopwatch.definitionOf(...${JSON.stringify(definition.length ? definition : ['standard'])});
    const times = [];
    for (let sample = 0; sample < ${samples}; sample++) times.push(await (${run})(stopwatch, form));
    return times.flat();
  })()`;
  return page.evaluate(source);
}

/** Processor time of a key that the browser was sent, all that follows from it included. */
async function realKeys(page, session) {
  const count = 60;
  await page.evaluate(async () => {
    const {stopwatch} = globalThis;
    const definition = stopwatch.definitionOf('standard');
    const handle = stopwatch.open(definition);
    await stopwatch.until(() => stopwatch.shows(handle, definition.methods[0]));
    stopwatch.field(handle, definition.methods[0].fields[0].name).focus();
  });
  await countProcessorTime(session);
  const before = await processorTime(session);
  for (let index = 0; index < count; index++) await page.keyboard.press('a');
  return ((await processorTime(session)) - before) / count;
}
