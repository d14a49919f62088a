import type {RawValue} from '../model/draft.js';
import type {Variable} from '../model/method-kind.js';
import type {FormFields} from './form-fields.js';
import type {MethodForm} from './method-form.js';

/** A variable that turns secret, or changes its type, has another field: nothing typed carries over. */
export const identityOf = ({key, type, secret = false}: Variable): string =>
  `${key} ${type} ${secret}`;

/**
 * Forms keep what was typed, wherever it still fits, when what they are about changes. All other
 * fields begin anew: what the page suggests reaches those that nobody has touched, what it decides all.
 */
export function adopt(fields: FormFields, forms: readonly MethodForm[], change: () => void): void {
  const before = forms.map((form) => {
    const touched = form.method.variables.filter((variable) => fields.isDirty(form, variable));
    const typed = new Map<string, RawValue>(
      touched.map((variable) => [identityOf(variable), fields.content(form, variable)]),
    );
    return {form, typed};
  });
  change();
  for (const {form, typed} of before) {
    for (const variable of form.method.variables) {
      const raw = typed.get(identityOf(variable));
      if (raw === undefined || fields.isFixed(variable)) {
        fields.put(form, variable, fields.initial(form, variable));
      }
      // Kept for an input that goes, as it is hidden from now on.
      else form.give(variable.key, raw);
    }
  }
}

/**
 * What was typed for a connector variable follows to another method, unless it is a secret.
 *
 * @returns The keys of the fields that changed.
 */
export function carryShared(
  fields: FormFields,
  from: MethodForm,
  to: MethodForm,
): readonly string[] {
  return from.method.variables.flatMap((variable) => {
    const {shared, secret} = variable;
    if (shared === undefined || secret) return [];
    const twin = to.method.variables.find((other) => other.shared === shared && !other.secret);
    const raw = fields.read(from, variable);
    if (!twin || raw === undefined || fields.isFixed(twin)) return [];
    if (!fields.isDirty(from, variable) && !fields.isDirty(to, twin)) return [];
    fields.put(to, twin, raw);
    return [twin.key];
  });
}
