import type {MethodForm} from '../../controllers/method-form.js';
import {helpLines, type FieldModel} from './controls/field-model.js';

/** The names that controls were given here, which are in the language of the moment. */
const given = new WeakMap<HTMLElement, string>();
/** The controls that were disabled here, to be enabled again. */
const blocked = new WeakSet<HTMLElement>();

/**
 * Tells assistive technology about the controls that the host put in the place of fields. Ids do not
 * reach from one tree to another, so they are given the words themselves.
 */
export function dressOwnControls(
  form: MethodForm,
  model: Omit<FieldModel, 'variable' | 'form'>,
): void {
  const {controller, wording, isPending} = model;
  for (const variable of form.method.variables) {
    const control = controller.fields.ownControl(variable.key);
    if (!control) continue;
    const problem = form.problems.get(variable.key);
    const lines = [...helpLines({...model, form, variable}), problem?.say(wording)];
    if (!hasOwnName(control)) {
      const label = wording.label(variable, form.method);
      given.set(control, label);
      control.ariaLabel = label;
    }
    control.ariaDescription = lines.filter(Boolean).join(' ');
    control.ariaInvalid = problem ? 'true' : 'false';
    control.ariaRequired = variable.required ? 'true' : 'false';
    block(control, isPending);
  }
}

/** Whether the host has named a control: then that name stays. */
function hasOwnName(control: HTMLElement & {readonly labels?: NodeList | null}): boolean {
  const {ariaLabel, labels} = control;
  if (ariaLabel !== null) return ariaLabel !== given.get(control);
  return control.hasAttribute('aria-labelledby') || Boolean(labels?.length);
}

/** Disables a control for as long as an answer is pending, unless the host has done so. */
function block(control: HTMLElement & {disabled?: boolean}, isPending: boolean): void {
  if (isPending && control.disabled === false) {
    blocked.add(control);
    control.disabled = true;
  } else if (!isPending && blocked.delete(control)) control.disabled = false;
}
