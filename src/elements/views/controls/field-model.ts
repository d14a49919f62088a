import type {CredentialFormController} from '../../../controllers/credential-form-controller.js';
import type {MethodForm} from '../../../controllers/method-form.js';
import type {Wording} from '../../../messages/wording.js';
import type {RawValue} from '../../../model/draft.js';
import type {Connector, Variable} from '../../../model/method-kind.js';
import type {FormWatch} from '../../form-watch.js';
import type {OutcomeViews} from '../actions-view.js';
import type * as onDemandViews from '../on-demand-views.js';

/** The views of what few forms have. */
export type OnDemandViews = typeof onDemandViews;

/** What a field's views need to know. */
export interface FieldModel {
  readonly variable: Variable;
  readonly form: MethodForm;
  readonly connector: Connector;
  readonly controller: CredentialFormController;
  readonly wording: Wording;
  /** Whether an answer of the host is pending. */
  readonly isPending: boolean;
  /** The views of what few forms have, once they are loaded. */
  readonly onDemand: OnDemandViews | undefined;
  /** What looks at what comes into the form, once it is loaded. */
  readonly watch: FormWatch | undefined;
  /** The views of what comes of a form, once they are loaded: before that, nothing is wrong. */
  readonly outcome: OutcomeViews | undefined;
  /** Says something to those who cannot see it. */
  readonly announce: (notice: string) => void;
}

/** What all controls of a field have in common. */
export interface ControlModel {
  readonly id: string;
  readonly start: RawValue;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
  /** Whether the user cannot change it at all. */
  readonly isFixed: boolean;
  /** The same, also while an answer is pending. */
  readonly isReadOnly: boolean;
}

/** What can be said of a stored secret that is edited. */
export type StoredState = 'kept' | 'replaced' | 'cleared';

/** What becomes of the stored secret of a field, if there is one. */
export function storedState({variable, form, controller}: FieldModel): StoredState | undefined {
  const {fields} = controller;
  if (!fields.isStored(form, variable)) return undefined;
  if (form.cleared.has(variable.key)) return 'cleared';
  return String(fields.content(form, variable)) === '' ? 'kept' : 'replaced';
}

/** Shows what is masked or masks it again, and says so to those who cannot see it. */
export function toggleReveal(model: FieldModel): void {
  const {variable, form, wording, announce, controller} = model;
  const {shown, hidden} = wording.messages;
  const isHiding = form.revealed.delete(variable.key);
  announce((isHiding ? hidden : shown)(wording.label(variable, form.method)));
  if (isHiding) return;
  form.revealed.add(variable.key);
  // What masks it again after a while may still be on its way, or not come at all.
  controller.loadJudge().then(
    () => controller.update(),
    () => form.revealed.has(variable.key) && toggleReveal(model),
  );
}

/** The texts that help to fill a field in, in their order. */
export function helpLines(model: FieldModel): readonly string[] {
  const {variable, wording, controller} = model;
  const {help, example} = variable;
  const {messages} = wording;
  const state = storedState(model);
  return [
    state && messages.stored[state],
    controller.fields.isFixed(variable) && messages.preset,
    help !== undefined && wording.text(help),
    example && messages.example(example),
  ].filter((line) => typeof line === 'string');
}

export function controlModel(model: FieldModel): ControlModel {
  const {variable, form, controller, isPending} = model;
  const {key, prefix, suffix, required = false} = variable;
  const state = storedState(model);
  const describedBy = [
    prefix !== undefined && form.idOf('prefix', key),
    suffix !== undefined && form.idOf('suffix', key),
    helpLines(model).length > 0 && form.idOf('help', key),
    form.problems.has(key) && form.idOf('problem', key),
    model.watch?.isInDoubt(model) && form.idOf('advice', key),
  ].filter((id) => typeof id === 'string');
  const isFixed = controller.fields.isFixed(variable) || state === 'cleared';
  return {
    id: form.idOf('field', key),
    start: form.contents.get(key) ?? '',
    describedBy: describedBy.join(' '),
    isInvalid: form.problems.has(key),
    isRequired: required && state === undefined,
    isFixed,
    isReadOnly: isFixed || isPending,
  };
}
