import type {Wording} from '../messages/wording.js';
import {matchEntries, type Match} from '../model/match-entries.js';
import type {Variable} from '../model/method-kind.js';
import {readEntries} from '../model/read-entries.js';
import {rightfulPlace, type Place} from '../model/rightful-variable.js';
import {joinLines, tidyText, type Accepts} from '../model/tidy-text.js';
import type {CredentialFormController} from './credential-form-controller.js';
import type {MethodForm} from './method-form.js';
import type {Advice} from './paste-advice.js';

/** What is about to be pasted, and what the field holds until then. */
export interface Pasted {
  /** With the line breaks that an input of one line does not keep. */
  readonly text: string;
  readonly before: string;
}

const TEXT_TYPES = /^(?:text|multiline|url|email|number)$/;

/** Finds out what there is to say of a value. Changes nothing, and keeps nothing. */
export class AdviceFinder {
  readonly #forms: CredentialFormController;
  readonly #wording: () => Wording;
  readonly #canChoose: boolean;

  /** @param canChoose - Whether there are other methods to go to. */
  constructor(forms: CredentialFormController, wording: () => Wording, canChoose: boolean) {
    this.#forms = forms;
    this.#wording = wording;
    this.#canChoose = canChoose;
  }

  /** Whether the user could give a field a value. */
  isOpen(form: MethodForm, variable: Variable): boolean {
    const known = this.#forms.fields.shown(form).find(({key}) => key === variable.key);
    // A definition that calls it secret no more would show it.
    const isSame = known?.type === variable.type && known.secret === variable.secret;
    return isSame && this.#canTake(form, known);
  }

  /** The text of a field. Nothing where there is nothing to look at. */
  textOf(form: MethodForm, variable: Variable): string | undefined {
    const isText = TEXT_TYPES.test(variable.type) && this.isOpen(form, variable);
    const raw = isText ? this.#forms.fields.read(form, variable) : undefined;
    return typeof raw === 'string' ? raw : undefined;
  }

  /** What there is to say of the text of a field. */
  find(form: MethodForm, variable: Variable, text: string, pasted?: Pasted): Advice | undefined {
    return (
      this.#findEntries(form, variable, text, pasted) ??
      findStray(variable, text, pasted?.text, this.#accepts) ??
      this.#findPlace(form, variable, text)
    );
  }

  /** The values in a text that a form does not have yet. */
  match(form: MethodForm, text: string): readonly Match[] {
    const {fields} = this.#forms;
    const variables = fields.shown(form).filter((one) => this.#canTake(form, one));
    const nameOf = (one: Variable) => this.#wording().label(one, form.method);
    const entries = readEntries(text);
    const matches = matchEntries(form.method, variables, entries, nameOf, this.#accepts);
    return matches.filter(({variable, value}) => fields.read(form, variable) !== value);
  }

  #findEntries(
    form: MethodForm,
    variable: Variable,
    text: string,
    pasted: Pasted | undefined,
  ): Advice | undefined {
    if (variable.format === 'json') return undefined;
    const matches = this.match(form, pasted?.text ?? text);
    const [only] = matches;
    const isItself =
      matches.length === 1 &&
      only?.variable === variable &&
      (tidyText(variable, text, this.#accepts)?.text ?? text) === only.value;
    if (!only || isItself) return undefined;
    const isOwn = matches.some((match) => match.variable === variable);
    return {kind: 'fill', matches, ...(pasted && !isOwn && {before: pasted.before})};
  }

  #findPlace(form: MethodForm, variable: Variable, text: string): Advice | undefined {
    const {forms, inputs, fields} = this.#forms;
    const isOpen = ({method, variable: other}: Place) => {
      if (method.id !== form.method.id && !this.#canChoose) return false;
      const known = forms.find((one) => one.method.id === method.id);
      if (known) return this.isOpen(known, other);
      // Nobody knows yet what will show there.
      return !other.visibleWhen && !fields.isFixed(other);
    };
    const own = {method: form.method, variable};
    const place =
      inputs.connector && rightfulPlace(inputs.connector, own, text, this.#accepts, isOpen);
    return place && {kind: 'elsewhere', place};
  }

  #canTake(form: MethodForm, variable: Variable): boolean {
    return !this.#forms.fields.isFixed(variable) && !form.cleared.has(variable.key);
  }

  /** The rules are loaded: what is behind the first form loads this. */
  readonly #accepts: Accepts = (variable, text) =>
    this.#forms.judge?.accepts(variable, text) ?? true;
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
  return stray && {kind: 'stray', ...stray};
}

const withoutSpace = (text: string) => text.replaceAll(/\s/g, '');
