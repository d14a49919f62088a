import type {MethodForm} from '../../controllers/method-form.js';
import {helpLines, type FieldModel} from './controls/field-model.js';

/**
 * Tells assistive technology about the controls that the host put in the place of fields. Ids do not
 * reach from one tree to another, so they are given the words themselves.
 */
export function dressOwnControls(
  form: MethodForm,
  model: Omit<FieldModel, 'variable' | 'form'>,
): void {
  const {controller, wording} = model;
  for (const variable of form.method.variables) {
    const control = controller.fields.ownControl(variable.key);
    if (!control) continue;
    const problem = form.problems.get(variable.key);
    const lines = [...helpLines({...model, form, variable}), problem?.say(wording)];
    control.ariaLabel ??= wording.label(variable, form.method);
    control.ariaDescription = lines.filter(Boolean).join(' ');
    control.ariaInvalid = problem ? 'true' : 'false';
    control.ariaRequired = variable.required ? 'true' : 'false';
    if ('disabled' in control) control.disabled = model.isPending;
  }
}
