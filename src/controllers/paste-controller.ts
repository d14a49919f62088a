import type {Wording} from '../messages/wording.js';
import type {RawValue} from '../model/draft.js';
import {matchEntries, type Match} from '../model/match-entries.js';
import type {Variable} from '../model/method-kind.js';
import {readEntries} from '../model/read-entries.js';
import {rightfulPlace} from '../model/rightful-variable.js';
import {joinLines, tidyText, type Accepts} from '../model/tidy-text.js';
import {adviceOf, type Advice, type Change, type Done} from './paste-advice.js';
import type {CredentialFormController} from './credential-form-controller.js';
import type {MethodForm} from './method-form.js';

/** What the controller needs of its element. */
export interface PastePorts {
  readonly forms: CredentialFormController;
  readonly wording: () => Wording;
  /** Says something to those who cannot see it. */
  readonly announce: (notice: string) => void;
  /** Has another method chosen, as the user would. Nothing where there is no choice. */
  readonly choose: ((methodId: string) => Promise<unknown>) | undefined;
}

/** What is about to be pasted, and what the field holds until then. */
export interface Pasted {
  /** With the line breaks that an input of one line does not keep. */
  readonly text: string;
  readonly before: string;
}

const TEXT_TYPES = /^(?:text|multiline|url|email|number)$/;

/**
 * Looks at what fields were given, and offers to mend it. Changes nothing by itself: each change is
 * one click of the user's, and one click takes it back.
 */
export class PasteController {
  readonly #ports: PastePorts;
  readonly #say: (advice: Advice, wording: Wording) => string;

  /** @param say - The words for a piece of advice. */
  constructor(ports: PastePorts, say: (advice: Advice, wording: Wording) => string) {
    this.#ports = ports;
    this.#say = say;
  }

  /** What there is to say of a field. Nothing once it holds something else. */
  adviceOn(form: MethodForm, variable: Variable): Advice | undefined {
    const {advice} = adviceOf(form).get(variable.key) ?? {};
    return advice?.kind === 'declined' ? undefined : advice;
  }

  /**
   * Looks at what a field holds.
   *
   * @param pasted - What was pasted into it, if anything was.
   */
  inspect(form: MethodForm, key: string, pasted?: Pasted): void {
    const {fields, inputs} = this.#ports.forms;
    const variable = form.find(key);
    if (!variable || !TEXT_TYPES.test(variable.type) || fields.isFixed(variable)) return;
    const raw = fields.read(form, variable);
    const known = adviceOf(form).get(key);
    if (typeof raw !== 'string' || known?.raw === raw || inputs.isDisabled) return;
    const advice =
      this.#findEntries(form, variable, raw, pasted) ??
      findStray(variable, raw, pasted?.text, this.#accepts) ??
      this.#findPlace(form, variable, raw);
    this.#give(form, key, raw, advice);
  }

  /** Looks at what was dropped on a form, beside its fields. */
  inspectDropped(form: MethodForm, text: string): void {
    const {fields} = this.#ports.forms;
    const matches = this.#match(form, text);
    const [anchor] = [...matches.map(({variable}) => variable), ...fields.shown(form)];
    if (!anchor) return;
    const raw = fields.read(form, anchor);
    const advice: Advice = matches.length > 0 ? {kind: 'fill', matches} : {kind: 'nothing'};
    this.#give(form, anchor.key, raw, advice);
  }

  /** Does what was offered. */
  async follow(form: MethodForm, key: string): Promise<void> {
    const {advice} = adviceOf(form).get(key) ?? {};
    const variable = form.find(key);
    if (!variable) return;
    switch (advice?.kind) {
      case 'stray':
        return this.#do('mended', {form, variable}, [{form, variable, raw: advice.text}]);
      case 'fill': {
        const changes = advice.matches.map(({variable, value: raw}) => ({form, variable, raw}));
        const {before: raw} = advice;
        const rest = raw === undefined ? [] : [{form, variable, raw}];
        return this.#do('filled', {form, variable}, [...changes, ...rest], changes.length);
      }
      case 'elsewhere': {
        const {method} = advice.place;
        if (method.id !== form.method.id) await this.#ports.choose?.(method.id);
        const {current: target} = this.#ports.forms;
        const raw = this.#ports.forms.fields.read(form, variable);
        if (target?.method.id !== method.id || raw === undefined) return;
        adviceOf(form).delete(key);
        const place = {form: target, variable: advice.place.variable};
        return this.#do('moved', place, [
          {form, variable, raw: ''},
          {...place, raw},
        ]);
      }
    }
  }

  /** Leaves things as they are. */
  decline(form: MethodForm, key: string): void {
    const known = adviceOf(form).get(key);
    if (known) adviceOf(form).set(key, {...known, advice: {kind: 'declined'}});
    void this.#settle(key);
  }

  /** Takes back what was done. */
  async undo(form: MethodForm, key: string): Promise<void> {
    const {advice} = adviceOf(form).get(key) ?? {};
    const variable = form.find(key);
    if (advice?.kind !== 'done' || !variable) return;
    const [first] = advice.done;
    // What was moved is back where it came from.
    const origin = advice.deed === 'moved' && first ? first : {form, variable};
    if (origin.form !== form) await this.#ports.choose?.(origin.form.method.id);
    adviceOf(form).delete(key);
    const {fields} = this.#ports.forms;
    const untouched = advice.done.filter((done) => {
      const {form, variable, raw} = done;
      return fields.content(form, variable) === raw;
    });
    this.#put(untouched.map(({before, ...done}) => ({...done, raw: before})));
    const raw = fields.content(origin.form, origin.variable);
    adviceOf(origin.form).set(origin.variable.key, {raw, advice: {kind: 'declined'}});
    await this.#settle(origin.variable.key);
  }

  #findEntries(
    form: MethodForm,
    variable: Variable,
    raw: string,
    pasted: Pasted | undefined,
  ): Advice | undefined {
    if (variable.format === 'json') return undefined;
    const matches = this.#match(form, pasted?.text ?? raw);
    const [only] = matches;
    const isItself =
      matches.length === 1 &&
      only?.variable === variable &&
      (tidyText(variable, raw, this.#accepts)?.text ?? raw) === only.value;
    if (!only || isItself) return undefined;
    const isOwn = matches.some((match) => match.variable === variable);
    return {kind: 'fill', matches, ...(pasted && !isOwn && {before: pasted.before})};
  }

  #match(form: MethodForm, text: string): readonly Match[] {
    const {fields} = this.#ports.forms;
    const wording = this.#ports.wording();
    const variables = fields.shown(form).filter((one) => !fields.isFixed(one));
    const nameOf = (one: Variable) => wording.label(one, form.method);
    const entries = readEntries(text);
    const matches = matchEntries(form.method, variables, entries, nameOf, this.#accepts);
    return matches.filter(({variable, value}) => fields.read(form, variable) !== value);
  }

  #findPlace(form: MethodForm, variable: Variable, raw: string): Advice | undefined {
    const {connector} = this.#ports.forms.inputs;
    const place =
      connector && rightfulPlace(connector, {method: form.method, variable}, raw, this.#accepts);
    if (!place || this.#ports.forms.fields.isFixed(place.variable)) return undefined;
    const isReachable = place.method.id === form.method.id || this.#ports.choose;
    return isReachable ? {kind: 'elsewhere', place} : undefined;
  }

  #give(
    form: MethodForm,
    key: string,
    raw: RawValue | undefined,
    advice: Advice | undefined,
  ): void {
    const all = adviceOf(form);
    const isOver = all.delete(key);
    if (advice) {
      all.set(key, {raw, advice});
      this.#ports.announce(this.#say(advice, this.#ports.wording()));
    }
    if (advice || isOver) this.#ports.forms.update();
  }

  async #do(
    deed: 'mended' | 'moved' | 'filled',
    {form, variable}: Omit<Change, 'raw'>,
    changes: readonly Change[],
    count = changes.length,
  ): Promise<void> {
    const advice: Advice = {kind: 'done', deed, count, done: this.#put(changes)};
    const raw = this.#ports.forms.fields.read(form, variable);
    adviceOf(form).set(variable.key, {raw, advice});
    this.#ports.announce(this.#say(advice, this.#ports.wording()));
    await this.#settle(variable.key);
  }

  /** The rules are loaded: what is behind the first form loads this. */
  readonly #accepts: Accepts = (variable, text) =>
    this.#ports.forms.judge?.accepts(variable, text) ?? true;

  /** Gives fields their values. */
  #put(changes: readonly Change[]): readonly Done[] {
    const {forms} = this.#ports;
    const {fields} = forms;
    const done = changes.map((change) => ({
      ...change,
      before: fields.content(change.form, change.variable),
    }));
    for (const {form, variable, raw} of changes) {
      fields.put(form, variable, raw);
      forms.changeField(form, variable.key);
    }
    return done;
  }

  /** The button that was pressed is gone. */
  async #settle(key: string): Promise<void> {
    const {forms} = this.#ports;
    await forms.updated();
    forms.focusField(key);
  }
}

function findStray(
  variable: Variable,
  raw: string,
  pasted: string | undefined,
  accepts: Accepts,
): Advice | undefined {
  const isLine = variable.type !== 'multiline';
  const joined = isLine && pasted !== undefined ? joinLines(pasted) : undefined;
  // Some browsers put spaces in the place of line breaks.
  const isSpaced = joined && joined.text !== raw && withoutSpace(raw) === withoutSpace(joined.text);
  const stray = isSpaced ? joined : tidyText(variable, raw, accepts);
  // An input of one line could not hold it.
  return stray && !(isLine && /[\r\n]/.test(stray.text)) ? {kind: 'stray', ...stray} : undefined;
}

const withoutSpace = (text: string) => text.replaceAll(/\s/g, '');
