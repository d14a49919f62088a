import {isFixed, type RawValue, type ValueSources} from '../model/draft.js';
import type {AvailableMethod, Variable} from '../model/method-kind.js';
import type {FormFields} from './form-fields.js';
import type {MethodForm} from './method-form.js';

/** A variable that turns secret, or changes its type, has another field: nothing typed carries over. */
export const identityOf = ({key, type, secret = false}: Variable): string =>
  `${key} ${type} ${secret}`;

/** A new definition of a method keeps what was typed, wherever it still fits. */
export function adoptMethod(fields: FormFields, form: MethodForm, method: AvailableMethod): void {
  const typed = new Map<string, RawValue>(
    form.method.variables
      .filter((old) => fields.isDirty(form, old))
      .map((old) => [identityOf(old), fields.content(form, old)]),
  );
  form.method = method;
  for (const variable of method.variables) {
    const raw = typed.get(identityOf(variable)) ?? fields.initial(form, variable);
    fields.put(form, variable, raw);
  }
}

/** New suggestions of the host reach the fields that nobody has touched, what it decides all. */
export function adoptSources(
  fields: FormFields,
  forms: readonly MethodForm[],
  sources: ValueSources,
): void {
  const open = forms.flatMap((form) =>
    form.method.variables
      .filter((variable) => !fields.isDirty(form, variable) || isFixed(variable, sources))
      .map((variable) => ({form, variable})),
  );
  fields.sources = sources;
  for (const {form, variable} of open) {
    fields.put(form, variable, fields.initial(form, variable));
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
