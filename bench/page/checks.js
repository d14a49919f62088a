import {goodValue} from './definitions.js';
import {nextFrame} from './tasks.js';

/** Checks of one form after the other that say in words what is wrong with it. */
export function createChecks(stopwatch) {
  const definition = stopwatch.definitionOf('standard');
  let handle;
  let method;
  let given;

  /** Opens the form of a method, and checks what is there to see. */
  async function open(index) {
    if (handle) stopwatch.close([handle]);
    method = definition.methods[index];
    given = [];
    handle = stopwatch.open(definition, (values) => given.push(values));
    await stopwatch.until(() => stopwatch.shows(handle, definition.methods[0]));
    if (index > 0) stopwatch.choose(handle, index);
    await stopwatch.until(() => stopwatch.shows(handle, method));
    await rest();
    const text = textOf(document.querySelector('#root'));
    const wanted = [
      definition.title,
      ...definition.methods.map(({label}) => label),
      ...method.fields.map(({help}) => help),
    ];
    return [
      ...wanted.filter((part) => !text.includes(part)).map((part) => `does not say "${part}"`),
      ...method.fields
        .filter(({name, kind}) => (control(name).type === 'password') !== (kind === 'password'))
        .map(({name}) => `${name} is of the type ${control(name).type}`),
    ];
  }

  const control = (name) => stopwatch.field(handle, name);

  /** Submits nothing, then something wrong, then something good. */
  async function submit() {
    const problems = [];
    const expect = (what, is, wanted) => {
      if (is !== wanted) problems.push(`${what}: ${is}, not ${wanted}`);
    };
    const required = method.fields.filter((field) => field.required);
    const hasUrl = method.fields.some(({kind}) => kind === 'url');

    await attempt();
    expect('errors when empty', stopwatch.errorCount(handle), required.length);
    expect('values when empty', given.length, 0);
    if (hasUrl) {
      await attempt({url: 'no address'});
      expect('errors of a wrong address', stopwatch.errorCount(handle), 1);
      expect('values with a wrong address', given.length, 0);
    }
    await attempt({});
    expect('times that values came', given.length, 1);
    for (const field of method.fields) expect(field.name, given[0]?.[field.name], goodValue(field));
    return problems.map((problem) => `${method.id}: ${problem}`);
  }

  async function attempt(values) {
    if (values) stopwatch.fill(handle, method.fields, values);
    stopwatch.submit(handle);
    await rest();
  }

  return {open, submit, control, fields: () => method.fields};
}

/** Whatever comes of what was done has come. */
async function rest() {
  for (let frame = 0; frame < 10; frame++) await nextFrame();
}

/** What is said, in shadow roots too. */
function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  return [node.shadowRoot, ...node.childNodes].map((child) => child && textOf(child)).join(' ');
}
