import {isSubmitEvent} from '../../controllers/is-submit-event.js';
import type {KeyslotSubmitEvent, SubmitResult} from '../../controllers/submit-event.js';
import type {PartialMessages} from '../../messages/messages.js';
import type {Credential, CredentialChange, ExistingCredential} from '../../model/credential.js';
import type {MethodRegistry} from '../../model/method-registry.js';
import type {OAuthOptions} from '../../oauth/oauth-options.js';
import type {KeyslotConnectElement} from '../connect/connect.js';
import type {Verification} from '../views/actions-view.js';
import type {KeyslotDialogElement} from './dialog.js';

/** What {@link openDialog} shows, and where. */
export interface DialogOptions {
  /** The connector: a raw definition, or what `parseConnector` made of it. */
  readonly connector: unknown;
  readonly methodId?: string | undefined;
  readonly existing?: ExistingCredential | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly presets?: Readonly<Record<string, unknown>> | undefined;
  /** How users authorise in a window of the provider. */
  readonly oauth?: OAuthOptions | undefined;
  readonly registry?: MethodRegistry | undefined;
  readonly messages?: PartialMessages | undefined;
  readonly verification?: Verification | undefined;
  readonly allowUnverified?: boolean | undefined;
  /** How long to wait for the answer of `onSubmit`, in milliseconds; 0 is for ever. */
  readonly responseTimeout?: number | undefined;
  /** Where the form is: with `light`, in a child of `<keyslot-connect>` in place of its shadow root. */
  readonly formRoot?: KeyslotConnectElement['formRoot'];
  /** What names the dialog for those who cannot see it. */
  readonly label?: string | undefined;
  /** What the dialog is put into while it is open: the body of the page, unless it is set. */
  readonly parent?: ParentNode | undefined;
  /** Does with a credential what a listener for `keyslot-submit` does. Without it, it is taken. */
  readonly onSubmit?: ((event: KeyslotSubmitEvent) => void) | undefined;
  /** Closes the dialog, without a question. */
  readonly signal?: AbortSignal | undefined;
}

/** What `<keyslot-connect>` is given as it is. */
const PASSED_ON = [
  'connector',
  'methodId',
  'existing',
  'values',
  'presets',
  'oauth',
  'registry',
  'messages',
  'verification',
  'allowUnverified',
  'responseTimeout',
  'formRoot',
] as const;

/** How a dialog ended. */
export type DialogResult =
  | {
      readonly status: 'connected';
      readonly credential: Credential | CredentialChange;
      /** What `onSubmit` answered. */
      readonly result: SubmitResult;
    }
  | {readonly status: 'closed'};

/**
 * Shows `<keyslot-connect>` in a dialog of its own. Resolves when it is closed; the dialog is gone
 * then. `keyslot/define` has to be imported before.
 *
 * @throws Error - when a tag is not registered, or `parent` is not on the page.
 */
export async function openDialog(options: DialogOptions): Promise<DialogResult> {
  const {label, messages, signal, parent = document.body, onSubmit} = options;
  const dialog = create('keyslot-dialog');
  const connect = create('keyslot-connect');
  if (!parent.isConnected) throw new Error('The parent of the dialog is not on the page');
  if (signal?.aborted) return {status: 'closed'};

  for (const name of PASSED_ON) {
    if (options[name] !== undefined) Object.assign(connect, {[name]: options[name]});
  }
  Object.assign(dialog, {label, messages, open: true});
  dialog.append(connect);

  let outcome: DialogResult = {status: 'closed'};
  connect.addEventListener('keyslot-submit', (event) => {
    if (isSubmitEvent(event)) onSubmit?.(event);
  });
  // Apart from the other, which may throw.
  connect.addEventListener('keyslot-submit', (event) => {
    if (isSubmitEvent(event)) void takeResult(event).then((taken) => (outcome = taken ?? outcome));
  });

  const abort = () => (dialog.open = false);
  signal?.addEventListener('abort', abort);
  await untilClosed(dialog, parent);
  signal?.removeEventListener('abort', abort);
  connect.forget();
  dialog.remove();
  return outcome;
}

function create(tag: 'keyslot-dialog'): KeyslotDialogElement;
function create(tag: 'keyslot-connect'): KeyslotConnectElement;
function create(tag: string): HTMLElement {
  if (customElements.get(tag)) return document.createElement(tag);
  throw new Error(`<${tag}> is not registered: import 'keyslot/define' before`);
}

/** Puts a dialog on the page, and waits until it is closed or taken away. */
function untilClosed(dialog: KeyslotDialogElement, parent: ParentNode): Promise<void> {
  return new Promise((resolve) => {
    dialog.addController({
      hostUpdated: () => {
        if (!dialog.open) resolve();
      },
      hostDisconnected: () => {
        // What is only moved is back by then.
        queueMicrotask(() => {
          if (!dialog.isConnected) resolve();
        });
      },
    });
    parent.append(dialog);
  });
}

/** What came of a credential that was to be kept, when the page took it. */
async function takeResult(event: KeyslotSubmitEvent): Promise<DialogResult | undefined> {
  const {credential, intent, signal} = event;
  // Until all listeners had it.
  await Promise.resolve();
  if (intent !== 'save' || (event.defaultPrevented && !event.response)) return undefined;
  try {
    const result = await event.response;
    return signal.aborted ? undefined : {status: 'connected', credential, result: result ?? {}};
  } catch {
    return undefined;
  }
}
