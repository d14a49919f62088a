import {turn} from './wait.js';
import {descriptionOf, named, nameOf, visibleIn, wordsIn, wordsOf} from './words.js';

/** One of the ways to connect, as it reads on screen. */
export interface MethodCard {
  readonly name: string;
  /** What helps to choose it, or why it cannot be chosen. */
  readonly description: string;
  readonly isChosen: boolean;
  readonly isDisabled: boolean;
}

/** What is said to be wrong as a whole, and with which fields. */
export interface ErrorSummary {
  readonly title: string;
  readonly links: readonly string[];
}

/** An element that says when it shows what it was told. */
export type UpdatingElement = HTMLElement & {readonly updateComplete: Promise<boolean>};

/** Finds what an element shows by the words that name it. */
export abstract class ElementDriver {
  /** What is driven. */
  abstract readonly element: UpdatingElement;

  /** Waits until the element shows what it was told. */
  async settle(): Promise<void> {
    await this.element.updateComplete;
    await turn();
    await this.element.updateComplete;
  }

  /** The ways to connect that are on screen, in their order. */
  get methods(): readonly MethodCard[] {
    return this.radios.map((radio) => ({
      name: methodName(radio),
      description: descriptionOf(radio),
      isChosen: radio.checked,
      isDisabled: radio.matches(':disabled'),
    }));
  }

  /** The radio button of a way to connect. */
  method(name: string): HTMLInputElement {
    return named(this.radios, name, methodName, 'No method');
  }

  /** What the buttons on screen say. */
  get buttons(): readonly string[] {
    return this.visible('button').map(nameOf);
  }

  /** The button that says something. */
  button(name: string): HTMLElement {
    return named(this.visible('button, summary'), name, nameOf, 'No button');
  }

  /** Presses the button, or opens the disclosure, that says something. */
  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.settle();
  }

  /** What is said to be wrong as a whole. */
  get summary(): ErrorSummary | undefined {
    const [summary] = this.visible('[part~="summary"]');
    return (
      summary && {title: nameOf(summary), links: [...summary.querySelectorAll('a')].map(wordsOf)}
    );
  }

  /** What was last announced to those who cannot see it. */
  get status(): string {
    return wordsIn(this.roots[0], '[role="status"]');
  }

  /** In which things are looked for: the shadow root of the element, then a form outside of it. */
  protected get roots(): readonly ParentNode[] {
    const {shadowRoot} = this.element;
    const outside = this.element.querySelectorAll(':scope > [data-keyslot-form]');
    return shadowRoot ? [shadowRoot, ...outside] : [];
  }

  /** What is on screen of that which fits a selector. */
  protected visible(selector: string): readonly HTMLElement[] {
    return this.roots.flatMap((root) => visibleIn(root, selector));
  }

  protected get radios(): readonly HTMLInputElement[] {
    return this.visible('[type="radio"]') as readonly HTMLInputElement[];
  }
}

/** What a way to connect is called, without the badges that belong to its accessible name. */
const methodName = (radio: HTMLInputElement): string =>
  wordsOf(radio.closest('label')?.querySelector('bdi') ?? radio);
