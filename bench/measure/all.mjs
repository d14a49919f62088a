import {interleave} from '../rig/rounds.mjs';
import {growth} from './growth.mjs';
import {limits} from './limits.mjs';
import {load} from './load.mjs';
import {memory} from './memory.mjs';
import {work} from './work.mjs';

const works = ['mount', 'switch', 'submit', 'key'];

/** All that is asked for: of each number, the values of each case by round. */
export async function measure(browser, site, cases, only, rounds) {
  const results = new Map();
  const run = async (name, count, act, compared = cases) => {
    process.stderr.write(`${name} `);
    for (const [metric, values] of await interleave(compared, count, act))
      results.set(metric, values);
  };
  if (only.includes('load')) {
    await run('load', rounds.load, async (one) => {
      const plain = await load(browser, site, one, 1);
      const slow = await load(browser, site, one, 4);
      return {
        'load1 shown': plain.shown,
        'load1 processor': plain.processor,
        'load4 shown': slow.shown,
        'load4 processor': slow.processor,
      };
    });
  }
  const parts = works.filter((part) => only.includes(part));
  if (parts.length) {
    await run(parts.join(), rounds.work, (one) => work(browser, site, one, parts));
  }
  if (only.includes('memory')) {
    await run('memory', rounds.memory, (one) => memory(browser, site, one));
  }
  if (only.includes('growth')) {
    await run('growth', rounds.growth, (one) => growth(browser, site, one, 3));
  }
  if (only.includes('limits')) {
    const compared = cases.filter(({name}) => ['vanilla', 'keyslot'].includes(name));
    await run('limits', rounds.limits, (one) => limits(browser, site, one), compared);
  }
  return results;
}
