import {ratios, summary} from './statistics.mjs';
import {tables} from './tables.mjs';

/** The report as it is read on a terminal. */
export function terminal(figures) {
  const {budgets} = figures;
  const lines = sections(figures).flatMap(({title, rows}) => [title, aligned(rows), '']);
  const judged = budgets.map(({what, limit, within, ...value}) => [
    within ? 'ok' : 'OVER',
    what,
    spread(value, 2, value.unit),
    `of ${limit}`,
  ]);
  return ['', ...lines, aligned(judged)].join('\n');
}

/** The report as a document. */
export function document(figures) {
  const {budgets, about, notes} = figures;
  const {machine, ...versions} = about.versions;
  const {load, work, memory, growth, limits} = about.rounds;
  const rows = budgets.map(({what, limit, within, ...value}) => [
    what,
    `${limit}`,
    spread(value, 2, value.unit),
    within ? 'ok' : '**over**',
  ]);
  const parts = sections(figures).flatMap(({title, text, rows}) => [
    `## ${title}`,
    ...(text ? [text] : []),
    markdown(rows),
  ]);
  return `${[
    '# Performance',
    '`npm run bench` writes this page. Keyslot and four other forms ask for the same and pass the same checks, in one run of one browser; [bench/README.md](../bench/README.md) says what they have to do. The forms take turns, so that what else the machine does meets all alike.',
    'A figure is the median of the rounds, with its quartiles. × is how often it is that of the form without a library in the same round; only that can be compared with another machine.',
    `${machine}. ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(
        ', ',
      )}. Rounds: ${load} of loads, ${work} of what users do, ${memory} of memory, ${growth} of growth, ${limits} of limits. The load of the machine was ${about.loads.map((value) => value.toFixed(1)).join(' before and ')} after${about.loads[0] > 0.5 ? ': it had other work too' : ''}.`,
    '## Budgets',
    markdown([['Keyslot', 'budget', 'measured', ''], ...rows]),
    notes.trim(),
    ...parts,
  ].join('\n\n')}\n`;
}

function sections({results, sizes, cases}) {
  const kB = (bytes) => (bytes / 1000).toFixed(1);
  const bytes = {
    title: 'Bytes',
    text: 'Scripts and style sheets before the first form shows, in kB of 1000 bytes, minified and compressed with brotli; what is loaded later, for rules and errors; and the files before the first form.',
    rows: [
      ['', 'minified', 'brotli', '×', 'later', 'files'],
      ...sizes.map(({name, minified, brotli, later, requests}) => [
        name,
        kB(minified),
        kB(brotli),
        (brotli / sizes[0].brotli).toFixed(1),
        kB(later),
        `${requests}`,
      ]),
    ],
  };
  const measured = tables
    .filter(({columns}) => columns.some(({metric}) => results.has(metric)))
    .map((table) => ({...table, rows: rowsOf(table, results, cases)}));
  return [bytes, ...measured];
}

function rowsOf({columns, growth}, results, cases) {
  const [baseline] = cases;
  const shown = columns.filter(({metric}) => results.has(metric));
  const head = shown.flatMap(({title, isRelative}) => (isRelative ? [title, '×'] : [title]));
  const measured = cases.filter(({name}) => shown.some(({metric}) => results.get(metric)[name]));
  const rows = measured.map(({name}) => [
    name,
    ...shown.flatMap(({metric, digits, isRelative}) => {
      const values = results.get(metric)[name];
      const value = spread(summary(values ?? []), digits);
      if (!isRelative) return [value];
      return [value, spread(summary(ratios(values, results.get(metric)[baseline.name])), 2)];
    }),
    ...(growth ? [spread(grown(growth, name, results), 1)] : []),
  ]);
  return [['', ...head, ...(growth ? ['50 → 500'] : [])], ...rows];
}

/** How much more ten times as much needs. */
const grown = (act, name, results) =>
  summary(ratios(results.get(`${act} 500`)[name], results.get(`${act} 50`)[name]));

/** A median with its quartiles, or alone where they are the same. */
function spread(value, digits, unit = '') {
  if (!value) return '–';
  const [middle, lower, upper] = [value.median, value.lower, value.upper].map((number) =>
    number.toFixed(digits).replace(/^-(0(\.0*)?)$/, '$1'),
  );
  return lower === upper ? `${middle}${unit}` : `${middle}${unit} (${lower}–${upper})`;
}

function markdown([head, ...rows]) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, index) => (index ? '--:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  return rows
    .map((cells) =>
      `  ${cells.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd(),
    )
    .join('\n');
}
