/** The time of the page, which a test can let pass. */
export class Clock {
  readonly #now = Date.now;
  #ahead = 0;

  constructor() {
    Date.now = () => this.#now.call(Date) + this.#ahead;
  }

  /** Lets time pass, and the user look at the page again: then it looks at the time. */
  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
    document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
  }

  stop(): void {
    Date.now = this.#now;
  }
}
