import {html, nothing, type TemplateResult} from 'lit';
import type {CredentialFormController} from '../../controllers/credential-form-controller.js';
import type {MethodForm} from '../../controllers/method-form.js';
import type {Wording} from '../../messages/wording.js';
import type {NoteDefinition} from '../../model/definition.js';
import type {OAuthOptions} from '../../oauth/oauth-options.js';
import {onDemandWords} from './on-demand-words.js';

interface NotesModel {
  /** How the page lets its users authorise. */
  readonly oauth: OAuthOptions | undefined;
  readonly controller: CredentialFormController;
  readonly wording: Wording;
  readonly announce: (notice: string) => void;
}

/** What the user needs to know or to copy, above the fields. */
export function notesView(form: MethodForm, model: NotesModel) {
  const {notes = [], authorization, variables} = form.method;
  const {oauth, wording} = model;
  // Whoever brings a client of their own has to register where its users come back to.
  const bringsClient = variables.some(
    ({key, locked}) => locked && /^(?:client|consumer)/.test(key),
  );
  const words = onDemandWords(wording);
  const redirect: readonly NoteDefinition[] =
    authorization && bringsClient && oauth
      ? [
          {
            label: words.redirectUri,
            text: words.redirectUriHelp(wording.connectorName()),
            value: oauth.redirectUri,
          },
        ]
      : [];
  const views = [...redirect, ...notes].map((note, index) =>
    noteView(note, `${form.prefix}-note-${index}`, form, model),
  );
  return views.some((view) => view !== nothing)
    ? html`<div part="notes" class="notes">${views}</div>`
    : nothing;
}

function noteView(
  {label, text, value}: NoteDefinition,
  id: string,
  form: MethodForm,
  model: NotesModel,
) {
  const {wording, controller} = model;
  const words = value === undefined ? undefined : fillIn(value, form, controller);
  if (value !== undefined && words === undefined) return nothing;
  const heading = label === undefined ? '' : wording.text(label);
  return html`<div part="note" class="note">
    ${heading ? html`<label part="note-label" class="label" for=${id}><bdi>${heading}</bdi></label>` : nothing}
    ${text === undefined ? nothing : html`<p part="note-text" class="help"><bdi>${wording.text(text)}</bdi></p>`}
    ${words === undefined ? nothing : copyView(words, id, heading, model)}
  </div>`;
}

function copyView(
  words: string,
  id: string,
  heading: string,
  {wording, announce}: NotesModel,
): TemplateResult {
  const messages = onDemandWords(wording);
  const copy = async (event: Event) => {
    const input = (event.currentTarget as HTMLElement).previousElementSibling as HTMLInputElement;
    announce((await copyText(input)) ? messages.copied : messages.copyByHand);
  };
  return html`<div part="control" class="control">
    <input
      part="input"
      type="text"
      id=${id}
      readonly
      aria-label=${heading ? nothing : words}
      .value=${words}
    />
    <button part="copy" class="reveal" type="button" @click=${copy}>
      ${messages.copy}<span class="visually-hidden"> ${heading || words}</span>
    </button>
  </div>`;
}

/** Copies what an input holds; where a page may not, selects it so that a key press can. */
async function copyText(input: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    input.focus();
    input.select();
    return false;
  }
}

/** Puts in what the host provides. Nothing, when it does not provide all of it or it is secret. */
function fillIn(
  value: string,
  form: MethodForm,
  controller: CredentialFormController,
): string | undefined {
  const {presets, values} = controller.fields.sources;
  const provided: Readonly<Record<string, unknown>> = {...values, ...presets};
  const keys = [...value.matchAll(PLACEHOLDER)].map(([, key = '']) => key);
  const isComplete = keys.every(
    (key) => typeof provided[key] === 'string' && !form.find(key)?.secret,
  );
  return isComplete
    ? value.replace(PLACEHOLDER, (_, key: string) => String(provided[key]))
    : undefined;
}

const PLACEHOLDER = /\{\{([^{}]+)\}\}/g;
