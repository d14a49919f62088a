interface Timer {
  at: number;
  readonly every: number | undefined;
  readonly act: () => void;
}

/** Time in the hands of a test. */
export class FakeTimers {
  readonly #timers = new Set<Timer>();

  /** @param time - What the clock says, in milliseconds. */
  constructor(public time = 0) {}

  /** How many timers are running. */
  get running(): number {
    return this.#timers.size;
  }

  /** Does something after a while, or again and again. Returns what stops it. */
  start(act: () => void, delay: number, every?: number): () => void {
    const timer = {at: this.time + delay, every, act};
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Lets time pass: timers fire in their order, each at its time. */
  advance(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const [next] = [...this.#timers].sort((one, other) => one.at - other.at);
      if (!next || next.at > end) break;
      this.time = next.at;
      this.#fire(next);
    }
    this.time = end;
  }

  /** Lets time pass as when the machine sleeps: timers that are due fire once, at its end. */
  sleep(milliseconds: number): void {
    this.time += milliseconds;
    for (const timer of [...this.#timers].filter(({at}) => at <= this.time)) this.#fire(timer);
  }

  #fire(timer: Timer): void {
    if (timer.every === undefined) this.#timers.delete(timer);
    else timer.at = this.time + timer.every;
    timer.act();
  }
}
