import type {FieldModel} from './field-model.js';
import {heldState, rendered} from './held-state.js';
import {
  listedOptions,
  matchingOptions,
  namedOption,
  SHOWN_AT_MOST,
  type ListedOption,
} from './option-list.js';
import {onDemandWords} from '../on-demand-words.js';

/** What one combobox keeps between renders. */
interface ComboboxState {
  isOpen: boolean;
  /** What was typed since the field was entered, and what the field has held since. */
  typed: {readonly text: string; readonly raw: string} | undefined;
  /** The option that the keys have reached, by its place among those shown. */
  active: number;
  /** What was chosen before something was typed. */
  before: string;
}

const stateOf = heldState<ComboboxState>(() => ({
  isOpen: false,
  typed: undefined,
  active: -1,
  before: '',
}));

/** What the keys and the pointer do to a combobox (APG, editable combobox with list autocomplete). */
export class Combobox {
  readonly #model: FieldModel;
  readonly #isBlocked: boolean;
  readonly #state: ComboboxState;
  readonly options: readonly ListedOption[];
  /** All options that hold what was typed. */
  readonly matches: readonly ListedOption[];

  constructor(model: FieldModel, isBlocked: boolean) {
    const {variable, wording} = model;
    this.#model = model;
    this.#isBlocked = isBlocked;
    this.#state = stateOf(model);
    this.options = listedOptions(variable.options ?? [], wording);
    this.matches = this.#state.isOpen ? matchingOptions(this.options, this.#typed ?? '') : [];
  }

  get isOpen(): boolean {
    return this.#state.isOpen && !this.#isBlocked;
  }

  get shown(): readonly ListedOption[] {
    return this.matches.slice(0, SHOWN_AT_MOST);
  }

  get active(): ListedOption | undefined {
    return this.isOpen ? this.shown[this.#state.active] : undefined;
  }

  get chosen(): ListedOption | undefined {
    const raw = this.#raw;
    return this.options.find(({value}) => value === raw);
  }

  /** What the input reads. */
  get text(): string {
    return this.#typed ?? this.chosen?.label ?? this.#raw;
  }

  readonly onInput = (event: Event): void => {
    const {value: text} = event.currentTarget as HTMLInputElement;
    const state = this.#state;
    if (this.#typed === undefined && this.#isSettled) state.before = this.#raw;
    // What names no option is held as it is, so that nobody takes it for a choice.
    const raw = text.trim() && (namedOption(this.options, text)?.value ?? text);
    state.typed = {text, raw};
    state.active = -1;
    state.isOpen = true;
    this.#hold(raw);
    this.#announce();
  };

  readonly onClick = (event: Event): void => {
    if (!this.isOpen) this.#open(event, () => -1);
    else if (this.#typed === undefined) this.#close();
  };

  /** Leaving the field leaves what it holds. */
  readonly onBlur = (): void => {
    this.#state.typed = undefined;
    this.#close();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || this.#isBlocked) return;
    const {active, isOpen, shown} = this;
    const place = this.#state.active;
    const last = shown.length - 1;
    switch (event.key) {
      case 'ArrowDown':
        if (isOpen) this.#move(event, place < last ? place + 1 : 0);
        else this.#open(event, (chosen) => (event.altKey ? -1 : Math.max(chosen, 0)));
        break;
      case 'ArrowUp':
        if (isOpen && event.altKey) this.#close();
        else if (isOpen) this.#move(event, place > 0 ? place - 1 : last);
        else this.#open(event, (chosen, end) => (chosen < 0 ? end : chosen));
        break;
      case 'Enter':
        // A closed list leaves the key to the form.
        if (!isOpen) return;
        if (active) this.choose(active);
        else this.#close();
        break;
      case 'Escape':
        if (!isOpen && this.#isSettled) return;
        this.#restore();
        event.stopPropagation();
        break;
      case 'Tab':
        if (active) this.choose(active);
        return;
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        // These are about the text.
        this.#state.active = -1;
        this.#update();
        return;
      default:
        return;
    }
    event.preventDefault();
  };

  choose(option: ListedOption): void {
    this.#state.typed = undefined;
    this.#close();
    this.#hold(option.value);
  }

  /** What was typed, unless the field was given something else since. */
  get #typed(): string | undefined {
    const {typed} = this.#state;
    return typed?.raw === this.#raw ? typed.text : undefined;
  }

  get #raw(): string {
    const {controller, form, variable} = this.#model;
    return String(controller.fields.read(form, variable) ?? '');
  }

  /** Whether the field holds a choice, what it began with, or nothing at all. */
  get #isSettled(): boolean {
    const {controller, form, variable} = this.#model;
    return (
      this.chosen !== undefined ||
      this.#raw === '' ||
      this.#raw === controller.fields.initial(form, variable)
    );
  }

  /** Takes back what was typed. */
  #restore(): void {
    const {before} = this.#state;
    const hasTyped = this.#typed !== undefined || !this.#isSettled;
    this.#state.typed = undefined;
    this.#close();
    if (hasTyped) this.#hold(before);
  }

  #open(event: Event, start: (chosen: number, end: number) => number): void {
    if (this.#isBlocked) return;
    const state = this.#state;
    state.isOpen = true;
    const shown = matchingOptions(this.options, this.#typed ?? '').slice(0, SHOWN_AT_MOST);
    const place = shown.findIndex(({value}) => value === this.chosen?.value);
    this.#move(event, start(place, shown.length - 1));
    this.#announce();
  }

  #move({currentTarget}: Event, place: number): void {
    this.#state.active = place;
    this.#update();
    void rendered(currentTarget).then((root) => {
      for (const selector of ['.popup:not([hidden])', '.option.active']) {
        root.querySelector(selector)?.scrollIntoView({block: 'nearest'});
      }
    });
  }

  #close(): void {
    this.#state.isOpen = false;
    this.#state.active = -1;
    this.#update();
  }

  #hold(raw: string): void {
    const {controller, form, variable} = this.#model;
    controller.hold(form, variable.key, raw);
  }

  #announce(): void {
    const {wording, announce} = this.#model;
    const {length} = matchingOptions(this.options, this.#typed ?? '');
    announce(onDemandWords(wording).optionResult(length));
  }

  #update(): void {
    this.#model.controller.update();
  }
}
