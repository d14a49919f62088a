import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {findMethod} from '../model/credential.js';
import type {RawValue, ValueSources} from '../model/draft.js';
import type {AvailableMethod, Connector} from '../model/method-kind.js';
import {adopt, carryShared} from './carry-values.js';
import {FormFields} from './form-fields.js';
import type {FormJudge} from './form-judge.js';
import {MethodForm} from './method-form.js';

interface FormHost extends ReactiveControllerHost {
  /** What the forms are in. */
  readonly formTree: ParentNode;
  readonly children: HTMLCollection;
}

/** What the controller needs to know at each update. */
export interface FormInputs {
  readonly connector: Connector | undefined;
  readonly method: AvailableMethod | undefined;
  readonly sources: ValueSources;
  readonly isDisabled: boolean;
}

/**
 * Keeps one form for each method that was visited.
 *
 * Owns which forms there are, what they began with and what is wrong in them. Does not own what is
 * typed: that stays in the native inputs, which are hidden rather than removed when the user looks
 * at another method, and are read when something has to be judged. So a value set by a script or a
 * password manager counts, and a key press costs what the input itself costs.
 */
export class CredentialFormController implements ReactiveController {
  readonly fields: FormFields;
  readonly #host: FormHost;
  readonly #inputs: () => FormInputs;
  readonly #onChange: () => void;
  readonly #load: () => Promise<{readonly FormJudge: typeof FormJudge}>;
  readonly #forms = new Map<string, MethodForm>();
  #connector: Connector | undefined;
  #current: MethodForm | undefined;
  #prefixes = 0;
  #judge: FormJudge | undefined;

  /**
   * @param onChange - Called when the user changed a field: what was said of it before is over.
   * @param load - Loads what judges the forms.
   */
  constructor(
    host: FormHost,
    inputs: () => FormInputs,
    onChange: () => void,
    load: () => Promise<{readonly FormJudge: typeof FormJudge}>,
  ) {
    this.#host = host;
    this.#inputs = inputs;
    this.#onChange = onChange;
    this.#load = load;
    this.fields = new FormFields(host);
    host.addController(this);
  }

  /** The forms of the methods visited so far. */
  get forms(): readonly MethodForm[] {
    return [...this.#forms.values()];
  }

  /** The form of the chosen method. */
  get current(): MethodForm | undefined {
    return this.#current;
  }

  /** What the forms are about. */
  get inputs(): FormInputs {
    return this.#inputs();
  }

  /** Whether anything was typed, in any method. */
  get isDirty(): boolean {
    return this.forms.some(
      (form) =>
        form.touched ||
        form.cleared.size > 0 ||
        form.method.variables.some((variable) => this.fields.isDirty(form, variable)),
    );
  }

  hostUpdated(): void {
    // A failure to load is told when something has to be judged.
    if (this.#current && !this.#judge) this.loadJudge().catch(() => undefined);
  }

  /** Takes over what the element was given, before it is rendered: on a server as well. */
  prepare(): void {
    const {connector, method, sources} = this.#inputs();
    if (connector !== this.#connector) this.#adopt(connector);
    if (sources.existing !== this.fields.sources.existing) {
      // What was granted, and what was tried, was for another connection.
      for (const form of this.forms) {
        form.grant = undefined;
        form.hasFailedVerification = false;
      }
      this.#onChange();
    }
    if (sources !== this.fields.sources) {
      adopt(this.fields, this.forms, () => {
        this.fields.sources = sources;
      });
    }
    const left = this.#current;
    this.#current = method && this.#visit(method);
    if (left && this.#current && left !== this.#current) {
      for (const key of carryShared(this.fields, left, this.#current)) {
        this.changeField(this.#current, key);
      }
    }
  }

  /** A field changed: a problem goes as soon as it is solved, new ones come only after a submit. */
  changeField(form: MethodForm, key: string): void {
    const variable = form.find(key);
    if (!variable) return;
    this.#onChange();
    if (form.method.variables.some(({visibleWhen}) => visibleWhen?.key === key)) {
      this.remember(form);
      this.update();
    }
    // What else is said of a value: where it leads, and what becomes of a stored one.
    const {authorizationUrl} = form.method.authorization ?? {};
    if (this.fields.isStored(form, variable) || authorizationUrl?.includes(key)) this.update();
    if (form.failed || form.problems.has(key)) this.#judge?.judgeField(form, variable);
  }

  /** What was typed is there again in inputs that are about to be made anew. */
  remember(form: MethodForm): void {
    for (const variable of form.method.variables) {
      const raw = this.fields.read(form, variable);
      if (raw !== undefined) form.give(variable.key, raw);
    }
  }

  /** Takes the value of a field that no native input can hold. */
  hold(form: MethodForm, key: string, raw: RawValue): void {
    form.give(key, raw);
    this.update();
    this.changeField(form, key);
  }

  /** What judges the forms, once it is loaded. */
  get judge(): FormJudge | undefined {
    return this.#judge;
  }

  /** Loads what judges the forms: behind the first form, as it is not needed to show one. */
  async loadJudge(): Promise<FormJudge> {
    const {FormJudge} = await this.#load();
    return (this.#judge ??= new FormJudge(this));
  }

  update(): void {
    this.#host.requestUpdate();
  }

  /** Brings what is wrong into view, and focus to the first of it. */
  async showProblems(): Promise<void> {
    this.update();
    await this.#host.updateComplete;
    const closed = this.#host.formTree.querySelectorAll<HTMLDetailsElement>('details:has(.error)');
    for (const details of closed) details.open = true;
    const form = this.#current;
    const [first] = form?.faulty ?? [];
    if (form && first && this.fields.control(form, first.key)) this.focusField(first.key);
    else this.find(`#${form?.prefix}-summary`)?.focus();
  }

  /** Brings focus to a field of the chosen method. */
  focusField(key: string): void {
    const control = this.#current && this.fields.control(this.#current, key);
    const section = control?.closest('details');
    if (section) section.open = true;
    // A group of controls takes no focus itself; what is at fault in it comes first.
    const find = (selector: string) => control?.querySelector<HTMLElement>(selector);
    (find('[aria-invalid="true"]') ?? find('[data-key]:enabled') ?? control)?.focus();
  }

  /** The chosen method's form begins anew. */
  reset(): void {
    if (this.#current) this.#restart(this.#current);
    this.update();
  }

  /** Empties every input of forms, and lets them begin anew. */
  forget(forms: Iterable<MethodForm> = this.forms): void {
    this.empty(forms);
    this.update();
  }

  /** The same without a render. Tells whether one is needed to empty what was rendered of values. */
  empty(forms: Iterable<MethodForm> = this.forms): boolean {
    // The words of advice, and of where a sign-in leads, have values in them.
    let isRendered = this.find('.advice, .authorization') !== null;
    for (const form of forms) {
      isRendered ||= form.isGiven;
      for (const variable of form.method.variables) this.fields.clear(form, variable);
      this.#restart(form);
    }
    return isRendered;
  }

  #restart(form: MethodForm): void {
    form.clear();
    form.prefix = this.#newPrefix();
    this.#fill(form);
  }

  // Never given twice: inputs of a form that is gone would be taken for those of the next.
  #newPrefix(): string {
    return `m${this.#prefixes++}`;
  }

  #visit(method: AvailableMethod): MethodForm {
    const known = this.#forms.get(method.id);
    if (known) return known;
    const form = new MethodForm(method, this.#newPrefix());
    this.#forms.set(method.id, form);
    this.#fill(form);
    return form;
  }

  /** A new definition of the same connector keeps the forms of the methods that are still there. */
  #adopt(connector: Connector | undefined): void {
    if (connector?.id !== this.#connector?.id) {
      this.#forms.clear();
      // Nothing that is typed follows from one connector to another, nor what was tried.
      this.#current = undefined;
      this.#onChange();
    }
    this.#connector = connector;
    adopt(this.fields, this.forms, () => {
      for (const [id, form] of this.#forms) {
        const method = findMethod(connector, id);
        if (method?.type === form.method.type) form.method = method;
        else this.#forms.delete(id);
      }
    });
  }

  #fill(form: MethodForm): void {
    for (const variable of form.method.variables) {
      form.contents.set(variable.key, this.fields.initial(form, variable));
    }
  }

  /** Resolves when the forms show what they are about. */
  updated(): Promise<unknown> {
    this.update();
    return this.#host.updateComplete;
  }

  /** An element of the form. */
  find(selector: string): HTMLElement | null {
    return this.#host.formTree.querySelector(selector);
  }
}
