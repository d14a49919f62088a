import {issueMessages} from '../messages/issue-words.js';
import type {Wording} from '../messages/wording.js';
import type {Variable} from '../model/method-kind.js';
import {focusedElement} from './focused-element.js';
import type {FieldProblem, MethodForm} from './method-form.js';

/** How long after focus has moved on something is said: what is said before it moves is not heard. */
export const AFTER_FOCUS_MS = 100;

/** Who is told what there is to hear. */
export interface Listener {
  readonly wording: Wording;
  readonly announce: (notice: string) => void;
}

/** Says what is wrong with a field that focus has left, once, and takes it back when it is solved. */
export class MistakeNotices {
  /** The fields whose mistakes have shown since focus came to them, by their ids. */
  readonly #unheard = new Set<string>();
  /** The field whose mistake was announced last, and what takes that back. */
  #told: {readonly id: string; readonly takeBack: () => void} | undefined;

  /** Focus is about to come to what is wrong, or to what lists it. */
  forget(): void {
    this.#unheard.clear();
  }

  /** What is wrong with a field is another thing now, or nothing. */
  change(id: string, problem: FieldProblem | undefined): void {
    if (this.#told?.id === id) {
      this.#told.takeBack();
      this.#told = undefined;
    }
    if (problem) this.#unheard.add(id);
  }

  /** A field was left. */
  leave(form: MethodForm, variable: Variable, listener: Listener): void {
    if (!this.#unheard.has(form.idOf('field', variable.key))) return;
    setTimeout(() => {
      // Where the user left the window, focus is still there.
      if (focusedElement()?.dataset['key'] !== variable.key) this.tell(form, variable, listener);
    }, AFTER_FOCUS_MS);
  }

  /** Says what is wrong with a field, when focus has not come to it since. */
  tell(form: MethodForm, variable: Variable, {announce, wording}: Listener): void {
    const id = form.idOf('field', variable.key);
    const problem = form.problems.get(variable.key);
    if (!this.#unheard.delete(id) || !problem) return;
    const label = wording.label(variable, form.method);
    announce(issueMessages(wording).fieldProblem(label, problem.say(wording)));
    this.#told = {id, takeBack: () => announce('')};
  }
}
