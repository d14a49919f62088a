import {html, nothing, type TemplateResult} from 'lit';
import type {CredentialFormController} from '../../controllers/credential-form-controller.js';
import type {MethodForm} from '../../controllers/method-form.js';
import type {SubmissionController} from '../../controllers/submission-controller.js';
import type {SubmitIntent} from '../../controllers/submit-event.js';
import type {Wording} from '../../messages/wording.js';
import type * as outcomeViews from '../outcome.js';

/** Whether the user can, or must, try the connection before it is saved. */
export type Verification = 'offered' | 'required';

/** A place for something of the page's own, and what is there without it. */
export type SlotView = (name: string, content: unknown) => unknown;

/** What is needed once something has come of a form. */
export type OutcomeViews = typeof outcomeViews;

export interface ActionsModel {
  readonly controller: CredentialFormController;
  readonly wording: Wording;
  readonly submission: SubmissionController;
  /** The views of what comes of a form, once they are loaded. */
  readonly outcome: OutcomeViews | undefined;
  readonly disabled: boolean;
  readonly isPending: boolean;
  readonly isEditing: boolean;
  readonly verification: Verification | undefined;
  readonly allowUnverified: boolean;
  readonly onIntent: (intent: SubmitIntent) => void;
  readonly slot: SlotView;
}

/** What the submit button does: where a try is required it comes first. */
export const mainIntent = ({
  verification,
  submission,
}: Pick<ActionsModel, 'verification' | 'submission'>): SubmitIntent =>
  verification === 'required' && !submission.verified ? 'verify' : 'save';

/** The buttons below a form, and what came of trying the connection. */
export function actionsView(form: MethodForm, model: ActionsModel): TemplateResult {
  const {wording, submission, isPending, isEditing, disabled, verification} = model;
  const {messages} = wording;
  const main = mainIntent(model);
  const isAuthorizing =
    form.method.authorization && (!form.grant || model.controller.judge?.isAuthorizationDue(form));
  const save = isAuthorizing ? messages.authorize : messages.submit;
  const words = main === 'verify' ? messages.test : isEditing ? messages.save : save;
  const canSaveUntested =
    main === 'verify' && model.allowUnverified && submission.hasFailedVerification;
  const otherView = (part: 'test' | 'save-untested', label: string, intent: SubmitIntent) =>
    html`<button
      part="button ${part}"
      type="button"
      ?disabled=${disabled}
      @click=${() => model.onIntent(intent)}
    >
      ${label}
    </button>`;
  const cancel = () => {
    submission.cancel();
    // The button that was pressed is about to go.
    model.controller.find('.submit')?.focus();
  };
  return html`${submission.verified && model.outcome?.verifiedView(submission.verified, wording)}
    <div part="actions" class="actions">
      <button
        part="button submit"
        class="submit"
        type="submit"
        form=${form.prefix}
        ?disabled=${disabled}
        aria-disabled=${isPending ? 'true' : 'false'}
      >
        <span ?hidden=${isPending}>
          ${main === 'save' ? model.slot('submit-label', words) : words}
        </span>
        <span ?hidden=${!isPending}>
          ${submission.intent === 'verify' ? messages.testing : messages.pending}
        </span>
      </button>
      ${
        isPending
          ? html`<button part="button cancel" type="button" @click=${cancel}>
              ${messages.cancel}
            </button>`
          : html`
              ${
                verification && main === 'save'
                  ? otherView('test', messages.test, 'verify')
                  : nothing
              }
              ${canSaveUntested ? otherView('save-untested', messages.saveUntested, 'save') : nothing}
            `
      }
    </div>`;
}
