import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {html, unsafeStatic} from 'lit/static-html.js';

/** What a server renders for an element that it gives these properties: markup. */
export async function renderOnServer(
  tag,
  {connector, methodId, values, presets, existing, formRoot} = {},
) {
  // Built before tests run, but after this module is loaded.
  await import('../../dist/define.js');
  const name = unsafeStatic(tag);
  return collectResult(
    render(
      html`<${name} .connector=${connector} .methodId=${methodId} .values=${values}
        .presets=${presets} .existing=${existing} .formRoot=${formRoot}></${name}>`,
    ),
  );
}

/** Lets tests in a browser have markup of a server. */
export function serverRendering() {
  return {
    name: 'server-rendering',
    executeCommand: ({command, payload}) =>
      command === 'render-on-server' ? renderOnServer(payload.tag, payload.properties) : undefined,
  };
}
