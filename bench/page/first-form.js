import {isLaidOut, nextFrame} from './tasks.js';

/** Shows the form of the page, and calls `onFirstForm` of the rig in the task after its frame. */
export async function firstForm({mount, field}) {
  const definition = JSON.parse(document.querySelector('#definition').textContent);
  const handle = mount(document.querySelector('#root'), definition, {onSubmit: () => undefined});
  const last = definition.methods[0].fields.at(-1).name;
  while (!isLaidOut(field(handle, last))) await nextFrame();
  await nextFrame();
  globalThis.onFirstForm(String(performance.now()));
}
