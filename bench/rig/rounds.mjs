/**
 * Has every case work once in each round, beginning with another one each time, so that what else
 * the machine does meets all of them alike. `measure` resolves to numbers by name.
 */
export async function interleave(cases, rounds, measure) {
  const results = new Map();
  const put = (metric, name, round, value) => {
    if (!results.has(metric)) results.set(metric, {});
    (results.get(metric)[name] ??= [])[round] = value;
  };
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < cases.length; turn++) {
      const one = cases[(turn + round) % cases.length];
      const numbers = await measure(one, round);
      for (const [metric, value] of Object.entries(numbers)) put(metric, one.name, round, value);
    }
    process.stderr.write('.');
  }
  process.stderr.write('\n');
  return results;
}
