// Never run: what the type check has to refuse.
import {KeyslotConnect, KeyslotDialog} from 'keyslot/react';
import type {} from 'keyslot/typings/react';

export const elements = [
  <keyslot-connect headingLevel={3} methodId="token" verification="required" className="wide" />,
  <keyslot-dialog open label="Connect" onkeyslot-close={(event) => event.reason === 'escape'} />,
  // @ts-expect-error -- not a number
  <keyslot-connect headingLevel="3" />,
  // @ts-expect-error -- without `redirectUri`
  <keyslot-connect oauth={{mode: 'popup'}} />,
  // @ts-expect-error -- no such value
  <keyslot-connect verification="never" />,
  // @ts-expect-error -- cannot be set
  <keyslot-connect isDirty />,
  // @ts-expect-error -- of another element
  <keyslot-method-picker oauth={{redirectUri: ''}} />,
  <keyslot-connect
    // @ts-expect-error -- resolves to no account
    onkeyslot-submit={(event) => event.respondWith(Promise.resolve({account: 1}))}
  />,
];

export const components = [
  <KeyslotConnect headingLevel={3} methodId="token" verification="required" className="wide" />,
  <KeyslotDialog open label="Connect" onKeyslotClose={(event) => event.reason === 'escape'} />,
  // @ts-expect-error -- not a number
  <KeyslotConnect headingLevel="3" />,
  // @ts-expect-error -- without `redirectUri`
  <KeyslotConnect oauth={{mode: 'popup'}} />,
  // @ts-expect-error -- resolves to no account
  <KeyslotConnect onKeyslotSubmit={(event) => event.respondWith(Promise.resolve({account: 1}))} />,
  // @ts-expect-error -- the event of another element
  <KeyslotDialog onKeyslotSubmit={() => undefined} />,
];
