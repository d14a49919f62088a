import {nextFrame} from './tasks.js';

/**
 * What becomes of a page at the limits of a definition; times end with the frame that shows it. All
 * but forms needs what only some cases have: a filter of methods, and options that are searched.
 */
export function createLimits(stopwatch) {
  const {definitionOf, open, close, shows, until} = stopwatch;

  async function show(definition, count = 1) {
    const start = performance.now();
    const handles = Array.from({length: count}, () => open(definition));
    await until(() => handles.every((handle) => shows(handle, definition.methods[0])));
    await nextFrame();
    return {handles, elapsed: performance.now() - start};
  }

  async function remove(handles) {
    const start = performance.now();
    close(handles);
    await nextFrame();
    return performance.now() - start;
  }

  /** Shows so many forms, and removes them. */
  async function forms(count) {
    const {handles, elapsed} = await show(definitionOf('standard'), count);
    return {shown: elapsed, removed: await remove(handles)};
  }

  /** Shows a form, and does something with it. */
  async function large(name, count, use) {
    const definition = definitionOf(name, count);
    const {handles, elapsed} = await show(definition);
    const result = await use(handles[0], definition.methods[0]);
    await remove(handles);
    return {shown: elapsed, ...result};
  }

  /** The slowest of so many letters that are typed in a field. */
  async function typeInto(input, letters) {
    input.focus();
    await nextFrame();
    const times = [];
    for (const letter of letters) {
      const start = performance.now();
      document.execCommand('insertText', false, letter);
      await nextFrame();
      times.push(performance.now() - start);
    }
    return Math.max(...times);
  }

  /** Types what finds a single one of many. */
  async function find(what, handle, input, count) {
    const isListed = (wanted) => stopwatch.listed[what](handle) === wanted;
    const slowest = await typeInto(input, String(count - 1));
    await until(() => isListed(1));
    return slowest;
  }

  if (!stopwatch.listed) return {forms};
  return {
    forms,
    methods: (count) =>
      large('withMethods', count, async (handle) => ({
        find: await find('methods', handle, stopwatch.methodFilter(handle), count),
      })),
    fields: (count) =>
      large('withFields', count, async (handle, method) => {
        const key = await typeInto(stopwatch.field(handle, method.fields[0].name), 'abcde');
        const required = method.fields.filter((field) => field.required).length - 1;
        const start = performance.now();
        stopwatch.submit(handle);
        await until(() => stopwatch.errorCount(handle) === required);
        await nextFrame();
        return {key, submitEmpty: performance.now() - start};
      }),
    options: (count) =>
      large('withOptions', count, async (handle, method) => {
        const input = stopwatch.field(handle, method.fields[0].name);
        return {find: await find('options', handle, input, count)};
      }),
  };
}
