// What is told of the figures, in the order of the report.
import {growing, sizes} from '../measure/growth.mjs';
import {growthWords} from '../budgets.mjs';

const milliseconds = (metric, title) => ({metric, title, digits: 2, isRelative: true});
const exact = (metric, title, digits = 0) => ({metric, title, digits});

export const tables = [
  {
    title: 'Cold load',
    text: 'From the navigation to the task after the frame that shows the form, in milliseconds; the cache is empty. Processor time is that of the main thread, all that a browser does for a page included.',
    columns: [
      milliseconds('load1 shown', 'shown'),
      milliseconds('load1 processor', 'processor'),
      milliseconds('load4 shown', 'shown, processor ×4'),
      milliseconds('load4 processor', 'processor, ×4'),
    ],
  },
  {
    title: 'Mount',
    text: 'Milliseconds until the form is laid out, on a page where forms were shown before.',
    columns: [milliseconds('mount', '1 form'), milliseconds('mount100', '100 forms')],
  },
  {
    title: 'Switch',
    text: 'From the choice of a method until its last field is laid out, in milliseconds: of a method that was not seen yet, and of one that was.',
    columns: [milliseconds('firstSwitch', 'first'), milliseconds('switch', 'again')],
  },
  {
    title: 'Submit',
    text: 'Milliseconds until all errors of an empty form are laid out, and until good values are handed over.',
    columns: [milliseconds('submitEmpty', 'empty'), milliseconds('submitGood', 'good')],
  },
  {
    title: 'Key',
    text: 'Milliseconds that one key keeps the page from anything else; the same after a failed submit; and all processor time of the main thread for a key that the browser was sent, frames included.',
    columns: [
      milliseconds('key', 'one key'),
      milliseconds('keyAfterError', 'after an error'),
      milliseconds('keyProcessor', 'processor'),
    ],
  },
  {
    title: 'Memory',
    text: 'What 100 cycles of mount and unmount leave behind, after 20 others; and what one of 100 forms holds. Bytes are those of the heap of scripts.',
    columns: [
      exact('nodesLeft', 'nodes left'),
      exact('listenersLeft', 'listeners left'),
      exact('heapPerCycle', 'bytes left for each cycle'),
      exact('heapPerInstance', 'bytes of a form'),
      exact('nodesPerInstance', 'nodes of a form'),
    ],
  },
  {
    title: 'Limits',
    text: 'A thousand forms at once, a form of 1,000 methods, one of 1,000 fields and one of 10,000 options. Milliseconds until the frame that shows it, or of the slowest of some keys until the frame after it.',
    columns: [
      exact('forms shown', 'forms, shown'),
      exact('forms removed', 'removed'),
      exact('methods shown', 'methods, shown'),
      exact('methods find', 'filter'),
      exact('fields shown', 'fields, shown'),
      exact('fields key', 'key'),
      exact('fields submitEmpty', 'empty submit'),
      exact('options shown', 'options, there'),
      exact('options find', 'search'),
    ],
  },
  ...growing.map((act) => ({
    title: `Growth: ${growthWords[act]}`,
    columns: sizes.map((size) => milliseconds(`${act} ${size}`, `${size}`)),
    growth: act,
  })),
];
