// The applications of `examples/` that show Keyslot, by the folders that they are in.
import {integrity} from './integrity.mjs';

/**
 * - `pages`: each goes through the journey; `/` when there is nothing else.
 * - `output`: where its build puts the files to serve; `dist` when there is nothing else.
 * - `trustedTypes`: the policies that the page may make, where the framework works with them.
 * - `ownPolicy`: whether the page itself holds its Content-Security-Policy.
 * - `more`: what is expected of it alone.
 */
export const hosts = [
  {name: 'html', ownPolicy: true, more: integrity},
  {name: 'react', pages: ['/', '/wrapped.html'], trustedTypes: ['lit-html']},
  {name: 'vue', trustedTypes: ['lit-html', 'vue']},
  {name: 'svelte', trustedTypes: ['lit-html', 'svelte-trusted-html']},
  {name: 'solid'},
  {name: 'angular', output: 'dist/browser', trustedTypes: ['angular', 'lit-html']},
];
