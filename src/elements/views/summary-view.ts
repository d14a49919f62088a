import {html, nothing, type TemplateResult} from 'lit';
import type {CredentialFormController} from '../../controllers/credential-form-controller.js';
import type {MethodForm} from '../../controllers/method-form.js';
import type {Wording} from '../../messages/wording.js';

interface SummaryModel {
  readonly controller: CredentialFormController;
  readonly wording: Wording;
  readonly isBare: boolean;
}

/** What is wrong in one place, with links to the fields (WCAG 2.2, 3.3.1). */
export function summaryView(
  form: MethodForm,
  {controller, wording, isBare}: SummaryModel,
): TemplateResult | typeof nothing {
  const {formProblem, problems, faulty} = form;
  if (!formProblem && (!form.failed || faulty.length < (isBare ? 1 : 2))) return nothing;
  const title = formProblem?.say(wording) ?? wording.messages.summary(faulty.length);
  const focusField = (key: string) => (event: Event) => {
    event.preventDefault();
    controller.focusField(key);
  };
  return html`<div
    part="summary"
    class="notice summary"
    id="${form.prefix}-summary"
    role="group"
    tabindex="-1"
    aria-labelledby="${form.prefix}-summary-title"
  >
    <p part="summary-title" class="summary-title" id="${form.prefix}-summary-title">
      <bdi>${title}</bdi>
    </p>
    ${
      faulty.length
        ? html`<ul>
            ${faulty.map(
              ({key}) =>
                html`<li>
                  ${
                    isBare
                      ? problems.get(key)?.say(wording)
                      : html`<a
                          part="summary-link"
                          href="#${form.idOf('field', key)}"
                          @click=${focusField(key)}
                          >${problems.get(key)?.say(wording)}</a
                        >`
                  }
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </div>`;
}
