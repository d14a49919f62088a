import {
  fromRaw,
  initialValue,
  isFixed,
  isStored,
  toRaw,
  visibleVariables,
  type RawValue,
  type ValueSources,
} from '../model/draft.js';
import type {Variable} from '../model/method-kind.js';
import {isServer} from './is-server.js';
import type {MethodForm} from './method-form.js';

interface FieldsHost {
  /** What the forms are in. */
  readonly formTree: ParentNode;
  readonly children: HTMLCollection;
}

/**
 * Reads and writes the fields of forms, wherever their values are: in a native input, in a control
 * that the host put in its place, or, for what no input can hold, with the form itself.
 */
export class FormFields {
  /** Where values come from beside the user. */
  sources: ValueSources = {};
  readonly #host: FieldsHost;

  constructor(host: FieldsHost) {
    this.#host = host;
  }

  /** What a field holds now. `undefined` while it is not rendered. */
  read(form: MethodForm, variable: Variable): RawValue | undefined {
    const {key} = variable;
    if (this.#isHeld(form, variable)) return form.contents.get(key);
    const control = this.control(form, key) as {checked: boolean; value: unknown} | undefined;
    if (variable.type === 'boolean') return control?.checked;
    const value = control?.value;
    return typeof value === 'string' || Array.isArray(value) ? (value as RawValue) : undefined;
  }

  /** The same, also of a field that is hidden: what it will show. */
  content(form: MethodForm, variable: Variable): RawValue {
    return this.read(form, variable) ?? form.contents.get(variable.key) ?? '';
  }

  /** Gives a field a value; at once where it is on screen, since others may show because of it. */
  put(form: MethodForm, variable: Variable, raw: RawValue): void {
    const {key} = variable;
    form.give(key, raw);
    const control = this.control(form, key);
    // What is held is shown by the next render; a file input would throw.
    if (!control || this.#isHeld(form, variable)) return;
    Object.assign(control, {[typeof raw === 'boolean' ? 'checked' : 'value']: raw});
  }

  /** Whether the form has the value of a field, rather than a control. */
  #isHeld(form: MethodForm, variable: Variable): boolean {
    return form.isHeld(variable) && !this.ownControl(variable.key);
  }

  /** The control of a field: the host's own, else the native one. */
  control(form: MethodForm, key: string): HTMLElement | undefined {
    if (isServer) return undefined;
    const id = `#${CSS.escape(form.idOf('field', key))}`;
    return this.ownControl(key) ?? this.#host.formTree.querySelector<HTMLElement>(id) ?? undefined;
  }

  /** The control that the host put in the place of a field's own. */
  ownControl(key: string): HTMLElement | undefined {
    return this.slotted(`field:${key}`);
  }

  /** What the host put in the place of a name. */
  slotted(name: string): HTMLElement | undefined {
    const children = isServer ? [] : [...this.#host.children];
    return children.find(({slot}) => slot === name) as HTMLElement | undefined;
  }

  isFixed(variable: Variable): boolean {
    return isFixed(variable, this.sources);
  }

  isStored(form: MethodForm, variable: Variable): boolean {
    return isStored(variable, form.method, this.sources.existing);
  }

  /** What a field holds before anything is typed. */
  initial(form: MethodForm, variable: Variable): RawValue {
    // What a server renders is markup, where no secret belongs.
    const isUnknown = isServer && variable.secret;
    return toRaw(
      variable,
      isUnknown ? undefined : initialValue(variable, form.method, this.sources),
    );
  }

  /** Whether a field holds something that it did not begin with. */
  isDirty(form: MethodForm, variable: Variable): boolean {
    if (this.isFixed(variable)) return false;
    const raw = this.content(form, variable);
    return JSON.stringify(raw) !== JSON.stringify(this.initial(form, variable));
  }

  /** The variables to show: neither fixed without being shown, nor hidden by another's value. */
  shown(form: MethodForm): readonly Variable[] {
    const valueOf = (key: string) => {
      const variable = form.find(key);
      if (!variable) return undefined;
      // An input may hold less of it: a line has no line breaks.
      if (this.isFixed(variable)) return initialValue(variable, form.method, this.sources);
      return fromRaw(variable, this.content(form, variable));
    };
    return visibleVariables(form.method, valueOf).filter(
      (variable) => variable.configurable !== false && !(variable.secret && this.isFixed(variable)),
    );
  }

  /** Empties a field, also where a browser could show its value again. */
  clear(form: MethodForm, variable: Variable): void {
    this.put(form, variable, toRaw(variable, undefined));
  }
}
