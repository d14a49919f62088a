import {issueMessages} from '../messages/issue-words.js';
import type {Wording} from '../messages/wording.js';
import type {RawValue} from '../model/draft.js';
import type {Variable} from '../model/method-kind.js';
import {AdviceFinder, type Pasted} from './advice-finder.js';
import {adviceOf, type Advice, type Change, type Done} from './paste-advice.js';
import type {CredentialFormController} from './credential-form-controller.js';
import type {MethodForm} from './method-form.js';
import {AFTER_FOCUS_MS} from './mistake-notices.js';

/** What the controller needs of its element. */
export interface PastePorts {
  readonly forms: CredentialFormController;
  readonly wording: () => Wording;
  /** Says something to those who cannot see it. */
  readonly announce: (notice: string) => void;
  /** Whether nothing can be changed now. */
  readonly isBusy: () => boolean;
  /** Has another method chosen, as the user would. Nothing where there is no choice. */
  readonly choose: ((methodId: string) => Promise<unknown>) | undefined;
}

/** The words for a piece of advice on a field of a form. */
export type SayAdvice = (advice: Advice, form: MethodForm, wording: Wording) => string;

/**
 * Looks at what fields were given, and offers to mend it. Changes nothing by itself: each change is
 * one click of the user's, and one click takes it back.
 */
export class PasteController {
  readonly #ports: PastePorts;
  readonly #say: SayAdvice;
  readonly #finder: AdviceFinder;

  /** @param say - The words for a piece of advice. */
  constructor(ports: PastePorts, say: SayAdvice) {
    this.#ports = ports;
    this.#say = say;
    this.#finder = new AdviceFinder(ports.forms, ports.wording, ports.choose !== undefined);
  }

  /** What there is to say of a field. Nothing once it holds something else. */
  adviceOn(form: MethodForm, variable: Variable): Advice | undefined {
    const {advice, raw} = adviceOf(form).get(variable.key) ?? {};
    if (!advice || advice.kind === 'declined') return undefined;
    const {fields} = this.#ports.forms;
    const isChanged = typeof raw === 'string' && fields.read(form, variable) !== raw;
    return isChanged ? undefined : advice;
  }

  /** Whether something was said of a field, which may be over. */
  isKnown(form: MethodForm, variable: Variable): boolean {
    return adviceOf(form).has(variable.key);
  }

  /**
   * Looks at what a field holds.
   *
   * @param pasted - What was pasted into it, if anything was.
   * @param isLeft - Whether focus has moved on.
   */
  inspect(form: MethodForm, key: string, pasted?: Pasted, isLeft = false): void {
    const variable = form.find(key);
    if (!variable) return;
    const text = this.#finder.textOf(form, variable);
    const known = adviceOf(form).get(key);
    if (text === undefined || known?.raw === text || this.#ports.isBusy()) return;
    this.#give(form, variable, text, this.#finder.find(form, variable, text, pasted), isLeft);
  }

  /** Looks at what was dropped on a form, beside its fields. */
  inspectDropped(form: MethodForm, text: string): void {
    if (this.#ports.isBusy()) return;
    const {fields} = this.#ports.forms;
    const matches = this.#finder.match(form, text);
    const places = [...matches.map(({variable}) => variable), ...fields.shown(form)];
    // Advanced fields may be folded up.
    const anchor = places.find(({advanced}) => !advanced) ?? places[0];
    if (!anchor) return;
    const raw = fields.read(form, anchor);
    const advice: Advice = matches.length > 0 ? {kind: 'fill', matches} : {kind: 'nothing'};
    this.#give(form, anchor, raw, advice);
  }

  /** Does what was offered. */
  async follow(form: MethodForm, key: string): Promise<void> {
    const variable = form.find(key);
    if (!variable) return;
    const advice = this.adviceOn(form, variable);
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
        const {method, variable: wanted} = advice.place;
        const raw = this.#ports.forms.fields.content(form, variable);
        if (method.id !== form.method.id) await this.#ports.choose?.(method.id);
        const {current: target} = this.#ports.forms;
        const place = target?.method.id === method.id && target.find(wanted.key);
        // What is moved must not get lost on its way.
        if (!place || !this.#finder.isOpen(target, place) || !this.adviceOn(form, variable)) return;
        adviceOf(form).delete(key);
        return this.#do('moved', {form: target, variable: place}, [
          {form, variable, raw: ''},
          {form: target, variable: place, raw},
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
    const variable = form.find(key);
    if (!variable) return;
    const advice = this.adviceOn(form, variable);
    if (advice?.kind !== 'done') return;
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
    this.#note(origin, {kind: 'declined'});
    await this.#settle(origin.variable.key);
  }

  #give(
    form: MethodForm,
    variable: Variable,
    raw: RawValue | undefined,
    advice: Advice | undefined,
    isLeft = false,
  ): void {
    const {key} = variable;
    const all = adviceOf(form);
    const isOver = all.delete(key);
    if (advice) {
      all.set(key, {raw, advice});
      if (isLeft) setTimeout(() => this.#announceLeft(form, variable, advice), AFTER_FOCUS_MS);
      else this.#announce(form, advice);
    }
    if (advice || isOver) this.#ports.forms.update();
  }

  #announce(form: MethodForm, advice: Advice): void {
    this.#ports.announce(this.#say(advice, form, this.#ports.wording()));
  }

  /** Focus is somewhere else: with the name of the field, unless a mistake there is told instead. */
  #announceLeft(form: MethodForm, variable: Variable, advice: Advice): void {
    const {announce, wording} = this.#ports;
    if (form.problems.has(variable.key) || this.adviceOn(form, variable) !== advice) return;
    const label = wording().label(variable, form.method);
    const words = this.#say(advice, form, wording());
    announce(issueMessages(wording()).fieldProblem(label, words));
  }

  /** Keeps advice on what a field holds now. */
  #note({form, variable}: Omit<Change, 'raw'>, advice: Advice): void {
    const raw = this.#ports.forms.fields.content(form, variable);
    adviceOf(form).set(variable.key, {raw, advice});
  }

  async #do(
    deed: 'mended' | 'moved' | 'filled',
    {form, variable}: Omit<Change, 'raw'>,
    changes: readonly Change[],
    count = changes.length,
  ): Promise<void> {
    const done = this.#put(changes);
    const advice: Advice = {kind: 'done', deed, count: Math.min(count, done.length), done};
    this.#note({form, variable}, advice);
    this.#announce(form, advice);
    await this.#settle(variable.key);
  }

  /** Gives fields their values; those that the user could still give it, as things change. */
  #put(changes: readonly Change[]): readonly Done[] {
    const {forms} = this.#ports;
    const {fields} = forms;
    const done = changes.flatMap((change): readonly Done[] => {
      const {form, variable} = change;
      if (!this.#finder.isOpen(form, variable)) return [];
      return [{...change, before: fields.content(form, variable)}];
    });
    for (const {form, variable, raw} of done) {
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
