import {goodValue, standard, withFields, withMethods, withOptions} from './definitions.js';
import {drain, isLaidOut, nextFrame, nextTask} from './tasks.js';

const patience = 30_000;
const definitions = {standard, withFields, withMethods, withOptions};

/** Does with a form what its user does, and tells how many milliseconds that took. */
export function createStopwatch(form) {
  const known = new Map();
  const body = document.querySelector('#root');

  /** The same object each time, as a page has it. */
  function definitionOf(name, count) {
    const id = `${name} ${count}`;
    if (!known.has(id)) known.set(id, definitions[name](count));
    return known.get(id);
  }

  const shows = (handle, {fields}) => isLaidOut(form.field(handle, fields.at(-1).name));
  const requiredOf = ({fields}) => fields.filter(({required}) => required);

  function open(definition, onSubmit = () => undefined) {
    const container = document.createElement('div');
    body.append(container);
    return form.mount(container, definition, {onSubmit});
  }

  function close(handles) {
    for (const handle of handles) form.unmount(handle);
    body.replaceChildren();
  }

  /** Opens a form, does something with it once it is at rest, and closes it. */
  async function withForm(definition, use, onSubmit) {
    const handle = open(definition, onSubmit);
    await until(() => shows(handle, definition.methods[0]));
    await nextFrame();
    const result = await use(handle);
    close([handle]);
    await nextFrame();
    return result;
  }

  async function mount(definition, count = 1) {
    const handles = [];
    const elapsed = await time(
      () => {
        for (let index = 0; index < count; index++) handles.push(open(definition));
      },
      () =>
        shows(handles.at(-1), definition.methods[0]) && shows(handles[0], definition.methods[0]),
    );
    await nextFrame();
    close(handles);
    await nextFrame();
    return elapsed;
  }

  function choose(handle, {methods}, index) {
    return time(
      () => form.choose(handle, index),
      () => shows(handle, methods[index]),
    );
  }

  /** The first look at a method. */
  const firstSwitch = (definition) =>
    withForm(definition, (handle) => choose(handle, definition, definition.methods.length >> 1));

  /** Looks at methods that were seen before. */
  const switches = (definition, samples) =>
    withForm(definition, async (handle) => {
      const seen = Math.min(definition.methods.length, 5);
      const times = [];
      for (let index = 1; index <= samples + seen; index++) {
        const elapsed = await choose(handle, definition, index % seen);
        if (index > seen) times.push(elapsed);
        await nextFrame();
      }
      return times;
    });

  function submitEmpty(definition) {
    const [method] = definition.methods;
    return withForm(definition, (handle) =>
      time(
        () => form.submit(handle),
        () => form.errorCount(handle) === requiredOf(method).length && shows(handle, method),
      ),
    );
  }

  function submitGood(definition) {
    let values;
    return withForm(
      definition,
      async (handle) => {
        fill(handle, requiredOf(definition.methods[0]));
        await nextFrame();
        return time(
          () => form.submit(handle),
          () => values,
        );
      },
      (given) => (values = given),
    );
  }

  /** Types; `hasFailed` when an empty form was submitted before. */
  const keys = (definition, samples, hasFailed = false) =>
    withForm(definition, async (handle) => {
      const [method] = definition.methods;
      if (hasFailed) {
        form.submit(handle);
        await until(() => form.errorCount(handle) === requiredOf(method).length);
      }
      form.field(handle, method.fields[0].name).focus();
      await nextFrame();
      const times = [];
      for (let index = 0; index < samples; index++) {
        times.push(await time(() => document.execCommand('insertText', false, 'a')));
        await nextTask();
      }
      return times;
    });

  /** Opens and closes a form so many times. */
  async function cycle(count) {
    const definition = definitionOf('standard');
    for (let index = 0; index < count; index++) {
      const handle = open(definition);
      await until(() => shows(handle, definition.methods[0]));
      close([handle]);
      await nextTask();
    }
  }

  /** Opens so many forms, and leaves them open. */
  async function keep(count) {
    const definition = definitionOf('standard');
    const handles = Array.from({length: count}, () => open(definition));
    for (const handle of handles) await until(() => shows(handle, definition.methods[0]));
  }

  /** Gives fields good values, as typing does, or other ones by their kind. */
  function fill(handle, fields, values = {}) {
    for (const definition of fields) {
      const {name, kind} = definition;
      const control = form.field(handle, name);
      const value = values[kind] ?? goodValue(definition);
      control.focus();
      if (kind === 'select') {
        control.value = value;
        control.dispatchEvent(new Event('change', {bubbles: true}));
      } else {
        control.select();
        document.execCommand('insertText', false, value);
      }
    }
  }

  return {
    ...form,
    definitionOf,
    open,
    close,
    fill,
    shows,
    until,
    nextFrame,
    mount,
    firstSwitch,
    switches,
    submitEmpty,
    submitGood,
    keys,
    cycle,
    keep,
  };
}

/** Milliseconds of an act, until what it leads to is laid out. */
async function time(act, isDone = () => true) {
  const start = performance.now();
  act();
  await until(isDone);
  document.body.getBoundingClientRect();
  return performance.now() - start;
}

async function until(isDone) {
  const start = performance.now();
  await drain();
  while (!isDone()) {
    if (performance.now() - start > patience) throw new Error(`Waited in vain: ${isDone}`);
    await nextTask();
    await drain();
  }
}
