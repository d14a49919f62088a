import {fixtureSync, html} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import type {KeyslotDialogElement} from '../../src/elements/dialog/dialog.js';
import {formOf} from './definitions.js';
import {driver, type Driver} from './driver.js';

/** A form with a field that is seen and one that is not. */
export const form = formOf(
  {key: 'store', label: 'Store name'},
  {key: 'token', label: 'Token', secret: true},
);

/** A page with a button that has focus, and a dialog. */
export interface DialogPage {
  readonly page: HTMLElement;
  readonly opener: HTMLElement;
  readonly dialog: Driver<KeyslotDialogElement>;
  /** What the dialog shows. */
  readonly use: Driver;
}

/** Opens a dialog around a form, from a button. */
export async function openAround(
  {connector}: {connector?: unknown} = {connector: form},
): Promise<DialogPage> {
  const page = fixtureSync<HTMLElement>(
    html`<div>
      <button>Connect…</button>
      <keyslot-dialog>
        <keyslot-connect .connector=${connector}></keyslot-connect>
      </keyslot-dialog>
    </div>`,
  );
  const opener = page.querySelector('button')!;
  const dialog = driver<KeyslotDialogElement>(page.querySelector('keyslot-dialog')!);
  const use = driver<KeyslotConnectElement>(page.querySelector('keyslot-connect')!);
  await use.ready();
  opener.focus();
  dialog.element.show();
  await settle(dialog, use);
  return {page, opener, dialog, use};
}

/** Waits until each of some elements shows what it was told. */
export async function settle(...drivers: readonly {settle(): Promise<void>}[]): Promise<void> {
  for (const each of drivers) await each.settle();
  for (const each of drivers) await each.settle();
}

/** The native dialog. */
export const nativeOf = ({root}: Driver<KeyslotDialogElement>): HTMLDialogElement =>
  root.querySelector('dialog')!;

/** Whether a dialog shows, on top of everything. */
export const isShown = (dialog: Driver<KeyslotDialogElement>): boolean =>
  nativeOf(dialog).matches(':modal') && dialog.element.open;

/** A place on the backdrop. */
export const OUTSIDE = [4, 4] as const;

/** A place within a dialog where nothing takes a click. */
export function insideOf(dialog: Driver<KeyslotDialogElement>): readonly [number, number] {
  const {left, top} = nativeOf(dialog).getBoundingClientRect();
  return [Math.ceil(left) + 8, Math.ceil(top) + 8];
}

/** Presses the mouse button at one place, and releases it at another. */
export async function drag(
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  await sendMouse({type: 'move', position: [...from]});
  await sendMouse({type: 'down'});
  await sendMouse({type: 'move', position: [...to]});
  await sendMouse({type: 'up'});
}

export const clickOutside = (): Promise<void> => sendMouse({type: 'click', position: [...OUTSIDE]});
