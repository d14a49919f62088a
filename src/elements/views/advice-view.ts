import {html, nothing, type TemplateResult} from 'lit';
import type {MethodForm} from '../../controllers/method-form.js';
import type {Advice} from '../../controllers/paste-advice.js';
import type {PasteController} from '../../controllers/paste-controller.js';
import {enPaste} from '../../messages/en-paste.js';
import type {Wording} from '../../messages/wording.js';
import {plainName, type Match} from '../../model/match-entries.js';
import type {Variable} from '../../model/method-kind.js';
import type {actionView} from './controls/action-view.js';
import type {FieldModel} from './controls/field-model.js';

const MASK = '••••••••';
/** What fits on a line of a narrow form. */
const SHOWN_LENGTH = 60;

/** What is said of a value, without the value where it is secret. */
export function adviceWords(advice: Advice, form: MethodForm, wording: Wording): string {
  const words = wording.over(enPaste);
  switch (advice.kind) {
    case 'stray': {
      const [reason = 'several', ...others] = advice.reasons;
      return words.strays[others.length > 0 ? 'several' : reason];
    }
    case 'elsewhere': {
      const {method, variable} = advice.place;
      const label = wording.label(variable, method);
      const isHere = method.id === form.method.id;
      return words.resembles(label, isHere ? '' : wording.methodName(method));
    }
    case 'fill':
      return words.fillOffer(advice.matches.length);
    case 'nothing':
      return words.nothingFits;
    case 'done':
      return advice.deed === 'filled' ? words.filled(advice.count) : words[advice.deed];
    case 'declined':
      return '';
  }
}

/** What there is to say of what a field was given, below it, with what can be done about it. */
export function adviceView(
  model: FieldModel,
  controller: PasteController,
  action: typeof actionView,
): TemplateResult | undefined {
  const {form, variable, wording, isPending} = model;
  const advice = controller.adviceOn(form, variable);
  if (!advice || isPending || model.controller.inputs.isDisabled) return undefined;
  return html`<div part="advice" class="advice">
    <p class="advice-line">
      <bdi id=${form.idOf('advice', variable.key)}>${adviceWords(advice, form, wording)}</bdi>
      ${advice.kind === 'fill' ? nothing : actionsView(advice, model, controller, action)}
    </p>
    ${
      advice.kind === 'fill'
        ? html`<ul>
              ${advice.matches.map((match) => matchView(match, model))}
            </ul>
            <p class="advice-line">${actionsView(advice, model, controller, action)}</p>`
        : nothing
    }
  </div>`;
}

/** A value that cannot be seen is told by the name that it has where it was found. */
function matchView({variable, name, value}: Match, {form, wording}: FieldModel): TemplateResult {
  const {secret} = variable;
  const label = wording.label(variable, form.method);
  const isNamed = secret && plainName(name) !== plainName(label);
  return html`<li>
    <bdi>${label}</bdi>: <bdi class="advice-value">${secret ? MASK : shortened(value)}</bdi>
    ${isNamed ? html`<bdi class="advice-value">(${shortened(name)})</bdi>` : nothing}
  </li>`;
}

function actionsView(
  advice: Advice,
  model: FieldModel,
  controller: PasteController,
  action: typeof actionView,
) {
  const {form, variable, wording} = model;
  const words = wording.over(enPaste);
  const {key} = variable;
  const follow = () => void controller.follow(form, key);
  switch (advice.kind) {
    case 'stray':
      return action(model, 'mend', mendWords(variable, advice.text, words), follow);
    case 'elsewhere':
      return action(model, 'move', words.move, follow);
    case 'fill':
      return html`${action(model, 'fill', words.fill, follow)}
      ${action(model, 'decline', words.notNow, () => controller.decline(form, key))}`;
    case 'done':
      return action(model, 'undo', wording.messages.undo, () => void controller.undo(form, key));
    default:
      return nothing;
  }
}

/** What will be used is shown, where it may be. */
const mendWords = ({secret, type}: Variable, text: string, words: typeof enPaste) =>
  secret || type === 'multiline' ? words.mend : words.useText(shortened(text));

const shortened = (text: string) =>
  text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
