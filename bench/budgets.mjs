// What Keyslot may need, and whether it keeps to that.
import {budgets as sizeBudgets} from '../scripts/size-budgets.mjs';
import {growing} from './measure/growth.mjs';
import {ratios, summary} from './rig/statistics.mjs';

/** Entries, and how many kB of them a page may load. */
const entries = [
  {
    path: 'src/define/keyslot-connect.ts',
    limit: sizeBudgets['src/define/keyslot-connect.ts'],
    what: 'kB up to the first form',
  },
  {
    path: 'bench/entries/with-oauth-dialog-and-german.ts',
    limit: 37,
    what: 'kB with the sign-in window, the dialog and German',
  },
];

/** Of times, how often the vanilla form's in the same round. */
const relative = {
  'load4 processor': {limit: 1.35, what: 'processor time of a cold load, processor ×4'},
  mount: {limit: 2, what: 'mount of 1'},
  mount100: {limit: 1.5, what: 'mount of 100'},
  switch: {limit: 1.3, what: 'switch to a method seen before'},
  firstSwitch: {limit: 1.3, what: 'first switch to a method'},
  submitEmpty: {limit: 1.7, what: 'submit of an empty form'},
  key: {limit: 1.3, what: 'one key'},
  'forms shown': {limit: 2, what: '1,000 forms, shown'},
};

const absolute = {
  nodesLeft: {limit: 0, what: 'nodes left after 100 cycles'},
  listenersLeft: {limit: 0, what: 'listeners left after 100 cycles'},
  heapPerCycle: {limit: 1000, what: 'bytes of heap more for each cycle'},
  // A user notices what takes longer than a tenth of a second, and loses the thread after a second.
  'forms removed': {limit: 1000, what: 'ms until 1,000 forms are removed'},
  'methods shown': {limit: 1000, what: 'ms until 1,000 methods are shown'},
  'methods find': {limit: 100, what: 'ms of a key in the filter of 1,000 methods'},
  'fields shown': {limit: 1000, what: 'ms until 1,000 fields are shown'},
  'fields key': {limit: 100, what: 'ms of a key among 1,000 fields'},
  'fields submitEmpty': {limit: 1000, what: 'ms until 1,000 fields are judged'},
  'options shown': {limit: 1000, what: 'ms until 10,000 options are there'},
  'options find': {limit: 100, what: 'ms of a key among 10,000 options'},
  'limits nodesLeft': {limit: 0, what: 'nodes left by all of these'},
  'limits listenersLeft': {limit: 0, what: 'listeners left by all of these'},
  'limits heapLeft': {limit: 1000, what: 'kB of heap left by all of these'},
};

const growthLimit = 11;

/**
 * What was measured of each budget; of those that were. `within` tells whether it is kept.
 *
 * @param bytesOf - Resolves to what a page loads of an entry.
 */
export async function judge(results, bytesOf) {
  const rows = await Promise.all(
    entries.map(async ({path, limit, what}) => {
      return {what, limit, ...exactly((await bytesOf(path)) / 1000)};
    }),
  );
  for (const [metric, {limit, what}] of Object.entries(relative)) {
    const {keyslot, vanilla} = results.get(metric) ?? {};
    if (keyslot) rows.push({what, limit, unit: '×', ...summary(ratios(keyslot, vanilla))});
  }
  for (const [metric, {limit, what}] of Object.entries(absolute)) {
    const {keyslot} = results.get(metric) ?? {};
    if (keyslot) rows.push({what, limit, ...summary(keyslot)});
  }
  for (const act of growing) {
    const {keyslot: large} = results.get(`${act} 500`) ?? {};
    const {keyslot: small} = results.get(`${act} 50`) ?? {};
    const what = `growth from 50 to 500: ${growthWords[act]}`;
    if (large) rows.push({what, limit: growthLimit, unit: '×', ...summary(ratios(large, small))});
  }
  return rows.map((row) => ({...row, within: row.median <= row.limit}));
}

/** What grows, in words. */
export const growthWords = {
  'withMethods mount': 'methods, mount',
  'withMethods firstSwitch': 'methods, first switch',
  'withMethods switch': 'methods, switch to one seen before',
  'withFields mount': 'fields, mount',
  'withFields submitEmpty': 'fields, submit of an empty form',
  'withFields key': 'fields, one key',
};

const exactly = (value) => ({median: value, lower: value, upper: value});
