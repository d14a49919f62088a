import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {findMethod} from '../model/credential.js';
import {
  fromRaw,
  initialValue,
  isFixed,
  storedSecrets,
  toRaw,
  visibleVariables,
  type RawValue,
  type ValueSources,
} from '../model/draft.js';
import type {AvailableMethod, Connector, Variable} from '../model/method-kind.js';
import type {MethodRegistry} from '../model/method-registry.js';
import type {FormJudge} from './form-judge.js';
import {MethodForm} from './method-form.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** How long inputs keep their values after the element left the page: frameworks move elements. */
export const DISCONNECT_GRACE_MS = 1000;

interface FormHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What the controller needs to know at each update. */
export interface FormInputs {
  readonly connector: Connector | undefined;
  readonly method: AvailableMethod | undefined;
  readonly registry: MethodRegistry;
  readonly sources: ValueSources;
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
  readonly #host: FormHost;
  readonly #inputs: () => FormInputs;
  readonly #forms = new Map<string, MethodForm>();
  #connector: Connector | undefined;
  #current: MethodForm | undefined;
  #sources: ValueSources = {};
  #prefixes = 0;
  #judge: FormJudge | undefined;
  #grace: ReturnType<typeof setTimeout> | undefined;

  constructor(host: FormHost, inputs: () => FormInputs) {
    this.#host = host;
    this.#inputs = inputs;
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

  hostConnected(): void {
    clearTimeout(this.#grace);
  }

  hostUpdated(): void {
    // A failure to load is told when something has to be judged.
    if (this.#current && !this.#judge) this.loadJudge().catch(() => undefined);
  }

  // Secrets do not outlive the element that asked for them.
  hostDisconnected(): void {
    this.#grace = setTimeout(() => {
      this.forget();
    }, DISCONNECT_GRACE_MS);
  }

  hostUpdate(): void {
    const {connector, method, sources} = this.#inputs();
    if (connector !== this.#connector) this.#adopt(connector);
    if (sources !== this.#sources) this.#refresh(sources);
    const left = this.#current;
    this.#current = method && this.#visit(method);
    if (left && this.#current && left !== this.#current) this.#carryShared(left, this.#current);
  }

  /** What the field of a variable holds now. `undefined` while it is not rendered. */
  read(form: MethodForm, variable: Variable): RawValue | undefined {
    const control = this.#control(form, variable.key);
    return control instanceof HTMLInputElement && control.type === 'checkbox'
      ? control.checked
      : control?.value;
  }

  /** The variables to show: neither fixed without being shown, nor hidden by another's value. */
  shownVariables(form: MethodForm): readonly Variable[] {
    const valueOf = (key: string) => {
      const variable = findVariable(form, key);
      if (!variable) return undefined;
      const raw = this.read(form, variable) ?? form.start.get(key);
      return raw === undefined ? undefined : fromRaw(variable, raw);
    };
    return visibleVariables(form.method, valueOf).filter(
      (variable) =>
        variable.configurable !== false && !(variable.secret && isFixed(variable, this.#sources)),
    );
  }

  isFixed(variable: Variable): boolean {
    return isFixed(variable, this.#sources);
  }

  isStored(form: MethodForm, {key}: Variable): boolean {
    return storedSecrets(form.method, this.#sources.existing).has(key);
  }

  /** Whether a field holds something that it did not begin with. */
  isDirty(form: MethodForm, variable: Variable): boolean {
    const raw = this.read(form, variable);
    if (raw === undefined || isFixed(variable, this.#sources)) return false;
    return raw !== normalizeNewlines(this.#initialRaw(form, variable));
  }

  /** A field was left: something that was typed may be judged, an empty field is not yet wrong. */
  leaveField(form: MethodForm, key: string): void {
    const variable = findVariable(form, key);
    if (variable && this.read(form, variable) !== '' && this.isDirty(form, variable)) {
      this.#judge?.judgeField(form, variable);
    }
  }

  /** A field changed: a problem goes as soon as it is solved, new ones come only after a submit. */
  changeField(form: MethodForm, key: string): void {
    const variable = findVariable(form, key);
    if (!variable) return;
    if (form.method.variables.some(({visibleWhen}) => visibleWhen?.key === key)) this.update();
    if (form.failed || form.problems.has(key)) this.#judge?.judgeField(form, variable);
  }

  /** What judges the forms, once it is loaded. */
  get judge(): FormJudge | undefined {
    return this.#judge;
  }

  /** Loads what judges the forms: behind the first form, as it is not needed to show one. */
  async loadJudge(): Promise<FormJudge> {
    const {FormJudge} = await import('./form-judge.js');
    return (this.#judge ??= new FormJudge(this));
  }

  update(): void {
    this.#host.requestUpdate();
  }

  toggleReveal(form: MethodForm, key: string): void {
    if (!form.revealed.delete(key)) form.revealed.add(key);
    this.update();
  }

  hideSecrets(): void {
    for (const form of this.forms) form.revealed.clear();
    this.update();
  }

  /** Brings what is wrong into view, and focus to the first of it. */
  async showProblems(): Promise<void> {
    this.update();
    await this.#host.updateComplete;
    const {renderRoot} = this.#host;
    for (const control of renderRoot.querySelectorAll('[aria-invalid="true"]')) {
      const details = control.closest('details');
      if (details) details.open = true;
    }
    const form = this.#current;
    const [first] = form?.faulty ?? [];
    const target = first ? this.control(first.key) : this.#find(`#${form?.prefix}-summary`);
    target?.focus();
  }

  /** Empties the forms, and brings focus to what says that all is done. */
  async forgetAndConfirm(): Promise<void> {
    this.forget();
    await this.#host.updateComplete;
    this.#find('#success')?.focus();
  }

  /** The control of a field of the chosen method. */
  control(key: string): HTMLElement | undefined {
    return (this.#current && this.#control(this.#current, key)) ?? undefined;
  }

  /** The chosen method's form begins anew. */
  reset(): void {
    if (this.#current) this.#restart(this.#current);
    this.update();
  }

  /** Empties every input, and lets every form begin anew. */
  forget(): void {
    for (const form of this.forms) {
      for (const {key} of form.method.variables) {
        const control = this.#control(form, key);
        if (control) control.value = '';
      }
      this.#restart(form);
    }
    this.update();
  }

  #restart(form: MethodForm): void {
    form.prefix = this.#newPrefix();
    form.problems.clear();
    form.revealed.clear();
    form.formProblem = undefined;
    form.failed = false;
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

  /** A new definition of the same connector keeps what was typed, wherever it still fits. */
  #adopt(connector: Connector | undefined): void {
    if (connector?.id !== this.#connector?.id) this.#forms.clear();
    this.#connector = connector;
    for (const [id, form] of this.#forms) {
      const before = form.method;
      const method = findMethod(connector, id);
      if (method?.type !== before.type) {
        this.#forms.delete(id);
        continue;
      }
      const typed = new Map(
        before.variables
          .filter((old) => this.isDirty(form, old))
          .map((old) => [identityOf(old), this.read(form, old)]),
      );
      form.method = method;
      for (const variable of method.variables) {
        const raw = typed.get(identityOf(variable)) ?? this.#initialRaw(form, variable);
        this.#put(form, variable.key, raw);
      }
    }
  }

  #fill(form: MethodForm): void {
    form.start.clear();
    for (const variable of form.method.variables) {
      form.start.set(variable.key, this.#initialRaw(form, variable));
    }
  }

  #initialRaw(form: MethodForm, variable: Variable): RawValue {
    return toRaw(variable, initialValue(variable, form.method, this.#sources));
  }

  /** New suggestions of the host reach the fields that nobody has touched. */
  #refresh(sources: ValueSources): void {
    const untouched = this.forms.flatMap((form) =>
      form.method.variables
        .filter((variable) => !this.isDirty(form, variable))
        .map((variable) => ({form, variable})),
    );
    this.#sources = sources;
    for (const {form, variable} of untouched) {
      this.#put(form, variable.key, this.#initialRaw(form, variable));
    }
  }

  /** What was typed for a connector variable follows to other methods, unless it is a secret. */
  #carryShared(from: MethodForm, to: MethodForm): void {
    for (const variable of from.method.variables) {
      const {shared, secret} = variable;
      if (shared === undefined || secret) continue;
      const twin = to.method.variables.find((other) => other.shared === shared && !other.secret);
      const raw = this.read(from, variable);
      if (!twin || raw === undefined || this.isFixed(twin)) continue;
      if (!this.isDirty(from, variable) && !this.isDirty(to, twin)) continue;
      this.#put(to, twin.key, raw);
      this.changeField(to, twin.key);
    }
  }

  /** Gives a field a value; at once where it is on screen, since others may show because of it. */
  #put(form: MethodForm, key: string, raw: RawValue): void {
    form.start.set(key, raw);
    const control = this.#control(form, key);
    if (control instanceof HTMLInputElement && typeof raw === 'boolean') control.checked = raw;
    else if (control) control.value = String(raw);
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector(selector);
  }

  #control(form: MethodForm, key: string): Control | null {
    return this.#host.renderRoot.querySelector<Control>(`#${CSS.escape(form.idOf('field', key))}`);
  }
}

/** A variable that turns secret, or changes its type, has another field: nothing typed carries over. */
export const identityOf = ({key, type, secret = false}: Variable): string =>
  `${key} ${type} ${secret}`;

const findVariable = (form: MethodForm, key: string) =>
  form.method.variables.find((variable) => variable.key === key);

/** A textarea gives line breaks back as LF (HTML §4.10.11.1). */
const normalizeNewlines = (raw: RawValue): RawValue =>
  typeof raw === 'string' ? raw.replace(/\r\n?/g, '\n') : raw;
