// Never run: what the type check has to refuse.
import type {SvelteHTMLElements} from 'svelte/elements';
import type {} from 'keyslot/typings/svelte';

export const connect: SvelteHTMLElements['keyslot-connect'][] = [
  {headingLevel: 3, methodId: 'token', verification: 'required', class: 'wide'},
  // @ts-expect-error -- not a number
  {headingLevel: '3'},
  // @ts-expect-error -- without `redirectUri`
  {oauth: {mode: 'popup'}},
  // @ts-expect-error -- no such value
  {verification: 'never'},
  // @ts-expect-error -- cannot be set
  {isDirty: true},
  // @ts-expect-error -- resolves to no account
  {'onkeyslot-submit': (event) => event.respondWith(Promise.resolve({account: 1}))},
];

export const dialogs: SvelteHTMLElements['keyslot-dialog'][] = [
  {open: true, label: 'Connect', 'onkeyslot-close': (event) => event.reason === 'escape'},
  // @ts-expect-error -- of another element
  {oauth: {redirectUri: ''}},
  // @ts-expect-error -- the event of another element
  {'onkeyslot-submit': () => undefined},
];
