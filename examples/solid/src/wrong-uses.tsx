// Never run: what the type check has to refuse.
import type {} from 'keyslot/typings/solid';

export const elements = [
  <keyslot-connect prop:headingLevel={3} methodId="token" verification="required" class="wide" />,
  <keyslot-dialog
    prop:open
    label="Connect"
    on:keyslot-close={(event) => event.reason === 'call'}
  />,
  // @ts-expect-error -- not a number
  <keyslot-connect prop:headingLevel="3" />,
  // @ts-expect-error -- without `redirectUri`
  <keyslot-connect prop:oauth={{mode: 'popup'}} />,
  // @ts-expect-error -- no such value
  <keyslot-connect verification="never" />,
  // @ts-expect-error -- cannot be set
  <keyslot-connect prop:isDirty />,
  // @ts-expect-error -- of another element
  <keyslot-method-picker prop:oauth={{redirectUri: ''}} />,
  <keyslot-connect
    // @ts-expect-error -- resolves to no account
    on:keyslot-submit={(event) => event.respondWith(Promise.resolve({account: 1}))}
  />,
];
