// For attempts that do not go on by themselves: loaded when one does not, as a chunk of its own.
import {html, nothing, type TemplateResult} from 'lit';
import type {MethodForm} from '../../controllers/method-form.js';
import {troubleWords} from '../../messages/authorization-trouble-words.js';
import type {AuthorizationAttempt} from '../../oauth/authorization-attempt.js';
import type {AuthorizationModel} from './authorization-views.js';

export {problemWords} from '../../messages/authorization-trouble-words.js';
export {authorizationTroubleStyles} from '../styles/authorization-trouble.styles.js';

/** The attempts for which what the user pasted did not end them. */
const unread = new WeakMap<AuthorizationAttempt, 'refused' | 'not-loaded'>();

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
  {authorization, wording}: AuthorizationModel,
) {
  const words = troubleWords(wording);
  const id = `${form.prefix}-address`;
  const reason = unread.get(attempt);
  const use = async (event: Event) => {
    event.preventDefault();
    const [input] = (event.currentTarget as HTMLFormElement).elements;
    if (!(input instanceof HTMLInputElement)) return;
    const isTaken = await attempt.paste(input.value).catch(() => undefined);
    if (isTaken) return;
    unread.set(attempt, isTaken === false ? 'refused' : 'not-loaded');
    authorization.update();
    input.focus();
  };
  return html`<details part="paste" class="paste">
    <summary>${words.pasteTitle}</summary>
    <form class="paste-form" method="dialog" novalidate @submit=${use}>
      <label class="label" for=${id}>${words.pasteLabel}</label>
      ${
        reason
          ? html`<p class="error" id="${id}-problem">
              <span class="visually-hidden">${wording.messages.errorPrefix}</span>
              <bdi>${reason === 'refused' ? words.pasteFailed : wording.messages.loadFailed}</bdi>
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
        aria-invalid=${reason ? 'true' : 'false'}
        aria-describedby=${reason ? `${id}-problem` : nothing}
      />
      <button part="use-address" class="action" type="submit">${words.pasteSubmit}</button>
    </form>
  </details>`;
}
