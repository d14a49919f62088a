import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import {root} from './run.mjs';

/**
 * Runs files of Node's own test runner, each in a process of its own, and shows what comes of them.
 *
 * @param options - Of the runner, such as `concurrency`: how many files at once.
 * @returns How many tests passed and failed.
 */
export async function runNodeTests(files, options = {}) {
  const total = {passed: 0, failed: 0};
  const stream = run({files, concurrency: true, ...options});
  const count = (outcome) => (event) => {
    if (event.details.type !== 'suite' && !event.skip && !event.todo) total[outcome] += 1;
  };
  stream.on('test:pass', count('passed'));
  stream.on('test:fail', count('failed'));
  await pipeline(stream, new spec(), process.stdout, {end: false});
  return total;
}

/**
 * Runs the rows of the matrix of threats and faults, in real windows.
 *
 * @param rows - The ids of some, such as `B5`; all when there are none.
 */
export function runWindowTests(rows = []) {
  const folder = join(root, 'test/oauth-windows');
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.mjs'));
  return runNodeTests(
    files.map((name) => join(folder, name)),
    {
      concurrency: 2,
      ...(rows.length > 0 && {testNamePatterns: rows.map((row) => new RegExp(`^${row}\\b`))}),
    },
  );
}
