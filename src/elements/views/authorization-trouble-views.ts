// For attempts that do not go on by themselves: loaded when one does not, as a chunk of its own.
import {html, nothing, type TemplateResult} from 'lit';
import type {FieldProblem, MethodForm} from '../../controllers/method-form.js';
import {troubleWords} from '../../messages/authorization-trouble-words.js';
import type {AuthorizationAttempt} from '../../oauth/authorization-attempt.js';
import type {AuthorizationModel} from './authorization-views.js';
import {rendered} from './controls/held-state.js';

export {problemWords} from '../../messages/authorization-trouble-words.js';
export {authorizationTroubleStyles} from '../styles/authorization-trouble.styles.js';

/** What is wrong with what the user pasted, by the attempt that it did not end. */
const unread = new WeakMap<AuthorizationAttempt, FieldProblem['say']>();

/** What to know before a window opens that may not find its way back. */
export const embeddedView = ({wording, authorization: {ports, oauth}}: AuthorizationModel) =>
  ports.isEmbedded && !oauth?.waitForCompletion
    ? html`<p part="authorization-status" class="help">
        <bdi>${troubleWords(wording).embedded}</bdi>
      </p>`
    : nothing;

/** What the user can do about an attempt that does not go on by itself. */
export function troubleView(
  form: MethodForm,
  attempt: AuthorizationAttempt,
  model: AuthorizationModel,
): TemplateResult {
  const words = troubleWords(model.wording);
  const {status, isExpiring} = attempt;
  const button = (part: 'this-tab' | 'keep-waiting', label: string, onClick: () => void) =>
    html`<button part=${part} class="action" type="button" @click=${onClick}>${label}</button>`;
  const isBlocked = status === 'blocked';
  return html`
    ${
      isBlocked
        ? html`<p class="help"><bdi>${words.allowPopups}</bdi></p>
            ${linkView(attempt, model)}`
        : nothing
    }
    ${
      isBlocked && attempt.canUseThisTab
        ? button('this-tab', words.thisTab, () => void attempt.useThisTab())
        : nothing
    }
    ${
      isExpiring
        ? button('keep-waiting', words.keepWaiting, () => {
            attempt.extend();
            model.authorization.focus();
          })
        : nothing
    }
    ${pasteView(form, attempt, model)}
  `;
}

/** In place of the window: a click on a link opens one in every browser. */
function linkView(attempt: AuthorizationAttempt, {authorization, wording}: AuthorizationModel) {
  const {url} = attempt;
  if (!url) return nothing;
  return html`<a
    part="authorize-link"
    class="authorize-link"
    href=${url}
    target="_blank"
    rel="opener"
    referrerpolicy="no-referrer"
    @click=${() => {
      attempt.follow();
      authorization.focus();
    }}
    ><bdi>${troubleWords(wording).openLink(new URL(url).host)}</bdi
    ><span class="visually-hidden"> (${wording.messages.newTab})</span></a
  >`;
}

/** The last resort where no answer can arrive: the user brings it. */
function pasteView(
  form: MethodForm,
  attempt: AuthorizationAttempt,
  {authorization, wording, announce}: AuthorizationModel,
) {
  const words = troubleWords(wording);
  const id = `${form.prefix}-address`;
  const problem = unread.get(attempt)?.(wording);
  const use = async (event: Event) => {
    event.preventDefault();
    const [input] = (event.currentTarget as HTMLFormElement).elements;
    if (!(input instanceof HTMLInputElement)) return;
    const isTaken = await attempt.paste(input.value).catch(() => undefined);
    if (isTaken) return;
    const say: FieldProblem['say'] = (current) =>
      isTaken === false ? troubleWords(current).pasteFailed : current.messages.loadFailed;
    unread.set(attempt, say);
    authorization.update();
    await rendered(input);
    const {activeElement} = input.getRootNode() as Document | ShadowRoot;
    input.focus();
    // Where focus has been there already, nobody would hear of it.
    if (activeElement === input) announce(say(wording));
  };
  return html`<details part="paste" class="paste">
    <summary>${words.pasteTitle}</summary>
    <form class="paste-form" method="dialog" novalidate @submit=${use}>
      <label class="label" for=${id}>${words.pasteLabel}</label>
      ${
        problem
          ? html`<p class="error" id="${id}-problem">
              <span class="visually-hidden">${wording.messages.errorPrefix}</span>
              <bdi>${problem}</bdi>
            </p>`
          : nothing
      }
      <input
        part="input"
        id=${id}
        type="text"
        inputmode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        data-1p-ignore
        data-bwignore
        data-lpignore="true"
        data-form-type="other"
        data-protonpass-ignore="true"
        aria-invalid=${problem ? 'true' : 'false'}
        aria-describedby=${problem ? `${id}-problem` : nothing}
      />
      <button part="use-address" class="action" type="submit">${words.pasteSubmit}</button>
    </form>
  </details>`;
}
