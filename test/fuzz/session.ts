import type {
  ConnectorDefinition,
  ExistingCredential,
  FieldValue,
  VariableDefinition,
} from '../../src/core.js';
import {expectedOf, variablesOf, type FilledForm} from '../differential/expected.js';
import type {Host} from './connectors.js';

type Content = string | boolean;

/** What the form of one method holds, and which stored secrets it is to remove. */
interface Form {
  readonly definition: ConnectorDefinition;
  readonly contents: Map<string, Content>;
  readonly removed: Set<string>;
}

/**
 * What a form has to hold and hand over after all that was done to it, as the documentation has it:
 * a second time, simpler, without a page, and with nothing of what a form runs.
 */
export class Session {
  #connector: ConnectorDefinition;
  /** What the page says, and what was saved since and is edited. */
  #page: Host;
  #saved: ExistingCredential | undefined;
  #methodId: string | undefined;
  /** The method that nobody has chosen. */
  #settledId: string | undefined;
  readonly #forms = new Map<string, Form>();

  constructor(connector: ConnectorDefinition, host: Host) {
    this.#connector = connector;
    this.#page = host;
    this.#settle();
  }

  #settle(): void {
    this.#settledId = this.#initialId;
    this.#visit(this.#settledId);
  }

  /** The stored method, else the only one, else the recommended one, else none. */
  get #initialId(): string | undefined {
    const {methods} = this.#connector;
    const initial =
      methods.find(({id}) => id === this.#host.existing?.methodId) ??
      (methods.length === 1 ? methods[0] : methods.find(({recommended}) => recommended));
    return initial?.id;
  }

  get methodId(): string | undefined {
    return this.#methodId;
  }

  get methodIds(): readonly string[] {
    return this.#connector.methods.map(({id}) => id);
  }

  get #form(): Form | undefined {
    return this.#forms.get(this.#methodId ?? '');
  }

  /** The keys of the fields on screen, in their order. */
  get fields(): readonly string[] {
    return this.#form ? this.#expected(this.#form).fields : [];
  }

  /** What a field on screen shows. */
  contentOf(key: string): Content {
    return this.#form!.contents.get(key)!;
  }

  variable(key: string): VariableDefinition {
    return find(this.#form!, key)!;
  }

  /** Whether a user can enter something. */
  isOpen(key: string): boolean {
    const form = this.#form!;
    return !this.#isFixed(find(form, key)!) && !form.removed.has(key);
  }

  /** The stored secrets on screen that can be removed, or of which something can be undone. */
  storedWith(deed: 'remove' | 'undo'): readonly string[] {
    const form = this.#form;
    if (!form) return [];
    return this.fields.filter((key) => {
      const variable = find(form, key)!;
      if (!this.#isStored(form.definition, variable)) return false;
      const isLeft = form.contents.get(key) === '' && !form.removed.has(key);
      return deed === 'remove' ? isLeft && !variable.required : !isLeft;
    });
  }

  /** What becomes of the form when it is submitted: a credential, or the keys of what is wrong. */
  get outcome(): {readonly credential?: Saved; readonly faults: readonly string[]} {
    const form = this.#form!;
    const {credential} = this.#expected(form);
    const faults = this.#faults(form);
    return faults.length > 0 ? {faults} : {credential, faults};
  }

  enter(key: string, content: Content): void {
    this.#form!.contents.set(key, content);
  }

  choose(id: string): void {
    const [from, fields] = [this.#form, this.fields];
    this.#visit(id);
    if (from) this.#carry(from, fields, this.#form!);
  }

  /** What was typed for a connector variable follows to another method, unless it is a secret. */
  #carry(from: Form, fields: readonly string[], to: Form): void {
    if (from === to) return;
    for (const key of fields) {
      const [variable, twin] = [find(from, key)!, find(to, key)];
      if (!twin || variable.secret || !isShared(from, key) || !isShared(to, key)) continue;
      if (this.#isFixed(twin)) continue;
      if (this.#isTouched(from, variable) || this.#isTouched(to, twin)) {
        to.contents.set(key, from.contents.get(key)!);
      }
    }
  }

  remove(key: string): void {
    this.#form!.removed.add(key);
  }

  undo(key: string): void {
    const form = this.#form!;
    form.removed.delete(key);
    form.contents.set(key, this.#initial(form.definition, find(form, key)!));
  }

  reset(): void {
    if (this.#form) this.#restart(this.#form);
  }

  /** The page took the credential: nothing that was typed is left. */
  accept(): void {
    for (const form of this.#forms.values()) this.#restart(form);
  }

  /** What was saved is what is edited from now on. */
  edit(credential: Saved): void {
    const isSecret = (key: string) => find(this.#form!, key)?.secret === true;
    const entries = Object.entries(credential.values);
    const existing: ExistingCredential = {
      methodId: credential.methodId,
      type: credential.type,
      values: Object.fromEntries(entries.filter(([key]) => !isSecret(key))),
      stored: [
        ...(credential.kept ?? []),
        ...entries.map(([key]) => key).filter((key) => isSecret(key)),
      ],
    };
    this.#adopt(this.#page, existing);
  }

  /** What the page says of what is stored goes over what was saved since. */
  rehost(host: Host): void {
    const [from, fields] = [this.#form, this.fields];
    const isNews = host.existing !== this.#page.existing;
    this.#adopt(host, isNews ? undefined : this.#saved);
    // What nobody has chosen gives way to the method of what is stored.
    const isOpen = isNews && host.existing && this.#methodId === this.#settledId;
    if (!from || isOpen) this.#settle();
    if (from && this.#form) this.#carry(from, fields, this.#form);
  }

  /** What the page suggests reaches the fields that nobody has touched, what it decides all. */
  #adopt(page: Host, saved: ExistingCredential | undefined): void {
    const fields = [...this.#forms.values()].flatMap((form) =>
      variablesOf(form.definition).map(
        (variable) => [form, variable, this.#isTouched(form, variable)] as const,
      ),
    );
    this.#page = page;
    this.#saved = saved;
    for (const [form, variable, isTouched] of fields) {
      if (isTouched && !this.#isFixed(variable)) continue;
      form.contents.set(variable.key, this.#initial(form.definition, variable));
    }
  }

  get #host(): Host {
    return {...this.#page, existing: this.#saved ?? this.#page.existing};
  }

  /** Another definition of the same connector keeps what was typed, wherever it still fits. */
  redefine(connector: ConnectorDefinition): void {
    const [left, fields] = [this.#form, this.fields];
    this.#connector = connector;
    for (const [id, form] of this.#forms) {
      const definition = this.#alone(id);
      if (definition?.methods[0]?.type !== form.definition.methods[0]?.type) {
        this.#forms.delete(id);
        continue;
      }
      const contents = new Map<string, Content>();
      for (const variable of variablesOf(definition!)) {
        const old = find(form, variable.key);
        const fits = old && old.type === variable.type && !old.secret === !variable.secret;
        const isKept = fits && this.#isTouched(form, old) && !this.#isFixed(variable);
        contents.set(
          variable.key,
          isKept ? form.contents.get(variable.key)! : this.#initial(definition!, variable),
        );
      }
      this.#forms.set(id, {definition: definition!, contents, removed: form.removed});
    }
    const isLeft = left && !this.#forms.has(left.definition.methods[0]!.id);
    if (!this.#alone(this.#methodId ?? '')) this.#settle();
    else this.#visit(this.#methodId);
    if (isLeft && this.#form) this.#carry(left, fields, this.#form);
  }

  /** Of another connector nothing was typed. */
  replace(connector: ConnectorDefinition): void {
    this.#connector = connector;
    this.#forms.clear();
    this.#saved = undefined;
    this.#settle();
  }

  #visit(id: string | undefined): void {
    this.#methodId = id;
    if (id === undefined || this.#forms.has(id)) return;
    const form = {definition: this.#alone(id)!, contents: new Map(), removed: new Set<string>()};
    this.#forms.set(id, form);
    this.#restart(form);
  }

  #restart(form: Form): void {
    form.removed.clear();
    for (const variable of variablesOf(form.definition)) {
      form.contents.set(variable.key, this.#initial(form.definition, variable));
    }
  }

  /** The connector with one of its methods only. */
  #alone(id: string): ConnectorDefinition | undefined {
    const methods = this.#connector.methods.filter((method) => method.id === id);
    return methods.length > 0 ? {...this.#connector, methods} : undefined;
  }

  /** Fixed, stored, suggested by the page, the definition's default: the first that there is. */
  #initial(definition: ConnectorDefinition, variable: VariableDefinition): Content {
    const {key, type, secret} = variable;
    const {presets, values, existing} = this.#host;
    const isEdited = this.#isEdited(definition);
    const stored = existing?.values[key] as FieldValue | undefined;
    // What is stored goes before what the page suggests, and is not to be seen.
    if (presets[key] === undefined && this.#isStored(definition, variable)) return '';
    const candidates: (FieldValue | undefined)[] = [
      variable.configurable === false ? variable.default : undefined,
      presets[key],
      !secret && (isEdited || isShared({definition}, key)) ? stored : undefined,
      values[key],
      // Its absence was a choice too.
      isEdited ? undefined : variable.default,
    ];
    const value = candidates.find((candidate) => candidate !== undefined);
    if (type === 'boolean') return value === true;
    return value === undefined ? '' : String(value);
  }

  /** Whether what is stored was made by a method, as it is now. */
  #isEdited({methods: [method]}: ConnectorDefinition): boolean {
    const {methodId, type = method?.type} = this.#host.existing ?? {};
    return methodId === method?.id && type === method?.type;
  }

  #isFixed({key, configurable}: VariableDefinition): boolean {
    return configurable === false || this.#host.presets[key] !== undefined;
  }

  #isTouched(form: Form, variable: VariableDefinition): boolean {
    return (
      !this.#isFixed(variable) &&
      form.contents.get(variable.key) !== this.#initial(form.definition, variable)
    );
  }

  #isStored(
    definition: ConnectorDefinition,
    {key, secret, configurable, default: value}: VariableDefinition,
  ) {
    const {existing} = this.#host;
    return (
      secret === true &&
      this.#isEdited(definition) &&
      !(configurable === false && value !== undefined) &&
      existing?.stored.includes(key) === true
    );
  }

  #expected(form: Form) {
    const {presets, existing} = this.#host;
    const isEdited = this.#isEdited(form.definition);
    const filled: FilledForm = {
      definition: form.definition,
      presets,
      existing: existing && {...existing, stored: isEdited ? existing.stored : []},
      raws: form.contents,
      ticked: undefined,
      answer: 'allow',
    };
    const {fields, asked, credential} = expectedOf(filled);
    const {kept = [], cleared: _, ...rest} = credential as Saved;
    return {
      fields,
      asked,
      credential: {
        ...rest,
        ...(existing && {
          kept: kept.filter((key) => !form.removed.has(key)),
          cleared: kept.filter((key) => form.removed.has(key)),
        }),
      } as Saved,
    };
  }

  /** The keys of what is asked for and is missing or wrong. */
  #faults(form: Form): readonly string[] {
    const {asked, credential} = this.#expected(form);
    const {values, kept = []} = credential;
    return asked.filter((key) => {
      const {required, type, pattern} = find(form, key)!;
      const value = values[key];
      if (value === undefined) return required === true && !kept.includes(key);
      if (type === 'number') return typeof value !== 'number';
      return pattern && !new RegExp(`^(?:${pattern.regex})$`, 'u').test(String(value));
    });
  }
}

/** A credential that the page took. */
export interface Saved {
  readonly methodId: string;
  readonly type: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly kept?: readonly string[];
  readonly cleared?: readonly string[];
}

const find = ({definition}: Form, key: string) =>
  variablesOf(definition).find((variable) => variable.key === key);

const isShared = ({definition}: Pick<Form, 'definition'>, key: string): boolean =>
  definition.methods[0]!.variables!.some((entry) => 'use' in entry && entry.use === key);
